namespace Readout.Reading.Packs;

/// <summary>
/// Reads a tab-separated table: lines that begin with <c>#</c> are comments, the first other line is the header.
/// </summary>
public static class TableFile
{
    /// <summary>The rows of a table, each as long as the header; missing cells are empty.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The table.</param>
    /// <param name="header">The column names it must have, in order.</param>
    /// <exception cref="PackException">The header differs or a row has too many cells; the message names file and line.</exception>
    public static IEnumerable<string[]> Rows(string file, string text, params string[] header) => Numbered(file, text, header).Select(r => r.Cells);

    /// <summary>The same rows, each with its line, counted from 1.</summary>
    internal static IEnumerable<(int Line, string[] Cells)> Numbered(string file, string text, params string[] header)
    {
        var (number, seen, start) = (0, false, 0);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start).TrimEnd('\r');
            start = end + 1;
            number++;
            if (line.Trim().Length == 0 || line[0] == '#') continue;
            var cells = line.ToString().Split('\t');
            if (!seen)
            {
                if (!cells.Select(c => c.Trim()).SequenceEqual(header)) throw new PackException($"{file}:{number}: the header should be {string.Join(" TAB ", header)}");
                seen = true;
                continue;
            }

            if (cells.Length > header.Length) throw new PackException($"{file}:{number}: {cells.Length} cells, but the header has {header.Length}");
            var row = new string[header.Length];
            for (var i = 0; i < row.Length; i++) row[i] = i < cells.Length ? cells[i].Trim() : "";
            yield return (number, row);
        }
    }
}
