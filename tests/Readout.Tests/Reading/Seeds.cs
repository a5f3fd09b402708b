using System.Text.Json;
using Readout.Reading.Articles;

namespace Readout.Tests.Reading;

/// <summary>The five seed articles, where they stand beside the checkout.</summary>
internal static class Seeds
{
    public static string Shared { get; } = Path.GetFullPath(Repository.At("..", "shared"));

    public static string ArticlesFile { get; } = Path.Join(Shared, "seeds", "articles.jsonl");

    /// <summary>The articles in the order of the file; none where they are not there.</summary>
    public static List<Article> Articles()
    {
        var articles = new List<Article>();
        if (!File.Exists(ArticlesFile)) return articles;
        foreach (var line in File.ReadLines(ArticlesFile))
        {
            if (line.Trim().Length == 0) continue;
            var entry = JsonSerializer.Deserialize<ArticleEntry>(line, JsonSerializerOptions.Web)!;
            if (entry.File is { } file) entry = entry with { Body = File.ReadAllText(Path.Join(Path.GetDirectoryName(ArticlesFile), file)) };
            articles.Add(ArticleComposition.From(entry, entry.Id!, null).Article!);
        }

        return articles;
    }
}
