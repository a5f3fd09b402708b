using System.Collections.Immutable;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What the numbers that sources give contacts tell of which is which.</summary>
public sealed class NumberingTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void TwoRoundsToldOfInOneWeekAreTwoContacts() => Assert.Equal(2, Contacts(
        A("second", "2025-06-02", Talks(null, "round 2")),
        A("third", "2025-06-04", Talks(null, "round 3"))).Length);

    [Fact]
    public void AWeekDoesNotMakeTwoRoundsOne() => Assert.Equal(2, Contacts(
        A("second", "2025-06-05", Talks("2025-06-02/2025-06-08", "round 2")),
        A("third", "2025-06-09", Talks("2025-06-02/2025-06-08", "round 3"))).Length);

    [Fact]
    public void WhoGivesNoNumberTellsOfEither()
    {
        var contacts = Contacts(
            A("second", "2025-06-03", Talks("2025-06-02", "round 2")), A("third", "2025-07-03", Talks("2025-07-02", "round 3")),
            A("early", "2025-06-04", Talks(null, null)), A("late", "2025-07-04", Talks(null, null)));
        Assert.Equal([["second", "early"], ["third", "late"]], contacts.Select(Articles));
    }

    [Fact]
    public void ARoundRememberedByItsNumberIsThatRound()
    {
        var second = A("second", "2025-06-03", Talks("2025-06-02", "round 2"));
        Assert.Equal(["second", "back"], Articles(Assert.Single(Contacts(second, A("back", "2025-07-10", Talks(null, "round 2"))))));
        Assert.Equal("same-number", Contacts(second, A("back", "2025-07-10", Talks(null, "round 2")))[0].Accounts[1].Merged.Rule);
        Assert.Equal(2, Contacts(second, A("back", "2025-07-10", Talks(null, null))).Length);
        Assert.Equal(2, Contacts(second, A("back", "2025-07-10", Talks(null, "round 3"))).Length);
        Assert.Equal(2, Contacts(second, A("much later", "2025-09-10", Talks(null, "round 2"))).Length);
    }

    [Fact]
    public void OfTwoThatAreNearTheNumberChooses()
    {
        var contacts = Contacts(
            A("second", "2025-06-03", Talks("2025-06-02", "round 2")), A("third", "2025-06-06", Talks("2025-06-05", "round 3")),
            A("late", "2025-06-07", Talks(null, "round 2")));
        Assert.Equal([["second", "late"], ["third"]], contacts.Select(Articles));
    }

    [Fact]
    public void SourcesMayNumberOneDayOtherwise()
    {
        var contact = Assert.Single(Contacts(A("one", "2025-06-03", Talks("2025-06-02", "round 2")), A("two", "2025-06-03", Talks("2025-06-02", "round 3"))));
        Assert.Equal(Agreement.Conflicting, contact.Fields.Single(f => f.Field == ContactField.Count).Agreement);
    }

    [Fact]
    public void RoundsAndTimesAreTwoSeries() => Assert.Single(Contacts(
        A("one", "2025-11-12", Talks("2025-11-12/2025-11-14", "nth 8")), A("two", "2025-11-15", Talks("2025-11-12/2025-11-14", "round 5"))));

    [Fact]
    public void NumbersOfOtherTimesOrKindsAreOtherSeries()
    {
        Assert.Single(Contacts(A("one", "2025-06-03", Talks(null, "nth 8 2025")), A("two", "2025-06-04", Talks(null, "nth 9"))));
        Assert.Single(Contacts(A("one", "2025-06-03", Talks(null, "nth 8")), A("two", "2025-06-04", Talks(null, "nth 3") with { Kind = ContactKind.Summit, Who = [Putin, Zelensky] }),
            A("three", "2025-06-03", Talks(null, null) with { Who = [Putin, Zelensky] })), c => c.Accounts.Length == 3);
    }

    [Fact]
    public void TheFirstSaysLittle() => Assert.Single(Contacts(
        A("one", "2025-06-03", Talks("2025-06-02/2025-06-03", "nth 1")), A("two", "2025-06-04", Talks("2025-06-02/2025-06-03", "nth 4"))));

    private static IEnumerable<string> Articles(Contact contact) => contact.Accounts.Select(a => a.Place.Article);

    private static Telling Talks(string? date, string? count) =>
        new(ContactKind.Talks, ContactStatus.Held, [Russia, Ukraine], date) { Count = count is null ? null : CountClaim.TryParse(count) };

    private Article A(string id, string published, params Telling[] tellings) => _told.Article(id, published, tellings);

    private ImmutableArray<Contact> Contacts(params Article[] articles)
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));
        ledger.Add(articles, _told.Read);
        return [.. ledger.Contacts()];
    }
}
