using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>Checks that every word stands in a layer: what no layer takes, no stage ever sees.</summary>
internal static class LayerChecks
{
    /// <summary>Runs the checks.</summary>
    public static IEnumerable<PackProblem> Run(IReadOnlyList<PackLayer> layers, PackTables tables, string language)
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var parts = new HashSet<(string File, string Class)>();
        foreach (var source in layers.SelectMany(l => l.Lexicon))
        {
            var colon = source.IndexOf(':', StringComparison.Ordinal);
            var file = $"{language}/lexicon/{(colon < 0 ? source : source[..colon])}.tsv";
            if (colon < 0) whole.Add(file);
            else foreach (var @class in source[(colon + 1)..].Split(',')) parts.Add((file, @class));
        }

        foreach (var rows in tables.Words.GroupBy(r => (r.File, Class: r.Cells[1])))
        {
            if (whole.Contains(rows.Key.File) || parts.Contains(rows.Key)) continue;
            yield return new PackProblem(rows.First().Place, $"no layer takes the class {rows.Key.Class} of this file ({rows.Count()} rows)");
        }
    }
}
