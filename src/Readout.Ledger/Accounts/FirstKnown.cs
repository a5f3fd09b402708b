using NodaTime;
using Readout.Reading.Articles;

namespace Readout.Ledger.Accounts;

/// <summary>
/// The places of a text besides the canonical one that were, at some moment, the first it was known at. Publications stand in the
/// order of their own days, moments pass in another: what appeared on the 13th in Hanoi was known before what appeared on the
/// 12th in Washington. Asked as of a moment between the two, the text must be read with the place that was known then.
/// </summary>
internal static class FirstKnown
{
    // A day begins and ends up to 18 hours apart around the world, as far as offsets are defined (ISO 8601 allows no more in practice).
    private static readonly Duration WidestOffset = Duration.FromHours(18);

    /// <summary>
    /// The places beside the first that may have been the first known; perhaps one more than needed, never one fewer.
    /// </summary>
    /// <param name="places">All places of a text, in the order of <see cref="PlaceOrder"/>.</param>
    public static IEnumerable<Article> Beside(IReadOnlyList<Article> places)
    {
        for (var i = 1; i < places.Count; i++)
        {
            if (places[i].Published is { } published && places.Take(i).All(p => MayPrecede(published, p.Published))) yield return places[i];
        }
    }

    // Whether there is a moment at which the later one in order was known and the earlier one was not.
    private static bool MayPrecede(Publication later, Publication? earlier)
    {
        if (earlier is null) return true;
        return (later.Moment, earlier.Moment) switch
        {
            (null, null) => false,
            ({ } known, { } unknown) => known.ToInstant() < unknown.ToInstant(),
            ({ } known, null) => known.ToInstant() < Midnight(earlier.Day) + WidestOffset,
            (null, { } unknown) => Midnight(later.Day) - WidestOffset < unknown.ToInstant(),
        };
    }

    private static Instant Midnight(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}
