using System.Globalization;
using Readout.Reading;

namespace Readout.Benchmarks;

/// <summary>How many bytes a second the reader reads, all layers, on one core, warm.</summary>
internal static class Throughput
{
    private const int Runs = 25;

    // A round takes some tens of milliseconds, well above the grain of the clock, and long enough for the garbage collector to have its
    // usual part in every round. To collect before each would make it write to memory that the system has to give out anew.
    private const int BytesOfRound = 900_000;

    // The runtime compiles anew what runs often, in the background, for many seconds where there is much to read.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static string Measure(Corpus corpus)
    {
        var rounds = Rounds(corpus, WarmReader(corpus));
        var median = Statistics.Median(rounds);
        return string.Create(CultureInfo.InvariantCulture, $"{corpus.Says}; {Rate(corpus, median):0} KiB/s (median of {Runs} rounds of processor time, {median * 1000:0.0} ms each), {Rate(corpus, rounds.Min()):0} in the best");
    }

    /// <summary>A reader that has read the articles often enough to run at its full speed.</summary>
    public static Reader WarmReader(Corpus corpus)
    {
        var reader = new Reader(Corpus.Packs());
        var warm = CpuWatch.StartNew();
        do ReadAll(reader, corpus);
        while (warm.Elapsed < WarmUp);
        return reader;
    }

    /// <summary>Seconds for all articles once: the median of several rounds.</summary>
    public static double Seconds(Corpus corpus, Reader reader) => Statistics.Median(Rounds(corpus, reader));

    private static double[] Rounds(Corpus corpus, Reader reader)
    {
        var (rounds, passes) = (new double[Runs], Math.Max(1, BytesOfRound / Math.Max(1, corpus.Bytes)));
        for (var round = 0; round < Runs; round++)
        {
            var watch = CpuWatch.StartNew();
            for (var pass = 0; pass < passes; pass++) ReadAll(reader, corpus);
            rounds[round] = watch.Elapsed.TotalSeconds / passes;
        }

        return rounds;
    }

    public static double Rate(Corpus corpus, double seconds) => corpus.Bytes / 1024.0 / seconds;

    private static void ReadAll(Reader reader, Corpus corpus)
    {
        foreach (var article in corpus.Articles) reader.Read(article);
    }
}
