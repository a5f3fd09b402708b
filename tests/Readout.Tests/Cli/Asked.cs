using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;
using Readout.Reading;

namespace Readout.Tests.Cli;

/// <summary>What a ledger might answer to a search, or to a question for an actor or for positions.</summary>
internal static class Asked
{
    public static SearchAnswer Search { get; } = new(
        [new ActorRow("Dmitry Peskov", 12), new ActorRow("Dmitry Medvedev", ActorRow.CountedAtMost)],
        [
            new FoundArticle(Records.FirstPlace, Records.FirstText, 0, 4.25, [Words(Records.FirstText, "điện đàm"), Words(Records.FirstText, "Dmitry Peskov")],
                ["call-putin-trump-7f3a2c41d09e"]),
            new FoundArticle(Records.SecondPlace, "Điện đàm lần hai\n" + Records.SecondText, 16, 2.5, [new Evidence(0, 8, "Điện đàm")], []),
        ],
        400, false);

    public static ImmutableArray<StanceRun> Runs { get; } =
    [
        Run("Russia", [Stance.Supports], "2025-02-12", "2025-02-13", StanceChange.None, [], Tell("Russia", Stance.Supports, "2025-02-12", "Dmitry Peskov", "RT")),
        Run("Russia", [Stance.Rejects], "2025-03-01", "2025-03-01", StanceChange.Turn, [Stance.Supports], Tell("Russia", Stance.Rejects, "2025-03-01", "Báo Hai")),
        Run("Russia", [Stance.Offers], null, null, StanceChange.None, [], Tell("Russia", Stance.Offers, null, null)),
        Run("Ukraine", [Stance.Demands], "2025-02-14", "2025-02-14", StanceChange.None, [], Tell("Ukraine", Stance.Demands, "2025-02-14", "Báo Hai")),
        Run("Ukraine", [Stance.Demands, Stance.Offers], "2025-03-02", "2025-03-02", StanceChange.Shift, [Stance.Demands],
            Tell("Ukraine", Stance.Demands, "2025-03-02", "Báo Hai"), Tell("Ukraine", Stance.Offers, "2025-03-02", "Báo Hai")),
    ];

    public static ImmutableArray<IssueRow> Issues { get; } = [new("negotiations", 92), new("temporary ceasefire", 3)];

    public static ActorRecord Actor { get; } = new(
        "Vladimir Putin", null, 51, ["ong putin", "tong thong nga"], 7, [.. Records.Rows.Take(1), Records.Rows[3]],
        [new ObservedHolding("RUS:president", "Vladimir Putin", new LocalDate(2025, 2, 13), new LocalDate(2025, 8, 1), 9,
            Words(Records.FirstText, "Tổng thống Nga Vladimir Putin"), Records.FirstPlace)],
        [.. Runs.Where(r => r.Holder == "Russia").Select(r => r with { Holder = "Vladimir Putin" })]);

    public static ImmutableArray<CountGap> Gaps { get; } =
    [
        Gap(GapKind.Lacks, new CountClaim(CountForm.Nth, 9, "2025"), Records.Rows.Take(1)),
        Gap(GapKind.Exceeds, new CountClaim(CountForm.Nth, 1, "2022-02/.."), Records.Rows.Take(2)),
        Gap(GapKind.Agrees, new CountClaim(CountForm.AtLeast, 1, "2025"), Records.Rows.Take(1)),
        Gap(GapKind.Open, new CountClaim(CountForm.Nth, 1, null), []),
    ];

    private static CountGap Gap(GapKind kind, CountClaim count, IEnumerable<TimelineRow> recorded) => new(
        kind, Records.Rows[0], count,
        [
            new AttributedClaim(
                new FieldClaim(ContactField.Count, count.Written, null, Words(Records.FirstText, "điện đàm"), ["RT", "Dmitry Peskov"], []), "x",
                Records.FirstPlace, "o", false),
        ],
        new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 12), [.. recorded]);

    private static StanceRun Run(
        string holder, ImmutableArray<Stance> stances, string? since, string? until, StanceChange change, ImmutableArray<Stance> before,
        params ImmutableArray<PositionTelling> tellings) =>
        new(holder, "temporary ceasefire", stances, Day(since), Day(until), change, before, tellings);

    private static PositionTelling Tell(string holder, Stance stance, string? day, string? word, params ImmutableArray<string> relay) => new(
        new PositionFinding(holder, stance, "temporary ceasefire", null, [Words(Records.SecondText, "về Ukraine")], []), Records.SecondPlace,
        Day(day), word, relay, day is null ? null : "call-putin-trump-7f3a2c41d09e");

    private static LocalDate? Day(string? iso) => iso is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Evidence Words(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new Evidence(start, start + words.Length, words);
    }
}
