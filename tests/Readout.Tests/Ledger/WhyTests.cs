using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>Why two accounts are, or are not, one contact.</summary>
public sealed class WhyTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void TheRuleThatJoinsIsTold()
    {
        var why = Of(A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-13", Call("2025-02-12", Russia, America)));
        Assert.True(why.One);
        var point = Assert.Single(why.Points);
        Assert.Equal(("same-day", false, "both are of 2025-02-12; both name RUS, USA"), (point.Rule, point.Apart, point.Because));
        Assert.Equal(why.First.ContactId, why.Second.ContactId);
    }

    [Fact]
    public void WhoFitsByOthersOnlyIsToldSo()
    {
        var why = Of(
            A("plan", "2025-02-05", Call(null, Putin, Trump) with { Status = ContactStatus.Planned }), A("late", "2025-02-20", Call(null, Putin, Trump)),
            A("news", "2025-02-13", Call("2025-02-12", Putin, Trump)));
        Assert.True(why.One);
        Assert.Equal(["through-others", "dates"], why.Points.Select(p => p.Rule));
    }

    [Fact]
    public void OtherDaysSetApart() => Apart("dates", A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-14", Call("2025-02-13", Putin, Trump)));

    [Fact]
    public void OtherPersonsSetApart()
    {
        var why = Apart("persons", A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-13", Call("2025-02-12", Lavrov, Trump)));
        Assert.Equal("for RUS one names Vladimir Putin, the other Sergey Lavrov", Assert.Single(why.Points).Because);
    }

    [Fact]
    public void OtherKindsSetApart() => Apart(
        "kind", A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-13", Telling.Meeting(ContactStatus.Held, "2025-02-12", Putin, Trump)));

    [Fact]
    public void OtherSidesSetApart() => Apart(
        "sides", A("a", "2025-02-13", Call("2025-02-12", Putin, Trump, Turkey)), A("b", "2025-02-13", Call("2025-02-12", Putin, Trump, Ukraine)));

    [Fact]
    public void AnotherOccasionSetsApart() => Apart(
        "occasion", A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-13", Call(null, Putin, Trump, Zelensky)));

    [Fact]
    public void OtherNumbersSetApart()
    {
        var why = Apart("number", A("a", "2025-02-13", Round(2, null)), A("b", "2025-02-14", Round(3, null)));
        Assert.Equal("one counts it as round 2, the other as round 3", Assert.Single(why.Points).Because);
        why = Apart("number", A("c", "2025-02-13", Round(2, "2025-02-12")), A("d", "2025-02-15", Round(3, "2025-02-14")));
        Assert.Equal(["dates", "number"], why.Points.Select(p => p.Rule));
    }

    [Fact]
    public void TheLikeNumberIsTold()
    {
        var ninth = Call("2025-02-12", Putin, Trump) with { Count = new CountClaim(CountForm.Nth, 9, "2025") };
        var why = Of(A("a", "2025-02-13", ninth), A("b", "2025-02-14", ninth));
        Assert.EndsWith("; both count it as call number 9 in 2025", Assert.Single(why.Points).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void OneArticleTellsApart()
    {
        using var ledger = Open(A("a", "2025-02-13", Call("2025-02-12", Putin, Trump), Call("2025-02-12", Putin, Trump)));
        var ids = ledger.Contacts().Select(c => c.Id).ToList();
        Assert.Equal("one-article", Assert.Single(ledger.Why(ids[0], ids[1]).Why!.Points).Rule);
    }

    [Fact]
    public void WhatFitsTwoEquallyIsToldSo()
    {
        var why = Apart(
            "unresolved", A("late", "2025-02-15", Call(null, Putin, Trump)), A("one", "2025-02-12", Call("2025-02-11", Putin, Trump)),
            A("two", "2025-02-13", Call("2025-02-12", Putin, Trump)));
        Assert.Contains("fits 2 contacts equally", why.Points[0].Because, StringComparison.Ordinal);
        Assert.Contains(why.Points, p => p is { Rule: "near-publication", Apart: false });
    }

    [Fact]
    public void WhatFitsItsOwnContactBetterIsToldSo() => Apart(
        "better-fit",
        A("late", "2025-02-14", Call(null, Putin, Trump) with { Duration = "PT90M" }), A("other", "2025-02-12", Call("2025-02-11", Putin, Trump) with { Duration = "PT10M" }),
        A("own", "2025-02-13", Call("2025-02-13", Putin, Trump) with { Duration = "PT90M" }));

    [Fact]
    public void IdsThatMeanNothingOrSeveralAreNotAnswered()
    {
        using var ledger = Open(A("a", "2025-02-13", Call("2025-02-12", Putin, Trump)), A("b", "2025-02-13", Call("2025-02-12", Russia, America)));
        var lookup = ledger.Why("call-", "nothing");
        Assert.Null(lookup.Why);
        Assert.Equal((2, 0), (lookup.First.Length, lookup.Second.Length));
    }

    private Why Apart(string rule, params Article[] articles)
    {
        var why = Of(articles);
        Assert.False(why.One);
        Assert.Contains(why.Points, p => p.Rule == rule && p.Apart);
        return why;
    }

    // The first two articles are compared; the others are in the ledger too.
    private Why Of(params Article[] articles)
    {
        using var ledger = Open(articles);
        var accounts = ledger.Contacts().SelectMany(c => c.Accounts).ToDictionary(a => a.Place.Article, a => a.Id, StringComparer.Ordinal);
        return ledger.Why(accounts[articles[0].Id], accounts[articles[1].Id][^12..]).Why!;
    }

    private ContactLedger Open(params Article[] articles)
    {
        var ledger = ContactLedger.OpenOrCreate(_files.Path("why.db"));
        ledger.Add(articles, _told.Read);
        return ledger;
    }

    private Article A(string id, string published, params Telling[] tellings) => _told.Article(id, published, tellings);

    private static Telling Round(int number, string? date) =>
        new(ContactKind.Talks, ContactStatus.Held, [Russia, Ukraine], date) { Count = new CountClaim(CountForm.Round, number, null) };

    private static Telling Call(string? date, params System.Collections.Immutable.ImmutableArray<Participant> who) => Telling.Call(date, who);
}
