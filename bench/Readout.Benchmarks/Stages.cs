using System.Globalization;
using System.Text;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Benchmarks;

/// <summary>Where the reader's time and memory go: tokens and items apart, then the whole.</summary>
internal static class Stages
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static string Measure(Corpus corpus)
    {
        var reader = new Reader(Corpus.Packs());
        var pack = reader.Pack("vi");
        var table = new StringBuilder("| part | ns a character | bytes allocated a character |\n| --- | ---: | ---: |\n");
        Add("tokens", a => pack.Tokenizer.Tokenize(a.Text));
        Add("the whole reading", a => reader.Read(a));
        return table.ToString();

        void Add(string name, Action<Article> work)
        {
            var (times, bytes) = (new List<double>(), 0L);
            var warm = CpuWatch.StartNew();
            while (warm.Elapsed < WarmUp) foreach (var article in corpus.Articles) work(article);
            for (var round = 0; round < Rounds; round++)
            {
                var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), CpuWatch.StartNew());
                foreach (var article in corpus.Articles) work(article);
                times.Add(watch.Elapsed.TotalNanoseconds);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            table.Append(CultureInfo.InvariantCulture, $"| {name} | {Statistics.Median(times) / corpus.Characters:0.0} | {(double)bytes / corpus.Characters:0.0} |\n");
        }
    }
}
