namespace Readout.Reading.Coverage;

/// <summary>What a phrase that the pack does not know looks like.</summary>
public enum UnknownKind
{
    /// <summary>A sequence of capitalised words that became no mention and no term.</summary>
    Name,

    /// <summary>A title or an honorific with a name, or an office, of which the pack knows no holder; a title of no body.</summary>
    Office,

    /// <summary>A word for a contact from which no contact came.</summary>
    Contact,

    /// <summary>A number beside a unit or a slash that is part of no time.</summary>
    Time,

    /// <summary>The words beside a quotation that was given to no speaker.</summary>
    Saying,
}

/// <summary>A phrase that the pack does not know, with how often it stands in the articles.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Phrase">The phrase; in <see cref="UnknownKind.Time"/> a <c>#</c> stands for a number.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="Article">The first of them.</param>
/// <param name="Before">The words before it there.</param>
/// <param name="Exact">The phrase as written there.</param>
/// <param name="After">The words after it there.</param>
public sealed record UnknownPhrase(UnknownKind Kind, string Phrase, int Count, int Articles, string Article, string Before, string Exact, string After);
