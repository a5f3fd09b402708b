namespace Readout.Reading.Text;

/// <summary>
/// Finds where a space was lost inside a word: web text loses it around links ("BộTài chínhMỹ"). Only words that the pack does
/// not know as they stand are cut, and only where a part of them is known.
/// </summary>
internal sealed class LostSpaces(Vocabulary vocabulary)
{
    private const int ShortestWord = 5;
    // Shorter words without a capital inside are words that the pack does not know.
    private const int ShortestPair = 8;
    private const int ShortestPart = 2;
    private const int ShortestUnknown = 3;

    // Nothing that two words make is longer; bounds the time for one word.
    private const int LongestWord = 40;

    /// <summary>The length of the first of two words written as one; 0 where a word is one.</summary>
    public int Cut(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord) return 0;
        var foreign = false;
        for (var i = 1; i < word.Length; i++)
        {
            foreign |= word[i - 1] > '\u007f';
            if (i >= ShortestPart && char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && (foreign || vocabulary.Find(word[..i]) > 0)) return i;
        }

        return word.Length >= ShortestPair && (foreign || word[^1] > '\u007f') ? AtKnown(word) : 0;
    }

    // Two known words, the first as long as can be; else a name that nobody knows before a known word. One of them has marks on its
    // letters: plain letters fit together too easily.
    private int AtKnown(ReadOnlySpan<char> word)
    {
        for (var i = word.Length - ShortestPart; i >= ShortestPart; i--)
        {
            if (vocabulary.Find(word[i..]) > 0 && vocabulary.Find(word[..i]) > 0) return i;
        }

        if (!char.IsUpper(word[0])) return 0;
        for (var i = ShortestUnknown; i <= word.Length - ShortestUnknown; i++)
        {
            if (Plain(word[..i]) && !Plain(word[i..]) && char.IsLower(word[i]) && vocabulary.Find(word[i..]) > 0) return i;
        }

        return 0;
    }

    private static bool Plain(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (c > '\u007f') return false;
        }

        return true;
    }
}
