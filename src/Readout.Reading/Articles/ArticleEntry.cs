namespace Readout.Reading.Articles;

/// <summary>One line of the article form, as given: an article with its text, or the metadata of a text file.</summary>
public sealed record ArticleEntry
{
    /// <summary>The article's name; null where the line gives none.</summary>
    public string? Id { get; init; }

    /// <summary>ISO 639 language code; null where the line gives none.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, as written.</summary>
    public string? Published { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it stands on the web.</summary>
    public string? Url { get; init; }

    /// <summary>The title, where it is given apart from the body.</summary>
    public string? Title { get; init; }

    /// <summary>The text without its title; null where <see cref="File"/> names it.</summary>
    public string? Body { get; init; }

    /// <summary>A text file, relative to the folder of the JSON Lines file; null where the line holds the text itself.</summary>
    public string? File { get; init; }
}
