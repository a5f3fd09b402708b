namespace Readout.Reading.Articles;

/// <summary>What kept bytes or a JSON line from becoming an article, or made it one with less than it could have.</summary>
public enum ArticleProblemKind
{
    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>Bytes that are no text in UTF-8: a picture, an archive, UTF-16.</summary>
    NotText,

    /// <summary>Text with a byte sequence that UTF-8 does not allow.</summary>
    BrokenUtf8,

    /// <summary>A line that is no JSON object of the article form.</summary>
    BrokenJson,

    /// <summary>More bytes than one article may have.</summary>
    TooLarge,

    /// <summary>An article form with neither a body nor a file.</summary>
    NoBody,

    /// <summary>A publication date that is neither an ISO 8601 day nor a moment with its offset.</summary>
    UnreadableDate,

    /// <summary>No publication date in the metadata, the call or the text.</summary>
    NoDate,
}

/// <summary>A problem as a value: what is wrong and what to do about it.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Message">What is wrong, as the end of a sentence that begins with the file's name.</param>
/// <param name="Advice">What the person can do, as a sentence.</param>
/// <param name="ByteOffset">Where in the bytes, counted from 0; null where no one place is to blame.</param>
public sealed record ArticleProblem(ArticleProblemKind Kind, string Message, string Advice, long? ByteOffset = null);
