using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Reading;

namespace Readout.Ledger.Identity;

/// <summary>An account as identity looks at it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Sides">Who took part, by side.</param>
/// <param name="Timing">When, as far as it can be trusted.</param>
/// <param name="Numbers">The numbers it is counted by.</param>
internal sealed record Profile(Account Account, Sides Sides, Timing Timing, ImmutableArray<Numbering> Numbers)
{
    /// <summary>
    /// The order in which clustering takes accounts, by nothing but themselves: the best dated first; those of fewer sides, so that talks of
    /// three that fit two pairs' talks of that day show it; those that name more persons; those of an article that tells of several
    /// contacts of one company, since it tells them apart for the others; then by publication.
    /// </summary>
    public static IComparer<Profile> ByRank { get; } = Comparer<Profile>.Create(static (a, b) =>
    {
        var order = a.Timing.Precision.CompareTo(b.Timing.Precision);
        if (order == 0) order = a.Sides.Count.CompareTo(b.Sides.Count);
        if (order == 0) order = b.Sides.Named.CompareTo(a.Sides.Named);
        if (order == 0) order = b.Account.Siblings.CompareTo(a.Account.Siblings);
        if (order == 0) order = b.Finding.Main.CompareTo(a.Finding.Main);
        if (order == 0) order = a.Account.Published.CompareTo(b.Account.Published);
        if (order == 0) order = string.CompareOrdinal(a.Account.Place.TextHash, b.Account.Place.TextHash);
        return order != 0 ? order : a.Account.Ordinal.CompareTo(b.Account.Ordinal);
    });

    /// <summary>What the article says.</summary>
    public ContactFinding Finding => Account.Finding;

    /// <summary>The profile of an account.</summary>
    public static Profile Of(Account account) => new(account, Sides.Of(account.Finding), Timing.Of(account), Numbering.Of(account.Finding));
}
