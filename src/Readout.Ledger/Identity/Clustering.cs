using Readout.Ledger.Accounts;

namespace Readout.Ledger.Identity;

/// <summary>
/// Finds which accounts of one neighbourhood are one contact. Accounts are taken in an order that depends on nothing but themselves, the
/// best dated first, and each joins the one contact it fits best, founds a new one, or, where several fit equally, stays apart.
/// </summary>
internal static class Clustering
{
    // How many times as many accounts a contact needs to be the one that others mean: beside one of the same time, beside one of another.
    private const int ManyOfOneTime = 3;
    private const int ManyOfAnother = 4;

    /// <summary>Where each account belongs; the same for the same set of accounts, in whatever order they are given.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="apart">Whether two accounts, by id, were decided not to be one contact; null where nothing was decided.</param>
    public static List<Placing> Of(IEnumerable<Account> accounts, Func<string, string, bool>? apart = null)
    {
        var clusters = new List<Cluster>();
        var placings = new List<Placing>();
        foreach (var profile in accounts.Select(Profile.Of).Order(Profile.ByRank))
        {
            var fits = new List<(Fit Fit, Cluster Cluster)>();
            foreach (var candidate in clusters)
            {
                if (apart is not null && candidate.Members.Exists(m => apart(m.Id, profile.Account.Id))) continue;
                if (Fit.Of(profile, candidate) is { } found) fits.Add((found, candidate));
            }
            var id = profile.Account.Id;
            if (fits.Count == 0)
            {
                clusters.Add(new Cluster(profile));
                placings.Add(new Placing(id, [], Placing.First, First(profile)));
                continue;
            }
            var rivals = fits.FindAll(f => !fits.Exists(other => other != f && Beats(other, f)));
            if (rivals.Count == 1)
            {
                var (fit, cluster) = rivals[0];
                placings.Add(new Placing(id, [new Leaning(cluster.Founder.Id, fit.Score)], fit.Rule, fit.Because()));
                cluster.Add(profile);
                continue;
            }
            if (rivals.Count == 0) rivals = fits;
            placings.Add(new Placing(
                id, [.. rivals.Select(r => new Leaning(r.Cluster.Founder.Id, r.Fit.Score)).OrderBy(l => l.AccountId, StringComparer.Ordinal)], Placing.Unresolved, Placing.Equally(rivals.Count)));
        }
        return placings;
    }

    /// <summary>The reason of an account that is the first of its contact.</summary>
    public static string First(Profile profile) => profile.Timing is { IsVague: false, Days: { } when }
        ? $"it is of {when}, and no better-dated account fits it"
        : "it is undated, and no contact of these parties is near its publication";

    // By score; between fits by publication alone, the one that is clearly nearer: news is of the last call, plans of the next.
    // Else the one that all tell of: what few articles set apart does not draw the others away.
    private static bool Beats((Fit Fit, Cluster Cluster) one, (Fit Fit, Cluster Cluster) other)
    {
        var (fit, rival) = (one.Fit, other.Fit);
        if (Math.Abs(fit.Score - rival.Score) >= Fit.Margin) return fit.Score > rival.Score;
        if (fit.Rule == rival.Rule && rival.Distance >= (2 * fit.Distance) + 3) return true;
        var many = one.Cluster.IsSameTimeAs(other.Cluster) ? ManyOfOneTime : ManyOfAnother;
        return one.Cluster.Members.Count >= many * other.Cluster.Members.Count;
    }
}
