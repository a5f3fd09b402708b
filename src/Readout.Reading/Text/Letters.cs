using System.Globalization;

namespace Readout.Reading.Text;

/// <summary>What a letter or mark is to the tokenizer. A letter may be more than one of these; a space or a line is nothing else.</summary>
[Flags]
internal enum LetterLook : byte
{
    /// <summary>A mark.</summary>
    None = 0,

    /// <summary>Goes on with a word that has begun: a letter, a digit, or a mark over a letter.</summary>
    InWord = 1,

    /// <summary>Begins a word.</summary>
    Letter = 2,

    /// <summary>A capital.</summary>
    Upper = 4,

    /// <summary>A digit 0 to 9.</summary>
    Digit = 8,

    /// <summary>White space, or a mark of no width.</summary>
    Space = 16,

    /// <summary>A line break.</summary>
    Line = 32,
}

/// <summary>
/// What each UTF-16 code unit looks like and which it folds to, from tables: asking the platform for each one costs more than all
/// else that is done with it.
/// </summary>
internal static class Letters
{
    /// <summary>The tables cover the code units below this; scripts beyond are asked for one by one.</summary>
    public const int Tabled = 0x2300;

    private static readonly LetterLook[] Looks = MakeLooks();
    private static readonly char[] Folded = MakeFolded();

    // By folded code unit the last that folds to it, by each the one before; plus one, 0 where there is none.
    private static readonly int[] Last = new int[Tabled];
    private static readonly int[] Before = MakeBefore();

    /// <summary>What a code unit looks like.</summary>
    public static LetterLook Look(char c) => c < Tabled ? Looks[c] : Ask(c);

    /// <summary>Lower case, one style of quotation marks and dashes.</summary>
    public static char Fold(char c) => c < Tabled ? Folded[c] : char.ToLowerInvariant(c);

    /// <summary>The code units of the table that fold to a folded one, itself among them.</summary>
    public static IEnumerable<char> FoldingTo(char folded)
    {
        for (var next = Last[folded]; next != 0; next = Before[next - 1]) yield return (char)(next - 1);
    }

    /// <summary>The code units of the table that fold to one beyond it.</summary>
    public static IEnumerable<char> FoldingBeyond => Enumerable.Range(0, Tabled).Select(c => (char)c).Where(c => Folded[c] >= Tabled);

    private static LetterLook[] MakeLooks()
    {
        var looks = new LetterLook[Tabled];
        for (var c = 0; c < looks.Length; c++) looks[c] = Ask((char)c);
        return looks;
    }

    private static LetterLook Ask(char c)
    {
        if (c == '\n') return LetterLook.Line;
        if (IsSpace(c)) return LetterLook.Space;
        var look = LetterLook.None;
        if (char.IsLetterOrDigit(c) || IsMarkOfLetter(c)) look |= LetterLook.InWord;
        if (char.IsLetter(c)) look |= LetterLook.Letter;
        if (char.IsUpper(c)) look |= LetterLook.Upper;
        if (char.IsAsciiDigit(c)) look |= LetterLook.Digit;
        return look;
    }

    private static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\r' or '\v' or '\f' or '\u00a0' or '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff'
        || (c > '\u007f' && char.IsWhiteSpace(c));

    private static bool IsMarkOfLetter(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char[] MakeFolded()
    {
        var letters = new char[Tabled];
        for (var c = 0; c < letters.Length; c++)
        {
            letters[c] = (char)c switch
            {
                '“' or '”' or '„' or '«' or '»' or '″' => '"',
                '‘' or '’' or '‚' or '′' or '`' => '\'',
                '–' or '—' or '‐' or '‑' or '−' => '-',
                var other => char.ToLowerInvariant(other),
            };
        }

        return letters;
    }

    private static int[] MakeBefore()
    {
        var before = new int[Tabled];
        for (var c = 0; c < before.Length; c++)
        {
            var folded = Folded[c];
            if (folded >= Tabled) continue;
            before[c] = Last[folded];
            Last[folded] = c + 1;
        }

        return before;
    }
}
