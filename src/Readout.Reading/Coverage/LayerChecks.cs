using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>Checks that the layers are complete and take every word: what no layer takes, no stage ever sees.</summary>
internal static class LayerChecks
{
    private static readonly string[] Layers = ["names", "contacts", "statements", "positions"];
    private static readonly string[] Stages = ["times", "times-composed", "names", "actors", "groups", "contacts", "statements", "positions", "outcomes"];

    /// <summary>Whether no layer or stage is missing that reading needs.</summary>
    public static IEnumerable<PackProblem> Missing(IReadOnlyList<PackLayer> layers, string file) => Layers.Except(layers.Select(l => l.Name))
        .Select(l => $"has no layer '{l}'").Concat(Stages.Except(layers.SelectMany(l => l.Stages)).Select(s => $"has no stage '{s}'"))
        .Select(m => new PackProblem(file, m + ", so nothing can be read with this pack"));

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
