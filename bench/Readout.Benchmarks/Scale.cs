using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;

namespace Readout.Benchmarks;

/// <summary>
/// A ledger of many generated accounts: what it takes to load, what one more article costs when it is small and when it is large, and
/// how long questions take, warm.
/// </summary>
internal static class Scale
{
    private const int Small = 10_000;
    private const int Batch = 2000;
    private const int MoreArticles = 101;
    private const int Asked = 25;
    private const int AskedOfThePast = 11;

    public static string Measure(int accounts, string? keepAt)
    {
        var folder = Directory.CreateTempSubdirectory("readout-scale").FullName;
        var path = keepAt ?? Path.Join(folder, "scale.db");
        try
        {
            var news = new GeneratedNews(Corpus.Load(null));
            var report = new StringBuilder();
            if (!File.Exists(path)) Load(path, news, accounts, report);
            using var ledger = ContactLedger.OpenToRead(path);
            Questions(ledger, report);
            Past(ledger, report);
            return report.ToString();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static void Load(string path, GeneratedNews news, int accounts, StringBuilder report)
    {
        using var ledger = ContactLedger.OpenOrCreate(path);
        var watch = Stopwatch.StartNew();
        var next = Fill(ledger, news, 0, Math.Min(Small, accounts));
        var few = OneMore(ledger, news, ref next);
        next = Fill(ledger, news, next, accounts);
        var seconds = watch.Elapsed.TotalSeconds;
        var many = OneMore(ledger, news, ref next);
        var counts = ledger.Counts();
        report.Append(CultureInfo.InvariantCulture, $"{counts.Accounts} accounts, {counts.Contacts} contacts, {counts.Texts} texts, {new FileInfo(path).Length / 1048576} MiB; loaded in {seconds:0} s; most memory {PeakMegabytes()} MB\n\n");
        report.Append("| one more article | wall ms, median | processor ms, median |\n| --- | ---: | ---: |\n");
        report.Append(CultureInfo.InvariantCulture, $"| at {Small} accounts | {few.Wall:0.00} | {few.Processor:0.00} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| at {accounts} accounts | {many.Wall:0.00} | {many.Processor:0.00} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| ratio | {many.Wall / few.Wall:0.00} | {many.Processor / few.Processor:0.00} |\n\n");
    }

    private static int Fill(ContactLedger ledger, GeneratedNews news, int from, int to)
    {
        for (var n = from; n < to; n += Batch)
        {
            ledger.Add([.. Enumerable.Range(n, Math.Min(Batch, to - n)).Select(news.Article)], news.Reading);
            if (n / 50_000 != (n + Batch) / 50_000) Console.Error.WriteLine($"{n + Batch} articles");
        }

        return Math.Max(from, to);
    }

    private static (double Wall, double Processor) OneMore(ContactLedger ledger, GeneratedNews news, ref int next)
    {
        var (wall, processor) = (new List<double>(), new List<double>());
        for (var i = 0; i < MoreArticles; i++)
        {
            var article = news.Article(next++);
            var (watch, cpu) = (Stopwatch.StartNew(), CpuWatch.StartNew());
            ledger.Add([article], news.Reading);
            wall.Add(watch.Elapsed.TotalMilliseconds);
            processor.Add(cpu.Elapsed.TotalMilliseconds);
        }

        return (Statistics.Median(wall), Statistics.Median(processor));
    }

    private static void Questions(ContactLedger ledger, StringBuilder report)
    {
        // Somebody of the most told-of state, somebody rarely told of, and a day in the middle, all from what the ledger holds.
        var latest = ledger.Latest(null, 2000);
        var often = latest.SelectMany(r => r.Participants).Where(p => p.IsPerson).GroupBy(p => p.Name).OrderByDescending(g => g.Count()).ToList();
        var (busy, quiet) = (often[0].Key, often[^1].Key);
        var states = latest.SelectMany(r => r.Participants).GroupBy(p => p.State!).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        var day = latest[0].SortDay!.Value.PlusYears(-1);
        report.Append("| question | wall ms, median | wall ms, worst | processor ms, median | rows |\n| --- | ---: | ---: | ---: | ---: |\n");
        Ask("timeline, the last 100", () => ledger.Latest(null, 100).Length);
        Ask("timeline --person, much told of, --limit 100", () => ledger.Latest(new() { Persons = [busy] }, 100).Length);
        Ask("timeline --person, rarely told of", () => ledger.Timeline(new() { Persons = [quiet] }).Count());
        Ask("timeline --pair of two states, --limit 100", () => ledger.Latest(new() { Pair = [states[0], states[1]] }, 100).Length);
        Ask("timeline --from --to, three days", () => ledger.Timeline(new() { From = day, To = day.PlusDays(2) }).Count());
        Ask("timeline --person --kind --publisher, one year", () => ledger.Timeline(new()
        {
            Persons = [busy],
            Kinds = [Readout.Reading.ContactKind.Call],
            Publishers = ["bao"],
            From = day.PlusYears(-1),
            To = day,
        }).Count());
        Ask("timeline --topic --place, --limit 100", () => ledger.Latest(new() { Topics = ["ceasefire"], Places = [latest.First(r => r.Place is not null).Place!] }, 100).Length);
        Ask("show", () => Show(ledger, latest[latest.Length / 2].Id));
        Ask("search, two words in a third of the texts", () => ledger.Search(new SearchQuery("dien dam")).Articles.Length);
        Ask("search, two words that seldom stand together", () => ledger.Search(new SearchQuery($"dien dam {busy.Split(' ')[0]} tuyen")).Articles.Length);
        Ask("search, a name", () => ledger.Search(new SearchQuery(quiet)).Articles.Length);
        Ask("actor, much told of", () => ledger.Actor(busy, 20).Actor is null ? 0 : 1);
        Ask("positions --issue --holder", () => ledger.Positions(new PositionFilter { Issue = "ceasefire", Holder = busy }).Length);

        void Ask(string what, Func<int> question)
        {
            var rows = question();
            var (wall, processor) = (new List<double>(), new List<double>());
            for (var i = 0; i < Asked; i++)
            {
                var (watch, cpu) = (Stopwatch.StartNew(), CpuWatch.StartNew());
                question();
                wall.Add(watch.Elapsed.TotalMilliseconds);
                processor.Add(cpu.Elapsed.TotalMilliseconds);
            }

            report.Append(CultureInfo.InvariantCulture, $"| {what} | {Statistics.Median(wall):0.0} | {wall.Max():0.0} | {Statistics.Median(processor):0.0} | {rows} |\n");
        }
    }

    // Each question as the command line asks it: the ledger as of the moment is opened for it alone.
    private static void Past(ContactLedger ledger, StringBuilder report)
    {
        var (first, last) = (ledger.Timeline().First(r => r.SortDay is not null).SortDay!.Value, ledger.LastDay!.Value);
        var middle = first.PlusDays(Period.DaysBetween(first, last) / 2);
        report.Append("\n| question as of a day | day | wall ms, median | wall ms, worst | processor ms, median | rows |\n| --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var day in new[] { last.PlusDays(-3), last.PlusYears(-1), middle })
        {
            using var then = Then(ledger, day);
            var latest = then.Latest(null, 2000);
            var some = latest[latest.Length / 2];
            var person = latest.SelectMany(r => r.Participants).First(p => p.IsPerson).Name;
            Ask("timeline, the last 100", day, l => l.Latest(null, 100).Length);
            Ask("timeline --person, --limit 100", day, l => l.Latest(new() { Persons = [person] }, 100).Length);
            Ask("timeline --from --to, three days", day, l => l.Timeline(new() { From = day.PlusDays(-12), To = day.PlusDays(-10) }).Count());
            Ask("show, of the same weeks", day, l => Show(l, latest[^1].Id));
            Ask("show, of some weeks before", day, l => Show(l, latest[0].Id));
            Ask("search, two words in a third of the texts", day, l => l.Search(new SearchQuery("dien dam")).Articles.Length);
            Ask("search, a name", day, l => l.Search(new SearchQuery(person)).Articles.Length);
        }

        void Ask(string what, LocalDate day, Func<ContactLedger, int> question)
        {
            var (rows, wall, processor) = (0, new List<double>(), new List<double>());
            for (var i = 0; i < AskedOfThePast; i++)
            {
                var (watch, cpu) = (Stopwatch.StartNew(), CpuWatch.StartNew());
                using var then = Then(ledger, day);
                rows = question(then);
                wall.Add(watch.Elapsed.TotalMilliseconds);
                processor.Add(cpu.Elapsed.TotalMilliseconds);
            }

            report.Append(CultureInfo.InvariantCulture, $"| {what} | {LocalDatePattern.Iso.Format(day)} | {Statistics.Median(wall):0.0} | {wall.Max():0.0} | {Statistics.Median(processor):0.0} | {rows} |\n");
        }
    }

    private static ContactLedger Then(ContactLedger ledger, LocalDate day) => ledger.AsOf(AsOf.TryParse(LocalDatePattern.Iso.Format(day))!);

    private static int Show(ContactLedger ledger, string id)
    {
        var contact = ledger.Find(id).Contact!;
        foreach (var account in contact.Accounts) _ = ledger.TextOf(account.Place.TextHash);
        return contact.Accounts.Length;
    }

    // The kernel's own count of the most memory this process had at a time.
    private static string PeakMegabytes() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? (long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).ToString(CultureInfo.InvariantCulture)
            : "not known";
}
