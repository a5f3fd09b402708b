using System.Diagnostics;
using System.Globalization;

namespace Readout.Benchmarks;

/// <summary>Starts the program anew for five articles and a fresh ledger, and counts everything until it has ended.</summary>
internal static class ColdStart
{
    public static string Measure(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("readout-cold").FullName;
        try
        {
            var articles = Path.Join(folder, "articles");
            Directory.CreateDirectory(articles);
            var texts = Corpus.Load(null).Articles.Chunk(12).Take(5).Select(c => string.Join('\n', c.Select(a => a.Text)));
            foreach (var (text, i) in texts.Select((t, i) => (t, i))) File.WriteAllText(Path.Join(articles, $"{i}.txt"), text);
            var times = new List<double>();
            for (var run = 0; run <= runs; run++) times.Add(Once(articles, Path.Join(folder, $"{run}.db")));
            times.RemoveAt(0);
            return string.Create(CultureInfo.InvariantCulture, $"five articles, fresh ledger, process included: median {Statistics.Median(times):0} ms, best {times.Min():0} ms, worst {times.Max():0} ms of {runs} runs");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double Once(string articles, string ledger)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Program(), "read", articles, "--ledger", ledger, "--published", "2025-06-10"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"readout ended with {process.ExitCode}");
        return time;
    }

    public static string Program()
    {
        var path = Path.Join(Corpus.Root, "src", "Readout.Cli", "bin", "Release", "net10.0", "readout.dll");
        return File.Exists(path) ? path : throw new InvalidOperationException("Build first: dotnet build -c Release");
    }
}
