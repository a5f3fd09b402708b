using System.Text.Json;
using Readout.Ledger;
using Readout.Reading.Articles;
using Readout.Reading.Times;
using Readout.Tests.Reading;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>What the five seed articles together come to, where they stand beside the checkout.</summary>
public sealed class SeedsLedgerTest : IDisposable
{
    private readonly LedgerFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void The_nine_dated_contacts_stand_in_the_ledger_once_each_and_no_other()
    {
        var articles = Seeds.Articles();
        if (articles.Count == 0) return;
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Join(Seeds.Shared, "gold", "seeds-ledger.json")));
        var contacts = Export("all.db", [articles]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var met = new HashSet<string>();
        foreach (var wanted in gold.RootElement.GetProperty("contacts").EnumerateArray())
        {
            var found = contacts.Where(c => Fits(wanted, c)).ToList();
            Assert.True(found.Count == 1, $"{found.Count} contacts for {wanted}");
            met.Add(Text(found[0], "id")!);
            Assert.Contains(Text(found[0], "status"), Texts(wanted.GetProperty("status")));
            Assert.Equal(Length(Text(wanted, "duration")), Length(Text(found[0], "duration")));
            Assert.Equal(Text(wanted, "place"), Text(found[0], "place"));
            var told = found[0].GetProperty("accounts").EnumerateArray().Select(a => Text(a, "article")![..3]).Distinct().Order();
            Assert.Equal(Texts(wanted.GetProperty("articles")).Order(), told);
        }

        var others = contacts.Where(c => !met.Contains(Text(c, "id")!) && Text(c, "status") is "held" or "planned" && Text(c, "date") is { Length: >= 7 });
        Assert.Empty(others.Select(c => c.ToString()));
    }

    [Fact]
    public void The_order_and_the_batches_in_which_they_come_change_nothing()
    {
        var articles = Seeds.Articles();
        if (articles.Count == 0) return;
        var together = Export("together.db", [articles]);
        Assert.Equal(together, Export("one-by-one.db", articles.Select(a => new List<Article> { a })));
        Assert.Equal(together, Export("backwards.db", articles.AsEnumerable().Reverse().Select(a => new List<Article> { a })));
        Assert.Equal(together, Export("in-two.db", [articles[3..], articles[..3]]));
    }

    private string Export(string name, IEnumerable<List<Article>> batches)
    {
        using var ledger = ContactLedger.OpenOrCreate(files.Path(name));
        foreach (var batch in batches) ledger.Add(batch, Vietnamese.Reader.Read);
        var told = LedgerFiles.Export(ledger);
        ledger.Rebuild(Vietnamese.Reader.Read);
        Assert.Equal(told, LedgerFiles.Export(ledger));
        return told;
    }

    private static bool Fits(JsonElement wanted, JsonElement contact)
    {
        var names = contact.GetProperty("participants").EnumerateArray().Select(p => p.GetString()!).ToList();
        return Text(wanted, "kind") == Text(contact, "kind")
            && wanted.GetProperty("participants").EnumerateArray().All(p => Texts(p).Any(names.Contains))
            && EdtfInterval.TryParse(Text(wanted, "date")) is { } day && EdtfInterval.TryParse(Text(contact, "date")) is { } told
            && day.Intersect(told) == told;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(e => e.GetString()!) : [element.GetString()!];

    private static TimeSpan? Length(string? duration) => duration is null ? null : System.Xml.XmlConvert.ToTimeSpan(duration);
}
