using System.Collections.Immutable;
using Readout.Ledger;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What is stored comes back as it was.</summary>
public sealed class FidelityTests : IDisposable
{
    private readonly LedgerFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("2025-02-13")]
    [InlineData("2026-01-29T20:37:04+07:00")]
    [InlineData("2026-01-29T20:37:04.125-03:30")]
    [InlineData("2026-01-29T20:37:04Z")]
    [InlineData(null)]
    public void ArticlesComeBack(string? published)
    {
        var article = new Article
        {
            Id = "one",
            Text = "\u0110i\u1EC7n \uD83D\uDCDE \"quoted\"\t\\ \u2028 <b>\n\0 after",
            TitleLength = 4,
            Language = "en",
            Published = published is null ? null : Publication.TryParse(published),
            Publisher = "one.example",
            Url = "https://one.example/?a=1&b=2",
        };
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add([article], _ => Nothing);
        Assert.Equal(article, Assert.Single(ledger.FindArticles("one")).Article);
        Assert.Equal(article, Assert.Single(ledger.FindArticles(article.Url)).Article);
        Assert.Equal(AddOutcome.Known, ledger.Add([article], _ => Nothing).Articles[0].Outcome);
    }

    [Fact]
    public void ReadingsComeBackInEveryField()
    {
        var words = new Evidence(3, 9, "\u0110i\u1EC7n \uD83D\uDCDE");
        ImmutableArray<string> rules = ["vi.one", "vi.two"];
        var reading = new ArticleReading(
            [
                new(ContactKind.Talks, ContactStatus.Postponed, [Putin, America, new("NATO", null, false)], "2025-02/..", true, "PT1H", DurationBound.AtMost,
                    "Geneva", "undisclosed", true, [words, words], [new(ContactField.Duration, "PT1H", DurationBound.AtMost, words, ["RT"], rules)]),
            ],
            [new("Dmitry Peskov", StatementMode.Indirect, words, "2025-02-13", "X", ["RT", "TASS"], rules)],
            [new("Russia", Stance.Demands, "ceasefire", "2025-02", [words], rules)],
            [new(OutcomeKind.Exchange, ["Russia", "Ukraine"], [words], rules)],
            [new(words, TimexType.Duration, "PT1H", DurationBound.About, rules)],
            [new("DEU:head-of-government", "Friedrich Merz", words)],
            ["a warning"]);
        var article = new Article { Id = "one", Text = "some text" };
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        Assert.Equal(["a warning"], ledger.Add([article], _ => reading).Articles[0].Warnings.AsEnumerable());
        var stored = Assert.Single(ledger.FindArticles("one")).Reading;
        Assert.Equal(ReadingRecord.Write(reading), ReadingRecord.Write(stored));
        Assert.Equivalent(reading, stored, strict: true);
        Assert.Contains("\u0110i\u1EC7n", LedgerFiles.Export(ledger), StringComparison.Ordinal);
    }
}
