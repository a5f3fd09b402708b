using System.Collections.Immutable;

namespace Readout.Reading.Articles;

/// <summary>An article made from an entry, or why none could be made.</summary>
/// <param name="Article">The article; null where a problem kept it from being one.</param>
/// <param name="Problem">What kept it from being one; null where there is an article.</param>
/// <param name="Warnings">What the article lacks; it is read all the same.</param>
public sealed record ArticleComposition(Article? Article, ArticleProblem? Problem, ImmutableArray<ArticleProblem> Warnings)
{
    private const string DateAdvice =
        "Relative dates in it stay unresolved; give the date in the metadata (\"published\": \"2025-02-13\") or with --published.";

    /// <summary>Makes the article: NFC, the title before the body, and the best publication date at hand.</summary>
    /// <param name="entry">What the input gives; <see cref="ArticleEntry.Body"/> holds the text.</param>
    /// <param name="name">The article's id where the entry gives none.</param>
    /// <param name="publishedElse">The publication date for articles that bring none.</param>
    public static ArticleComposition From(ArticleEntry entry, string name, Publication? publishedElse)
    {
        if (entry.Body is null && entry.Title is null)
        {
            return Failed(new ArticleProblem(ArticleProblemKind.NoBody, "has neither \"body\" nor \"file\"",
                "Give the article's text in \"body\", or the name of its text file in \"file\"."));
        }

        var title = string.IsNullOrEmpty(entry.Title) ? null : entry.Title;
        if (title?.Contains('\0') == true || entry.Body?.Contains('\0') == true)
        {
            return Failed(new ArticleProblem(ArticleProblemKind.NotText, "holds a NUL character", "Remove it; it belongs to no text."));
        }

        // The line feed between them is a starter, so the two normalise apart just as they do together.
        var (text, problem) = ArticleBytes.Normalise(title is null ? entry.Body ?? "" : title + "\n" + entry.Body);
        if (problem is not null) return Failed(problem);
        var titleLength = title is null ? 0 : ArticleBytes.Normalise(title).Text?.Length ?? title.Length;
        var (published, warnings) = Date(entry.Published, publishedElse, text!);
        return new ArticleComposition(
            new Article
            {
                Id = Plain(entry.Id) ?? name,
                Text = text!,
                TitleLength = titleLength,
                Language = Plain(entry.Language)?.ToLowerInvariant() ?? "vi",
                Published = published,
                Publisher = Plain(entry.Publisher),
                Url = Plain(entry.Url),
            },
            null,
            warnings);
    }

    private static ArticleComposition Failed(ArticleProblem problem) => new(null, problem, []);

    private static (Publication? Published, ImmutableArray<ArticleProblem> Warnings) Date(
        string? written, Publication? publishedElse, string text)
    {
        var given = Plain(written);
        var published = given is null ? null : Publication.TryParse(given);
        if (published is not null) return (published, []);
        var found = publishedElse ?? Dateline.Find(text);
        if (given is not null)
        {
            var message = $"has a publication date that is not ISO 8601: \"{given}\"";
            return (found, [new ArticleProblem(ArticleProblemKind.UnreadableDate, message, found is null ? DateAdvice
                : $"It is read as published on {found.Written}; write the date as 2025-02-13 or 2025-02-13T20:37:00+07:00.")]);
        }

        return found is not null
            ? (found, [])
            : (null, [new ArticleProblem(ArticleProblemKind.NoDate, "has no publication date", DateAdvice)]);
    }

    private static string? Plain(string? value)
    {
        var trimmed = value?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : ArticleBytes.Normalise(trimmed).Text ?? null;
    }
}
