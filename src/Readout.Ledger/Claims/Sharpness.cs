using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Claims;

/// <summary>How far apart the claims of a conflict are: 0 (hardly) to 1 (they share nothing).</summary>
internal static class Sharpness
{
    /// <summary>The sharpness of a field's conflict.</summary>
    public static double Of(ResolvedField field) => field.Field switch
    {
        ContactField.Duration => Widest(field, Durations),
        ContactField.Date => Widest(field, Dates),
        ContactField.Status => 1,
        _ => 0.5,
    };

    private static double Widest(ResolvedField field, Func<AttributedClaim, AttributedClaim, double> apart)
    {
        var widest = 0.0;
        for (var i = 0; i < field.Claims.Length; i++)
        {
            for (var j = i + 1; j < field.Claims.Length; j++) widest = Math.Max(widest, apart(field.Claims[i], field.Claims[j]));
        }
        return widest;
    }

    private static double Durations(AttributedClaim a, AttributedClaim b) =>
        DurationRange.Of(a.Claim.Value, a.Claim.Bound) is { } x && DurationRange.Of(b.Claim.Value, b.Claim.Bound) is { } y ? x.Apart(y) : 0;

    private static double Dates(AttributedClaim a, AttributedClaim b)
    {
        if (a.Inferred || b.Inferred) return 0;
        if (EdtfInterval.TryParse(a.Claim.Value) is not { } x || EdtfInterval.TryParse(b.Claim.Value) is not { } y) return 0;
        var days = x.DaysApart(y);
        return days / (days + 7.0);
    }
}
