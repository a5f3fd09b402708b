using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>The timeline: one row a contact.</summary>
internal static class TimelineScreen
{
    private static readonly Column[] Narrow =
    [
        new("When"), new("Kind", Whole: true), new("Who"), new("How long"), new("Where"), new("Status", Whole: true),
        new("Told", Whole: true), new("Id", Whole: true),
    ];

    private static readonly Column[] Wide =
    [
        new("When"), new("Kind"), new("Who"), new("How long"), new("Where"), new("Status"), new("Articles"), new("Origins"), new("Note"), new("Id"),
    ];

    /// <summary>The page for a terminal: short ids, and marks that the last line explains.</summary>
    public static Page ForTerminal(IReadOnlyList<TimelineRow> rows)
    {
        if (rows.Count == 0) return Nothing();
        var shortId = Wording.ShortIds([.. rows.Select(r => r.Id)]);
        var page = new Page().Grid(new Grid(Narrow, [.. rows.Select(r => NarrowRow(r, shortId(r.Id)))])).Gap();
        page.Text(Phrase.Dim("Told: articles/independent origins. readout show ID tells all about one."));
        if (rows.Any(r => r.Date is null)) page.Text(Phrase.Dim("told DAY: undated; an article of that day was the first to tell of it"));
        if (rows.Any(r => r.Conflicts > 0)) page.Text(Phrase.Of("≠", Tone.Alert) + Phrase.Dim(" sources differ"));
        if (rows.Any(r => r.Unresolved)) page.Text(Phrase.Of("?", Tone.Alert) + Phrase.Dim(" fits several contacts equally, so it was left apart"));
        return page;
    }

    /// <summary>The page for a pipe or a file: everything in words, whole ids.</summary>
    public static Page ForPipe(IReadOnlyList<TimelineRow> rows) =>
        rows.Count == 0 ? Nothing() : new Page().Grid(new Grid(Wide, [.. rows.Select(WideRow)]));

    private static Page Nothing() => new Page().Text("No contacts.");

    private static IReadOnlyList<Phrase> NarrowRow(TimelineRow row, string id) =>
    [
        row.Date is null && row.SortDay is { } told ? Phrase.Dim("told " + Iso(told)) : Phrase.Of(Wording.Date(row.Date, row.DateInferred)),
        Phrase.Of(row.Kind.Name()),
        Phrase.Strong(string.Join(", ", row.Participants.Select(p => Wrapping.Held(p.Name)))),
        Phrase.Of(Wording.Duration(row.Duration, row.DurationBound).Replace(" min", Wrapping.NoBreak + "min", StringComparison.Ordinal)),
        Phrase.Of(row.Place),
        Phrase.Of(row.Status.Name(), row.Status == ContactStatus.Held ? Tone.Normal : Tone.Alert),
        Phrase.Of(Number(row.Articles) + "/" + Number(row.Origins)) + Phrase.Of((row.Conflicts > 0 ? " ≠" : "") + (row.Unresolved ? " ?" : ""), Tone.Alert),
        Phrase.Dim(id),
    ];

    private static IReadOnlyList<Phrase> WideRow(TimelineRow row) =>
    [
        Phrase.Of(Wording.Date(row.Date, row.DateInferred) + (row.Date is null && row.SortDay is { } told ? ", told " + Iso(told) : "")),
        Phrase.Of(row.Kind.Name()),
        Phrase.Of(string.Join(", ", row.Participants.Select(p => p.Name))),
        Phrase.Of(Wording.Duration(row.Duration, row.DurationBound)),
        Phrase.Of(row.Place),
        Phrase.Of(row.Status.Name()),
        Phrase.Of(Number(row.Articles)),
        Phrase.Of(Number(row.Origins)),
        Phrase.Join(", ", Phrase.Of(row.Conflicts > 0 ? "sources differ" : ""), Phrase.Of(row.Unresolved ? "unresolved" : "")),
        Phrase.Of(row.Id),
    ];

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
