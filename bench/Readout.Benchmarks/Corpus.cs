using System.Text;
using System.Text.Json;
using Readout.Reading.Articles;
using Readout.Reading.Packs;

namespace Readout.Benchmarks;

/// <summary>The articles that a measure reads.</summary>
internal sealed record Corpus(string Name, IReadOnlyList<Article> Articles)
{
    public static string Root { get; } = FindRoot();

    public static PackFiles Packs() => PackFiles.FromFolder(Path.Join(Root, "languages"));

    public int Characters => Articles.Sum(a => a.Text.Length);

    public int Bytes => Articles.Sum(a => Encoding.UTF8.GetByteCount(a.Text));

    public string Says => FormattableString.Invariant($"{Name}: {Articles.Count} articles, {Bytes / 1024.0:0} KiB");

    /// <summary>The articles of a JSON Lines file, or of the Vietnamese specs.</summary>
    public static Corpus Load(string? file) => file is null ? new Corpus("specs", Specs()) : new Corpus(Path.GetFileName(file), [.. Lines(file)]);

    private static IEnumerable<Article> Lines(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        foreach (var line in File.ReadLines(file))
        {
            if (line.Trim().Length == 0) continue;
            var entry = JsonSerializer.Deserialize<ArticleEntry>(line, JsonSerializerOptions.Web)!;
            if (entry.File is { } text) entry = entry with { Body = File.ReadAllText(Path.Join(folder, text)) };
            if (ArticleComposition.From(entry, "article", null).Article is { } article) yield return article;
        }
    }

    private static List<Article> Specs()
    {
        var articles = new List<Article>();
        foreach (var file in Directory.EnumerateFiles(Path.Join(Root, "languages", "vi", "spec"), "*.md").Order(StringComparer.Ordinal))
        {
            StringBuilder? text = null;
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith("```article", StringComparison.Ordinal)) text = new StringBuilder();
                else if (line.StartsWith("```", StringComparison.Ordinal) && text is not null)
                {
                    articles.Add(Article($"spec-{articles.Count}", text.ToString()));
                    text = null;
                }
                else text?.Append(line).Append('\n');
            }
        }

        return articles;
    }

    public static Article Article(string id, string text) => new() { Id = id, Text = text.Normalize(), Published = Publication.TryParse("2025-06-10") };

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Join(folder, "Readout.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The benchmarks run inside a checkout.");
    }
}
