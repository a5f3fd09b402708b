using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>The fields of a contact that claims are made about.</summary>
public enum ContactField
{
    /// <summary>What form it took (<see cref="ContactKind"/>).</summary>
    Kind,

    /// <summary>Where it stands (<see cref="ContactStatus"/>).</summary>
    Status,

    /// <summary>A canonical name of one who took part.</summary>
    Participant,

    /// <summary>EDTF: a day, month, year, or <c>first/last</c>.</summary>
    Date,

    /// <summary>ISO 8601 duration.</summary>
    Duration,

    /// <summary>Canonical English name of a place.</summary>
    Place,

    /// <summary>Who asked for it: a canonical name, or <c>undisclosed</c>.</summary>
    Initiator,

    /// <summary>Which one, or how many of them, it is counted as: the written form of a <see cref="CountClaim"/>.</summary>
    Count,
}

/// <summary>
/// One value for one field of a contact, with the words it rests on and the way it came.
/// </summary>
/// <param name="Field">The field it is about.</param>
/// <param name="Value">The value in its canonical written form (see <see cref="ContactField"/>).</param>
/// <param name="Bound">For a duration, how it bounds the true one; otherwise null.</param>
/// <param name="Evidence">The words it rests on.</param>
/// <param name="Relay">Through whom it reached the article, nearest first; the last one is the origin. Empty: the article's own word.</param>
/// <param name="Rules">Ids of the rules that led to it, in the order they fired.</param>
public sealed record FieldClaim(
    ContactField Field,
    string Value,
    DurationBound? Bound,
    Evidence Evidence,
    ImmutableArray<string> Relay,
    ImmutableArray<string> Rules)
{
    /// <summary>For a place, the canonical English name of the state that it lies in; null for a state itself, and where none is known.</summary>
    public string? Within { get; init; }
}
