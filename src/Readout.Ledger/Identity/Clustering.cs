using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;

namespace Readout.Ledger.Identity;

/// <summary>
/// Finds which accounts of one block are one contact. Accounts are taken in an order that depends on nothing but themselves, the
/// best dated first, and each joins the one contact it fits best, founds a new one, or, where several fit equally, stays apart.
/// </summary>
internal static class Clustering
{
    /// <summary>The contacts of a block; the same for the same set of accounts, in whatever order they are given.</summary>
    public static List<Cluster> Of(IEnumerable<Account> accounts)
    {
        var clusters = new List<Cluster>();
        var apart = new List<Cluster>();
        foreach (var (account, sides) in InOrder(accounts))
        {
            var fits = new List<(Fit Fit, Cluster Cluster)>();
            foreach (var candidate in clusters)
            {
                if (Fit.Of(account, sides, candidate) is { } found) fits.Add((found, candidate));
            }
            if (fits.Count == 0)
            {
                clusters.Add(new Cluster(account, new MergeReason("first", First(account))));
                continue;
            }
            var rivals = fits.FindAll(f => !fits.Exists(other => other != f && Beats(other, f)));
            if (rivals.Count == 1)
            {
                var (fit, cluster) = rivals[0];
                cluster.Add(account, new MergeReason(fit.Rule, fit.Because()));
                continue;
            }
            if (rivals.Count == 0) rivals = fits;
            var single = new Cluster(account, new MergeReason("unresolved", $"fits {rivals.Count} contacts equally, so it is left apart"));
            single.Candidates.AddRange(rivals.Select(r => r.Cluster));
            apart.Add(single);
        }
        clusters.AddRange(apart);
        return clusters;
    }

    // An article that tells of several contacts of one company tells them apart for the others, so it goes before them.
    private static IEnumerable<(Account Account, Sides Sides)> InOrder(IEnumerable<Account> accounts) =>
        accounts.GroupBy(a => a.Place.TextHash, StringComparer.Ordinal)
            .SelectMany(text => text.Select(a => (Account: a, Sides: Sides.Of(a.Finding), Siblings: text.Count())))
            .OrderBy(a => Precision.Of(a.Account))
            .ThenByDescending(a => a.Sides.Named)
            .ThenByDescending(a => a.Siblings)
            .ThenByDescending(a => a.Account.Finding.Main)
            .ThenBy(a => a.Account.Published)
            .ThenBy(a => a.Account.Place.TextHash, StringComparer.Ordinal)
            .ThenBy(a => a.Account.Ordinal)
            .Select(a => (a.Account, a.Sides));

    // By score; between fits by publication alone, the one that is clearly nearer: news is of the last call, plans of the next.
    // Of two contacts of one time, whom only an article that tells of both sets apart, others mean the one that all tell of.
    private static bool Beats((Fit Fit, Cluster Cluster) one, (Fit Fit, Cluster Cluster) other)
    {
        var (fit, rival) = (one.Fit, other.Fit);
        if (Math.Abs(fit.Score - rival.Score) >= Fit.Margin) return fit.Score > rival.Score;
        if (fit.Rule == rival.Rule && rival.Distance >= (2 * fit.Distance) + 3) return true;
        return one.Cluster.IsSameTimeAs(other.Cluster) && one.Cluster.Members.Count >= 3 * other.Cluster.Members.Count;
    }

    private static string First(Account account) => account.When is { } when && Precision.Of(account) != Precision.Vague
        ? $"it is of {when}, and no better-dated account fits it"
        : "it is undated, and no contact of these parties is near its publication";
}
