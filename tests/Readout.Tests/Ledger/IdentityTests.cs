using System.Collections.Immutable;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>When two accounts are one contact, case by case.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void PlannedThenHeldIsOneContact()
    {
        var contact = Assert.Single(Contacts(
            A("plan", "2025-08-09", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump)),
            A("idea", "2025-08-07", Telling.Meeting(ContactStatus.Proposed, null, Trump, Putin)),
            A("news", "2025-08-16", Telling.Meeting(ContactStatus.Held, "2025-08-15/2025-08-16", Putin, Trump) with { Inferred = true })));
        Assert.Equal((ContactStatus.Held, "2025-08-15"), (contact.Status, contact.Date));
        Assert.Equal(["idea", "plan", "news"], contact.Accounts.Select(a => a.Place.Article));
        Assert.Equal(["near-publication", "first", "dates-meet"], contact.Accounts.Select(a => a.Merged.Rule));
        Assert.False(contact.DateInferred);
    }

    [Fact]
    public void TwoCallsOfAPairOnNeighbouringDaysStayApart() => Assert.Equal(2, Contacts(
        A("one", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
        A("two", "2025-02-14", Telling.Call("2025-02-13", Putin, Trump))).Length);

    [Fact]
    public void AnInferredDayMayBeADayOff() => Assert.Single(Contacts(
        A("one", "2025-10-17", Telling.Call("2025-10-15", Putin, Trump)),
        A("two", "2025-10-17", Telling.Call("2025-10-16/2025-10-17", Putin, Trump) with { Inferred = true })));

    [Fact]
    public void StatesAgreeWithPersonsWhoActForThem()
    {
        var contact = Assert.Single(Contacts(
            A("persons", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            A("states", "2025-02-13", Telling.Call("2025-02-12", Russia, America))));
        Assert.Equal(["Vladimir Putin", "Donald Trump"], contact.Participants.Select(p => p.Name));
    }

    [Fact]
    public void OtherPersonsOfTheSameStatesAreAnotherContact() => Assert.Equal(2, Contacts(
        A("leaders", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
        A("ministers", "2025-02-13", Telling.Call("2025-02-12", Lavrov, Rubio))).Length);

    [Fact]
    public void AnOfficeWithoutAHolderStandsForItsState()
    {
        var contact = Assert.Single(Contacts(
            A("office", "2025-03-01", Telling.Call("2025-02-28", new Participant("Chancellor of Germany", "DEU", true), Trump)),
            A("name", "2025-03-02", Telling.Call("2025-02-28", new Participant("Friedrich Merz", "DEU", true), Trump))));
        Assert.Equal(["Donald Trump", "Friedrich Merz"], contact.Participants.Select(p => p.Name));
    }

    [Fact]
    public void StatesThatFitTwoContactsEquallyStayApart()
    {
        var contacts = Contacts(
            A("leaders", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            A("ministers", "2025-02-13", Telling.Call("2025-02-12", Lavrov, Rubio)),
            A("states", "2025-02-13", Telling.Call("2025-02-12", Russia, America)));
        Assert.Equal(3, contacts.Length);
        var apart = Assert.Single(contacts, c => c.Unresolved);
        Assert.Equal("states", apart.Accounts[0].Place.Article);
        Assert.Equal(contacts.Where(c => !c.Unresolved).Select(c => c.Id).Order(StringComparer.Ordinal), apart.Candidates);
    }

    [Fact]
    public void AnUndatedAccountWithTwoEqualCandidatesStaysApart()
    {
        var contacts = Contacts(
            A("one", "2025-02-12", Telling.Call("2025-02-11", Putin, Trump)),
            A("two", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            A("late", "2025-02-15", Telling.Call(null, Putin, Trump)));
        Assert.Equal(3, contacts.Length);
        Assert.Equal(2, Assert.Single(contacts, c => c.Unresolved).Candidates.Length);
    }

    [Fact]
    public void AnUndatedAccountJoinsTheClearlyNearerContact()
    {
        var contacts = Contacts(
            A("one", "2025-02-02", Telling.Call("2025-02-01", Putin, Trump)),
            A("two", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            A("late", "2025-02-13", Telling.Call(null, Putin, Trump)));
        Assert.Equal(2, contacts.Length);
        Assert.Equal(2, contacts.Single(c => c.Date == "2025-02-12").Accounts.Length);
    }

    [Fact]
    public void ADurationTellsTwoCallsOfOneDayApart()
    {
        var contacts = Contacts(
            A("both", "2025-02-13", Lasting("PT90M"), Lasting("PT10M")),
            A("one", "2025-02-13", Lasting("PT10M")));
        Assert.Equal(2, contacts.Length);
        Assert.Equal(2, contacts.Single(c => c.Duration == "PT10M").Accounts.Length);
    }

    [Fact]
    public void WhatOnlyOneArticleSetsApartDoesNotDrawOthersAway()
    {
        var contacts = Contacts(
            A("a", "2025-08-15", Meeting("2025-08-15")),
            A("b", "2025-08-15", Meeting("2025-08-15")),
            A("c", "2025-08-15", Meeting("2025-08-15")),
            A("two", "2025-08-16", Meeting("2025-08-15/2025-08-16"), Meeting("2025-08-15/2025-08-16")),
            A("late", "2025-08-17", Meeting(null)));
        Assert.Equal([1, 5], contacts.Select(c => c.Accounts.Length).Order());
    }

    [Fact]
    public void APlanThatIsNotDueIsNotYetHeld() => Assert.Equal(2, Contacts(
        A("plan", "2025-10-17", Telling.Meeting(ContactStatus.Planned, "2025-10-16/2025-10-30", Putin, Trump)),
        A("past", "2025-10-23", Meeting(null))).Length);

    [Fact]
    public void WhatWasDeniedIsNotTheUndatedOneThatWasHeld() => Assert.Equal(2, Contacts(
        A("no", "2026-01-20", Telling.Meeting(ContactStatus.Denied, null, Putin, Trump)),
        A("past", "2026-01-22", Meeting(null))).Length);

    [Fact]
    public void ReasonsAreSaidForPeople()
    {
        var contact = Assert.Single(Contacts(A("a", "2025-08-15", Meeting("2025-08-15")), A("b", "2025-08-16", Meeting(null))));
        Assert.Equal(
            "undated, told as past on 2025-08-16, and 2025-08-15 is near; both name Vladimir Putin, Donald Trump",
            contact.Accounts[1].Merged.Because);
    }

    [Fact]
    public void AccountsOfOneArticleAreNeverOneContact() => Assert.Equal(2, Contacts(
        A("one", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump), Telling.Call("2025-02-12", Putin, Trump))).Length);

    [Fact]
    public void AnOldContactIsNotTheOneInTheNews() => Assert.Equal(2, Contacts(
        A("old", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
        A("new", "2025-07-05", Telling.Call(null, Putin, Trump))).Length);

    [Fact]
    public void FamiliesOfKindsAreKeptApartAndTheMostSpecificKindIsShown()
    {
        var contacts = Contacts(
            A("meeting", "2025-08-16", Telling.Meeting(ContactStatus.Held, "2025-08-15", Putin, Trump)),
            A("summit", "2025-08-16", new Telling(ContactKind.Summit, ContactStatus.Held, [Putin, Trump], "2025-08-15")),
            A("call", "2025-08-16", Telling.Call("2025-08-15", Putin, Trump)));
        Assert.Equal([ContactKind.Call, ContactKind.Summit], contacts.Select(c => c.Kind).Order());
    }

    [Fact]
    public void AHostNamedByOneArticleOnlySetsNothingApart()
    {
        var contact = Assert.Single(Contacts(
            A("two", "2025-06-03", Talks("2025-06-02", Russia, Ukraine)),
            A("three", "2025-06-03", Talks("2025-06-02", Russia, Ukraine, Turkey)),
            A("persons", "2025-06-03", Talks("2025-06-02", Medinsky, Ukraine))));
        Assert.Equal(["Turkey", "Ukraine", "Vladimir Medinsky"], contact.Participants.Select(p => p.Name).Order());
    }

    [Fact]
    public void TalksOfThreeAreNotBothPairsTalksOfTheDay()
    {
        var contacts = Contacts(
            A("one", "2026-01-25", Talks("2026-01-24", America, Ukraine)),
            A("other", "2026-01-25", Talks("2026-01-24", America, Russia)),
            A("three", "2026-01-25", Talks("2026-01-24", America, Russia, Ukraine)));
        Assert.Equal(3, contacts.Length);
        Assert.Equal(contacts.Where(c => !c.Unresolved).Select(c => c.Id).Order(StringComparer.Ordinal), Assert.Single(contacts, c => c.Unresolved).Candidates);
    }

    [Fact]
    public void AnIdeaOfThreeIsNotThePlanOfTwo() => Assert.Equal(2, Contacts(
        A("plan", "2025-08-12", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump)),
        A("idea", "2025-08-13", Telling.Meeting(ContactStatus.Proposed, null, Putin, Trump, Zelensky))).Length);

    // The first account of three sides is of the day and place; those that lean on it are not of it for that.
    [Fact]
    public void WhoLeansOnAThirdDoesNotFollowItIntoOtherCompany()
    {
        var contacts = Contacts(
            A("plan", "2025-08-09", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump) with { Place = "Alaska" }),
            A("with", "2025-08-10", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump, Zelensky) with { Place = "Alaska" }),
            A("idea", "2025-08-13", Telling.Meeting(ContactStatus.Proposed, null, Putin, Trump, Zelensky)),
            A("other", "2025-08-14", Telling.Meeting(ContactStatus.Proposed, null, Putin, Trump, Zelensky)));
        Assert.Equal(["idea+other", "plan+with"], contacts.Select(c => string.Join('+', c.Accounts.Select(a => a.Place.Article))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneMeetingOnTwoClocksIsOne() => Assert.Single(Contacts(
        A("there", "2025-08-16", Meeting("2025-08-15") with { Place = "Alaska" }),
        A("here", "2025-08-17", Meeting("2025-08-16") with { Place = "Alaska" })));

    [Fact]
    public void TheWordsForDaysAheadAreLoose() => Assert.Single(Contacts(
        A("weekend", "2025-08-12", Telling.Meeting(ContactStatus.Planned, "2025-08-16/2025-08-17", Putin, Trump)),
        A("day", "2025-08-16", Meeting("2025-08-15"))));

    [Fact]
    public void NextWeekSaidOnAMondayMayBeThisOne()
    {
        Assert.Single(Contacts(
            A("monday", "2025-10-27", Telling.Meeting(ContactStatus.Planned, "2025-11-03/2025-11-09", Putin, Trump)),
            A("day", "2025-10-31", Meeting("2025-10-30"))));
        Assert.Equal(2, Contacts(
            A("tuesday", "2025-10-28", Telling.Meeting(ContactStatus.Planned, "2025-11-03/2025-11-09", Putin, Trump)),
            A("day", "2025-10-31", Meeting("2025-10-30"))).Length);
    }

    [Fact]
    public void APlanForADayThatIsOverIsOfTheNextContact() => Assert.Single(Contacts(
        A("misdated", "2025-08-09", Telling.Meeting(ContactStatus.Planned, "2025-08-06", Putin, Trump)),
        A("plan", "2025-08-09", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump))));

    [Fact]
    public void AnUndatedPlanIsNotOneThatIsFarAheadAndNotYetTold() => Assert.Equal(2, Contacts(
        A("eve", "2025-12-27", Telling.Meeting(ContactStatus.Planned, null, Putin, Trump)),
        A("news", "2026-01-22", Meeting("2026-01-21"))).Length);

    [Fact]
    public void NewsWithoutADayIsOfTheLastCallForSomeDays()
    {
        var contacts = Contacts(
            A("call", "2025-10-17", Telling.Call("2025-10-16", Putin, Trump)),
            A("after", "2025-10-20", Telling.Call("2025-10-19/2025-10-20", Putin, Trump) with { Inferred = true }),
            A("later", "2025-10-28", Telling.Call("2025-10-27/2025-10-28", Putin, Trump) with { Inferred = true }));
        Assert.Equal([2, 1], contacts.Select(c => c.Accounts.Length));
    }

    [Fact]
    public void WhatIsOnlyNamedByItsPlaceMayLieAhead()
    {
        var plan = A("plan", "2025-08-09", Telling.Meeting(ContactStatus.Planned, "2025-08-15", Putin, Trump) with { Place = "Alaska" });
        Assert.Equal(["first", "named-ahead"], Assert.Single(Contacts(plan, A("named", "2025-08-10", Meeting(null) with { Place = "Alaska" }))).Accounts.Select(a => a.Merged.Rule));
        Assert.Equal(2, Contacts(plan, A("elsewhere", "2025-08-10", Meeting(null) with { Place = "Geneva" })).Length);
    }

    [Fact]
    public void WideSpansMeetByChanceUnlessToldOfTogether()
    {
        var plan = Telling.Meeting(ContactStatus.Planned, "2025-10-17/2025-10-31", Putin, Trump);
        Assert.Equal(2, Contacts(A("early", "2025-08-13", plan with { Date = "2025-10-13/2025-11-13" }), A("late", "2025-10-17", plan)).Length);
        Assert.Single(Contacts(A("early", "2025-10-10", plan with { Date = "2025-10-13/2025-11-13" }), A("late", "2025-10-17", plan)));
        var held = Telling.Meeting(ContactStatus.Held, "2025-10-20", Putin, Trump);
        Assert.Equal(2, Contacts(A("early", "2025-08-13", plan with { Date = "2025-10" }), A("news", "2025-10-21", held)).Length);
        Assert.Single(Contacts(A("news", "2025-10-21", held), A("back", "2026-03-01", held with { Date = "2025-10" })));
    }

    [Fact]
    public void PeriodsDoNotShow()
    {
        // Day by day through more than two periods: whatever the calendar cuts, a plan and its news two weeks later stay one.
        for (var day = 0; day < 100; day += 4)
        {
            var first = new NodaTime.LocalDate(2025, 3, 1).PlusDays(day);
            var contact = Contacts(
                A($"plan{day}", $"{first:uuuu-MM-dd}", Telling.Meeting(ContactStatus.Planned, $"{first.PlusDays(13):uuuu-MM-dd}", Putin, Trump)),
                A($"news{day}", $"{first.PlusDays(20):uuuu-MM-dd}", Meeting(null)));
            Assert.Single(contact);
        }
    }

    private static Telling Talks(string date, params ImmutableArray<Participant> who) => new(ContactKind.Talks, ContactStatus.Held, who, date);

    private static Telling Lasting(string duration) => Telling.Call("2025-02-12", Putin, Trump) with { Duration = duration };

    private static Telling Meeting(string? date) => Telling.Meeting(ContactStatus.Held, date, Putin, Trump);

    private Article A(string id, string published, params Telling[] tellings) => _told.Article(id, published, tellings);

    private ImmutableArray<Contact> Contacts(params Article[] articles)
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));
        foreach (var article in articles) ledger.Add([article], _told.Read);
        return [.. ledger.Contacts()];
    }
}
