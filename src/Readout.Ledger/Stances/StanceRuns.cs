using System.Collections.Immutable;
using NodaTime;
using Readout.Reading;

namespace Readout.Ledger.Stances;

/// <summary>Makes of single tellings what a holder held to from when to when, and where that changed.</summary>
internal static class StanceRuns
{
    /// <summary>The runs of all holders and issues: by issue, holder and time; what no day is known of comes last of its holder's.</summary>
    public static IEnumerable<StanceRun> Of(IEnumerable<PositionTelling> tellings) => tellings
        .GroupBy(t => (t.Position.Issue, t.Position.Holder))
        .OrderBy(g => g.Key.Issue, StringComparer.Ordinal).ThenBy(g => g.Key.Holder, StringComparer.Ordinal)
        .SelectMany(g => OfOne(g.Key.Holder, g.Key.Issue, g));

    private static List<StanceRun> OfOne(string holder, string issue, IEnumerable<PositionTelling> tellings)
    {
        var runs = new List<StanceRun>();
        foreach (var day in InOrder(tellings).GroupBy(t => t.Day))
        {
            var stances = day.Select(t => t.Position.Stance).Distinct().Order().ToImmutableArray();
            if (day.Key is null)
            {
                // Nobody knows what it came after, so it is no change.
                runs.Add(new StanceRun(holder, issue, stances, null, null, StanceChange.None, [], [.. day]));
                continue;
            }

            if (runs.Count > 0 && GoesOn(runs[^1].Stances, stances))
            {
                runs[^1] = runs[^1] with { Until = day.Key, Tellings = [.. runs[^1].Tellings, .. day] };
                continue;
            }

            var before = runs.Count > 0 ? runs[^1].Stances : [];
            var change = before.IsEmpty ? StanceChange.None : Leaning(before) == Leaning(stances) ? StanceChange.Shift : StanceChange.Turn;
            runs.Add(new StanceRun(holder, issue, stances, day.Key, day.Key, change, before, [.. day]));
        }
        return runs;
    }

    private static IOrderedEnumerable<PositionTelling> InOrder(IEnumerable<PositionTelling> tellings) => tellings
        .OrderBy(t => t.Day is null).ThenBy(t => t.Day ?? LocalDate.MinIsoValue).ThenBy(t => t.Position.Stance)
        .ThenBy(t => t.Place.Published, StringComparer.Ordinal).ThenBy(t => t.Place.TextHash, StringComparer.Ordinal)
        .ThenBy(t => t.Position.Evidence[0].Start);

    // Who repeats a part of what he said holds to it, unless he had said both yes and no.
    private static bool GoesOn(ImmutableArray<Stance> before, ImmutableArray<Stance> now) =>
        before.SequenceEqual(now) || (Leaning(before) == Leaning(now) && Leaning(before) != (true, true) && now.All(before.Contains));

    private static (bool For, bool Against) Leaning(ImmutableArray<Stance> stances) =>
        (stances.Any(s => s != Stance.Rejects), stances.Contains(Stance.Rejects));
}
