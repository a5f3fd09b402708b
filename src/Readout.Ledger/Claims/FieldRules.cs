using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;
using Readout.Reading.Times;

namespace Readout.Ledger.Claims;

/// <summary>How each field's value is chosen from its claims, and whether they agree.</summary>
internal static class FieldRules
{
    private const string Undisclosed = "undisclosed";

    // How much more precise than a state a place in it is, whatever the lengths of their names.
    private const int InState = 1000;

    /// <summary>The kind: the most specific one that at least half as many origins stand behind as behind any.</summary>
    public static ResolvedField Kind(ImmutableArray<AttributedClaim> claims)
    {
        var support = claims.GroupBy(c => c.Claim.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Origin).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        var most = support.Values.Max();
        var chosen = support.Where(s => 2 * s.Value >= most).Select(s => s.Key)
            .OrderByDescending(k => Written.Parse<ContactKind>(k) is { } kind ? KindFamilies.Specificity(kind) : -1)
            .ThenBy(k => k, StringComparer.Ordinal).First();
        return new(ContactField.Kind, chosen, null, support.Count == 1 ? Agreement.Sole : Agreement.Consistent,
            support.Count == 1 ? "only" : "most-specific", claims);
    }

    /// <summary>
    /// The status, by the life of a contact: held once told of as held, else what the latest article says. Only "it did not take
    /// place" against "it did" is a conflict, and only where it was said no earlier than the first word that it did.
    /// </summary>
    public static ResolvedField Status(ImmutableArray<AttributedClaim> claims, IReadOnlyDictionary<string, PublicationOrder> published)
    {
        var steps = claims.Select(c => (Status: Written.Parse<ContactStatus>(c.Claim.Value), At: published[c.AccountId]))
            .Where(s => s.Status is not null).Select(s => (Status: s.Status!.Value, s.At)).ToList();
        if (steps.Count == 0) return new(ContactField.Status, claims[0].Claim.Value, null, Agreement.Sole, "only", claims);
        var sole = steps.TrueForAll(s => s.Status == steps[0].Status);
        var held = steps.FindAll(s => s.Status == ContactStatus.Held);
        // An unknown publication says nothing of when, so it never beats a known one.
        var latest = steps.OrderBy(s => s.At.Day is not null).ThenBy(s => s.At).ThenBy(s => s.Status).Last().Status;
        var chosen = held.Count > 0 ? ContactStatus.Held : latest;
        var conflict = held.Count > 0 && steps.Exists(s =>
            s.Status is ContactStatus.Denied or ContactStatus.Cancelled && s.At.CompareTo(held.Min(h => h.At)) >= 0);
        var agreement = sole ? Agreement.Sole : conflict ? Agreement.Conflicting : Agreement.Consistent;
        return new(ContactField.Status, chosen.Name(), null, agreement,
            sole ? "only" : held.Count > 0 ? "held-once-told" : "latest-told", claims);
    }

    /// <summary>The date: what all stated dates share, else the best-supported; dates that only publications bound never contradict.</summary>
    public static ResolvedField? Date(ImmutableArray<AttributedClaim> claims)
    {
        var dated = claims.Where(c => EdtfInterval.TryParse(c.Claim.Value) is not null).ToList();
        if (dated.Count == 0) return null;
        var stated = dated.FindAll(c => !c.Inferred);
        if (stated.Count == 0) stated = dated;
        var shared = Shared(stated);
        var agreement = Support.Distinct(claims) == 1 ? Agreement.Sole
            : shared is null && !stated[0].Inferred ? Agreement.Conflicting : Agreement.Consistent;
        if (shared is not { } interval)
        {
            var (best, rule) = Support.Best(stated, c => c.Claim.Value, c => -(EdtfInterval.TryParse(c.Claim.Value)?.Days ?? int.MaxValue));
            return new(ContactField.Date, best.Claim.Value, null, agreement, rule, claims);
        }
        // Inferred dates narrow a stated one where they can ("in August", told on the 16th) and are passed over where not.
        if (stated.Count < dated.Count && Shared(dated) is { } all) interval = all;
        var chosen = dated.FirstOrDefault(c => EdtfInterval.TryParse(c.Claim.Value) == interval)?.Claim.Value ?? interval.ToString();
        return new(ContactField.Date, chosen, null, agreement, agreement == Agreement.Sole ? "only" : "intersection", claims);
    }

