using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Readout.Benchmarks;

/// <summary>The same articles read by chrono-node's Vietnamese locale, which finds dates only.</summary>
internal static class Rival
{
    private const int Rounds = 100;

    public static string Measure(Corpus corpus)
    {
        var (theirs, found, version) = Theirs(corpus);
        var ours = Throughput.Rate(corpus, Throughput.Seconds(corpus));
        return string.Create(CultureInfo.InvariantCulture, $"{corpus.Says}; readout, all layers: {ours:0} KiB/s; chrono-node/vi {version}, dates only ({found} found): {theirs:0} KiB/s; ratio {ours / theirs:0.00}");
    }

    private static (double Rate, int Found, string Version) Theirs(Corpus corpus)
    {
        var folder = Path.Join(Corpus.Root, "bench", "rival");
        if (!Directory.Exists(Path.Join(folder, "node_modules"))) Run(folder, "npm", "ci", "--no-audit", "--no-fund");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, corpus.Articles.Select(a => JsonSerializer.Serialize(new { text = a.Text, published = a.Published?.Written })));
            using var json = JsonDocument.Parse(Run(folder, "node", "chrono.mjs", file, Rounds.ToString(CultureInfo.InvariantCulture)));
            // The first half warms it up, as ours is warm.
            var seconds = Statistics.Median(json.RootElement.GetProperty("milliseconds").EnumerateArray().Skip(Rounds / 2).Select(m => m.GetDouble() / 1000));
            using var package = JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "node_modules", "chrono-node", "package.json")));
            return (Throughput.Rate(corpus, seconds), json.RootElement.GetProperty("found").GetInt32(), package.RootElement.GetProperty("version").GetString()!);
        }
        finally
        {
            File.Delete(file);
        }
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
