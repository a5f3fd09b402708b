using Readout.Ledger.Storage;

namespace Readout.Ledger.Decisions;

/// <summary>Which groups decisions tie together, so that their contacts must be arranged together.</summary>
internal sealed class DecidedGroups(IStoreWrite write, DecisionBook book)
{
    /// <summary>
    /// Adds the groups that a change reaches by way of decisions: those of the other accounts that a decision names beside a changed one,
    /// and accounts that fit several contacts equally, since which contacts are one may have changed.
    /// </summary>
    /// <param name="groups">The groups that changed.</param>
    /// <param name="change">What changed of the accounts and of the decisions.</param>
    public void Reach(SortedSet<string> groups, AccountChange change)
    {
        if (book.InForce.IsEmpty && change.Decided.Count == 0) return;
        var named = change.Decided.Concat(change.Added.Concat(change.Gone).SelectMany(book.About).SelectMany(d => d.Accounts));
        foreach (var account in named.ToHashSet(StringComparer.Ordinal))
        {
            if (write.GroupOf(account) is { } group) groups.Add(group);
        }
        foreach (var group in groups.ToList())
        {
            foreach (var (account, _) in write.AccountsOfGroup(group)) groups.UnionWith(FollowersOf(account.Id));
        }
    }

    /// <summary>A group with all that decisions tie to it; alone where they tie nothing to it.</summary>
    public IReadOnlyCollection<string> Together(string group)
    {
        if (book.InForce.IsEmpty) return [group];
        var together = new SortedSet<string>(StringComparer.Ordinal) { group };
        var waiting = new Stack<string>(together);
        while (waiting.TryPop(out var next))
        {
            foreach (var found in TiedTo(next))
            {
                if (together.Add(found)) waiting.Push(found);
            }
        }
        return together;
    }

    private IEnumerable<string> TiedTo(string group)
    {
        var accounts = write.AccountsOfGroup(group);
        foreach (var (account, candidates) in accounts)
        {
            foreach (var other in book.About(account.Id).Where(d => d.Kind != DecisionKind.Set).SelectMany(d => d.Accounts))
            {
                if (write.GroupOf(other) is { } tied) yield return tied;
            }
            foreach (var candidate in candidates)
            {
                if (write.GroupOf(candidate) is { } tied && IsArranged(tied)) yield return tied;
            }
        }
        if (!accounts.Any(a => book.Arranges(a.Account.Id))) yield break;
        foreach (var follower in accounts.SelectMany(a => FollowersOf(a.Account.Id))) yield return follower;
    }

    private bool IsArranged(string group) => write.AccountsOfGroup(group).Any(a => book.Arranges(a.Account.Id));

    // The groups of accounts that fit the contact of an account and others equally; what leans on it alone is of its group.
    private IEnumerable<string> FollowersOf(string account)
    {
        var own = write.GroupOf(account);
        foreach (var follower in write.LeaningOn(account))
        {
            if (write.GroupOf(follower) is { } group && group != own) yield return group;
        }
    }
}
