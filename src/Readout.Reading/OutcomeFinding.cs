using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>What a contact led to.</summary>
public enum OutcomeKind
{
    /// <summary>Both sides agreed.</summary>
    Agreement,

    /// <summary>One side decided.</summary>
    Decision,

    /// <summary>Put forward, not yet agreed.</summary>
    Proposal,

    /// <summary>Something really given or exchanged.</summary>
    Exchange,
}

/// <summary>An agreement, decision, proposal or exchange between states or parties.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parties">Canonical names of the parties, in the order of mention; may be empty.</param>
/// <param name="Evidence">The words that tell of it; never empty.</param>
/// <param name="Rules">Ids of the rules that led to it.</param>
public sealed record OutcomeFinding(
    OutcomeKind Kind,
    ImmutableArray<string> Parties,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<string> Rules);
