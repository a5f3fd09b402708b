using System.Globalization;
using System.Text;

namespace Readout.Ledger.Search;

/// <summary>
/// Text as search compares it: lower case, letters without their accents and strokes. A folded text has the length of the text it was
/// made from, so an offset in one is the same offset in the other, and what is shown is always the text itself. (SQLite's tokenizer
/// takes accents off by itself, but not a stroke: Unicode does not take <c>U+0111</c> apart.)
/// </summary>
internal static class PlainLetters
{
    // All letters with accents that are one code unit stand below this.
    private const int TableLength = 0x2300;

    // Letters that Unicode does not take apart, beside the letter that people type for them.
    private static readonly (char Letter, char Plain)[] Strokes =
    [
        ('\u0111', 'd'), ('\u0142', 'l'), ('\u00f8', 'o'), ('\u0127', 'h'), ('\u0167', 't'), ('\u0131', 'i'), ('\u0180', 'b'), ('\u0268', 'i'),
        ('\u00f0', 'd'), ('\u0199', 'k'), ('\u0253', 'b'), ('\u0257', 'd'), ('\u014b', 'n'), ('\u1e9f', 'd'),
    ];

    private static readonly char[] Table = MakeTable();

    /// <summary>The folded form of a text, of the same length.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++) target[i] = Of(source[i]);
    });

    /// <summary>The folded form of one letter.</summary>
    public static char Of(char letter) => letter < TableLength ? Table[letter] : char.ToLowerInvariant(letter);

    /// <summary>Whether a letter stands in a word, as SQLite's unicode61 tokenizer sees it: letters, numbers, and marks upon them.</summary>
    public static bool IsInWord(char letter) =>
        char.IsLetter(letter) || char.IsNumber(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark
        || char.IsSurrogate(letter);

    private static char[] MakeTable()
    {
        var table = new char[TableLength];
        for (var i = 0; i < table.Length; i++)
        {
            var letter = (char)i;
            if (!char.IsLetter(letter))
            {
                table[i] = letter;
                continue;
            }

            var apart = letter.ToString().Normalize(NormalizationForm.FormD);
            var rest = apart.AsSpan(1);
            var marked = true;
            foreach (var mark in rest) marked &= CharUnicodeInfo.GetUnicodeCategory(mark) == UnicodeCategory.NonSpacingMark;
            table[i] = char.ToLowerInvariant(marked ? apart[0] : letter);
        }

        foreach (var (letter, plain) in Strokes)
        {
            table[letter] = plain;
            table[char.ToUpperInvariant(letter)] = plain;
        }

        return table;
    }
}
