namespace Readout.Reading.Text;

/// <summary>The folded words that a pack knows, each with a number from 1. Filled while the pack loads, then only read.</summary>
public sealed class Vocabulary
{
    // A short word is its own key: a byte for each letter, so that equal keys are equal words. All syllables of Vietnamese are short.
    private const int Short = 7;
    private const byte NoCode = 255;
    private const int CodeBits = 8;
    private readonly List<string> words = [""];
    private readonly Dictionary<string, int> others = new(StringComparer.Ordinal);
    private readonly Dictionary<char, byte> letters = [];

    // The byte of a letter as written, 0 where no word has it, 255 where there are too many letters for a byte; and above it what the
    // letter looks like.
    private readonly ushort[] marks = new ushort[Letters.Tabled];

    // A hash table with open addressing: one look finds most words, and it is kept at most half full.
    private (ulong Key, int Number)[] slots = new (ulong, int)[1024];
    private int filled;

    /// <summary>Makes one without words.</summary>
    public Vocabulary()
    {
        for (var letter = 0; letter < marks.Length; letter++) marks[letter] = (ushort)((int)Letters.Look((char)letter) << CodeBits);
        foreach (var letter in Letters.FoldingBeyond) marks[letter] |= NoCode;
    }

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
        if (Find(folded) is var known and > 0) return known;
        var added = folded.ToString();
        words.Add(added);
        if (!Note(added, words.Count - 1)) others.Add(added, words.Count - 1);
        else if (Folding.OldSpelling(added) is { } old) Note(old, words.Count - 1);
        return words.Count - 1;
    }

    /// <summary>The number of a word as written in a text, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Short) return Other(word);
        var key = 0UL;
        foreach (var c in word)
        {
            if (c >= Letters.Tabled) return Other(word);
            var code = (byte)marks[c];
            if (code == 0) return 0;
            if (code == NoCode) return Other(word);
            key = (key << 8) | code;
        }

        return At(key);
    }

    /// <summary>Reads the word that begins at a letter of a text, to where it ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Index of the letter.</param>
    /// <param name="end">One past the last letter, digit or mark over a letter.</param>
    /// <returns>The number of the word, or 0.</returns>
    internal int Read(string text, int start, out int end)
    {
        const int InWord = (int)LetterLook.InWord << CodeBits;
        var (key, regular, known) = (0UL, true, true);
        var i = start;
        var table = marks;
        for (; (uint)i < (uint)text.Length; i++)
        {
            var c = text[i];
            if (c >= table.Length)
            {
                if ((Letters.Look(c) & LetterLook.InWord) == 0) break;
                regular = false;
                continue;
            }

            var mark = table[c];
            if ((mark & InWord) == 0) break;
            var code = (byte)mark;
            known &= code != 0;
            regular &= code != NoCode;
            key = (key << 8) | code;
        }

        end = i;
        if (!regular || i - start > Short) return Find(text.AsSpan(start, i - start));
        return known ? At(key) : 0;
    }

    private int At(ulong key)
    {
        var table = slots;
        for (var at = Home(key); ; at = (at + 1) & (table.Length - 1))
        {
            ref readonly var slot = ref table[at];
            if (slot.Key == key || slot.Number == 0) return slot.Number;
        }
    }

    private int Other(ReadOnlySpan<char> word)
    {
        if (word.Length > Folding.LongestWord) return 0;
        Span<char> folded = stackalloc char[Folding.LongestWord];
        folded = folded[..word.Length];
        Folding.Fold(word, folded);
        return others.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var number) ? number : 0;
    }

    // False for a word that has no key.
    private bool Note(string folded, int number)
    {
        if (folded.Length > Short) return false;
        var key = 0UL;
        foreach (var letter in folded)
        {
            var code = Code(letter);
            if (code == NoCode) return false;
            key = (key << 8) | code;
        }

        if (++filled * 2 > slots.Length) Grow();
        Place(key, number);
        return true;
    }

    private byte Code(char letter)
    {
        if (letter >= Letters.Tabled) return NoCode;
        if (letters.TryGetValue(letter, out var code)) return code;
        code = (byte)Math.Min(letters.Count + 1, NoCode);
        letters.Add(letter, code);
        foreach (var written in Letters.FoldingTo(letter)) marks[written] |= code;
        return code;
    }

    private void Place(ulong key, int number)
    {
        var at = Home(key);
        while (slots[at].Number != 0) at = (at + 1) & (slots.Length - 1);
        slots[at] = (key, number);
    }

    private void Grow()
    {
        var before = slots;
        slots = new (ulong, int)[before.Length * 2];
        foreach (var (key, number) in before)
        {
            if (number != 0) Place(key, number);
        }
    }

    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & (slots.Length - 1);
}
