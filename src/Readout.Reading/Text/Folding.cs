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
    private const string Plain = "aeouy";
    private static readonly string[] Toned = ["áàảãạ", "éèẻẽẹ", "óòỏõọ", "úùủũụ", "ýỳỷỹỵ"];

    /// <summary>
    /// Writes the folded form of <paramref name="word"/> to <paramref name="target"/>, which is at least as long.
    /// </summary>
    public static void Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        for (var i = 0; i < word.Length; i++) target[i] = Letters.Fold(word[i]);
        if (word.Length >= 2) MoveTone(target[..word.Length]);
    }

    /// <summary>The one other word that folds to a folded word: the same with the tone mark at its old place. Null where there is none.</summary>
    public static string? OldSpelling(string folded)
    {
        if (folded.Length < 2 || (folded.Length >= 3 && folded[^3] == 'q')) return null;
        foreach (var first in "ou")
        {
            var tone = Toned[Plain.IndexOf(first)].IndexOf(folded[^2]);
            var second = Plain.IndexOf(folded[^1]);
            if (tone >= 0 && second >= 0 && (first == 'o' ? "ae" : "y").Contains(folded[^1])) return folded[..^2] + first + Toned[second][tone];
        }

        return null;
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
