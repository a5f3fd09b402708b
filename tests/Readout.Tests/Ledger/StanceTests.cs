using NodaTime;
using Readout.Ledger;
using Readout.Ledger.Stances;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>Who held what from when to when, on whose word, and where it changed.</summary>
public sealed class StanceTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void RunsTellSinceWhenAndWhereItChanged()
    {
        using var ledger = Ledger(
            Tell("a", "2025-01-01", (Stance.Supports, null)),
            Tell("b", "2025-02-01", (Stance.Supports, null)),
            Tell("c", "2025-03-01", (Stance.Demands, null)),
            Tell("d", "2025-04-02", (Stance.Rejects, "2025-04-01")),
            Tell("e", "2025-04-20", (Stance.Rejects, null)),
            Tell("f", "2025-05-01", (Stance.Supports, null), (Stance.Rejects, null)),
            Tell("g", null, (Stance.Offers, null)));
        var runs = ledger.Positions(new() { Issue = "ceasefire" });
        Assert.Equal(
            [
                ("Supports", Day(1, 1), Day(2, 1), StanceChange.None, "", 2),
                ("Demands", Day(3, 1), Day(3, 1), StanceChange.Shift, "Supports", 1),
                ("Rejects", Day(4, 1), Day(4, 20), StanceChange.Turn, "Demands", 2),
                ("Supports/Rejects", Day(5, 1), Day(5, 1), StanceChange.Turn, "Rejects", 2),
                ("Offers", null, null, StanceChange.None, "", 1),
            ],
            runs.Select(r => (string.Join('/', r.Stances), r.Since, r.Until, r.Change, string.Join('/', r.Before), r.Tellings.Length)));
        Assert.Equal(4, ledger.Positions(new() { Issue = "CEASE", From = new(2025, 2, 1), To = new(2025, 4, 30) }).Sum(r => r.Tellings.Length));
    }

    [Fact]
    public void TheWordIsWhoeverSaidItElseThePublisher()
    {
        var said = new StatementFinding("Dmitry Peskov", StatementMode.Indirect, new Evidence(0, 5, "Text "), null, null, ["TASS"], []);
        var article = Tell("a", "2025-01-01", (Stance.Supports, null)) with { Publisher = "Báo Một" };
        _told.Reread(article, _told.Read(article) with { Statements = [said] });
        using var ledger = Ledger(article, Tell("b", "2025-01-02", (Stance.Supports, null)) with { Publisher = "Báo Hai" });
        var run = Assert.Single(ledger.Positions(new() { Holder = "nga" }));
        Assert.Equal([("Dmitry Peskov", "TASS"), ("Báo Hai", "")], run.Tellings.Select(t => (t.Word, string.Concat(t.Relay))));
        Assert.Equal(2, run.Words);
        Assert.Equal("b", Assert.Single(Assert.Single(ledger.Positions(new() { Publishers = ["hai"] })).Tellings).Place.Article);
    }

    [Fact]
    public void AnIssueThatIsNamedJustSoGoesBeforeThoseThatHoldTheWord()
    {
        using var ledger = Ledger(Tell("a", "2025-01-01", (Stance.Supports, null)), Tell("b", "2025-01-01", "temporary ceasefire", (Stance.Rejects, null)));
        Assert.Equal("ceasefire", Assert.Single(ledger.Positions(new() { Issue = "ceasefire" })).Issue);
        Assert.Equal(2, ledger.Positions(new() { Issue = "fire" }).Length);
        Assert.Equal(2, ledger.Positions().Length);
        Assert.Empty(ledger.Positions(new() { Issue = "tariffs" }));
        Assert.Equal([new IssueRow("ceasefire", 1), new IssueRow("temporary ceasefire", 1)], ledger.Issues().ToArray());
    }

    private Article Tell(string id, string? published, params (Stance Stance, string? On)[] positions) => Tell(id, published, "ceasefire", positions);

    private Article Tell(string id, string? published, string issue, params (Stance Stance, string? On)[] positions)
    {
        var article = new Article { Id = id, Text = $"Text {id} of {published}", Published = published is null ? null : Publication.TryParse(published) };
        _told.Reread(article, Told.Nothing with
        {
            Positions = [.. positions.Select(p => new PositionFinding("Ngân hàng", p.Stance, issue, p.On, [new Evidence(0, 4, "Text")], []))],
        });
        return article;
    }

    private ContactLedger Ledger(params Article[] articles)
    {
        var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        foreach (var article in articles.Reverse()) ledger.Add([article], _told.Read);
        return ledger;
    }

    private static LocalDate? Day(int month, int day) => new LocalDate(2025, month, day);
}
