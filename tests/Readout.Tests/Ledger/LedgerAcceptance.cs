using System.Text.Json;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What every store must do; one class derives from this for each kind of store.</summary>
public abstract class LedgerAcceptance
{
    private protected Told Told { get; } = new();

    /// <summary>Opens the test's ledger; opened twice, it is the same one.</summary>
    protected abstract ContactLedger Open();

    [Fact]
    public void ANewLedgerIsEmpty()
    {
        using var ledger = Open();
        Assert.Equal(new LedgerCounts(0, 0, 0, 0), ledger.Counts());
        Assert.Empty(ledger.Timeline());
        Assert.Equal("", LedgerFiles.Export(ledger));
        Assert.Empty(ledger.Find("call").Matches);
    }

    [Fact]
    public void WhatWasAddedIsThereWhenOpenedAgain()
    {
        string before;
        using (var ledger = Open())
        {
            var receipt = ledger.Add([Feb12Call("a"), Feb12Call("b")], Told.Read);
            Assert.Equal(2, receipt.Count(AddOutcome.New));
            Assert.Equal(1, receipt.ContactsTouched);
            before = LedgerFiles.Export(ledger);
        }
        using var again = Open();
        Assert.Equal(before, LedgerFiles.Export(again));
        Assert.Equal(new LedgerCounts(2, 2, 2, 1), again.Counts());
    }

    [Fact]
    public void TheSameArticleTwiceIsOne()
    {
        using var ledger = Open();
        var article = Feb12Call("a");
        var receipt = ledger.Add([article, article with { }], Told.Read);
        Assert.Equal([AddOutcome.New, AddOutcome.Known], receipt.Articles.Select(a => a.Outcome));
        receipt = ledger.Add([article], Told.Read);
        Assert.Equal([AddOutcome.Known], receipt.Articles.Select(a => a.Outcome));
        Assert.Equal(1, Told.Reads);
        Assert.Equal(0, receipt.ContactsTouched);
    }

