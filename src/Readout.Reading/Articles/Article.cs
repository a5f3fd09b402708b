using System.Security.Cryptography;
using System.Text;

namespace Readout.Reading.Articles;

/// <summary>
/// A text with its metadata. The text is NFC and, where a title is given apart, <c>title + "\n" + body</c>;
/// every offset in Readout counts UTF-16 code units of <see cref="Text"/>.
/// </summary>
public sealed record Article
{
    /// <summary>The name the input gives it, else the file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>The NFC text that is read.</summary>
    public required string Text { get; init; }

    /// <summary>Length of the title within <see cref="Text"/>, 0 where none is given apart.</summary>
    public int TitleLength { get; init; }

    /// <summary>ISO 639-1 language code.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>When it was published; null where unknown, and then relative dates stay open.</summary>
    public Publication? Published { get; init; }

    /// <summary>Who published it; null where unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it stands on the web; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The content address of the text: lower-case hexadecimal SHA-256 of its UTF-8 bytes.</summary>
    public string TextHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
