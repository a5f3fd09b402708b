using Readout.Ledger.Accounts;
using Readout.Ledger.Identity;
using Readout.Ledger.Storage;
using Readout.Reading.Format;
using Readout.Reading.Times;

namespace Readout.Ledger.Queries;

/// <summary>Compares two accounts, by the rules that placed them.</summary>
internal sealed class Comparing(ILedgerStore store)
{
    private const int Shown = 10;

    /// <summary>Why the accounts of two ids are, or are not, one contact. A contact's id is that of its earliest account.</summary>
    public WhyLookup Of(string first, string second)
    {
        var (a, b) = (store.AccountsNamed(first.Trim(), Shown), store.AccountsNamed(second.Trim(), Shown));
        var why = a.Length == 1 && b.Length == 1 && store.Placed(a[0]) is { } one && store.Placed(b[0]) is { } other ? Of(one, other) : null;
        return new WhyLookup(why, a, b);
    }

    private Why Of(PlacedAccount first, PlacedAccount second)
    {
        var one = first.Account.Id == second.Account.Id || (first.ContactId.Length > 0 && first.ContactId == second.ContactId);
        return new Why(Shape(first), Shape(second), one, [.. one ? Joined(first, second) : Apart(first, second)]);
    }

    private static WhyAccount Shape(PlacedAccount placed) => new(
        placed.Account.Id, placed.Account.Place, placed.Account.Finding,
        placed.ContactId.Length > 0 ? placed.ContactId : null, placed.ContactId.Length > 0 ? placed.Reason : null);

    private IEnumerable<WhyPoint> Joined(PlacedAccount first, PlacedAccount second)
    {
        if (first.Account.Id == second.Account.Id)
        {
            yield return new WhyPoint("same-account", false, "both ids mean one account");
            yield break;
        }
        foreach (var placed in Decided(first, second)) yield return new WhyPoint(placed.Reason.Rule, false, placed.Reason.Because);
        if (Compared(first.Account, second.Account, out var obstacle) is { } fit)
        {
            yield return new WhyPoint(fit.Rule, false, fit.Because());
            yield break;
        }
        yield return new WhyPoint("through-others", false, $"each fits this contact, which has {store.AccountsOf(first.ContactId).Length} accounts; the two alone would not fit");
        yield return Point(obstacle, first.Account, second.Account);
    }

    private IEnumerable<WhyPoint> Apart(PlacedAccount first, PlacedAccount second)
    {
        var (a, b) = (first.Account, second.Account);
        foreach (var placed in new[] { first, second }.Where(p => p.ContactId.Length == 0))
        {
            yield return new WhyPoint("rejected", true, $"it was decided that {placed.Account.Id} tells of no contact");
        }
        foreach (var placed in Decided(first, second)) yield return new WhyPoint(placed.Reason.Rule, true, placed.Reason.Because);
        var fit = Compared(a, b, out var obstacle);
        if (obstacle != Obstacle.None)
        {
            yield return Point(obstacle, a, b);
            // What is found first may not be all.
            var (mine, theirs) = (Sides.Of(a.Finding), Sides.Of(b.Finding));
            if (obstacle is Obstacle.Dates or Obstacle.OneArticle && mine.Differing(theirs) is { } differing) yield return new WhyPoint("persons", true, differing);
            if (obstacle is Obstacle.Dates or Obstacle.OneArticle && Numbered(a, b) is { } numbered) yield return numbered;
            yield break;
        }
        var strands = Cell.Of(a).Select(c => c.Strand).Intersect(Cell.Of(b).Select(c => c.Strand), StringComparer.Ordinal).ToList();
        if (strands.Count > 0 && !Cell.Of(a).Any(x => Cell.Of(b).Any(y => x.Strand == y.Strand && Math.Abs(x.Period - y.Period) <= 1)))
        {
            yield return new WhyPoint("period", true, $"they lie more than {Cell.PeriodDays} days apart, and no account is compared so far");
            yield break;
        }
        foreach (var placed in new[] { first, second }.Where(p => p.Reason.Rule == Placing.Unresolved))
        {
            yield return new WhyPoint(Placing.Unresolved, true, $"{placed.Account.Id} {placed.Reason.Because}");
        }
        yield return new WhyPoint(fit!.Rule, false, fit.Because());
        foreach (var placed in new[] { first, second }.Where(p => p.Reason.Rule is not (Placing.First or Placing.Unresolved)))
        {
            yield return new WhyPoint("better-fit", true, $"{placed.Account.Id} fits its own contact better ({placed.Reason.Rule}): {placed.Reason.Because}");
        }
        if (first.Reason.Rule == Placing.First && second.Reason.Rule == Placing.First)
        {
            yield return new WhyPoint("others", true, "they fit one another, but not what else is told of the other's contact");
        }
    }

