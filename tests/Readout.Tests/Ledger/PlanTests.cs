using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What becomes of plans, told step by step.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AKeptPlanHasItsStepsDatedByTheArticlesThatToldThem()
    {
        var plan = Assert.Single(Plans(
            A("news", "2025-08-16", ContactStatus.Held, "2025-08-15"),
            A("idea", "2025-08-07", ContactStatus.Proposed, null),
            A("date", "2025-08-09", ContactStatus.Planned, "2025-08-15"),
            A("same", "2025-08-10", ContactStatus.Planned, "2025-08-15"),
            A("late", "2025-08-17", ContactStatus.Planned, "2025-08-15")));
        Assert.Equal(PlanState.Kept, plan.State);
        Assert.Equal(["proposed 2025-08-07 idea", "planned 2025-08-09 date", "held 2025-08-16 news"], Told(plan));
        Assert.Equal("2025-08-15", plan.Steps[1].Date);
        Assert.Equal([Putin, Trump], plan.Contact.Participants.AsEnumerable());
    }

    [Fact]
    public void APlanWhoseDayPassesWithoutAWordLapsesByTheLatestPublicationOnly()
    {
        var plan = A("plan", "2025-05-01", ContactStatus.Planned, "2025-05-09");
        Assert.Equal(PlanState.Open, Assert.Single(Plans(plan)).State);
        Assert.Equal(PlanState.Open, Assert.Single(Plans(plan, Other("2025-05-09"))).State);
        Assert.Equal(PlanState.Lapsed, Assert.Single(Plans(plan, Other("2025-05-10"))).State);
    }

    [Theory]
    [InlineData(ContactStatus.Postponed, PlanState.Postponed)]
    [InlineData(ContactStatus.Cancelled, PlanState.Cancelled)]
    [InlineData(ContactStatus.Denied, PlanState.Denied)]
    public void AWordOnItIsNoLapse(ContactStatus status, PlanState state)
    {
        var plan = Assert.Single(Plans(
            A("plan", "2025-05-01", ContactStatus.Planned, "2025-05-09"), A("word", "2025-05-08", status, "2025-05-09"), Other("2025-06-01")));
        Assert.Equal(state, plan.State);
        Assert.Equal(2, plan.Steps.Length);
    }

    [Fact]
    public void WithoutADateNothingCanPass() => Assert.Equal(
        PlanState.Open, Assert.Single(Plans(A("idea", "2025-05-01", ContactStatus.Proposed, null), Other("2026-01-01"))).State);

    [Fact]
    public void AMonthPassesAtItsEnd()
    {
        var plan = A("plan", "2025-05-01", ContactStatus.Planned, "2025-06");
        Assert.Equal(PlanState.Open, Assert.Single(Plans(plan, Other("2025-06-30"))).State);
        Assert.Equal(PlanState.Lapsed, Assert.Single(Plans(plan, Other("2025-07-01"))).State);
    }

    [Fact]
    public void ADateThatBecomesDefiniteIsAStepAndOneToldLessExactlyIsNot()
    {
        var plan = Assert.Single(Plans(
            A("idea", "2025-04-01", ContactStatus.Planned, null),
            A("date", "2025-04-02", ContactStatus.Planned, "2025-05-09"),
            A("month", "2025-04-03", ContactStatus.Planned, "2025-05")));
        Assert.Equal(["planned 2025-04-01 idea", "planned 2025-04-02 date"], Told(plan));
    }

    [Fact]
    public void WhatWasOnlyEverToldOfAsHeldWasNoPlan()
    {
        Assert.Empty(Plans(A("news", "2025-08-16", ContactStatus.Held, "2025-08-15"), A("back", "2025-08-17", ContactStatus.Planned, "2025-08-15")));
        using var ledger = ContactLedger.OpenToRead(_files.Path("readout.db"));
        Assert.Null(Assert.Single(ledger.Contacts()).Plan);
    }

    private static IEnumerable<string> Told(Plan plan) =>
        plan.Steps.Select(s => $"{s.Status.ToString().ToLowerInvariant()} {s.Place.Published} {s.Place.Article}");

    private Article A(string id, string published, ContactStatus status, string? date) =>
        _told.Article(id, published, Telling.Meeting(status, date, Putin, Trump));

    private Article Other(string published) => _told.Article("other", published, Telling.Call(published, Lavrov, Rubio));

    private List<Plan> Plans(params Article[] articles)
    {
        foreach (var file in Directory.GetFiles(_files.Folder)) File.Delete(file);
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add(articles, _told.Read);
        return [.. ledger.Plans()];
    }
}
