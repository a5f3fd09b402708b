using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Tests.Cli;

/// <summary>What a ledger might answer, for screens to show.</summary>
internal static class Records
{
    public const string FirstText =
        "Hôm 12-2, Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump đã điện đàm trong 90 phút.\n"
        + "Theo đài RT, ông Dmitry Peskov nói đây là “một bước đi [bold]rất[/] quan trọng”.";

    public const string SecondText = "Hai tổng thống nói chuyện gần ba giờ về Ukraine, một quan chức Nhà Trắng cho biết.";

    private static readonly Participant Putin = new("Vladimir Putin", "RUS", true);
    private static readonly Participant Trump = new("Donald Trump", "USA", true);

    public static ArticlePlace FirstPlace { get; } = new("a-long-call", "hash-1", "2025-02-13", "Báo Một", "https://mot.example/1");

    public static ArticlePlace SecondPlace { get; } = new("another-view", "hash-2", "2025-02-14", "Báo Hai", null);

    public static ImmutableArray<TimelineRow> Rows { get; } =
    [
        Row("call-putin-trump-7f3a2c41d09e", ContactKind.Call, ContactStatus.Held, [Putin, Trump], "2025-02-12", "PT90M", DurationBound.Exact, null, 2, 2, 1, false),
        Row("meeting-rubio-zelensky-0b1d5e41d09e", ContactKind.Meeting, ContactStatus.Planned,
            [new("JD Vance", "USA", true), new("Marco Rubio", "USA", true), new("Volodymyr Zelensky", "UKR", true)], "2025-02-14", null, null, "Munich", 1, 1, 0, false),
        Row("call-zelensky-trump-aa10f341d09e", ContactKind.Call, ContactStatus.Held, [new("Volodymyr Zelensky", "UKR", true), Trump],
            "2025-02-12/2025-02-13", "PT1H", DurationBound.AtLeast, null, 12, 3, 0, true),
        Row("summit-putin-trump-c0ffee41d09e", ContactKind.Summit, ContactStatus.Postponed, [Putin, Trump], "2025-08", null, null, "Budapest", 1, 1, 0, false),
        Row("call-putin-trump-51ab7741d09e", ContactKind.Call, ContactStatus.Held, [Putin, Trump], "2025-08-18", "PT40M", DurationBound.About, null, 1, 1, 0, false) with { DateInferred = true },
        Row("visit-trump-d00dad41d09e", ContactKind.Visit, ContactStatus.Proposed, [Trump, new("Russia", "RUS", false)], null, null, null, "Moscow", 1, 1, 0, false),
    ];

    public static Contact Contact { get; } = new(
        "call-putin-trump-7f3a2c41d09e", ContactKind.Call, ContactStatus.Held, [Putin, Trump], "2025-02-12", false, "PT90M", DurationBound.Exact, null, null, 2,
        ["Báo Một", "White House"], [Account("7f3a2c41d09e", FirstPlace, "first", "The earliest account."),
            Account("99e0d1aa0b1c", SecondPlace, "dates-meet", "Same two persons, and both tell of a call on 12 February.")],
        [
            new ResolvedField(ContactField.Date, "2025-02-12", null, Agreement.Sole, "only",
                [Claim(ContactField.Date, "2025-02-12", null, FirstText, "Hôm 12-2", FirstPlace)]),
            new ResolvedField(ContactField.Duration, "PT90M", DurationBound.Exact, Agreement.Conflicting, "best-supported",
            [
                Claim(ContactField.Duration, "PT90M", DurationBound.Exact, FirstText, "90 phút", FirstPlace, "RT", "Dmitry Peskov"),
                Claim(ContactField.Duration, "PT3H", DurationBound.AtMost, SecondText, "gần ba giờ", SecondPlace, "White House"),
            ]),
        ],
        [],
        [new StatementRow(new StatementFinding("Dmitry Peskov", StatementMode.Direct, Words(FirstText, "một bước đi [bold]rất[/] quan trọng"),
            "2025-02-13", null, ["RT"], ["vi.statement.direct"]), FirstPlace, "call-putin-trump-7f3a2c41d09e")],
        [new OutcomeRow(new OutcomeFinding(OutcomeKind.Agreement, ["Vladimir Putin", "Donald Trump"], [Words(SecondText, "về Ukraine")], []), SecondPlace)],
        [new PositionRow(new PositionFinding("Russia", Stance.Rejects, "temporary ceasefire", null, [Words(SecondText, "về Ukraine")], []), SecondPlace)]);

