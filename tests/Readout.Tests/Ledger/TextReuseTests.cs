using System.Collections.Immutable;
using System.Globalization;
using Readout.Ledger;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>Texts that print others again count as one origin, whichever of them comes first into the ledger.</summary>
public sealed class TextReuseTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AReprintHasTheOriginOfTheFirstToPrintIt()
    {
        var articles = new[] { A("first", "2025-02-13", "one.example", 40), A("again", "2025-02-14", "two.example", 36), A("own", "2025-02-14", "three.example", 0) };
        foreach (var order in new[] { articles, [.. articles.Reverse()], [articles[1], articles[2], articles[0]] })
        {
            var contact = Assert.Single(Contacts(order));
            Assert.Equal(["one.example", "three.example"], contact.Origins.AsEnumerable());
            var again = Assert.Single(contact.Accounts, a => a.Reprint is not null);
            Assert.Equal(("again", "first", "one.example"), (again.Place.Article, again.Reprint!.Of.Article, again.Origin));
            Assert.InRange(again.Reprint.Likeness, 0.5, 0.99);
        }
    }

    [Fact]
    public void WhenTheFirstIsForgottenTheNextOneIsTheOrigin()
    {
        var first = A("first", "2025-02-13", "one.example", 40);
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("forget.db"));
        ledger.Add([A("third", "2025-02-15", "three.example", 40), first, A("second", "2025-02-14", "two.example", 40)], _told.Read);
        Assert.Equal(["one.example"], Assert.Single(ledger.Contacts()).Origins.AsEnumerable());
        ledger.Forget([first], _told.Read);
        Assert.Equal(["two.example"], Assert.Single(ledger.Contacts()).Origins.AsEnumerable());
    }

    [Fact]
    public void AnEarlierPlaceOfTheFirstTextIsTheOrigin()
    {
        var first = A("first", "2025-02-13", "one.example", 40);
        var contact = Assert.Single(Contacts(
            first, A("again", "2025-02-14", "two.example", 40), first with { Id = "wire", Publisher = "wire.example", Published = Publication.TryParse("2025-02-12") }));
        Assert.Equal(["wire.example"], contact.Origins.AsEnumerable());
    }

    [Fact]
    public void WhatIsAlikeMuchLaterIsOtherNews() => Assert.Equal(2, Assert.Single(Contacts(
        A("first", "2025-02-13", "one.example", 40), A("later", "2025-02-21", "two.example", 40))).Origins.Length);

    [Fact]
    public void ShortTextsAreNotCompared() => Assert.Null(Sketch.Of("Ten words are too few to tell copying from chance."));

    [Fact]
    public void CaseMarksAndSpacesDoNotCount()
    {
        var one = Sketch.Of(Words(0, 60));
        var other = Sketch.Of(Words(0, 60).ToUpperInvariant().Replace(" ", ",\n ", StringComparison.Ordinal));
        Assert.Equal(1, one!.Likeness(other!));
        Assert.Equal(one, Sketch.FromBytes(one.ToBytes()), (a, b) => a!.Least.SequenceEqual(b!.Least));
    }

    [Theory]
    [InlineData(400, 0, 1.0)]
    [InlineData(300, 100, 0.6)]
    [InlineData(200, 200, 0.333)]
    [InlineData(0, 400, 0.0)]
    public void LikenessIsTheShareOfRuns(int shared, int own, double likeness)
    {
        var one = Sketch.Of(Words(0, shared) + " " + Words(1_000, own));
        var other = Sketch.Of(Words(0, shared) + " " + Words(2_000, own));
        Assert.InRange(one!.Likeness(other!), likeness - 0.15, likeness + 0.15);
    }

    [Fact]
    public void AnAgencyGoesBackToWhomItQuotesWhereAnotherArticleSaysSo()
    {
        var contact = Assert.Single(Contacts(
            Relayed("agency", "TASS"), Relayed("both", "TASS", "Yury Ushakov"), Relayed("other", "Reuters"), Relayed("split", "Interfax", "Dmitry Peskov")));
        Assert.Equal(["Dmitry Peskov", "Reuters", "Yury Ushakov"], contact.Origins.AsEnumerable());
    }

    private Article Relayed(string id, params ImmutableArray<string> relay) =>
        _told.Article(id, "2025-02-13", $"{id}.example", [Telling.Call("2025-02-12", Putin, Trump) with { Relay = relay }]);

    private Article A(string id, string published, string publisher, int shared) => _told.Article(
        id, published, publisher, [Telling.Call("2025-02-12", Putin, Trump)], Words(0, shared) + " " + Words(id.Length * 1_000, 40 - shared));

    private static string Words(int from, int count) =>
        string.Join(' ', Enumerable.Range(from, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"word{i * 7919 % 10_007}")));

    private List<Contact> Contacts(params Article[] articles)
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));
        foreach (var article in articles) ledger.Add([article], _told.Read);
        return [.. ledger.Contacts()];
    }
}
