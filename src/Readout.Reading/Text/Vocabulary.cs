namespace Readout.Reading.Text;

/// <summary>The folded words that a pack knows, each with a number from 1. Filled while the pack loads, then only read.</summary>
public sealed class Vocabulary
{
    // Words of up to so many letters are their own key, so that equal keys are equal words; all others have the top bit.
    private const int Packed = 4;
    private const ulong Long = 1UL << 63;
    private readonly List<string> words = [""];

    // A hash table with open addressing: one look finds most words, and it is kept half empty.
    private (ulong Key, int Number)[] slots = new (ulong, int)[1024];

    /// <summary>How many words it has, plus one.</summary>
    public int Count => words.Count;

    /// <summary>The folded word of a number.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word, which is added where it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Folding.LongestWord];
        word = word[..Math.Min(word.Length, Folding.LongestWord)];
        folded = folded[..word.Length];
        Folding.Fold(word, folded);
        if (Look(folded) is var known and > 0) return known;
        words.Add(folded.ToString());
        if (words.Count * 2 > slots.Length) Grow();
        else Place(Key(folded), words.Count - 1);
        return words.Count - 1;
    }

    /// <summary>The number of a word as written in a text, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Folding.LongestWord) return 0;
        Span<char> folded = stackalloc char[Folding.LongestWord];
        folded = folded[..word.Length];
        Folding.Fold(word, folded);
        return Look(folded);
    }

    private int Look(ReadOnlySpan<char> folded)
    {
        var key = Key(folded);
        for (var at = Home(key); ; at = (at + 1) & (slots.Length - 1))
        {
            var (there, number) = slots[at];
            if (number == 0) return 0;
            if (there == key && ((key & Long) == 0 || folded.SequenceEqual(words[number]))) return number;
        }
    }

    private void Place(ulong key, int number)
    {
        var at = Home(key);
        while (slots[at].Number != 0) at = (at + 1) & (slots.Length - 1);
        slots[at] = (key, number);
    }

    private void Grow()
    {
        slots = new (ulong, int)[slots.Length * 2];
        for (var i = 1; i < words.Count; i++) Place(Key(words[i]), i);
    }

    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & (slots.Length - 1);

    // The letters side by side; what longer words have more is mixed in, and marked off from the short ones by the top bit.
    private static ulong Key(ReadOnlySpan<char> folded)
    {
        var key = 0UL;
        var length = Math.Min(folded.Length, Packed);
        for (var i = 0; i < length; i++) key = (key << 16) | folded[i];
        if (folded.Length <= Packed) return key;
        for (var i = Packed; i < folded.Length; i++) key = (ulong.RotateLeft(key, 23) * 0xD6E8FEB86659FD93UL) ^ folded[i];
        return key | Long;
    }
}