    /// <summary>The duration: an exact one that lies within all bounds, else the narrowest claim where all meet, else the best-supported.</summary>
    public static ResolvedField? Duration(ImmutableArray<AttributedClaim> claims)
    {
        var ranged = claims.Where(c => Range(c) is not null).ToList();
        if (ranged.Count == 0) return null;
        DurationRange? shared = Range(ranged[0]);
        foreach (var claim in ranged.Skip(1))
        {
            shared = shared is { } s && Range(claim) is { } r && s.Meets(r) ? s.Shared(r) : null;
        }
        var sole = Support.Distinct(claims) == 1;
        if (shared is not null)
        {
            var narrowest = ranged.OrderBy(c => Width(Range(c)!.Value)).First();
            return new(ContactField.Duration, narrowest.Claim.Value, narrowest.Claim.Bound ?? DurationBound.Exact,
                sole ? Agreement.Sole : Agreement.Consistent,
                sole ? "only" : narrowest.Claim.Bound is null or DurationBound.Exact ? "exact-within-bounds" : "narrowest-bound", claims);
        }
        var (best, rule) = Support.Best(ranged, c => $"{c.Claim.Value} {c.Claim.Bound}", c => -Width(Range(c)!.Value));
        return new(ContactField.Duration, best.Claim.Value, best.Claim.Bound ?? DurationBound.Exact, Agreement.Conflicting, rule, claims);
    }

    /// <summary>
    /// The place: the best-supported; a city is more precise than its state, and a longer name that holds a shorter one more than that: none
    /// of them is another place.
    /// </summary>
    public static ResolvedField? Place(ImmutableArray<AttributedClaim> claims)
    {
        if (claims.IsEmpty) return null;
        var (best, rule) = Support.Best(claims, c => c.Claim.Value, c => c.Claim.Value.Length + (c.Claim.Within is null ? 0 : InState));
        var conflict = claims.Any(a => claims.Any(b => !Holds(a.Claim, b.Claim) && !Holds(b.Claim, a.Claim)));
        var agreement = Support.Distinct(claims) == 1 ? Agreement.Sole : conflict ? Agreement.Conflicting : Agreement.Consistent;
        return new(ContactField.Place, best.Claim.Value, null, agreement, rule, claims);
    }

    /// <summary>The initiator: the best-supported one named; "undisclosed" is silence, and shown only where nobody is named.</summary>
    public static ResolvedField? Initiator(ImmutableArray<AttributedClaim> claims)
    {
        if (claims.IsEmpty) return null;
        var named = claims.Where(c => c.Claim.Value != Undisclosed).ToList();
        var (best, rule) = Support.Best(named.Count > 0 ? named : claims, c => c.Claim.Value, _ => 0);
        var names = named.Select(c => c.Claim.Value).Distinct(StringComparer.Ordinal).Count();
        var agreement = Support.Distinct(claims) == 1 ? Agreement.Sole : names > 1 ? Agreement.Conflicting : Agreement.Consistent;
        return new(ContactField.Initiator, best.Claim.Value, null, agreement, rule, claims);
    }

    /// <summary>
    /// How it is counted: the best-supported claim. Only two numbers for one time conflict; different times count differently.
    /// </summary>
    public static ResolvedField? Count(ImmutableArray<AttributedClaim> claims)
    {
        if (claims.IsEmpty) return null;
        var (best, rule) = Support.Best(claims, c => c.Claim.Value, c => c.Claim.Value.Length);
        var numbers = claims.Select(c => CountClaim.TryParse(c.Claim.Value)).OfType<CountClaim>().Distinct().ToList();
        var conflict = numbers.Exists(a => numbers.Exists(b => a.IsOfOneSeries(b) && a.Number != b.Number));
        var agreement = Support.Distinct(claims) == 1 ? Agreement.Sole : conflict ? Agreement.Conflicting : Agreement.Consistent;
        return new(ContactField.Count, best.Claim.Value, null, agreement, rule, claims);
    }

    private static EdtfInterval? Shared(List<AttributedClaim> claims)
    {
        var shared = EdtfInterval.TryParse(claims[0].Claim.Value);
        foreach (var claim in claims.Skip(1))
        {
            shared = shared is { } s && EdtfInterval.TryParse(claim.Claim.Value) is { } i ? s.Intersect(i) : null;
        }
        return shared;
    }

    private static DurationRange? Range(AttributedClaim claim) => DurationRange.Of(claim.Claim.Value, claim.Claim.Bound);

    private static double Width(DurationRange range) => range.Most - range.Least;

    private static bool Holds(FieldClaim precise, FieldClaim wide) =>
        precise.Within == wide.Value || precise.Value.Contains(wide.Value, StringComparison.OrdinalIgnoreCase);
}
