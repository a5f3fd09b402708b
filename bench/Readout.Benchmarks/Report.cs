using System.Globalization;
using System.Runtime.InteropServices;

namespace Readout.Benchmarks;

/// <summary>Writes all measures to a file named after the processor. The date is given, not taken from the clock.</summary>
internal static class Report
{
    /// <summary>Writes the report.</summary>
    /// <param name="date">Its day.</param>
    /// <param name="corpora">What is read; all measures but the last read the first of them alone.</param>
    public static void Write(string date, IReadOnlyList<Corpus> corpora)
    {
        var (cpu, corpus) = (Cpu(), corpora[0]);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            # {cpu}

            {date}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.
            Load average at the start: {Load()}; what else runs slows these numbers.
            Made by `dotnet run -c Release --project bench/Readout.Benchmarks -- report`.

            ## A text beside its two halves

            {Linear.Measure(corpus)}
            ## Throughput, one core

            {Throughput.Measure(corpus)}

            {Stages.Measure(corpus)}
            ## Beside chrono-node/vi

            {string.Join("\n\n", corpora.Select(Rival.Measure))}

            ## Cold start

            {ColdStart.Measure(11)}

            """);
        var folder = Path.Join(Corpus.Root, "bench", "results");
        Directory.CreateDirectory(folder);
        var file = Path.Join(folder, FileName(cpu) + ".md");
        File.WriteAllText(file, text);
        Console.WriteLine(text);
        Console.WriteLine(file);
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Cpu() => File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static string FileName(string cpu) =>
        string.Join('-', new string([.. cpu.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