    [Fact]
    public void OneTextAtTwoPlacesIsOneTextWithTwoPlaces()
    {
        using var ledger = Open();
        var late = Feb12Call("a") with { Url = "https://example.org/late" };
        var early = late with { Id = "z", Url = "https://example.org/early", Published = Publication.TryParse("2025-02-12") };
        ledger.Add([late], Told.Read);
        Assert.Equal([AddOutcome.NewPlace], ledger.Add([early], Told.Read).Articles.Select(a => a.Outcome));
        Assert.Equal(2, Told.Reads);
        Assert.Equal(new LedgerCounts(1, 2, 1, 1), ledger.Counts());
        var row = Assert.Single(ledger.Articles());
        Assert.Equal("z", row.Place.Article);
        Assert.Equal("a", Assert.Single(row.OtherPlaces).Article);
        var contact = Assert.Single(ledger.Contacts());
        Assert.Equal((1, 1), (contact.Articles, contact.Origins.Length));
        Assert.Equal("2025-02-12", contact.Accounts[0].Place.Published);
        using var export = JsonDocument.Parse(LedgerFiles.Export(ledger));
        Assert.Equal(["z", "a"], export.RootElement.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("article").GetString()));
        Assert.Equal(2, Told.Reads);
    }

    [Fact]
    public void TwoTextsOfOneNameAreBothKept()
    {
        using var ledger = Open();
        ledger.Add([Feb12Call("a"), Told.Article("b", "2025-03-01", Telling.Call("2025-03-01", Trump, Zelensky)) with { Id = "a" }], Told.Read);
        Assert.Equal(2, ledger.FindArticles("a").Length);
        var first = ledger.FindArticles("a")[0];
        Assert.Equal(Told.Read(first.Article).Contacts[0].Evidence[0], first.Reading.Contacts[0].Evidence[0]);
        Assert.Equal("2025-02-13", first.Article.Published?.Written);
        Assert.Equal(first.Article.Text, ledger.FindArticles(first.Article.TextHash[..10])[0].Article.Text);
    }

    [Fact]
    public void AContactAnswersToTheIdsOfAllItsAccounts()
    {
        using var ledger = Open();
        ledger.Add([Told.Article("b", "2025-02-14", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
        var given = Assert.Single(ledger.Timeline()).Id;
        Assert.StartsWith("call-putin-trump-", given, StringComparison.Ordinal);
        ledger.Add([Feb12Call("a")], Told.Read);
        var now = Assert.Single(ledger.Timeline()).Id;
        Assert.NotEqual(given, now);
        Assert.Equal(now, ledger.Find(given).Contact?.Id);
        Assert.Equal(now, ledger.Find(given[^12..]).Contact?.Id);
        Assert.Equal(now, ledger.Find("call-put").Contact?.Id);
        ledger.Add([Told.Article("c", "2025-07-04", Telling.Call("2025-07-03", Putin, Trump))], Told.Read);
        Assert.Null(ledger.Find("call-put").Contact);
        Assert.Equal(2, ledger.Find("call-put").Matches.Length);
        Assert.Empty(ledger.Find("call_put").Matches);
    }

    [Fact]
    public void AFailedBatchLeavesNothing()
    {
        using var ledger = Open();
        ledger.Add([Feb12Call("a")], Told.Read);
        var before = LedgerFiles.Export(ledger);
        Assert.Throws<InvalidOperationException>(() => ledger.Add(
            [Feb12Call("b"), Feb12Call("bad")], a => a.Id == "bad" ? throw new InvalidOperationException("no") : Told.Read(a)));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => ledger.Add([Feb12Call("c")], Told.Read, cancelled.Token));
        Assert.Equal(before, LedgerFiles.Export(ledger));
        ledger.Add([Feb12Call("b")], Told.Read);
        Assert.Equal(2, ledger.Counts().Texts);
    }

    [Fact]
    public void AForgottenArticleIsGoneAndItsTextStaysWhereItStandsElsewhere()
    {
        using var ledger = Open();
        var late = Feb12Call("a") with { Url = "https://example.org/late" };
        var early = late with { Id = "z", Url = "https://example.org/early", Published = Publication.TryParse("2025-02-12") };
        ledger.Add([late], Told.Read);
        var before = LedgerFiles.Export(ledger);
        ledger.Add([early, Feb12Call("b")], Told.Read);
        Assert.Equal(["z"], ledger.FindPlaces("https://example.org/early").Select(a => a.Id));
        Assert.Equal(["z", "a"], ledger.FindPlaces(late.TextHash[..12]).Select(a => a.Id));
        Assert.Equal((1, 0), Gone(ledger.Forget(ledger.FindPlaces("z"), Told.Read)));
        Assert.Equal((1, 1), Gone(ledger.Forget(ledger.FindPlaces("b"), Told.Read)));
        Assert.Equal(before, LedgerFiles.Export(ledger));
        Assert.Empty(ledger.FindArticles("b"));
        Assert.Equal((1, 1), Gone(ledger.Forget([late], Told.Read)));
        Assert.Equal(new LedgerCounts(0, 0, 0, 0), ledger.Counts());
        ledger.Add([late], Told.Read);
        Assert.Equal(before, LedgerFiles.Export(ledger));

        static (int Places, int Texts) Gone(ForgetReceipt receipt) => (receipt.Places, receipt.Texts);
    }

    [Fact]
    public void ARebuildReadsAgainAndKeepsIds()
    {
        using var ledger = Open();
        var article = Feb12Call("a");
        ledger.Add([article, Feb12Call("b")], Told.Read);
        var before = LedgerFiles.Export(ledger);
        Assert.Equal(new RebuildReceipt(2, 0, 1), ledger.Rebuild(Told.Read));
        Assert.Equal(before, LedgerFiles.Export(ledger));

        // The same words now read as a call with someone else.
        var id = Assert.Single(ledger.Timeline()).Id;
        var reading = Told.Read(article);
        Told.Reread(article, reading with { Contacts = [reading.Contacts[0] with { Participants = [Trump, Zelensky] }] });
        Assert.Equal(1, ledger.Rebuild(Told.Read).ReadingsChanged);
        Assert.Equal(2, ledger.Counts().Contacts);
        Assert.Equal("call-trump-zelensky", ledger.Find(id).Contact?.Id[..19]);
    }

    [Fact]
    public void TheTimelineFiltersAndSorts()
    {
        using var ledger = Open();
        ledger.Add(
            [
                Feb12Call("a"),
                Told.Article("b", "2025-08-20", Telling.Meeting(ContactStatus.Planned, null, Putin, Zelensky)),
                Told.Article("c", "2025-08-16", Telling.Meeting(ContactStatus.Held, "2025-08-15", Putin, Trump)),
                Told.Article("d", null, Telling.Call(null, Trump, Zelensky)),
            ],
            Told.Read);
        string[] Ids(ContactFilter filter) => [.. ledger.Timeline(filter).Select(r => r.Id[..r.Id.LastIndexOf('-')])];
        Assert.Equal(["call-putin-trump", "meeting-putin-trump", "meeting-putin-zelensky", "call-trump-zelensky"], Ids(new()));
        Assert.Equal(["call-putin-trump", "meeting-putin-trump"], Ids(new() { Persons = ["trump", "PUTIN"] }));
        Assert.Equal(["meeting-putin-zelensky", "call-trump-zelensky"], Ids(new() { States = ["ukr"] }));
        Assert.Equal(["meeting-putin-zelensky"], Ids(new() { Statuses = [ContactStatus.Planned] }));
        Assert.Equal(["meeting-putin-trump", "meeting-putin-zelensky"], Ids(new() { Kinds = [ContactKind.Meeting] }));
        Assert.Equal(["meeting-putin-trump"], Ids(new() { From = new(2025, 8, 15), To = new(2025, 8, 15) }));
        Assert.Equal(["meeting-putin-trump", "meeting-putin-zelensky"], Ids(new() { From = new(2025, 3, 1) }));
    }

    [Fact]
    public void StatementsComeWithTheirContact()
    {
        using var ledger = Open();
        var article = Feb12Call("a");
        var words = new StatementFinding(
            "Dmitry Peskov", StatementMode.Direct, new Evidence(0, 1, "a"), "2025-02-13", "Telegram", ["RT"], ["test.said"]);
        var position = new PositionFinding("Russia", Stance.Rejects, "ceasefire", null, [new Evidence(0, 1, "a")], []);
        var outcome = new OutcomeFinding(OutcomeKind.Agreement, ["Russia"], [new Evidence(0, 1, "a")], []);
        Told.Reread(article, Told.Read(article) with { Statements = [words], Positions = [position], Outcomes = [outcome] });
        ledger.Add([article, Told.Article("b", "2025-02-14")], Told.Read);
        var row = Assert.Single(ledger.Statements());
        var contact = Assert.Single(ledger.Contacts());
        Assert.Equal(contact.Id, row.ContactId);
        Assert.Equal(("Dmitry Peskov", "Telegram", "RT"), (row.Statement.Speaker, row.Statement.Medium, row.Statement.Relay[0]));
        Assert.Equal((1, 1, 1), (contact.Statements.Length, contact.Positions.Length, contact.Outcomes.Length));
        Assert.Single(ledger.Statements(new() { ContactId = contact.Id, Speaker = "peskov", Mode = StatementMode.Direct, Article = "a" }));
        Assert.Empty(ledger.Statements(new() { From = new(2025, 2, 14) }));
    }

    private Article Feb12Call(string id) => Told.Article(id, "2025-02-13", Telling.Call("2025-02-12", Putin, Trump));
}
