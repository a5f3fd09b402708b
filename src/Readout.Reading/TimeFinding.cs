using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>The TIMEX3 types (ISO-TimeML, ISO 24617-1).</summary>
public enum TimexType
{
    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>A time expression of the text.</summary>
/// <param name="Words">The expression as written.</param>
/// <param name="Type">Its TIMEX3 type.</param>
/// <param name="Value">Its TIMEX3 value (<c>2025-02-12</c>, <c>PT90M</c>, <c>PAST_REF</c>), or an EDTF <c>first/last</c>.</param>
/// <param name="Bound">For a hedged duration, how it bounds the true one; otherwise null.</param>
/// <param name="Rules">Ids of the rules that led to it.</param>
public sealed record TimeFinding(
    Evidence Words,
    TimexType Type,
    string Value,
    DurationBound? Bound,
    ImmutableArray<string> Rules);
