using System.Globalization;
using System.Text;

namespace Readout.Cli.Screens.Layout;

/// <summary>
/// Makes data fit for a screen. Articles are other people's text: no escape sequence, control character or
/// direction override in them may reach the terminal.
/// </summary>
internal static class Printable
{
    /// <summary>The text on one line, with nothing in it but what can be seen.</summary>
    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (!IsSafe(c)) return Cleaned(text);
        }

        return text;
    }

    /// <summary>How many columns of a terminal the text takes.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) continue;
            width += IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        var skip = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (skip > 0)
            {
                skip--;
                continue;
            }

            var c = text[i];
            if (c is '\n' or '\t' or '\r' or '\f' or '\u2028' or '\u2029' or '\u0085')
            {
                if (clean.Length == 0 || clean[^1] != ' ') clean.Append(' ');
            }
            else if (c == '\u001b')
            {
                skip = SequenceLength(text.AsSpan(i + 1));
            }
            else if (char.IsSurrogate(c))
            {
                skip = Surrogates(text.AsSpan(i), clean);
            }
            else if (IsSafe(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    // Line breaks and surrogates are dealt with one by one, so they count as unsafe here.
    private static bool IsSafe(char c) =>
        c >= ' ' && c is not ((>= '\u007f' and <= '\u009f') or '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e')
            or (>= '\u2066' and <= '\u206f') or '\ufeff' or (>= '\ufff9' and <= '\ufffb')) && !char.IsSurrogate(c);

    private static int Surrogates(ReadOnlySpan<char> text, StringBuilder clean)
    {
        if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
        {
            clean.Append('\ufffd');
            return 0;
        }

        // Tag characters hide text inside text.
        if (char.ConvertToUtf32(text[0], text[1]) is not (>= 0xE0000 and <= 0xE007F)) clean.Append(text[..2]);
        return 1;
    }

    // What follows an escape: "[", parameters and a final letter, as ECMA-48 lays down.
    private static int SequenceLength(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '[') return 0;
        var length = 1;
        while (length < rest.Length && rest[length] is >= ' ' and <= '?') length++;
        return length < rest.Length && rest[length] is >= '@' and <= '~' ? length + 1 : length;
    }

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
