using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Readout.Benchmarks;

/// <summary>The same articles read by chrono-node's Vietnamese locale, which finds dates only.</summary>
internal static class Rival
{
    private const int Turns = 7;
    private const int FewestRounds = 60;

    // Some seconds of it: the first half of the rounds warms it up.
    private const int BytesOfTurn = 90_000_000;

    /// <summary>Both take turns, so that a slow moment of the machine touches both; the ratio is the median of the turns.</summary>
    public static string Measure(Corpus corpus)
    {
        var folder = Path.Join(Corpus.Root, "bench", "rival");
        if (!Directory.Exists(Path.Join(folder, "node_modules"))) Run(folder, "npm", "ci", "--no-audit", "--no-fund");
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "node_modules", "chrono-node", "package.json")));
        var version = package.RootElement.GetProperty("version").GetString();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, corpus.Articles.Select(a => JsonSerializer.Serialize(new { text = a.Text, published = a.Published?.Written })));
            var reader = Throughput.WarmReader(corpus);
            var (ours, theirs, found) = (new List<double>(), new List<double>(), 0);
            for (var turn = 0; turn < Turns; turn++)
            {
                (var rate, found) = Theirs(corpus, folder, file);
                theirs.Add(rate);
                ours.Add(Throughput.Rate(corpus, Throughput.Seconds(corpus, reader)));
            }

            var ratio = Statistics.Median(ours.Zip(theirs, (o, t) => o / t));
            return string.Create(CultureInfo.InvariantCulture, $"{corpus.Says}; readout, all layers: {Statistics.Median(ours):0} KiB/s; chrono-node/vi {version}, dates only ({found} found): {Statistics.Median(theirs):0} KiB/s; ratio {ratio:0.00} (median of {Turns} turns)");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (double Rate, int Found) Theirs(Corpus corpus, string folder, string file)
    {
        var rounds = Math.Max(FewestRounds, BytesOfTurn / Math.Max(1, corpus.Bytes));
        using var json = JsonDocument.Parse(Run(folder, "node", "chrono.mjs", file, rounds.ToString(CultureInfo.InvariantCulture)));
        // The first half warms it up, as ours is warm.
        var seconds = Statistics.Median(json.RootElement.GetProperty("milliseconds").EnumerateArray().Skip(rounds / 2).Select(m => m.GetDouble() / 1000));
        return (Throughput.Rate(corpus, seconds), json.RootElement.GetProperty("found").GetInt32());
    }

    private static string Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? written : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}: {written}");
    }
}