    private static IEnumerable<PlacedAccount> Decided(PlacedAccount first, PlacedAccount second) =>
        new[] { first, second }.Where(p => p.Reason.Rule == "decided").DistinctBy(p => p.Reason.Because, StringComparer.Ordinal);

    // The account that comes later in the order of clustering is held against the earlier one, as clustering does.
    private static Fit? Compared(Account a, Account b, out Obstacle obstacle)
    {
        obstacle = Obstacle.None;
        if (KindFamilies.Of(a.Finding.Kind) != KindFamilies.Of(b.Finding.Kind))
        {
            obstacle = Obstacle.Kinds;
            return null;
        }
        var (one, other) = (Profile.Of(a), Profile.Of(b));
        return Profile.ByRank.Compare(one, other) <= 0
            ? Fit.Of(other, new Cluster(one), out obstacle)
            : Fit.Of(one, new Cluster(other), out obstacle);
    }

    private static WhyPoint Point(Obstacle obstacle, Account a, Account b)
    {
        var (mine, theirs) = (Sides.Of(a.Finding), Sides.Of(b.Finding));
        return obstacle switch
        {
            Obstacle.OneArticle => new("one-article", true, "one article tells of both, and so tells them apart"),
            Obstacle.Kinds => new("kind", true, $"a {a.Finding.Kind.Name()} and a {b.Finding.Kind.Name()} are never one contact"),
            Obstacle.Dates => new("dates", true, $"{When(a)}, and {When(b)}: these do not meet"),
            Obstacle.Persons => new("persons", true, mine.Differing(theirs) ?? $"too few sides are common: {Names(mine)}, and {Names(theirs)}"),
            Obstacle.Sides => new("sides", true, $"each names a side that the other does not: {Names(mine)}, and {Names(theirs)}"),
            Obstacle.Numbers when Numbered(a, b) is { } numbered => numbered,
            Obstacle.Occasion => new("occasion", true, $"one names more sides ({Names(mine)}, and {Names(theirs)}), and no day or place that both give says that it is one occasion"),
            Obstacle.StatesAlone => new("states-alone", true, "without a date and without a person in common, their kinds differ or their articles lie too far apart"),
            _ => new("none", false, "nothing sets them apart"),
        };
    }

    private static WhyPoint? Numbered(Account a, Account b) => Numbering.Apart(Numbering.Of(a.Finding), Numbering.Of(b.Finding)) is var (one, other)
        ? new("number", true, $"one counts it as {one}, the other as {other}")
        : null;

    private static string Names(Sides sides) => string.Join(", ", sides.Names.Select(s => s.TrimStart('@')));

    private static string When(Account account)
    {
        var timing = Timing.Of(account);
        var told = account.PublishedDay is { } day ? $"told as {account.Finding.Status.Name()} on {EdtfInterval.Of(day)}" : $"told as {account.Finding.Status.Name()} on an unknown day";
        return timing.Days is { } days && !timing.Doubtful
            ? $"one is of {account.Finding.Date}{(account.Finding.DateInferred ? " by its publication" : "")}{(timing.IsVague ? $", {told}" : "")}"
            : account.Finding.Date is { } doubted ? $"one is dated {doubted}, which its status contradicts, {told}" : $"one is undated, {told}";
    }
}
