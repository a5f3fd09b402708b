using System.Collections.Immutable;
using NodaTime;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Queries;

/// <summary>A step in the life of a contact.</summary>
/// <param name="Status">What it had become.</param>
/// <param name="Date">The date that the article gave for it, EDTF; null where it gave none.</param>
/// <param name="Place">The first article that told of the step; its publication dates it.</param>
/// <param name="Words">The words that tell it; null where the reading points to none.</param>
public sealed record LifeStep(ContactStatus Status, string? Date, ArticlePlace Place, Evidence? Words);

/// <summary>What has become of a plan.</summary>
public enum PlanState
{
    /// <summary>It is proposed or planned, and its date has not passed, or it has none.</summary>
    Open,

    /// <summary>It is proposed or planned, its date has passed, and no article known tells what came of it.</summary>
    Lapsed,

    /// <summary>It was held, or is going on.</summary>
    Kept,

    /// <summary>It was put off, and no article tells of it as planned again.</summary>
    Postponed,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>It was said that there is no such plan, or that it did not take place.</summary>
    Denied,
}

/// <summary>A contact that lay ahead when it was first told of, and what has become of it.</summary>
/// <param name="Contact">Its timeline row.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Steps">Its life, the earliest-told first.</param>
public sealed record Plan(TimelineRow Contact, PlanState State, ImmutableArray<LifeStep> Steps);

/// <summary>Judges what has become of plans.</summary>
internal static class PlanStates
{
    /// <summary>The state of a plan on a day.</summary>
    /// <param name="status">Its resolved status.</param>
    /// <param name="date">Its resolved date, EDTF.</param>
    /// <param name="inferred">Whether only publications bound the date: then nobody said when, and it cannot have passed.</param>
    /// <param name="day">The day that is judged from; null judges that nothing has passed.</param>
    public static PlanState Of(ContactStatus status, string? date, bool inferred, LocalDate? day) => status switch
    {
        ContactStatus.Held or ContactStatus.Ongoing => PlanState.Kept,
        ContactStatus.Postponed => PlanState.Postponed,
        ContactStatus.Cancelled => PlanState.Cancelled,
        ContactStatus.Denied => PlanState.Denied,
        _ => !inferred && EdtfInterval.TryParse(date)?.Last < day ? PlanState.Lapsed : PlanState.Open,
    };
}
