using System.Globalization;
using System.Text;
using Readout.Reading;

namespace Readout.Benchmarks;

/// <summary>Doubles an article six times. Linear means that the time a character takes stays the same.</summary>
internal static class Linear
{
    private const int Doublings = 6;
    private const int First = 4 * 1024;
    private const int Runs = 25;

    public static string Measure()
    {
        var specs = string.Join('\n', Corpus.Load(null).Articles.Select(a => a.Text));
        var whole = new StringBuilder();
        while (whole.Length < First << Doublings) whole.Append(specs).Append('\n');
        var text = whole.ToString();
        var reader = new Reader(Corpus.Packs());
        for (var i = 0; i < 40; i++) reader.Read(Corpus.Article("warm", text[..First]));

        // Rounds over all lengths, so that a slow moment of the machine touches all alike.
        var times = Enumerable.Range(0, Doublings + 1).Select(_ => new List<double>()).ToList();
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i <= Doublings; i++) times[i].Add(Once(reader, text[..(First << i)], 1 << (Doublings - i)));
        }

        var medians = times.ConvertAll(Statistics.Median);
        var table = new StringBuilder("| characters | ms | ns a character, median | ratio to the first | ns a character, best run | ratio to the first |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (var i = 0; i <= Doublings; i++)
        {
            // Beside the median the best run, which what else the machine does touches least.
            var (length, ns, best) = (First << i, medians[i], times[i].Min());
            table.Append(CultureInfo.InvariantCulture, $"| {length} | {ns * length / 1e6:0.0} | {ns:0.0} | {ns / medians[0]:0.000} | {best:0.0} | {best / times[0].Min():0.000} |\n");
        }

        return table.ToString();
    }

    // Nanoseconds a character, over as many readings as make every length cost alike.
    private static double Once(Reader reader, string text, int readings)
    {
        var article = Corpus.Article("linear", text);
        GC.Collect();
        var watch = CpuWatch.StartNew();
        for (var i = 0; i < readings; i++) reader.Read(article);
        return watch.Elapsed.TotalNanoseconds / readings / text.Length;
    }
}
