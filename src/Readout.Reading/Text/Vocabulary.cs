namespace Readout.Reading.Text;

/// <summary>The folded words that a pack knows, each with a number from 1. Filled while the pack loads, then only read.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> words = [""];

    /// <summary>Makes an empty vocabulary.</summary>
    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words it has, plus one.</summary>
    public int Count => words.Count;

    /// <summary>The folded word of a number.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word, which is added where it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, Folding.LongestWord)];
        word = word[..folded.Length];
        Folding.Fold(word, folded);
        if (lookup.TryGetValue(folded, out var number)) return number;
        var text = folded.ToString();
        words.Add(text);
        numbers.Add(text, words.Count - 1);
        return words.Count - 1;
    }

    /// <summary>The number of a word as written in a text, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Folding.LongestWord) return 0;
        Span<char> folded = stackalloc char[word.Length];
        Folding.Fold(word, folded);
        return lookup.TryGetValue(folded, out var number) ? number : 0;
    }
}
