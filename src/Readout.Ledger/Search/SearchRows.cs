using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Search;

/// <summary>What to search for.</summary>
/// <param name="Text">Words that must all stand in an article, or in the names of those it names; accents may be left out.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>The most articles to give.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Articles published on or after this day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Articles published on or before this day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Articles of these publishers; a part of the name will do. Empty keeps all.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>Articles that tell of a contact that passes this; null keeps all.</summary>
    public ContactFilter? About { get; init; }
}

/// <summary>What a search found.</summary>
/// <param name="Actors">Those whose name has all the words, the most named first; at most ten.</param>
/// <param name="Articles">Articles, the best first.</param>
/// <param name="Ranked">How many articles with all words were ranked.</param>
/// <param name="All">Whether these are all there are; else they are the newest.</param>
public sealed record SearchAnswer(ImmutableArray<ActorRow> Actors, ImmutableArray<FoundArticle> Articles, int Ranked, bool All);

/// <summary>An actor in one line.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Articles">How many texts name it, at most <see cref="CountedAtMost"/>.</param>
public sealed record ActorRow(string Name, int Articles)
{
    /// <summary>Where counting stops.</summary>
    public const int CountedAtMost = 1000;
}

/// <summary>An article that a search found.</summary>
/// <param name="Place">Where its text stands, at its canonical place.</param>
/// <param name="Text">The whole text.</param>
/// <param name="TitleLength">How much of it is its title, in UTF-16 code units.</param>
/// <param name="Score">How well it answers; only the order of scores within one answer means something.</param>
/// <param name="Hits">The words found, in text order.</param>
/// <param name="ContactIds">The contacts it tells of.</param>
public sealed record FoundArticle(
    ArticlePlace Place, string Text, int TitleLength, double Score, ImmutableArray<Evidence> Hits, ImmutableArray<string> ContactIds);
