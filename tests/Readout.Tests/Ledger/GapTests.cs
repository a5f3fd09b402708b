using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>What sources count is held against what the ledger has.</summary>
public sealed class GapTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("nth 9 2025")]
    [InlineData("atLeast 6")]
    [InlineData("nth 1 2022-02/..")]
    [InlineData("round 3")]
    public void AWrittenCountIsReadBack(string written) => Assert.Equal(written, CountClaim.TryParse(written)!.Written);

    [Theory]
    [InlineData("")]
    [InlineData("nth")]
    [InlineData("nth 0 2025")]
    [InlineData("nth x")]
    [InlineData("most 3")]
    [InlineData("nth 1 2025 2026")]
    public void WhatIsNoCountIsNone(string written) => Assert.Null(CountClaim.TryParse(written));

    [Theory]
    [InlineData("nth 4 2025", GapKind.Lacks, 1, 3)]
    [InlineData("nth 3 2025", GapKind.Agrees, 0, 3)]
    [InlineData("nth 2 2025", GapKind.Exceeds, 0, 3)]
    [InlineData("nth 6", GapKind.Lacks, 2, 4)]
    [InlineData("nth 2", GapKind.Open, 0, 4)]
    [InlineData("nth 1", GapKind.Open, 0, 0)]
    [InlineData("nth 1 2025-02/..", GapKind.Agrees, 0, 1)]
    [InlineData("nth 1 2025-01/..", GapKind.Exceeds, 0, 2)]
    [InlineData("atLeast 4 2025", GapKind.Agrees, 0, 4)]
    [InlineData("atLeast 6 2025", GapKind.Lacks, 2, 4)]
    [InlineData("atLeast 2 2024", GapKind.Lacks, 1, 1)]
    public void CallsOfTheSameTwoInTheTimeAreCounted(string written, GapKind kind, int missing, int recorded)
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add(
            [
                Call("a", "2024-12-01"), Call("b", "2025-01-10"), Call("c", "2025-02-10"),
                _told.Article("d", "2025-03-11", Telling.Call("2025-03-10", Putin, Trump) with { Count = CountClaim.TryParse(written) }),
                // Later, of others, of another kind, or not held: none of them counts before the tenth of March.
                Call("e", "2025-03-11"), _told.Article("f", "2025-02-20", Telling.Call("2025-02-19", Trump, Zelensky)),
                _told.Article("g", "2025-02-20", Telling.Meeting(ContactStatus.Held, "2025-02-19", Putin, Trump)),
                _told.Article("h", "2025-02-25", Telling.Call("2025-02-24", Putin, Trump) with { Status = ContactStatus.Denied }),
            ],
            _told.Read);
        var gap = Assert.Single(ledger.Gaps());
        Assert.Equal((kind, missing, recorded), (gap.Kind, gap.Missing, gap.Recorded.Length));
        Assert.Equal("d", Assert.Single(gap.Claims).Place.Article);
        Assert.Empty(ledger.Gaps(new() { Persons = ["zelensky"] }));
    }

    [Fact]
    public void TwoNumbersForOneTimeConflict()
    {
        using var ledger = ContactLedger.OpenOrCreate(_files.Path("readout.db"));
        ledger.Add(
            [
                _told.Article("a", "2025-03-11", "one.example", [Telling.Call("2025-03-10", Putin, Trump) with { Count = CountClaim.TryParse("nth 8 2025") }]),
                _told.Article("b", "2025-03-11", "two.example", [Telling.Call("2025-03-10", Putin, Trump) with { Count = CountClaim.TryParse("nth 9 2025") }]),
            ],
            _told.Read);
        var field = Assert.Single(ledger.Contacts()).Fields.Single(f => f.Field == ContactField.Count);
        Assert.Equal(Agreement.Conflicting, field.Agreement);
        Assert.Equal(2, ledger.Gaps().Count());
    }

    private Readout.Reading.Articles.Article Call(string id, string day)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        return _told.Article(id, NodaTime.Text.LocalDatePattern.Iso.Format(date.PlusDays(1)), Telling.Call(day, Putin, Trump));
    }
}
