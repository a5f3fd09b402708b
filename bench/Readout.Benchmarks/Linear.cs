using System.Globalization;
using System.Text;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Benchmarks;

/// <summary>
/// Reads one long text in pieces, and then in pieces twice as long, until it is one. Linear means that the whole always takes what
/// its halves take. Every length reads the same words: one short text read again and again would seem faster than a long one
/// only because the processor has seen all of it a moment ago.
/// </summary>
internal static class Linear
{
    private const int Shortest = 4 * 1024;
    private const int Doublings = 6;
    private const int Runs = 81;

    // Enough for the garbage collector to have its part in every round.
    private const int Passes = 2;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static string Measure(Corpus corpus)
    {
        const int Length = Shortest << Doublings;
        var text = Text(corpus, Length);
        var pieces = Enumerable.Range(0, Doublings + 1).Select(d => Cut(text, Shortest << d)).ToList();
        var reader = new Reader(Corpus.Packs());
        var warm = CpuWatch.StartNew();
        while (warm.Elapsed < WarmUp) pieces.ForEach(p => Once(reader, p));

        // Rounds over all lengths, so that a slow moment of the machine touches all alike.
        var times = pieces.ConvertAll(_ => new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            for (var d = 0; d < pieces.Count; d++) times[d].Add(Once(reader, pieces[d]) / Length);
        }

        var table = new StringBuilder("| characters | ns a character, median | to its halves | ns a character, best | to its halves |\n| ---: | ---: | ---: | ---: | ---: |\n");
        for (var d = 0; d < pieces.Count; d++)
        {
            // A piece is held against its halves within each round, a moment later: what else the machine does touches both alike. Beside
            // the median the best run, which it touches least.
            var (median, best) = (Statistics.Median(times[d]), times[d].Min());
            var (ofMedian, ofBest) = d == 0 ? ("", "") : (Ratio(Statistics.Median(times[d].Zip(times[d - 1], (whole, halves) => whole / halves))), Ratio(best / times[d - 1].Min()));
            table.Append(CultureInfo.InvariantCulture, $"| {Shortest << d} | {median:0.0} | {ofMedian} | {best:0.0} | {ofBest} |\n");
        }

        return table.ToString();
    }

    private static string Ratio(double ratio) => ratio.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Text(Corpus corpus, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            foreach (var article in corpus.Articles) text.Append(article.Text).Append('\n');
        }

        return text.ToString(0, length);
    }

    private static List<Article> Cut(string text, int length) =>
        [.. Enumerable.Range(0, text.Length / length).Select(i => Corpus.Article("linear", text.Substring(i * length, length)))];

    private static double Once(Reader reader, List<Article> pieces)
    {
        var watch = CpuWatch.StartNew();
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var piece in pieces) reader.Read(piece);
        }

        return watch.Elapsed.TotalNanoseconds / Passes;
    }
}
