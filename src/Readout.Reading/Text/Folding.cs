namespace Readout.Reading.Text;

/// <summary>
/// Folds one word for comparison: lower case, and the old place of a Vietnamese tone mark (<c>oa</c>, <c>oe</c>, <c>uy</c> at a
/// syllable's end) to the one the packs use. Lengths never change, so a folded word stands where the written one does.
/// </summary>
public static class Folding
{
    /// <summary>Longest word that is folded; longer ones are no words of any pack.</summary>
    public const int LongestWord = 64;

    // Vowels with each of the five tone marks in one order, so that a mark can move from the second vowel to the first.
    private static readonly char[] Letters = MakeLetters();

    private const string Plain = "aeouy";
    private static readonly string[] Toned = ["áàảãạ", "éèẻẽẹ", "óòỏõọ", "úùủũụ", "ýỳỷỹỵ"];

    /// <summary>
    /// Writes the folded form of <paramref name="word"/> to <paramref name="target"/>, which is at least as long.
    /// </summary>
    public static void Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            target[i] = c < Letters.Length ? Letters[c] : char.ToLowerInvariant(c);
        }

        if (word.Length >= 2) MoveTone(target[..word.Length]);
    }

    // Letters and marks from a table: asking the platform for each one costs more than all the rest of folding.
    private static char[] MakeLetters()
    {
        var letters = new char[0x2300];
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

    private static void MoveTone(Span<char> word)
    {
        var (first, last) = (word[^2], word[^1]);
        if (first is not ('o' or 'u')) return;
        if (word.Length >= 3 && word[^3] == 'q') return;
        foreach (var second in first == 'o' ? "ae" : "y")
        {
            var tone = Toned[Plain.IndexOf(second)].IndexOf(last);
            if (tone < 0) continue;
            word[^2] = Toned[Plain.IndexOf(first)][tone];
            word[^1] = second;
            return;
        }
    }
}
