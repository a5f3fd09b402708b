using Readout.Ledger;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>Who holds an office is learned from articles that say so, for those that name the office alone.</summary>
public sealed class OfficeTests : IDisposable
{
    private const string Title = "Chancellor of Germany";
    private static readonly Participant Bare = new(Title, "DEU", true);

    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnotherArticleTellsWhoItWasWhicheverCameFirst(bool knownBefore)
    {
        using var ledger = Open();
        var (call, holder) = (Call("a", "2025-06-10"), Names("b", "2025-05-20", "Friedrich Merz"));
        foreach (var article in knownBefore ? [holder, call] : new[] { call, holder }) ledger.Add([article], _told.Read);
        var id = Assert.Single(ledger.Timeline()).Id;
        var contact = ledger.Find(id).Contact!;
        Assert.Equal(["Friedrich Merz", "Donald Trump"], contact.Participants.Select(p => p.Name));
        // The words it rests on stay the article's own, and the page shows where the name comes from.
        var claim = contact.Fields.Single(f => f.Field == ContactField.Participant).Claims.Single(c => c.Claim.Value == "Friedrich Merz").Claim;
        Assert.Equal(("a", "observed-office"), (claim.Evidence.Exact, claim.Rules[^1]));
        var held = Assert.Single(contact.Offices);
        Assert.Equal((Title, "Friedrich Merz", "b"), (held.Office, held.Holder, held.Place.Article));
        Assert.Single(ledger.Timeline(new() { Persons = ["merz"] }));
        Assert.Equal("DEU:head-of-government", Assert.Single(ledger.Actor("merz", 5).Actor!.Offices).Office);

        ledger.Forget([holder], _told.Read);
        var again = Assert.Single(ledger.Timeline());
        Assert.Equal((id, Title), (again.Id, again.Participants[0].Name));
    }

    [Fact]
    public void TwoNamesOfOneTimeTellNothing()
    {
        using var ledger = Open();
        ledger.Add([Call("a", "2025-06-10"), Names("b", "2025-05-20", "Friedrich Merz"), Names("c", "2025-04-20", "Olaf Scholz")], _told.Read);
        Assert.Equal(Title, Assert.Single(ledger.Timeline()).Participants[0].Name);
    }

    [Fact]
    public void WhatWasSaidLongBeforeTellsNothing()
    {
        using var ledger = Open();
        ledger.Add([Call("a", "2025-06-10"), Names("b", "2024-12-20", "Olaf Scholz")], _told.Read);
        Assert.Equal(Title, Assert.Single(ledger.Timeline()).Participants[0].Name);
        ledger.Add([Names("c", "2025-07-20", "Friedrich Merz")], _told.Read);
        Assert.Equal("Friedrich Merz", Assert.Single(ledger.Timeline()).Participants[0].Name);
    }

    [Fact]
    public void AnOfficeThatSeveralHoldTellsNothing()
    {
        using var ledger = Open();
        var named = Names("b", "2025-05-20", "Friedrich Merz");
        _told.Reread(named, _told.Read(named) with { Offices = [_told.Read(named).Offices[0] with { Title = null }] });
        ledger.Add([named, Call("a", "2025-06-10")], _told.Read);
        Assert.Equal(Title, Assert.Single(ledger.Timeline()).Participants[0].Name);
    }

    [Fact]
    public void AsOfAMomentOnlyWhatWasWrittenByThenTells()
    {
        using var ledger = Open();
        ledger.Add([Call("a", "2025-06-10"), Names("b", "2025-06-20", "Friedrich Merz"), Names("c", "2025-06-30", "Olaf Scholz")], _told.Read);
        foreach (var (moment, name) in new[] { ("2025-06-15", Title), ("2025-06-25", "Friedrich Merz"), ("2025-07-05", Title) })
        {
            using var then = ledger.AsOf(AsOf.TryParse(moment)!);
            Assert.Equal(name, Assert.Single(then.Timeline()).Participants[0].Name);
            Assert.Equal(name == Title ? 0 : 1, then.Timeline(new() { Persons = ["merz"] }).Count());
        }
    }

    [Fact]
    public void WithTheNameItIsTheContactThatOthersTellOf()
    {
        using var ledger = Open();
        ledger.Add(
            [
                Call("a", "2025-06-10"), Names("b", "2025-05-20", "Friedrich Merz"),
                _told.Article("c", "2025-06-11", Telling.Call("2025-06-10", new Participant("Friedrich Merz", "DEU", true), Trump)),
            ],
            _told.Read);
        Assert.Equal(2, Assert.Single(ledger.Timeline()).Articles);
    }

    private Article Call(string id, string date)
    {
        var article = _told.Article(id, date, Telling.Call(date, Bare, Trump));
        var reading = _told.Read(article);
        var contact = reading.Contacts[0];
        var claim = new FieldClaim(ContactField.Participant, Title, null, new Evidence(0, 1, id), [], ["test.office"]);
        _told.Reread(article, reading with { Contacts = [contact with { Claims = [claim, .. contact.Claims] }] });
        return article;
    }

    private Article Names(string id, string published, string holder)
    {
        var article = _told.Article(id, published);
        _told.Reread(article, Nothing with { Offices = [new ObservedOffice("DEU:head-of-government", holder, new Evidence(0, 1, id)) { Title = Title }] });
        return article;
    }

    private ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path("readout.db"));
}
