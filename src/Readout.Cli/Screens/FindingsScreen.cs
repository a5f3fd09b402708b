using System.Collections.Immutable;
using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Statements, outcomes and positions, as lists that several screens share.</summary>
internal static class FindingsScreen
{
    private const int Step = 2;

    /// <summary>The page of the statements command.</summary>
    public static Page Of(IReadOnlyList<StatementRow> rows)
    {
        var page = new Page();
        if (rows.Count == 0) return page.Text("No statements.");
        foreach (var row in rows)
        {
            if (page.Blocks.Count > 0) page.Gap();
            Statement(page, row.Statement, Wording.Place(row.Place), indent: 0);
            if (row.ContactId is not null) page.Text(Phrase.Dim("about " + row.ContactId), Step);
        }

        return page;
    }

    /// <summary>Adds the statements that belong to a contact.</summary>
    public static void Statements(Page page, ImmutableArray<StatementRow> rows, Func<string, string?> textOf)
    {
        if (rows.IsEmpty) return;
        page.Heading("Statements");
        foreach (var row in rows) Statement(page, row.Statement, Wording.Place(row.Place), Step);
    }

    /// <summary>Adds the outcomes that belong to a contact.</summary>
    public static void Outcomes(Page page, ImmutableArray<OutcomeRow> rows, Func<string, string?> textOf)
    {
        if (rows.IsEmpty) return;
        page.Heading("Outcomes");
        foreach (var row in rows)
        {
            Outcome(page, row.Outcome, Wording.Place(row.Place), textOf(row.Place.TextHash));
        }
    }

    /// <summary>Adds the positions that belong to a contact.</summary>
    public static void Positions(Page page, ImmutableArray<PositionRow> rows, Func<string, string?> textOf)
    {
        if (rows.IsEmpty) return;
        page.Heading("Positions");
        foreach (var row in rows)
        {
            Position(page, row.Position, Wording.Place(row.Place), textOf(row.Place.TextHash));
        }
    }

    /// <summary>Adds one statement: who said it, how it came, and the words.</summary>
    public static void Statement(Page page, StatementFinding statement, string place, int indent)
    {
        var how = Phrase.Join(" · ",
            Phrase.Dim(statement.Mode.Name()),
            Phrase.Dim(statement.Date),
            Phrase.Dim(Wording.Medium(statement.Medium)),
            Phrase.Dim(Wording.Through(statement.Relay)),
            Phrase.Dim(place));
        page.Text(Phrase.Strong(statement.Speaker) + "   " + how, indent);
        page.Text(Quotation.Of(statement.Words, null), indent + Step);
    }

    /// <summary>Adds one outcome.</summary>
    public static void Outcome(Page page, OutcomeFinding outcome, string place, string? text)
    {
        var parties = outcome.Parties.IsEmpty ? "" : ": " + string.Join(", ", outcome.Parties);
        page.Text(Phrase.Join("   ", Phrase.Of(outcome.Kind.Name() + parties), Phrase.Dim(place)), Step);
        foreach (var evidence in outcome.Evidence) page.Text(Quotation.Of(evidence, text), 2 * Step);
    }

    /// <summary>Adds one position.</summary>
    public static void Position(Page page, PositionFinding position, string place, string? text)
    {
        var on = position.On is null ? "" : ", " + Wording.Date(position.On, inferred: false);
        page.Text(Phrase.Join("   ", Phrase.Of($"{position.Holder} {position.Stance.Name()} {position.Issue}{on}"), Phrase.Dim(place)), Step);
        foreach (var evidence in position.Evidence) page.Text(Quotation.Of(evidence, text), 2 * Step);
    }
}
