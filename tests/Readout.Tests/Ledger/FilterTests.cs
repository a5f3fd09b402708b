using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>Filters find through the index what looking at every contact would find.</summary>
public sealed class FilterTests : IDisposable
{
    private static readonly Participant France = new("France", "FRA", false);
    private static readonly Participant Macron = new("Emmanuel Macron", "FRA", true);

    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void EachConditionKeepsItsOwn()
    {
        using var ledger = Open("one.db");
        var talk = _told.Article("a", "2025-02-13", "Báo Một", [new Telling(ContactKind.Call, ContactStatus.Held, [Putin, Macron], "2025-02-12") { Main = true }]);
        _told.Reread(talk, _told.Read(talk) with
        {
            Positions = [new PositionFinding("Vladimir Putin", Stance.Rejects, "temporary ceasefire", null, [new Evidence(0, 1, "a")], [])],
            Mentions = [new MentionFinding(new Evidence(0, 1, "a"), ["Emmanuel Macron"], [])],
        });
        ledger.Add(
            [
                talk,
                _told.Article("b", "2025-03-13", "Báo Hai", [Telling.Meeting(ContactStatus.Held, "2025-03-12", Trump, France) with { Place = "Hà Nội" }]),
                _told.Article("c", "2025-04-13", null, [Telling.Call("2025", Putin, Trump)]),
            ],
            _told.Read);
        string[] Ids(ContactFilter filter) => [.. ledger.Timeline(filter).Select(r => r.Id[..r.Id.LastIndexOf('-')])];
        Assert.Equal(["call-macron-putin"], Ids(new() { Pair = ["rus", "macron"] }));
        Assert.Equal(["call-macron-putin"], Ids(new() { Pair = ["France", "RUS"] }));
        Assert.Equal(["meeting-france-trump"], Ids(new() { Places = ["ha noi"] }));
        Assert.Equal(["call-macron-putin"], Ids(new() { Topics = ["ceasefire"] }));
        Assert.Equal(["call-macron-putin"], Ids(new() { Publishers = ["bao mot"] }));
        Assert.Equal(["call-macron-putin", "meeting-france-trump"], Ids(new() { Publishers = ["bao"] }));
        Assert.Equal(["call-macron-putin"], Ids(new() { Persons = ["a"], Publishers = ["bao mot"] }));
        Assert.Equal(["call-putin-trump", "call-macron-putin"], Ids(new() { Persons = ["PUTIN"] }));
        Assert.Equal(["call-putin-trump", "meeting-france-trump"], Ids(new() { From = new(2025, 3, 1), To = new(2025, 3, 31) }));
        Assert.Empty(Ids(new() { Persons = ["putin"], Places = ["nowhere"] }));
        Assert.Equal(["call-macron-putin", "meeting-france-trump"], ledger.Latest(null, 2).Select(r => r.Id[..r.Id.LastIndexOf('-')]));
        Assert.Equal(["call-macron-putin"], ledger.Latest(new() { Persons = ["putin"] }, 1).Select(r => r.Id[..r.Id.LastIndexOf('-')]));
    }

    [Fact]
    public void AnotherPlaceOfATextBringsItsPublisher()
    {
        using var ledger = Open("places.db");
        var article = _told.Article("a", "2025-02-13", "Báo Một", [Telling.Call("2025-02-12", Putin, Trump)]);
        ledger.Add([article], _told.Read);
        var copy = article with { Id = "copy", Publisher = "Báo Hai", Published = Publication.TryParse("2025-02-14") };
        Assert.Empty(ledger.Timeline(new() { Publishers = ["hai"] }));
        ledger.Add([copy], _told.Read);
        Assert.Single(ledger.Timeline(new() { Publishers = ["hai"] }));
        ledger.Forget([copy], _told.Read);
        Assert.Empty(ledger.Timeline(new() { Publishers = ["hai"] }));
        Assert.Single(ledger.Timeline(new() { Publishers = ["mot"] }));
    }

