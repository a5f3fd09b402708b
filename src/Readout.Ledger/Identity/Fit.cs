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

    // What a company that is not the same on both sides costs, so that the contact of just this company comes before others.
    private const int OtherCompany = 4;

    private const string SameDay = "same-day";

    // What it weighs that both are counted as the same one: more than a place.
    private const int SameNumber = 3;

    // A span that is longer than this does not say that two companies that differ are one contact.
    private const int TellingSpan = 8;

    /// <summary>The fit of an account with a cluster, or null where something sets them apart.</summary>
    public static Fit? Of(Profile profile, Cluster cluster) => Of(profile, cluster, out _);

    /// <summary>The same, and what sets them apart: the first obstacle that is found, where there is one.</summary>
    public static Fit? Of(Profile profile, Cluster cluster, out Obstacle obstacle)
    {
        obstacle = Obstacle.OneArticle;
        if (cluster.Tells(profile.Account.Place.TextHash)) return null;
        obstacle = Obstacle.Dates;
        if (Dates(profile, cluster) is not { } dates) return null;
        var sides = profile.Sides;
        obstacle = Obstacle.Persons;
        if (sides.Agreeing(cluster.Sides) is null) return null;
        var same = sides.IsSameAs(cluster.Company.Names);
        obstacle = Obstacle.Sides;
        if (!same && !IsPart(sides, cluster.Company)) return null;
        obstacle = Obstacle.Numbers;
        // Two accounts of one day that number it otherwise disagree about the number.
        if (!IsOneStatedDay(profile, cluster, dates) && Numbering.Apart(profile.Numbers, cluster.Numbers) is not null) return null;
        obstacle = Obstacle.Occasion;
        if (!same && !IsOneOccasion(profile, cluster)) return null;
        var company = sides.SharedPersons(cluster.Sides);
        var undated = profile.Timing.IsVague || cluster.When is null;
        obstacle = Obstacle.StatesAlone;
        var number = Numbering.Shared(profile.Numbers, cluster.Numbers);
        if (undated && company == 0 && number is null && !IsLikely(profile.Finding, dates, cluster)) return null;
        obstacle = Obstacle.None;
        return dates with
        {
            Score = dates.Score + (4 * company) + Details(profile.Finding, cluster) + (number is null ? 0 : SameNumber) - (same ? 0 : OtherCompany),
            Because = () => $"{dates.Because()}; {sides.Explain(cluster.Sides)}{(number is null ? "" : $"; both count it as {number}")}",
        };
    }

    private static bool IsOneStatedDay(Profile profile, Cluster cluster, Fit dates) =>
        dates.Rule == SameDay && !profile.Finding.DateInferred && !cluster.IsInferred;

    // One may name more sides than the other (a mediator, a host, the third of three), not other ones.
    private static bool IsPart(Sides sides, Sides company) => sides.IsWithin(company.Names) || company.IsWithin(sides.Names);

    // Bare nearness in time does not make talks of two those of three: that takes a like kind, and a day or a place that both give.
    private static bool IsOneOccasion(Profile profile, Cluster cluster) =>
        cluster.Members.Exists(m => m.Finding.Kind == profile.Finding.Kind)
        && (IsSamePlace(profile.Finding, cluster)
            || (!profile.Timing.IsVague && profile.Timing.Days is { } when && cluster.When is { } open && open.Intersect(when) is { Days: <= TellingSpan }));

    private static bool IsSamePlace(ContactFinding finding, Cluster cluster) =>
        finding.Place is { } place && cluster.Members.Exists(m => string.Equals(m.Finding.Place, place, StringComparison.Ordinal));

    // Without a date and without a person, "talks" and "a meeting" of two states need not be the same, and the states have others.
    private static bool IsLikely(ContactFinding finding, Fit dates, Cluster cluster) =>
        2 * cluster.Members.Count(m => m.Finding.Kind == finding.Kind) >= cluster.Members.Count
        && dates.Distance <= (LifePhase.LooksBack(finding.Status) ? LifePhase.NewsDaysOfStates : LifePhase.PlanSilence);

    private static Fit? Dates(Profile profile, Cluster cluster)
    {
        var (account, timing) = (profile.Account, profile.Timing);
        if (cluster.When is { } open && timing is { IsVague: false, Days: { } when })
        {
            if (open.Intersect(when) is { } shared)
            {
                var chance = when.Days > TellingSpan && (open.Days > TellingSpan || !LifePhase.LooksBack(account.Finding.Status));
                if (chance && !IsToldTogether(account, cluster)) return null;
                return shared == open && shared == when && when.Days == 1
                    ? new Fit(14, 0, SameDay, () => $"both are of {shared}")
                    : new Fit(timing.Slips ? 10 : 12, 0, "dates-meet", () => $"{(timing.Slips ? account.When : when)} and {open} share {(timing.Slips ? open : shared)}");
            }
            if (IsAcrossMidnight(profile, cluster, open, when))
            {
                return new Fit(9, 0, "time-zones", () => $"{when} and {open} are neighbours, at one place: a contact told of in two time zones");
            }
            // An inferred date says when news came, and news crosses time zones; the words for days ahead ("this weekend") are loose.
            var bends = account.Finding.DateInferred || cluster.IsInferred || IsLoose(account, when);
            return bends && open.DaysApart(when) <= 1
                ? new Fit(8, 0, "dates-touch", () => $"{when} is a day from {open}, and one of the two is not meant to the day")
                : account.Finding.DateInferred ? Recalled(profile, cluster, open) : null;
        }
        if (timing is { Doubtful: true, Days: { Days: <= TellingSpan } doubted } && cluster.When is { } borne && borne.Intersect(doubted) is { } both)
        {
            return new Fit(12, 0, "dates-meet", () => $"{doubted} and {borne} share {both}");
        }
        if (timing is { IsVague: true, Doubtful: false, Days: { } wide } && cluster.When is { } narrow && wide.Intersect(narrow) is null) return null;
        if (cluster.When is not { } dated) return BothUndated(account, cluster);
        return NearPublication(account, cluster, dated) ?? AheadAtPlace(profile, cluster, dated) ?? Numbered(profile, cluster, dated);
    }

    // Whoever meets at one place on two days running is at one meeting, which newspapers far away date by their own clocks.
    private static bool IsAcrossMidnight(Profile profile, Cluster cluster, EdtfInterval open, EdtfInterval when) =>
        KindFamilies.Of(profile.Finding.Kind) == KindFamily.Meeting && open.DaysApart(when) == 1
        && IsSamePlace(profile.Finding, cluster) && profile.Sides.SharedPersons(cluster.Sides) >= 2;

    // Two wide spans, or a plan for some time in some weeks and a day, share days by chance unless they are told of in the same weeks.
    private static bool IsToldTogether(Account account, Cluster cluster) =>
        account.PublishedDay is { } day && cluster.Told is { } told && EdtfInterval.Of(day).DaysApart(told) <= LifePhase.PlanDays;

    // What is only named ("the Alaska summit") reads as held, though it may be the one that all tell of as to come there.
    private static Fit? AheadAtPlace(Profile profile, Cluster cluster, EdtfInterval dated)
    {
        var account = profile.Account;
        if (account.Finding.Status != ContactStatus.Held || account.PublishedDay is not { } published || !(cluster.Told?.First <= published)) return null;
        var distance = EdtfInterval.Of(published).DaysApart(dated);
        return dated.First > published && distance <= LifePhase.SoonDays && IsSamePlace(account.Finding, cluster) && profile.Sides.SharedPersons(cluster.Sides) >= 2
            ? new Fit(6, distance, "named-ahead", () => $"only named on {EdtfInterval.Of(published)}, when a contact at this place was told of for {dated}")
            : null;
    }

    // "The third round" is told of for longer than what has no number.
    private static Fit? Numbered(Profile profile, Cluster cluster, EdtfInterval dated)
    {
        var account = profile.Account;
        if (!LifePhase.LooksBack(account.Finding.Status) || account.PublishedDay is not { } published || cluster.IsOnlyPlanned) return null;
        if (Numbering.Shared(profile.Numbers, cluster.Numbers) is null) return null;
        var distance = EdtfInterval.Of(published).DaysApart(dated);
        return dated.Last <= published && distance <= LifePhase.NumberDays
            ? new Fit(7, distance, "same-number", () => $"undated, told as past on {EdtfInterval.Of(published)}, {distance} days after {dated}")
            : null;
    }

    private static bool IsLoose(Account account, EdtfInterval when) => when.Days > 1 && !LifePhase.LooksBack(account.Finding.Status);

    // News without a day goes on about a contact for some days, where the same persons have no later one.
    private static Fit? Recalled(Profile profile, Cluster cluster, EdtfInterval dated)
    {
        if (profile.Account.PublishedDay is not { } published || cluster.IsOnlyPlanned || profile.Sides.SharedPersons(cluster.Sides) < 2) return null;
        var distance = EdtfInterval.Of(published).DaysApart(dated);
        return dated.Last <= published && distance <= LifePhase.RecallDays
            ? new Fit(5, distance, "recalled", () => $"told as past on {EdtfInterval.Of(published)} without a day, and {dated} is the last such contact before")
            : null;
    }

    private static Fit? NearPublication(Account account, Cluster cluster, EdtfInterval dated)
    {
        if (LifePhase.Window(account) is not { } window || window.Intersect(dated) is null) return null;
        var published = account.PublishedDay!.Value;
        // A plan that is not due yet is not the contact that an undated article tells of as past.
        if (LifePhase.LooksBack(account.Finding.Status) && cluster.IsOnlyPlanned && dated.Last > published.PlusDays(1)) return null;
        var distance = EdtfInterval.Of(published).DaysApart(dated);
        // Far ahead, or some time in some weeks, it is the plan that others tell of at that time, or none that is known yet.
        var far = (distance > LifePhase.SoonDays && dated.First > published) || dated.Days is null or > TellingSpan;
        if (far && cluster.Told is { } told && EdtfInterval.Of(published).DaysApart(told) > LifePhase.PlanSilence) return null;
        var said = LifePhase.LooksBack(account.Finding.Status) ? "as past" : "as to come or called off";
        return new Fit(8, distance, "near-publication", () => $"undated, told {said} on {EdtfInterval.Of(published)}, and {dated} is near");
    }

    private static Fit? BothUndated(Account account, Cluster cluster)
    {
        // Talk that goes on and on must not hang one plan on another for ever.
        if (account.PublishedDay is not { } day || cluster.ToldWith(day).Days > LifePhase.UndatedDays) return null;
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
