using System.Collections.Immutable;

namespace Readout.Cli.Screens.Layout;

/// <summary>
/// Fits columns and their text to a width. Lines break at spaces; a no-break space holds a name together and is an
/// ordinary space once the breaks are found.
/// </summary>
internal static class Wrapping
{
    private const int LongestName = 24;
    private const int Narrowest = 4;

    /// <summary>The character that holds the words of a name together.</summary>
    public const char NoBreak = '\u00a0';

    /// <summary>The text with its words held together.</summary>
    public static string Held(string text) => text.Replace(' ', NoBreak);

    /// <summary>Shares a width out: each column has its natural width where all fit, else at least its longest word's.</summary>
    /// <param name="natural">The widths that need no break.</param>
    /// <param name="least">The widths of the longest words; for a column that must stay whole, its natural width.</param>
    /// <param name="whole">Which columns must not become narrower than their least width, whatever happens.</param>
    /// <param name="room">The columns of the terminal, less what stands between.</param>
    public static int[] Share(IReadOnlyList<int> natural, IReadOnlyList<int> least, IReadOnlyList<bool> whole, int room)
    {
        if (natural.Sum() <= room) return [.. natural];
        int[] widths = [.. least];
        for (var over = widths.Sum() - room; over > 0; over--)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (!whole[i] && (widest < 0 || widths[i] > widths[widest])) widest = i;
            }

            if (widest < 0 || widths[widest] <= Narrowest) break;
            widths[widest]--;
        }

        for (var spare = room - widths.Sum(); spare > 0; spare--)
        {
            var neediest = 0;
            for (var i = 1; i < widths.Length; i++)
            {
                if (natural[i] - widths[i] > natural[neediest] - widths[neediest]) neediest = i;
            }

            widths[neediest]++;
        }

        return widths;
    }

    /// <summary>The width of the longest part that should not be broken; a longer one than any name has must be.</summary>
    public static int LongestWord(string text) => Math.Min(text.Split(' ').Max(Printable.Width), LongestName);

    /// <summary>Breaks a phrase into lines of a width; a word that is longer than a line is broken where the line ends.</summary>
    public static IReadOnlyList<Phrase> Lines(Phrase phrase, int width)
    {
        var lines = new List<Phrase>();
        var line = ImmutableArray.CreateBuilder<Piece>();
        var used = 0;
        var space = false;
        foreach (var piece in phrase.Pieces)
        {
            foreach (var (text, first) in Parts(piece.Text, width))
            {
                space |= first;
                if (text.Length == 0) continue;
                var word = Printable.Width(text);
                if (used > 0 && used + (space ? 1 : 0) + word > width)
                {
                    lines.Add(new Phrase(line.ToImmutable()));
                    line.Clear();
                    used = 0;
                }

                var gap = space && used > 0 ? " " : "";
                line.Add(new Piece(gap + text.Replace(NoBreak, ' '), piece.Tone));
                used += gap.Length + word;
                space = false;
            }
        }

        if (line.Count > 0) lines.Add(new Phrase(line.ToImmutable()));
        return lines;
    }

    // The words of a text, those that are longer than a line in parts; and whether a space stands before.
    private static IEnumerable<(string Text, bool AfterSpace)> Parts(string text, int width)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var rest = words[i];
            var after = i > 0;
            while (Printable.Width(rest) > width)
            {
                var length = Fitting(rest, width);
                // Between the words of a name rather than within one of them.
                var held = length < rest.Length ? rest.LastIndexOf(NoBreak, length) : -1;
                yield return (rest[..(held > 0 ? held : length)], after);
                rest = held > 0 ? rest[(held + 1)..] : rest[length..];
                after = held > 0;
            }

            yield return (rest, after);
        }
    }

    private static int Fitting(string text, int width)
    {
        var length = 0;
        while (length < text.Length)
        {
            var next = length + (length + 1 < text.Length && char.IsSurrogatePair(text, length) ? 2 : 1);
            if (length > 0 && Printable.Width(text[..next]) > width) break;
            length = next;
        }

        return length;
    }
}
