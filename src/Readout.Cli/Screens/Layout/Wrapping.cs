using System.Collections.Immutable;

namespace Readout.Cli.Screens.Layout;

/// <summary>
/// Fits columns and their text to a width. Lines break at spaces; a no-break space holds a name together and is an
/// ordinary space once the breaks are found.
/// </summary>
internal static class Wrapping
{
    /// <summary>The character that holds the words of a name together.</summary>
    public const char NoBreak = '\u00a0';

    /// <summary>The text with its words held together.</summary>
    public static string Held(string text) => text.Replace(' ', NoBreak);

    /// <summary>Shares a width out: each column has its natural width where all fit, else at least its longest word's.</summary>
    /// <param name="natural">The widths that need no break.</param>
    /// <param name="least">The widths of the longest words; for a column that must stay whole, its natural width.</param>
    /// <param name="room">The columns of the terminal, less what stands between.</param>
    public static int[] Share(IReadOnlyList<int> natural, IReadOnlyList<int> least, int room)
    {
        if (natural.Sum() <= room) return [.. natural];
        int[] widths = [.. least];
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

    /// <summary>The width of the longest part that cannot be broken.</summary>
    public static int LongestWord(string text) => text.Split(' ').Max(Printable.Width);

    /// <summary>Breaks a phrase into lines of a width; a word that is longer has a line of its own and juts out.</summary>
    public static IReadOnlyList<Phrase> Lines(Phrase phrase, int width)
    {
        var lines = new List<Phrase>();
        var line = ImmutableArray.CreateBuilder<Piece>();
        var used = 0;
        var space = false;
        foreach (var piece in phrase.Pieces)
        {
            var words = piece.Text.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                space |= i > 0;
                if (words[i].Length == 0) continue;
                var word = Printable.Width(words[i]);
                if (space && used > 0 && used + 1 + word > width)
                {
                    lines.Add(new Phrase(line.ToImmutable()));
                    line.Clear();
                    used = 0;
                }

                var gap = space && used > 0 ? " " : "";
                line.Add(new Piece(gap + words[i].Replace(NoBreak, ' '), piece.Tone));
                used += gap.Length + word;
                space = false;
            }
        }

        if (line.Count > 0) lines.Add(new Phrase(line.ToImmutable()));
        return lines;
    }
}
