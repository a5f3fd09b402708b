using System.Collections.Immutable;
using Readout.Ledger.Queries;

namespace Readout.Ledger.Identity;

/// <summary>Which contact an account belongs to, all its neighbourhoods considered.</summary>
/// <param name="Root">The first account of its contact; its own id where it is that itself.</param>
/// <param name="Reason">Why it belongs there.</param>
/// <param name="Candidates">The first accounts of the contacts it fits equally, by name; empty where it was placed.</param>
internal sealed record Standing(string Root, MergeReason Reason, ImmutableArray<string> Candidates)
{
    /// <summary>
    /// Takes together what an account's cells say: it is of the contact that it fits best in any of them, and stays apart where it fits several
    /// equally. A cell that sees that contact too and puts the account elsewhere has the last word, or whoever leans on a third account
    /// would follow it into company that is not their own. What an account leans on comes before it in the order of clustering, so
    /// following it comes to an end.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="placings">What each of its cells says; empty where it has none.</param>
    /// <param name="rootOf">The first account of the contact of an account it leans on.</param>
    /// <param name="placingsOf">What the cells of such a first account say of it.</param>
    public static Standing Of(
        string accountId, IReadOnlyList<(Cell Cell, Placing Placing)> placings, Func<string, string> rootOf,
        Func<string, IReadOnlyList<(Cell Cell, Placing Placing)>> placingsOf)
    {
        if (placings.Count == 0)
        {
            return new Standing(
                accountId, new MergeReason(Placing.First, "neither its day nor that of its article is known, so nothing ties it to another"), []);
        }
        var leanings = placings.SelectMany(p => p.Placing.On.Select(l => (p.Cell, p.Placing, l.Score, Root: rootOf(l.AccountId)))).ToList();
        var agreed = leanings.Select(l => l.Root).Distinct(StringComparer.Ordinal)
            .Where(root => placings.All(p => leanings.Exists(l => l.Cell == p.Cell && l.Root == root) || Agrees(p.Cell, p.Placing, placingsOf(root))))
            .ToHashSet(StringComparer.Ordinal);
        leanings.RemoveAll(l => !agreed.Contains(l.Root));
        if (leanings.Count == 0)
        {
            var first = placings.Select(p => p.Placing).OrderBy(p => p.Rule != Placing.First).First();
            return new Standing(accountId, new MergeReason(Placing.First, first.Rule == Placing.First ? first.Because : "its sides together fit no other account"), []);
        }
        var best = leanings.Max(l => l.Score);
        leanings.RemoveAll(l => l.Score <= best - Fit.Margin);
        var roots = leanings.Select(l => l.Root).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        if (roots.Length > 1) return new Standing(accountId, new MergeReason(Placing.Unresolved, Placing.Equally(roots.Length)), roots);
        var chosen = leanings.OrderBy(l => l.Placing.Rule == Placing.Unresolved).ThenByDescending(l => l.Score)
            .ThenBy(l => l.Placing.Because, StringComparer.Ordinal).First().Placing;
        return new Standing(
            roots[0],
            chosen.Rule == Placing.Unresolved
                ? new MergeReason("all-one", "fits several accounts equally, and they are one contact themselves")
                : new MergeReason(chosen.Rule, chosen.Because),
            []);
    }

    // A cell agrees where it does not see the first account, or puts it with the same third account.
    private static bool Agrees(Cell cell, Placing placing, IReadOnlyList<(Cell Cell, Placing Placing)> first)
    {
        var there = first.Where(p => p.Cell.Strand == cell.Strand).ToList();
        return there.Count == 0 || there.Exists(p => p.Placing.On.Any(l => placing.On.Any(mine => mine.AccountId == l.AccountId)));
    }
}
