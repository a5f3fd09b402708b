namespace Readout.Cli.Screens.Layout;

/// <summary>Writes a page as plain text: aligned columns, no colours, no wrapping.</summary>
internal static class PlainRenderer
{
    private const int Between = 2;

    // One meeting of twelve must not push all other rows apart.
    private const int Aligned = 48;

    /// <summary>Writes the page.</summary>
    public static void Write(Page page, TextWriter output)
    {
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    output.Write(heading.Text.Text + "\n");
                    break;
                case Paragraph paragraph:
                    output.Write(new string(' ', paragraph.Indent) + paragraph.Text.Text + "\n");
                    break;
                case Grid grid:
                    WriteGrid(grid, output);
                    break;
                default:
                    output.Write("\n");
                    break;
            }
        }
    }

    private static void WriteGrid(Grid grid, TextWriter output)
    {
        var columns = grid.Filled();
        var titled = columns.Any(c => grid.Columns[c].Title.Length > 0);
        var widths = columns
            .Select(c => Math.Max(Printable.Width(grid.Columns[c].Title), grid.Rows.Max(row => Printable.Width(row[c].Text) is var w and <= Aligned ? w : 0)))
            .ToArray();
        if (titled) WriteRow([.. columns.Select(c => grid.Columns[c].Title)], widths, grid.Indent, output);
        foreach (var row in grid.Rows) WriteRow([.. columns.Select(c => row[c].Text)], widths, grid.Indent, output);
    }

    private static void WriteRow(IReadOnlyList<string> cells, int[] widths, int indent, TextWriter output)
    {
        var line = new System.Text.StringBuilder(new string(' ', indent));
        for (var i = 0; i < cells.Count; i++)
        {
            line.Append(cells[i]);
            if (i < cells.Count - 1) line.Append(' ', Math.Max(0, widths[i] - Printable.Width(cells[i])) + Between);
        }

        output.Write(line.ToString().TrimEnd() + "\n");
    }
}
