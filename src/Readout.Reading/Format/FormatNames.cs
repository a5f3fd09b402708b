namespace Readout.Reading.Format;

/// <summary>The names that kinds, states and bounds have in files and on the screen.</summary>
public static class FormatNames
{
    /// <summary>The name of a contact's kind: <c>call</c>.</summary>
    public static string Name(this ContactKind kind) => kind switch
    {
        ContactKind.Call => "call",
        ContactKind.Meeting => "meeting",
        ContactKind.Summit => "summit",
        ContactKind.Talks => "talks",
        ContactKind.Visit => "visit",
        ContactKind.Message => "message",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The name of a contact's status: <c>held</c>.</summary>
    public static string Name(this ContactStatus status) => status switch
    {
        ContactStatus.Proposed => "proposed",
        ContactStatus.Planned => "planned",
        ContactStatus.Ongoing => "ongoing",
        ContactStatus.Held => "held",
        ContactStatus.Postponed => "postponed",
        ContactStatus.Cancelled => "cancelled",
        ContactStatus.Denied => "denied",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The name of a duration's bound: <c>atLeast</c>.</summary>
    public static string Name(this DurationBound bound) => bound switch
    {
        DurationBound.Exact => "exact",
        DurationBound.About => "about",
        DurationBound.AtLeast => "atLeast",
        DurationBound.AtMost => "atMost",
        _ => throw new ArgumentOutOfRangeException(nameof(bound)),
    };

    /// <summary>The name of a way to count: <c>atLeast</c>.</summary>
    public static string Name(this CountForm form) => form switch
    {
        CountForm.Nth => "nth",
        CountForm.AtLeast => "atLeast",
        CountForm.Round => "round",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>The name under which a contact's field stands: <c>duration</c>.</summary>
    public static string Name(this ContactField field) => field switch
    {
        ContactField.Kind => "kind",
        ContactField.Status => "status",
        ContactField.Participant => "participants",
        ContactField.Date => "date",
        ContactField.Duration => "duration",
        ContactField.Place => "place",
        ContactField.Initiator => "initiator",
        ContactField.Count => "count",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The name of a statement's mode: <c>direct</c>.</summary>
    public static string Name(this StatementMode mode) => mode switch
    {
        StatementMode.Direct => "direct",
        StatementMode.Indirect => "indirect",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>The name of a stance: <c>rejects</c>.</summary>
    public static string Name(this Stance stance) => stance switch
    {
        Stance.Supports => "supports",
        Stance.Rejects => "rejects",
        Stance.Demands => "demands",
        Stance.Offers => "offers",
        _ => throw new ArgumentOutOfRangeException(nameof(stance)),
    };

    /// <summary>The name of an outcome's kind: <c>agreement</c>.</summary>
    public static string Name(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.Agreement => "agreement",
        OutcomeKind.Decision => "decision",
        OutcomeKind.Proposal => "proposal",
        OutcomeKind.Exchange => "exchange",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The TIMEX3 name of a time's type: <c>DATE</c>.</summary>
    public static string Name(this TimexType type) => type switch
    {
        TimexType.Date => "DATE",
        TimexType.Time => "TIME",
        TimexType.Duration => "DURATION",
        TimexType.Set => "SET",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
