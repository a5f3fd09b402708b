using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Identity;

/// <summary>How well an account fits a cluster, and by which rule.</summary>
/// <param name="Score">The higher the better; fits are equal within <see cref="Margin"/>.</param>
/// <param name="Distance">Days between the publication and the contact, where only publication ties them; else 0.</param>
/// <param name="Rule">Short id of the rule that found the dates compatible.</param>
/// <param name="Because">Says it for people; asked only of the fit that is chosen.</param>
internal sealed record Fit(int Score, int Distance, string Rule, Func<string> Because)
{
    /// <summary>Scores closer than this are equal: a likely kind or a like place alone must not decide.</summary>
    public const int Margin = 2;

    /// <summary>The fit of an account with a cluster, or null where something sets them apart.</summary>
    public static Fit? Of(Account account, Sides sides, Cluster cluster)
    {
        if (cluster.Tells(account.Place.TextHash)) return null;
        if (sides.Agreeing(cluster.Sides) is null) return null;
        if (Dates(account, cluster) is not { } dates) return null;
        var company = sides.SharedPersons(cluster.Sides);
        // Without a date and without a person, "talks" and "a meeting" of two states need not be the same.
        var undated = Precision.Of(account) == Precision.Vague || cluster.When is null;
        if (undated && company == 0 && !cluster.Members.Exists(m => m.Finding.Kind == account.Finding.Kind)) return null;
        return dates with
        {
            Score = dates.Score + (4 * company) + Details(account.Finding, cluster),
            Because = () => $"{dates.Because()}; {sides.Explain(cluster.Sides)}",
        };
    }

    private static Fit? Dates(Account account, Cluster cluster)
    {
        var vague = Precision.Of(account) == Precision.Vague;
        if (cluster.When is { } open && account.When is { } when && !vague)
        {
            if (open.Intersect(when) is { } shared)
            {
                return shared == open && shared == when && when.Days == 1
                    ? new Fit(14, 0, "same-day", () => $"both are of {shared}")
                    : new Fit(12, 0, "dates-meet", () => $"{when} and {open} share {shared}");
            }
            // Only an inferred date bends: it says when news came, and news crosses time zones.
            return (account.Finding.DateInferred || cluster.IsInferred) && open.DaysApart(when) <= 1
                ? new Fit(8, 0, "dates-touch", () => $"{when} is a day from {open}, and one of the two is inferred from a publication")
                : null;
        }
        if (vague && account.When is { } wide && cluster.When is { } narrow && wide.Intersect(narrow) is null) return null;
        return cluster.When is { } dated ? NearPublication(account, cluster, dated) : BothUndated(account, cluster);
    }

    private static Fit? NearPublication(Account account, Cluster cluster, EdtfInterval dated)
    {
        if (LifePhase.Window(account) is not { } window || window.Intersect(dated) is null) return null;
        var published = account.PublishedDay!.Value;
        // A plan that is not due yet is not the contact that an undated article tells of as past.
        if (LifePhase.LooksBack(account.Finding.Status) && cluster.IsOnlyPlanned && dated.Last > published.PlusDays(1)) return null;
        var distance = EdtfInterval.Of(published).DaysApart(dated);
        var said = LifePhase.LooksBack(account.Finding.Status) ? "as past" : "as to come or called off";
        return new Fit(8, distance, "near-publication", () => $"undated, told {said} on {EdtfInterval.Of(published)}, and {dated} is near");
    }

    private static Fit? BothUndated(Account account, Cluster cluster)
    {
        if (account.PublishedDay is not { } day) return null;
        var nearest = int.MaxValue;
        foreach (var member in cluster.Members)
        {
            if (member.PublishedDay is not { } other) continue;
            if (!LifePhase.CanFollow(account.Finding.Status, day, member.Finding.Status, other)) continue;
            nearest = Math.Min(nearest, EdtfInterval.Of(day).DaysApart(EdtfInterval.Of(other)));
        }
        return nearest == int.MaxValue
            ? null
            : new Fit(6, nearest, "told-together", () => $"both are undated and were published {nearest} day{(nearest == 1 ? "" : "s")} apart");
    }

    private static int Details(ContactFinding finding, Cluster cluster)
    {
        int duration = 0, place = 0, kind = 0, main = 0;
        foreach (var member in cluster.Members)
        {
            var other = member.Finding;
            if (finding.Duration is not null && other.Duration is not null)
            {
                var meet = DurationRange.Of(finding.Duration, finding.DurationBound) is { } a
                    && DurationRange.Of(other.Duration, other.DurationBound) is { } b && a.Meets(b);
                duration = Math.Max(duration, meet ? 3 : -1);
            }
            if (finding.Place is not null && string.Equals(finding.Place, other.Place, StringComparison.Ordinal)) place = 2;
            if (finding.Kind == other.Kind) kind = 1;
            if (finding.Main && other.Main) main = 2;
        }
        return duration + place + kind + main;
    }
}
