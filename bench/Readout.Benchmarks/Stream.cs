using System.Diagnostics;
using System.Globalization;

namespace Readout.Benchmarks;

/// <summary>Reads a file of articles into a fresh ledger by the program itself, and counts everything until it has ended.</summary>
internal static class Stream
{
    public static string Measure(string file, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("readout-stream").FullName;
        try
        {
            var times = Enumerable.Range(0, runs).Select(run => Once(file, Path.Join(folder, $"{run}.db"))).ToList();
            return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} into a fresh ledger, process included: median {Statistics.Median(times):0.0} s, worst {times.Max():0.0} s of {runs} runs");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double Once(string file, string ledger)
    {
        var start = new ProcessStartInfo("dotnet");
        string[] arguments = [ColdStart.Program(), "read", file, "--ledger", ledger, "--quiet"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"readout ended with {process.ExitCode}");
    }
}
