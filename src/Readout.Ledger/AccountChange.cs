using Readout.Ledger.Identity;

namespace Readout.Ledger;

/// <summary>What a write has changed of the accounts, for the derivation to follow up.</summary>
internal sealed class AccountChange
{
    /// <summary>The cells that lost or won an account.</summary>
    public HashSet<Cell> Cells { get; } = [];

    /// <summary>The accounts that were added, or put anew in their place.</summary>
    public HashSet<string> Added { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups that lost an account.</summary>
    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);
}
