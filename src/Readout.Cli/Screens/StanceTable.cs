using System.Globalization;
using NodaTime;
using Readout.Cli.Screens.Layout;
using Readout.Ledger.Stances;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>A table of who held what in which time: a row for each holder, a column for each time in which anybody took a position.</summary>
internal sealed class StanceTable
{
    /// <summary>What marks a change of the same tendency.</summary>
    public const string Shift = "→";

    /// <summary>What marks a turn from for to against, or back.</summary>
    public const string Turn = "⇄";

    // From fine to coarse; the finest is taken that needs no more columns than there is room for.
    private static readonly Func<LocalDate, string>[] Grains =
    [
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        day => $"{day.Year:0000} Q{((day.Month - 1) / 3) + 1}",
        day => day.ToString("yyyy", CultureInfo.InvariantCulture),
    ];

    private readonly IReadOnlyList<StanceRun> runs;
    private readonly Func<LocalDate, string> grain;

    /// <summary>The table of runs.</summary>
    /// <param name="runs">The runs, by holder and time.</param>
    /// <param name="columns">How many columns of time there is room for.</param>
    public StanceTable(IReadOnlyList<StanceRun> runs, int columns)
    {
        this.runs = runs;
        grain = Grains.FirstOrDefault(g => Times(g).Count <= columns) ?? Grains[^1];
    }

    /// <summary>The grid: a row for whatever a label is the same for.</summary>
    /// <param name="title">The title of the labels.</param>
    /// <param name="label">What a row is for.</param>
    public Grid Of(string title, Func<StanceRun, string> label)
    {
        var times = Times(grain);
        var rows = runs.Where(r => r.Since is not null).GroupBy(label, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(IReadOnlyList<Phrase> (g) => [Phrase.Strong(g.Key), .. times.Select(t => Cell(g, t))]);
        return new Grid([new Column(title), .. times.Select(t => new Column(t))], [.. rows]);
    }

    private SortedSet<string> Times(Func<LocalDate, string> by) =>
        new(runs.SelectMany(r => r.Tellings).Select(t => t.Day).OfType<LocalDate>().Select(by), StringComparer.Ordinal);

    // What is told for within this time; where it changed within it, or against the time before, with the mark of the change.
    private Phrase Cell(IEnumerable<StanceRun> row, string time)
    {
        var cell = Phrase.Empty;
        foreach (var run in row.Where(r => r.Tellings.Any(t => t.Day is { } day && grain(day) == time)))
        {
            var begins = run.Since is { } since && grain(since) == time;
            var mark = !begins ? "" : run.Change switch { StanceChange.Shift => Shift + " ", StanceChange.Turn => Turn + " ", _ => "" };
            var piece = Phrase.Of(mark + Said(run.Stances), run.Change == StanceChange.Turn && begins ? Tone.Alert : Tone.Normal);
            cell = cell.IsEmpty ? piece : cell + Phrase.Of(" ") + piece;
        }

        return cell;
    }

    /// <summary>A stance in words; several taken on one day with a bar between them.</summary>
    public static string Said(IEnumerable<Stance> stances) => string.Join('/', stances.Select(FormatNames.Name));
}
