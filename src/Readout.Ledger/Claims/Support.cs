using System.Collections.Immutable;
using Readout.Ledger.Queries;

namespace Readout.Ledger.Claims;

/// <summary>The values claimed for a field, each with the independent origins that stand behind it.</summary>
internal static class Support
{
    /// <summary>
    /// The value with most independent origins; between equals the most precise, then the one published first,
    /// then the first by name. The rule says which of these decided.
    /// </summary>
    /// <param name="claims">At least one claim.</param>
    /// <param name="valueOf">What counts as the same value.</param>
    /// <param name="precisionOf">The higher the more precise.</param>
    public static (AttributedClaim Best, string Rule) Best(
        IReadOnlyList<AttributedClaim> claims, Func<AttributedClaim, string> valueOf, Func<AttributedClaim, double> precisionOf)
    {
        var values = claims.Select((claim, index) => (claim, index))
            .GroupBy(c => valueOf(c.claim), StringComparer.Ordinal)
            .Select(g => (
                Claim: g.First().claim,
                Origins: g.Select(c => c.claim.Origin).Distinct(StringComparer.Ordinal).Count(),
                Precision: precisionOf(g.First().claim),
                First: g.First().index))
            .OrderByDescending(v => v.Origins).ThenByDescending(v => v.Precision).ThenBy(v => v.First)
            .ToList();
        if (values.Count == 1) return (values[0].Claim, "only");
        var (best, next) = (values[0], values[1]);
        var rule = best.Origins > next.Origins ? "best-supported" : best.Precision > next.Precision ? "most-precise" : "earliest";
        return (best.Claim, rule);
    }

    /// <summary>How many values differ.</summary>
    public static int Distinct(ImmutableArray<AttributedClaim> claims) =>
        claims.Select(c => (c.Claim.Value, c.Claim.Bound)).Distinct().Count();
}
