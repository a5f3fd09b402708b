using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Identity;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Claims;

/// <summary>Who took part in a contact, by all its accounts.</summary>
internal static class Company
{
    /// <summary>
    /// All who are named, in the order in which the accounts, the earliest-published first, name them. Where a person acts for a state, the state
    /// itself is left out, and so is an office where its state's persons are known by name.
    /// </summary>
    public static ImmutableArray<Participant> Of(IReadOnlyList<Account> accounts)
    {
        var all = accounts.SelectMany(a => a.Finding.Participants).ToList();
        var best = all.GroupBy(Sides.SideOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(Rank), StringComparer.Ordinal);
        return [.. all.Where(p => Rank(p) == best[Sides.SideOf(p)]).DistinctBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>The participants as a field. Who names fewer does not contradict who names more.</summary>
    public static ResolvedField Field(ImmutableArray<Participant> participants, ImmutableArray<AttributedClaim> claims)
    {
        var byAccount = claims.GroupBy(c => c.AccountId, StringComparer.Ordinal)
            .Select(g => string.Join("; ", g.Select(c => c.Claim.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        var sole = byAccount.Distinct(StringComparer.Ordinal).Count() <= 1;
        return new(ContactField.Participant, string.Join("; ", participants.Select(p => p.Name)), null,
            sole ? Agreement.Sole : Agreement.Consistent, sole ? "only" : "union", claims);
    }

    private static int Rank(Participant participant) => Sides.IsNamed(participant) ? 2 : participant.IsPerson ? 1 : 0;
}
