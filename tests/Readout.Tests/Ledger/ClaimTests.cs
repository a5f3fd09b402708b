using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What the claims about a field come to.</summary>
public sealed class ClaimTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void OneArticleGivesTheDateAnotherTheDuration()
    {
        var contact = One(
            Call("a", null, "2025-02-12"),
            Call("b", null, "2025-02-12/2025-02-13") with { Inferred = true, Duration = "PT90M" });
        Assert.Equal(("2025-02-12", "PT90M", DurationBound.Exact), (contact.Date, contact.Duration, contact.DurationBound));
        AssertField(contact, ContactField.Date, Agreement.Consistent, "intersection");
        AssertField(contact, ContactField.Duration, Agreement.Sole, "only");
    }

    [Theory]
    [InlineData("PT60M", DurationBound.AtLeast, "PT75M", DurationBound.Exact, Agreement.Consistent, "PT75M", "exact-within-bounds")]
    [InlineData("PT90M", DurationBound.Exact, "PT3H", DurationBound.AtMost, Agreement.Conflicting, "PT90M", "most-precise")]
    [InlineData("PT1H", DurationBound.About, "PT1H", DurationBound.AtLeast, Agreement.Consistent, "PT1H", "narrowest-bound")]
    [InlineData("PT40M", DurationBound.Exact, "PT40M", DurationBound.Exact, Agreement.Consistent, "PT40M", "only")]
    [InlineData("PT40M", DurationBound.Exact, "PT50M", DurationBound.Exact, Agreement.Conflicting, "PT40M", "earliest")]
    public void DurationsAreBounds(
        string one, DurationBound oneBound, string two, DurationBound twoBound, Agreement agreement, string resolved, string rule)
    {
        var contact = One(
            Call("a", "one.example", "2025-02-12") with { Duration = one, Bound = oneBound },
            Call("b", "two.example", "2025-02-12") with { Duration = two, Bound = twoBound });
        Assert.Equal(resolved, contact.Duration);
        AssertField(contact, ContactField.Duration, agreement, rule);
    }

    [Theory]
    [InlineData("Russia", null, "Moscow", "Russia", Agreement.Consistent, "Moscow", "most-precise")]
    [InlineData("Ho Chi Minh City", "Vietnam", "Vietnam", null, Agreement.Consistent, "Ho Chi Minh City", "most-precise")]
    [InlineData("United Arab Emirates", null, "Moscow", "Russia", Agreement.Conflicting, "Moscow", "most-precise")]
    [InlineData("Sochi", "Russia", "Moscow", "Russia", Agreement.Conflicting, "Moscow", "most-precise")]
    public void A_city_is_no_other_place_than_its_state(
        string one, string? oneWithin, string two, string? twoWithin, Agreement agreement, string resolved, string rule)
    {
        var contact = One(
            Call("a", "one.example", "2025-02-12") with { Place = one, PlaceWithin = oneWithin },
            Call("b", "two.example", "2025-02-12") with { Place = two, PlaceWithin = twoWithin });
        Assert.Equal(resolved, contact.Place);
        AssertField(contact, ContactField.Place, agreement, rule);
    }

    [Fact]
    public void OriginsAreCountedNotArticles()
    {
        var contact = One(
            Call("a", "one.example", "2025-02-12") with { Duration = "PT40M", Relay = ["RT", "Dmitry Peskov"] },
            Call("b", "two.example", "2025-02-12") with { Duration = "PT40M", Relay = ["Dmitry Peskov"] },
            Call("c", "three.example", "2025-02-12") with { Duration = "PT50M" },
            Call("d", "four.example", "2025-02-12") with { Duration = "PT50M" });
        Assert.Equal(["Dmitry Peskov", "four.example", "three.example"], contact.Origins.AsEnumerable());
        Assert.Equal((4, "PT50M"), (contact.Articles, contact.Duration));
        AssertField(contact, ContactField.Duration, Agreement.Conflicting, "best-supported");
    }

    [Fact]
    public void DisagreementsStandTheSharpestFirst()
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add(
            [
                Article(Call("a", "one.example", "2025-02-12") with { Duration = "PT90M" }),
                Article(Call("b", "two.example", "2025-02-12") with { Duration = "PT80M", Place = "Moscow" }),
                Article(Call("c", "one.example", "2025-07-03") with { Duration = "PT20M", Published = "2025-07-04" }),
                Article(Call("d", "two.example", "2025-07-03") with { Duration = "PT2H", Published = "2025-07-04" }),
                Article(Call("e", "two.example", "2025-09-03") with { Duration = "PT2H", Published = "2025-09-04" }),
            ],
            _told.Read);
        var found = ledger.Disagreements();
        Assert.Equal(["2025-07-03", "2025-02-12"], found.Select(d => d.Contact.Date));
        Assert.All(found, d => Assert.Equal(ContactField.Duration, d.Field.Field));
        Assert.True(found[0].Sharpness > found[1].Sharpness);
    }

    [Fact]
    public void HeldIsHeldOnceToldAndADenialAfterwardsIsAConflict()
    {
        var contact = One(
            new Said("a", null, Telling.Call("2025-02-12", Putin, Trump)),
            new Said("b", null, Telling.Call("2025-02-12", Putin, Trump) with { Status = ContactStatus.Denied }, "2025-02-20"));
        Assert.Equal(ContactStatus.Held, contact.Status);
        AssertField(contact, ContactField.Status, Agreement.Conflicting, "held-once-told");
    }

    [Fact]
    public void OfPlansTheLatestWordCounts()
    {
        var plan = Telling.Meeting(ContactStatus.Planned, "2025-05-09", Putin, Trump);
        var contact = One(
            new Said("a", null, plan, "2025-04-01"),
            new Said("b", null, plan with { Status = ContactStatus.Cancelled }, "2025-05-01"),
            new Said("c", null, plan with { Status = ContactStatus.Postponed }, "2025-04-20"));
        Assert.Equal(ContactStatus.Cancelled, contact.Status);
        AssertField(contact, ContactField.Status, Agreement.Consistent, "latest-told");
    }

    [Fact]
    public void UndisclosedIsNoContradiction()
    {
        var contact = One(
            Call("a", null, "2025-02-12") with { Initiator = "undisclosed" },
            Call("b", null, "2025-02-12") with { Initiator = "Donald Trump" });
        Assert.Equal("Donald Trump", contact.Initiator);
        AssertField(contact, ContactField.Initiator, Agreement.Consistent, "only");
    }

    [Fact]
    public void EveryClaimKeepsItsArticleAndWords()
    {
        var contact = One(Call("a", "one.example", "2025-02-12") with { Duration = "PT90M", Relay = ["RT"] });
        var claim = Assert.Single(contact.Fields.Single(f => f.Field == ContactField.Duration).Claims);
        Assert.Equal(("a", "RT", contact.Accounts[0].Id), (claim.Place.Article, claim.Origin, claim.AccountId));
        Assert.Equal(contact.Accounts[0].Finding.Evidence[0], claim.Claim.Evidence);
        // Values that the reading gives without a claim rest on the account's words.
        Assert.Equal("held", Assert.Single(contact.Fields.Single(f => f.Field == ContactField.Status).Claims).Claim.Value);
    }

    private static void AssertField(Contact contact, ContactField field, Agreement agreement, string rule)
    {
        var resolved = contact.Fields.Single(f => f.Field == field);
        Assert.Equal((agreement, rule), (resolved.Agreement, resolved.Rule));
    }

    private static Said Call(string id, string? publisher, string date) => new(id, publisher, Telling.Call(date, Putin, Trump));

    private Article Article(Said said) => _told.Article(said.Id, said.Published, said.Publisher, [said.Telling]);

    private Contact One(params Said[] said)
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add([.. said.Select(Article)], _told.Read);
        return Assert.Single(ledger.Contacts());
    }

    /// <summary>One article's word on one contact.</summary>
    private sealed record Said(string Id, string? Publisher, Telling Telling, string Published = "2025-02-13")
    {
        public string? Duration { init => Telling = Telling with { Duration = value }; }

        public DurationBound Bound { init => Telling = Telling with { Bound = value }; }

        public bool Inferred { init => Telling = Telling with { Inferred = value }; }

        public string? Place { init => Telling = Telling with { Place = value }; }

        public string? PlaceWithin { init => Telling = Telling with { PlaceWithin = value }; }

        public string? Initiator { init => Telling = Telling with { Initiator = value }; }

        public System.Collections.Immutable.ImmutableArray<string> Relay { init => Telling = Telling with { Relay = value }; }
    }
}
