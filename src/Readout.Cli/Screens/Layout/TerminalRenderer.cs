using Spectre.Console;

namespace Readout.Cli.Screens.Layout;

/// <summary>
/// Writes a page to a terminal, in colours where it has them, wrapped to its width. Text goes in as text, never as
/// Spectre's markup, so no data can style anything.
/// </summary>
internal static class TerminalRenderer
{
    private const int Roomy = 100;

    /// <summary>Writes the page.</summary>
    public static void Write(Page page, IAnsiConsole console)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    console.Write(Styled(heading.Text));
                    console.WriteLine();
                    break;
                case Paragraph paragraph:
                    console.Write(new Padder(Styled(paragraph.Text), new Padding(paragraph.Indent, 0, 0, 0)));
                    break;
                case Grid grid:
                    console.Write(new Padder(Table(grid, console.Profile.Width), new Padding(grid.Indent, 0, 0, 0)));
                    break;
                default:
                    console.WriteLine();
                    break;
            }
        }
    }

    private static Table Table(Grid grid, int width)
    {
        var filled = grid.Filled();
        var table = new Table { Border = TableBorder.None, ShowHeaders = filled.Any(c => grid.Columns[c].Title.Length > 0) };
        foreach (var c in filled)
        {
            var column = grid.Columns[c];
            table.AddColumn(new TableColumn(new Text(column.Title, Look(Tone.Dim)))
            {
                NoWrap = column.Whole,
                Padding = new Padding(0, 0, c == filled[^1] ? 0 : width >= Roomy ? 2 : 1, 0),
            });
        }

        foreach (var row in grid.Rows) table.AddRow(filled.Select(c => Styled(row[c])));
        return table;
    }

    private static Spectre.Console.Paragraph Styled(Phrase phrase)
    {
        var styled = new Spectre.Console.Paragraph();
        foreach (var piece in phrase.Pieces) styled.Append(piece.Text, Look(piece.Tone));
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
