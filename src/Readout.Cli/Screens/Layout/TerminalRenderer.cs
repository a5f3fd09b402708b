using Spectre.Console;

namespace Readout.Cli.Screens.Layout;

/// <summary>
/// Writes a page to a terminal, in colours where it has them, wrapped to its width. Text goes in as text, never as
/// Spectre's markup, so no data can style anything.
/// </summary>
internal static class TerminalRenderer
{
    /// <summary>Writes the page.</summary>
    public static void Write(Page page, IAnsiConsole console)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    console.Write(Styled([heading.Text]));
                    console.WriteLine();
                    break;
                case Paragraph paragraph:
                    console.Write(new Padder(Styled([paragraph.Text]), new Padding(paragraph.Indent, 0, 0, 0)));
                    break;
                case Grid grid:
                    console.Write(new Padder(Table(grid, console.Profile.Width - grid.Indent), new Padding(grid.Indent, 0, 0, 0)));
                    break;
                default:
                    console.WriteLine();
                    break;
            }
        }
    }

    private static Table Table(Grid grid, int room)
    {
        var filled = grid.Filled();
        var natural = filled.Select(c => Math.Max(Printable.Width(grid.Columns[c].Title), grid.Rows.Max(r => Printable.Width(r[c].Text)))).ToList();
        var least = filled.Select((c, i) => grid.Columns[c].Whole ? natural[i]
            : Math.Max(Printable.Width(grid.Columns[c].Title), grid.Rows.Max(r => Wrapping.LongestWord(r[c].Text)))).ToList();
        var between = natural.Sum() + (2 * (filled.Count - 1)) <= room ? 2 : 1;
        var widths = Wrapping.Share(natural, least, [.. filled.Select(c => grid.Columns[c].Whole)], room - (between * (filled.Count - 1)));
        var table = new Table { Border = TableBorder.None, ShowHeaders = filled.Any(c => grid.Columns[c].Title.Length > 0) };
        for (var i = 0; i < filled.Count; i++)
        {
            table.AddColumn(new TableColumn(new Text(grid.Columns[filled[i]].Title, Look(Tone.Dim)))
            {
                Width = widths[i],
                NoWrap = true,
                Padding = new Padding(0, 0, i == filled.Count - 1 ? 0 : between, 0),
            });
        }

        foreach (var row in grid.Rows) table.AddRow(filled.Select((c, i) => Styled(Wrapping.Lines(row[c], widths[i]))));
        return table;
    }

    private static Spectre.Console.Paragraph Styled(IReadOnlyList<Phrase> lines)
    {
        var styled = new Spectre.Console.Paragraph();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) styled.Append("\n");
            foreach (var piece in lines[i].Pieces) styled.Append(piece.Text, Look(piece.Tone));
        }

        return styled;
    }

    private static Style Look(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Dim => new Style(Color.Grey),
        Tone.Evidence => new Style(Color.Aqua),
        Tone.Alert => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
