using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>How a holder stands to an issue.</summary>
public enum Stance
{
    /// <summary>Favours, accepts, is ready for.</summary>
    Supports,

    /// <summary>Opposes, refuses, rules out.</summary>
    Rejects,

    /// <summary>Requires, sets as a condition, calls for.</summary>
    Demands,

    /// <summary>Proposes, will provide.</summary>
    Offers,
}

/// <summary>Who takes which stance on which issue.</summary>
/// <param name="Holder">Canonical name of a person, or of the state where the text gives the position to the state.</param>
/// <param name="Stance">The stance taken.</param>
/// <param name="Issue">The issue's name from the pack's list, or <c>other</c>.</param>
/// <param name="On">EDTF date on which it was taken; null where not stated.</param>
/// <param name="Evidence">The words that tell of it; never empty.</param>
/// <param name="Rules">Ids of the rules that led to it.</param>
public sealed record PositionFinding(
    string Holder,
    Stance Stance,
    string Issue,
    string? On,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<string> Rules);
