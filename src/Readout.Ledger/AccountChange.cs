using Readout.Ledger.Identity;

namespace Readout.Ledger;

/// <summary>What a write has changed of the accounts and of decisions about them, for the derivation to follow up.</summary>
internal sealed class AccountChange
{
    /// <summary>The cells that lost or won an account.</summary>
    public HashSet<Cell> Cells { get; } = [];

    /// <summary>Cells to be placed anew because of what they or their neighbours lost; unlike those of <see cref="Cells"/>, without their neighbours.</summary>
    public HashSet<Cell> Centres { get; } = [];

    /// <summary>The accounts that were added, or put anew in their place.</summary>
    public HashSet<string> Added { get; } = new(StringComparer.Ordinal);

    /// <summary>The accounts that were taken away, though perhaps to be put anew in their place.</summary>
    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>The accounts that decisions name which are new, or no longer in force, or in force again.</summary>
    public HashSet<string> Decided { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts whose accounts, publication or words changed.</summary>
    public HashSet<long> Texts { get; } = [];

    /// <summary>The groups that lost an account.</summary>
    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);
}
