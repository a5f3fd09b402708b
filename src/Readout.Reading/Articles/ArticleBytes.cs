using System.Text;
using System.Text.Unicode;

namespace Readout.Reading.Articles;

/// <summary>Bytes to NFC text: strict UTF-8, with an optional byte order mark, and nothing that is not text.</summary>
public static class ArticleBytes
{
    /// <summary>The most bytes that one article, or one line of JSON Lines, may have.</summary>
    public const int Limit = 16 * 1024 * 1024;

    private const int Probe = 4096;

    /// <summary>Decodes a whole text.</summary>
    /// <returns>The NFC text, or the problem that keeps it from being one.</returns>
    public static (string? Text, ArticleProblem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limit) return (null, TooLarge("this text"));
        var problem = Check(bytes);
        if (problem is not null) return (null, problem);
        return Normalise(Encoding.UTF8.GetString(WithoutMark(bytes)));
    }

    /// <summary>Finds what keeps bytes from being UTF-8 text.</summary>
    /// <returns>The problem, or null where the bytes are sound.</returns>
    public static ArticleProblem? Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new ArticleProblem(ArticleProblemKind.NotText, "is in UTF-16, not UTF-8",
                "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEWFILE.", 0);
        }

        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0 || MostlyControls(bytes))
        {
            return new ArticleProblem(ArticleProblemKind.NotText, "does not hold text",
                "Readout reads plain text (.txt) and JSON Lines (.jsonl), both in UTF-8.", Math.Max(nul, 0));
        }

        if (Utf8.IsValid(bytes)) return null;
        var broken = FirstBroken(bytes);
        return new ArticleProblem(ArticleProblemKind.BrokenUtf8, $"is not valid UTF-8 at byte {broken}",
            "Save it as UTF-8; a file in an older encoding can be converted with iconv.", broken);
    }

    /// <summary>The NFC form of a text.</summary>
    /// <returns>The normalised text, or a problem where it is empty or no well-formed Unicode.</returns>
    public static (string? Text, ArticleProblem? Problem) Normalise(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, new ArticleProblem(ArticleProblemKind.Empty, text.Length == 0 ? "is empty" : "holds only white space",
                "Put the article's text there, or leave it out."));
        }

        try
        {
            return (text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC), null);
        }
        catch (ArgumentException)
        {
            return (null, new ArticleProblem(ArticleProblemKind.NotText, "holds half of a surrogate pair",
                "Write the text out again from its source; a character was cut in two."));
        }
    }

    /// <summary>The problem of an article with more bytes than <see cref="Limit"/>.</summary>
    /// <param name="what">What is too large, as the subject of a sentence.</param>
    public static ArticleProblem TooLarge(string what) =>
        new(ArticleProblemKind.TooLarge, $"is over the limit of {Limit / (1024 * 1024)} MiB for one article",
            $"If {what} holds many articles, give them as JSON Lines, one article a line.");

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    private static bool MostlyControls(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Probe)];
        var controls = 0;
        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) controls++;
        }

        // A stray escape or bell is noise in a text; one in thirty is no text.
        return controls * 30 > head.Length;
    }

    private static long FirstBroken(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var read) == System.Buffers.OperationStatus.Done) at += read;
        return at;
    }
}
