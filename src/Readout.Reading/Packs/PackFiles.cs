using System.Collections.Immutable;

namespace Readout.Reading.Packs;

/// <summary>The files of a <c>languages</c> folder, by their path below it with forward slashes.</summary>
public sealed record PackFiles(ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>Reads a folder; only <c>.tsv</c>, <c>.rules</c> and <c>.json</c> files count.</summary>
    /// <exception cref="PackException">The folder is not there.</exception>
    public static PackFiles FromFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new PackException($"{folder}: there is no such languages folder; name it with --languages");
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(path) is not (".tsv" or ".rules" or ".json")) continue;
            texts.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path));
        }

        return new PackFiles(texts.ToImmutable());
    }

    /// <summary>The files below a path that end so, in the order of their names.</summary>
    public IEnumerable<(string File, string Text)> Below(string path, string ending) =>
        Texts.Where(t => t.Key.StartsWith(path, StringComparison.Ordinal) && t.Key.EndsWith(ending, StringComparison.Ordinal)).Select(t => (t.Key, t.Value));
}
