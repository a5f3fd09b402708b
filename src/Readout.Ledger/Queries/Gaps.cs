using System.Collections.Immutable;
using NodaTime;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>How the record stands to what a source counts.</summary>
public enum GapKind
{
    /// <summary>The record has fewer contacts than the source counts.</summary>
    Lacks,

    /// <summary>The record has more, so the source counts otherwise, or contacts of the record are one.</summary>
    Exceeds,

    /// <summary>The record has as many.</summary>
    Agrees,

    /// <summary>
    /// It cannot be told: the contact has one side only, or the source names no time, and says "the first" or fewer than the record has.
    /// </summary>
    Open,
}

/// <summary>What sources say of how many contacts there were, held against the record.</summary>
/// <param name="Kind">How the two stand to each other.</param>
/// <param name="Contact">The contact that the sources count.</param>
/// <param name="Count">What they say.</param>
/// <param name="Claims">Who says so, with the words; the earliest-published first.</param>
/// <param name="From">The first day counted from; null where the sources set none.</param>
/// <param name="To">The last day counted to; null where not known.</param>
/// <param name="Recorded">The contacts that the record has in this time, the counted one among them, by date; empty where not checked.</param>
public sealed record CountGap(
    GapKind Kind, TimelineRow Contact, CountClaim Count, ImmutableArray<AttributedClaim> Claims, LocalDate? From, LocalDate? To,
    ImmutableArray<TimelineRow> Recorded)
{
    /// <summary>How many contacts the record seems to lack; 0 where it lacks none.</summary>
    public int Missing => Kind == GapKind.Lacks ? Count.Number - Recorded.Length : 0;
}