    public static ImmutableArray<Plan> Plans { get; } =
    [
        new(Rows[1], PlanState.Kept,
        [
            new(ContactStatus.Proposed, null, FirstPlace, Words(FirstText, "một bước đi [bold]rất[/] quan trọng")),
            new(ContactStatus.Held, "2025-02-14", SecondPlace, null),
        ]),
        new(Rows[3], PlanState.Lapsed, [new(ContactStatus.Planned, "2025-08", SecondPlace with { Published = null }, null)]),
        new(Rows[5], PlanState.Open, [new(ContactStatus.Proposed, null, FirstPlace, null)]),
    ];

    public static ImmutableArray<DecisionRow> Decisions { get; } = DecisionRows();

    public static Contact DecidedContact { get; } = Contact with
    {
        Accounts = [Contact.Accounts[0]],
        Fields = [Contact.Fields[1] with { Resolved = "PT95M", Rule = "decided", Decision = Decisions[1].Decision.Id }],
        Decisions = [Decisions[1].Decision, Decisions[2].Decision],
        Statements = [],
        Outcomes = [],
        Positions = [],
    };

    private static ImmutableArray<DecisionRow> DecisionRows()
    {
        static Deciding By(string who, string why, string at) => new(who, why, Publication.TryParse(at)!);
        var other = Contact with { Accounts = [Account("0b1d5e41d09e", SecondPlace, "first", "")] };
        var split = By("An Nguyễn", "hai cuộc khác nhau", "2026-02-01").Split(Contact, [Contact.Accounts[0].Id]);
        var merge = By("Minh Trần", "one call, told on two days", "2026-01-05T10:00:00+07:00").Merge(Contact, other);
        return
        [
            new(By("An Nguyễn", "it was one after all", "2026-02-03").Undo(split), DecisionStanding.InForce, null, []),
            new(By("Minh Trần", "the log of the palace", "2026-02-02").Set(Contact, ContactField.Duration, "PT95M", DurationBound.About),
                DecisionStanding.InForce, null, ["call-putin-trump-7f3a2c41d09e"]),
            new(split, DecisionStanding.Undone, "d-0123456789ab", ["call-putin-trump-7f3a2c41d09e"]),
            new(merge, DecisionStanding.Waiting, null, []),
            new(By("Minh Trần", "a denial was read as a call", "2026-01-04").Reject([Contact.Id]), DecisionStanding.InForce, null, []),
            new(By("Minh Trần", "seen in both logs", "2026-01-03").Confirm(Contact, other), DecisionStanding.Overruled, null, ["call-putin-trump-7f3a2c41d09e"]),
        ];
    }

    public static Article Article { get; } = new()
    {
        Id = "a-long-call",
        Text = FirstText,
        Published = Publication.TryParse("2025-02-13"),
        Publisher = "Báo Một",
        Url = "https://mot.example/1",
    };

    public static ArticleReading Reading { get; } = new(
        [Account("7f3a2c41d09e", FirstPlace, "first", "").Finding with
        {
            Claims = [Claim(ContactField.Duration, "PT90M", DurationBound.Exact, FirstText, "90 phút", FirstPlace, "RT", "Dmitry Peskov").Claim],
        }],
        [Contact.Statements[0].Statement], [], [],
        [new TimeFinding(Words(FirstText, "Hôm 12-2"), TimexType.Date, "2025-02-12", null, ["vi.time.day-month"])],
        [new ObservedOffice("USA:president", "Donald Trump", Words(FirstText, "Tổng thống Mỹ Donald Trump"))],
        ["one relative date has no publication date to count from"]);

    public static string? TextOf(string hash) => hash == "hash-1" ? FirstText : hash == "hash-2" ? SecondText : null;

    private static TimelineRow Row(string id, ContactKind kind, ContactStatus status, ImmutableArray<Participant> who, string? date,
        string? duration, DurationBound? bound, string? place, int articles, int origins, int conflicts, bool unresolved) =>
        new(id, kind, status, who, date, false, new LocalDate(2025, 2, 12), duration, bound, place, articles, origins, conflicts, unresolved);

    private static ContactAccount Account(string hash, ArticlePlace place, string rule, string because) => new(
        "call-putin-trump-" + hash, place, [],
        new ContactFinding(ContactKind.Call, ContactStatus.Held, [Putin, Trump], "2025-02-12", false, "PT90M", DurationBound.Exact, null, null, true,
            [Words(FirstText, "đã điện đàm")], []),
        place.Publisher!, new MergeReason(rule, because));

    private static AttributedClaim Claim(ContactField field, string value, DurationBound? bound, string text, string words, ArticlePlace place, params string[] relay) =>
        new(new FieldClaim(field, value, bound, Words(text, words), [.. relay], ["vi.contact.duration", "vi.time.minutes"]), "x", place, "o", false);

    private static Evidence Words(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new Evidence(start, start + words.Length, words);
    }
}
