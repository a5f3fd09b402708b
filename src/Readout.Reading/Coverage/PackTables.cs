using System.Collections.Immutable;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>A row of a table of the pack, and where it stands.</summary>
internal sealed record PackRow(string File, int Line, string[] Cells)
{
    /// <summary>File and line.</summary>
    public string Place => $"{File}:{Line}";
}

/// <summary>The tables of a pack as they are written, with their lines; a broken one is a problem, and empty.</summary>
internal sealed class PackTables
{
    private static readonly (string Name, string[] Header)[] WorldFiles =
    [
        ("states", ["code", "name", "capital"]), ("places", ["id", "name", "state", "kind"]), ("actors", ["id", "kind", "name", "state"]),
        ("organisations", ["id", "kind", "name", "state"]), ("roles", ["role", "title"]), ("leading-roles", ["state", "role"]),
        ("offices", ["office", "holder", "from", "to", "title", "source"]),
    ];

    private readonly Dictionary<string, ImmutableArray<PackRow>> world = new(StringComparer.Ordinal);

    /// <summary>The rows of all files of words, in the order of the files.</summary>
    public List<PackRow> Words { get; } = [];

    /// <summary>How much each table holds.</summary>
    public List<PackTable> Contents { get; } = [];

    /// <summary>What kept tables from being read.</summary>
    public List<PackProblem> Problems { get; } = [];

    /// <summary>The rows of a table of the world.</summary>
    public ImmutableArray<PackRow> World(string name) => world.GetValueOrDefault(name, []);

    /// <summary>Reads all tables.</summary>
    public static PackTables Read(PackFiles files, string language)
    {
        var tables = new PackTables();
        foreach (var (file, text) in files.Below($"{language}/lexicon/", ".tsv")) tables.Words.AddRange(tables.Rows(file, text, ["form", "class", "value", "note"]));
        foreach (var (name, header) in WorldFiles)
        {
            var file = $"shared/{name}.tsv";
            if (files.Texts.TryGetValue(file, out var text)) tables.world.Add(name, tables.Rows(file, text, header));
        }

        return tables;
    }

    private ImmutableArray<PackRow> Rows(string file, string text, string[] header)
    {
        try
        {
            ImmutableArray<PackRow> rows = [.. TableFile.Numbered(file, text, header).Select(r => new PackRow(file, r.Line, r.Cells))];
            Contents.Add(new PackTable(file, rows.Length, rows.Select(r => r.Cells[0]).Distinct(StringComparer.Ordinal).Count()));
            return rows;
        }
        catch (PackException e)
        {
            var colon = e.Message.IndexOf(": ", StringComparison.Ordinal);
            Problems.Add(new PackProblem(e.Message[..colon], e.Message[(colon + 2)..]));
            return [];
        }
    }
}
