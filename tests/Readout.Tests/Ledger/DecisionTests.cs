using Readout.Ledger;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What each decision does, case by case.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();
    private readonly ContactLedger _ledger;
    private int _day;

    public DecisionTests() => _ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));

    public void Dispose()
    {
        _ledger.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void MergedContactsAreOneUnderEveryIdAndTakeInWhatComesForEither()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-15", "2025-02-14"));
        var (one, two) = (Of("one"), Of("two"));
        Assert.NotEqual(one.Id, two.Id);
        var receipt = _ledger.Decide([Now().Merge(one, two)]);
        Assert.Equal((1, 0), (receipt.New, receipt.Known));
        var contact = Assert.Single(_ledger.Contacts());
        Assert.Equal(contact.Id, _ledger.Find(one.Id).Contact?.Id);
        Assert.Equal(contact.Id, _ledger.Find(two.Id).Contact?.Id);
        Assert.Equal(["first", "decided"], contact.Accounts.Select(a => a.Merged.Rule));
        Assert.Equal("An Nguyen decided on 2026-01-01 that they are one contact: so it is", contact.Accounts[1].Merged.Because);
        Assert.Single(contact.Decisions);
        Add(A("three", "2025-02-16", "2025-02-14"), A("zero", "2025-02-12", "2025-02-12"));
        Assert.Equal(4, Assert.Single(_ledger.Contacts()).Accounts.Length);
    }

    [Fact]
    public void ASplitPartHoldsWhatItsLinkSaidAndNamesTheOther()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-14", "2025-02-12"), A("three", "2025-02-15", "2025-02-12"));
        var contact = Assert.Single(_ledger.Contacts());
        var leaving = Account(contact, "two");
        var split = Now().Split(contact, [leaving]);
        _ledger.Decide([split]);
        Assert.Equal(2, _ledger.Contacts().Count());
        Assert.Equal([leaving], _ledger.Find(leaving).Contact!.Accounts.Select(a => a.Id));
        Assert.Equal("decided", _ledger.Find(leaving).Contact!.Accounts[0].Merged.Rule);
        Assert.Equal(2, Of("one").Accounts.Length);
        Assert.Equal([split], Of("one").Decisions.AsEnumerable());
        Assert.Equal([split], Of("two").Decisions.AsEnumerable());

        // What comes later fits both equally, and says so.
        Add(A("four", "2025-02-16", "2025-02-12"));
        Assert.Equal(2, Of("four").Candidates.Length);
        _ledger.Rebuild(_told.Read);
        Assert.Equal(3, _ledger.Contacts().Count());
        _ledger.Decide([Now().Undo(split)]);
        Assert.Single(_ledger.Contacts());
    }

    [Fact]
    public void ARejectedContactIsGoneButItsLinkSaysWhy()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-14", "2025-02-12"));
        var contact = Assert.Single(_ledger.Contacts());
        var reject = Now().Reject([.. contact.Accounts.Select(a => a.Id)]);
        _ledger.Decide([reject]);
        Assert.Empty(_ledger.Timeline());
        Assert.Equal(reject, _ledger.Find(contact.Id).Rejected);
        Assert.Equal(reject, _ledger.Find(contact.Id[^12..][..6]).Rejected);
        Assert.Equal([""], _ledger.FindArticles("one")[0].ContactIds.AsEnumerable());
        Add(A("three", "2025-02-14", "2025-02-12"));
        Assert.Equal(["three"], Assert.Single(_ledger.Contacts()).Accounts.Select(a => a.Place.Article));
        _ledger.Decide([Now().Undo(reject)]);
        Assert.Equal(3, Assert.Single(_ledger.Contacts()).Accounts.Length);
    }

    [Fact]
    public void OneMisreadAccountCanBeRejectedAlone()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-14", "2025-02-12"));
        var contact = Assert.Single(_ledger.Contacts());
        _ledger.Decide([Now().Reject([contact.Id])]);
        var left = Assert.Single(_ledger.Contacts());
        Assert.Equal(["two"], left.Accounts.Select(a => a.Place.Article));
        Assert.Null(_ledger.Find(contact.Id).Contact);
    }

    [Fact]
    public void ASetValueIsShownAndTheClaimsStay()
    {
        Add(A("one", "2025-02-13", "2025-02-12", "PT40M"), A("two", "2025-02-14", "2025-02-12", "PT2H"));
        var set = Now().Set(Of("one"), ContactField.Duration, "PT1H", DurationBound.About);
        _ledger.Decide([set, Now().Set(Of("one"), ContactField.Place, "Ankara"), Now().Set(Of("one"), ContactField.Participant, "Donald Trump; Marco Rubio")]);
        var contact = Assert.Single(_ledger.Contacts());
        Assert.Equal(("PT1H", DurationBound.About, "Ankara"), (contact.Duration, contact.DurationBound, contact.Place));
        Assert.Equal([Trump, new Participant("Marco Rubio", null, true)], contact.Participants.AsEnumerable());
        var field = contact.Fields.Single(f => f.Field == ContactField.Duration);
        Assert.Equal((Agreement.Conflicting, "decided", set.Id, 2), (field.Agreement, field.Rule, field.Decision, field.Claims.Length));
        Assert.Equal("Ankara", Assert.Single(_ledger.Timeline()).Place);
        Assert.Contains($"\"decision\":\"{set.Id}\"", LedgerFiles.Export(_ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoThatContradictTheLaterCountsWhateverCameFirst()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-15", "2025-02-14"));
        var (one, two) = (Of("one"), Of("two"));
        var early = At("2026-01-01").Set(one, ContactField.Date, "2025-02-10");
        var late = At("2026-02-01").Set(one, ContactField.Date, "2025-02-11");
        var merge = At("2026-01-01").Merge(one, two);
        _ledger.Decide([late]);
        _ledger.Decide([early, merge]);
        var contact = Assert.Single(_ledger.Contacts());
        Assert.Equal("2025-02-11", contact.Date);
        var split = At("2026-03-01").Split(contact, [two.Id]);
        _ledger.Decide([split]);
        Assert.Equal(2, _ledger.Contacts().Count());
        Assert.Equal(
            [DecisionStanding.InForce, DecisionStanding.InForce, DecisionStanding.Overruled, DecisionStanding.Overruled],
            Standings(split, late, early, merge));
        _ledger.Decide([At("2026-04-01").Merge(one, two)]);
        Assert.Single(_ledger.Contacts());
        Assert.Equal([DecisionStanding.Overruled, DecisionStanding.InForce], Standings(split, merge));
    }

    [Fact]
    public void ADecisionWaitsForItsAccountsAndUndoingCanBeUndone()
    {
        Add(A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-15", "2025-02-14"));
        var merge = Now().Merge(Of("one"), Of("two"));
        using var other = ContactLedger.OpenOrCreate(_files.Path("other.db"));
        other.Decide([merge]);
        Assert.Equal(DecisionStanding.Waiting, Assert.Single(other.Decisions()).Standing);
        other.Add([A("one", "2025-02-13", "2025-02-12"), A("two", "2025-02-15", "2025-02-14")], _told.Read);
        Assert.Equal(DecisionStanding.InForce, Assert.Single(other.Decisions()).Standing);
        var undo = At("2026-02-01").Undo(merge);
        other.Decide([undo]);
        Assert.Equal(2, other.Contacts().Count());
        Assert.Equal(undo.Id, other.Decisions().Single(d => d.Decision.Equals(merge)).UndoneBy);
        other.Decide([At("2026-03-01").Undo(undo)]);
        Assert.Single(other.Contacts());
        Assert.Equal(new DecideReceipt(0, 1, 0), other.Decide([merge]));
    }

    [Fact]
    public void AConfirmedContactIsNoLongerInQuestion()
    {
        Add(
            _told.Article("leaders", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            _told.Article("ministers", "2025-02-13", Telling.Call("2025-02-12", Lavrov, Rubio)),
            _told.Article("states", "2025-02-13", Telling.Call("2025-02-12", Russia, America)));
        var apart = Of("states");
        Assert.True(apart.Unresolved);
        _ledger.Decide([Now().Confirm(apart, Of("leaders"), Of("ministers"))]);
        Assert.False(Of("states").Unresolved);
        Assert.Equal(3, _ledger.Contacts().Count());
    }

    [Fact]
    public void WhatFittedTwoContactsIsOfThemOnceTheyAreOne()
    {
        Add(
            _told.Article("leaders", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)),
            _told.Article("ministers", "2025-02-13", Telling.Call("2025-02-12", Lavrov, Rubio)),
            _told.Article("states", "2025-02-13", Telling.Call("2025-02-12", Russia, America)));
        var merge = Now().Merge(Of("leaders"), Of("ministers"));
        _ledger.Decide([merge]);
        Assert.Equal(3, Assert.Single(_ledger.Contacts()).Accounts.Length);
        _ledger.Decide([Now().Undo(merge)]);
        Assert.True(Of("states").Unresolved);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("""{"kind":"guess","at":"2026-01-01"}""", "has no \"kind\" that is known")]
    [InlineData("""{"kind":"reject","at":"soon"}""", "has no \"at\" that is a day or a moment")]
    [InlineData("""{"kind":"reject","accounts":[["x"]],"reason":"r","by":"b","at":"2026-01-01"}""", "names 'x', which is no account's id")]
    [InlineData("""{"kind":"merge","accounts":[["call-0123456789ab"]],"reason":"r","by":"b","at":"2026-01-01"}""", "merges less than two contacts")]
    [InlineData("""{"kind":"reject","accounts":[["call-0123456789ab"]],"by":"b","at":"2026-01-01"}""", "gives no reason")]
    [InlineData("""{"kind":"reject","accounts":[["call-0123456789ab"]],"reason":"r","at":"2026-01-01"}""", "does not say who decided")]
    [InlineData("""{"kind":"reject","accounts":"all","reason":"r","by":"b","at":"2026-01-01"}""", "has a property of the wrong type")]
    [InlineData("""{"kind":"set","accounts":[["call-0123456789ab"]],"field":"colour","value":"red","reason":"r","by":"b","at":"2026-01-01"}""", "names an unknown field or bound")]
    [InlineData("""{"kind":"set","accounts":[["call-0123456789ab"]],"field":"duration","value":"long","reason":"r","by":"b","at":"2026-01-01"}""", "sets the duration to 'long'; it takes ISO 8601, such as PT90M")]
    [InlineData("""{"id":"d-000000000000","kind":"reject","accounts":[["call-0123456789ab"]],"reason":"r","by":"b","at":"2026-01-01"}""", "was changed after it was made: its id is d-000000000000, but what it says makes d-933a9b914a7a")]
    public void ALineThatIsNoDecisionSaysWhy(string line, string problem) => Assert.Equal(problem, DecisionLines.Read(line).Problem);

    private DecisionStanding[] Standings(params Decision[] decisions) =>
        [.. decisions.Select(d => _ledger.Decisions().Single(r => r.Decision.Equals(d)).Standing)];

    private static string Account(Contact contact, string article) => contact.Accounts.Single(a => a.Place.Article == article).Id;

    private Contact Of(string article) => _ledger.Contacts().Single(c => c.Accounts.Any(a => a.Place.Article == article));

    private void Add(params Article[] articles) => _ledger.Add(articles, _told.Read);

    private Article A(string id, string published, string date, string? duration = null) =>
        _told.Article(id, published, Telling.Call(date, Putin, Trump) with { Duration = duration });

    private static Deciding At(string day) => new("An Nguyen", "so it is", Publication.TryParse(day)!);

    private Deciding Now() => At($"2026-01-{++_day:00}");
}
