using Readout.Cli.Screens.Layout;
using Readout.Ledger.Stances;

namespace Readout.Cli.Screens;

/// <summary>Who holds what, since when, on whose word, and where it changed.</summary>
internal static class PositionsScreen
{
    private const int Step = 2;
    private const int ColumnsOnTerminal = 5;
    private const int ColumnsInPipe = 12;

    /// <summary>The page of issues.</summary>
    public static Page Issues(IReadOnlyList<IssueRow> issues)
    {
        if (issues.Count == 0) return new Page().Text("No positions.");
        var page = new Page().Grid(new Grid([new("Issue"), new("Articles")], [.. issues.Select(IReadOnlyList<Phrase> (i) =>
            [Phrase.Strong(i.Issue), Phrase.Of(i.Articles.ToString(System.Globalization.CultureInfo.InvariantCulture))])]));
        return page.Gap().Text(Phrase.Dim("readout positions --issue ISSUE tells who holds what on one."));
    }

    /// <summary>The page of positions: for each issue a table of holders by time, then changes, or with their words all.</summary>
    /// <param name="runs">What was held to, by issue, holder and time.</param>
    /// <param name="inPipe">Whether there is room for many columns.</param>
    /// <param name="withWords">Whether to tell of each time on whose word, and quote it; else of changes only.</param>
    /// <param name="textOf">The text with a given content address.</param>
    public static Page Of(IReadOnlyList<StanceRun> runs, bool inPipe, bool withWords, Func<string, string?> textOf)
    {
        var page = new Page();
        if (runs.Count == 0) return page.Text("No positions.");
        foreach (var issue in runs.GroupBy(r => r.Issue, StringComparer.Ordinal))
        {
            page.Heading(Wording.Capital(issue.Key));
            page.Grid(new StanceTable([.. issue], inPipe ? ColumnsInPipe : ColumnsOnTerminal).Of("Holder", r => r.Holder));
            var told = issue.Where(r => withWords || r.Change != StanceChange.None).ToList();
            if (told.Count == 0) continue;
            page.Gap();
            foreach (var run in told) Run(page, run, withWords, textOf);
        }

        page.Gap();
        if (runs.Any(r => r.Change == StanceChange.Turn)) page.Text(Phrase.Of(StanceTable.Turn, Tone.Alert) + Phrase.Dim(" from for to against, or back"));
        if (runs.Any(r => r.Change == StanceChange.Shift)) page.Text(Phrase.Of(StanceTable.Shift) + Phrase.Dim(" changed, but not to the contrary"));
        return withWords ? page : page.Text(Phrase.Dim("--holder NAME tells all of one holder's, with the words."));
    }

    /// <summary>Adds one time: what was held, from when to when, on whose word.</summary>
    public static void Run(Page page, StanceRun run, bool withWords, Func<string, string?> textOf)
    {
        var since = PositionsJson.Iso(run.Since);
        var until = PositionsJson.Iso(run.Until);
        var when = since is null ? "undated" : since == until ? since : $"{since} to {until}";
        var mark = run.Change switch { StanceChange.Turn => StanceTable.Turn + " ", StanceChange.Shift => StanceTable.Shift + " ", _ => "" };
        var was = run.Before.IsEmpty ? "" : $", before: {StanceTable.Said(run.Before)}";
        page.Text(Phrase.Join("   ",
            Phrase.Of(mark, run.Change == StanceChange.Turn ? Tone.Alert : Tone.Normal) + Phrase.Strong($"{run.Holder} {StanceTable.Said(run.Stances)} {run.Issue}") + Phrase.Of(was),
            Phrase.Of(when),
            Phrase.Dim(Wording.Count(run.Tellings.Select(t => t.Place.TextHash).Distinct().Count(), "article"))), Step);
        foreach (var telling in withWords ? run.Tellings : run.Tellings.Take(1))
        {
            page.Text(Phrase.Dim(Phrase.Join(" · ",
                Phrase.Of(telling.Word is null ? "" : "on the word of " + telling.Word),
                Phrase.Of(Wording.Through(telling.Relay)),
                Phrase.Of(Wording.Place(telling.Place))).Text), 2 * Step);
            foreach (var words in telling.Position.Evidence) page.Text(Quotation.Of(words, textOf(telling.Place.TextHash)), 2 * Step);
        }
    }
}