    [Fact]
    public void TheIndexFindsWhatLookingAtAllWouldFindInWhateverOrderArticlesCame()
    {
        var articles = Many().ToList();
        using var forwards = Open("forwards.db");
        forwards.Add(articles, _told.Read);
        using var backwards = Open("backwards.db");
        foreach (var batch in Enumerable.Reverse(articles).Chunk(7)) backwards.Add(batch, _told.Read);
        var all = forwards.Contacts().ToList();
        Assert.True(all.Count > 100);
        foreach (var (filter, passes) in Filters())
        {
            var expected = all.Where(passes).Select(c => c.Id).ToList();
            Assert.Equal(expected, forwards.Timeline(filter).Select(r => r.Id));
            Assert.Equal(expected, backwards.Timeline(filter).Select(r => r.Id));
            Assert.Equal(expected.TakeLast(5), backwards.Latest(filter, 5).Select(r => r.Id));
        }
    }

    private IEnumerable<Article> Many()
    {
        ImmutableArray<ImmutableArray<Participant>> companies = [[Putin, Trump], [Putin, Macron], [Trump, France], [Lavrov, Rubio], [Russia, America], [Trump, Zelensky]];
        string?[] dates = [null, "2025-02", "2024", "2025-01-30/2025-03-05", "../2025-02-10", "2025-02-20/.."];
        for (var i = 0; i < 240; i++)
        {
            var day = new LocalDate(2025, 1, 1).PlusDays(i * 7 % 120);
            var date = i % 5 == 0 ? dates[i / 5 % dates.Length] : day.PlusDays(-1).ToString("uuuu-MM-dd", null);
            yield return _told.Article($"a{i}", day.ToString("uuuu-MM-dd", null), i % 3 == 0 ? "one.example" : "two.example",
            [
                new Telling(i % 2 == 0 ? ContactKind.Call : ContactKind.Meeting, i % 4 == 0 ? ContactStatus.Planned : ContactStatus.Held, companies[i % companies.Length], date)
                {
                    Place = i % 6 == 0 ? "Geneva" : null,
                },
            ]);
        }
    }

    private static IEnumerable<(ContactFilter Filter, Func<Contact, bool> Passes)> Filters()
    {
        static bool Has(Contact c, string name) => c.Participants.Any(p => p.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        static bool Of(Contact c, string state) => c.Participants.Any(p => p.State == state);
        static bool By(Contact c, string publisher) => c.Accounts.Any(a => a.Place.Publisher == publisher);
        yield return (new(), _ => true);
        yield return (new() { Persons = ["putin"] }, c => Has(c, "putin"));
        yield return (new() { States = ["USA"], Kinds = [ContactKind.Call] }, c => Of(c, "USA") && c.Kind == ContactKind.Call);
        yield return (new() { Pair = ["RUS", "trump"] }, c => Of(c, "RUS") && Has(c, "trump"));
        yield return (new() { Places = ["gen"], Publishers = ["one"] }, c => c.Place == "Geneva" && By(c, "one.example"));
        yield return (new() { Statuses = [ContactStatus.Planned, ContactStatus.Proposed] }, c => c.Status is ContactStatus.Planned or ContactStatus.Proposed);
        foreach (var (from, to) in new (LocalDate?, LocalDate?)[]
            { (new(2025, 2, 8), new(2025, 2, 12)), (new(2025, 3, 10), null), (null, new(2025, 1, 20)), (new(2025, 2, 1), new(2025, 4, 1)) })
        {
            yield return (new() { From = from, To = to }, c => InDays(c, from, to));
            yield return (new() { From = from, To = to, Persons = ["trump"] }, c => InDays(c, from, to) && Has(c, "trump"));
        }
    }

    private static bool InDays(Contact contact, LocalDate? from, LocalDate? to)
    {
        var when = Readout.Reading.Times.EdtfInterval.TryParse(contact.Date);
        var told = contact.Accounts[0].Place.Published is { } written ? Publication.TryParse(written)?.Day : null;
        var first = when is { } w ? w.First : told;
        var last = when is { } v ? v.Last : told;
        return !(from is { } f && last is { } l && l < f) && !(to is { } t && first is { } d && d > t);
    }

    private ContactLedger Open(string name) => ContactLedger.OpenOrCreate(_files.Path(name));
}
