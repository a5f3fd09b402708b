using System.Collections.Immutable;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>
/// Turns tokens into the items that one layer's stages see: the longest forms of its lexicon, and the words, numbers and marks
/// between them.
/// </summary>
public sealed class Segmenter(
    Lexicon lexicon, Vocabulary vocabulary, LabelTable labels, SignatureTable signatures, ImmutableArray<string> keep)
{
    private const TokenFlags ShapeOfTerm = TokenFlags.Word | TokenFlags.Glued | TokenFlags.Capital | TokenFlags.Opening;

    // Signatures plus one, by word and by what it looks like; 0 where not yet made.
    private int[]?[] plain = [];
    private readonly Dictionary<long, int> numbers = [];

    /// <summary>The items of a text, in order; every token belongs to exactly one.</summary>
    public List<Item> Segment(string text, List<Token> tokens)
    {
        var items = new List<Item>(tokens.Count);
        Segment(text, tokens, 0, tokens.Count, items);
        return items;
    }

    /// <summary>
    /// The items of a text as this layer sees them after another: what that one's stages found stays, and so do the terms it
    /// keeps; all else is looked up anew.
    /// </summary>
    public List<Item> Refine(string text, List<Token> tokens, List<Item> items, Segmenter before)
    {
        var result = new List<Item>(items.Count);
        for (var i = 0; i < items.Count;)
        {
            if (before.Keeps(items[i]))
            {
                result.Add(items[i++]);
                continue;
            }

            var first = items[i].First;
            while (i < items.Count && !before.Keeps(items[i])) i++;
            Segment(text, tokens, first, items[i - 1].End, result);
        }

        return result;
    }

    private bool Keeps(Item item) => item.Sense is not (null or IPassingSense) && (item.Sense is not Term term || term.Senses.Any(s => keep.Contains(s.Class)));

    private void Segment(string text, List<Token> tokens, int first, int end, List<Item> items)
    {
        for (var i = first; i < end;)
        {
            // The 2 of "10/2" belongs to what stands before it and begins no form.
            var match = lexicon.Longest(tokens, i, InsideNumber(tokens, i) ? i + 1 : end, out var last);
            if (match is null)
            {
                items.Add(new Item(i, i + 1, Plain(text, tokens[i]), null));
                i++;
                continue;
            }

            items.Add(new Item(i, last, Matched(match, tokens[i], last - i), match.Term));
            i = last;
        }
    }

    private static bool InsideNumber(List<Token> tokens, int at) =>
        tokens[at].Is(TokenFlags.Number | TokenFlags.Glued) && at >= 2 && tokens[at - 1].Is(TokenFlags.Mark | TokenFlags.Glued) && tokens[at - 2].Is(TokenFlags.Number);

    private int Matched(Lexicon.Match match, Token first, int length)
    {
        var flags = first.Flags & ShapeOfTerm;
        if (length > 1) flags &= ~TokenFlags.Word;
        ref var signature = ref match.Signature(flags);
        if (signature == 0) signature = 1 + Intern(match, flags);
        return signature - 1;
    }

    private int Intern(Lexicon.Match match, TokenFlags flags)
    {
        var set = new List<int>([.. match.Labels]);
        Shape(flags, set);
        if (match.Term is not null) set.Add(labels.Add("term"));
        return signatures.Intern(set);
    }

    private int Plain(string text, Token token)
    {
        if (token.Is(TokenFlags.Number)) return Number(text, token);
        if (token.Word >= plain.Length) Array.Resize(ref plain, Math.Max(vocabulary.Count, token.Word + 1));
        var row = plain[token.Word] ??= new int[(int)TokenFlags.Opening * 2];
        ref var signature = ref row[(int)token.Flags];
        if (signature == 0) signature = 1 + Intern(token, []);
        return signature - 1;
    }

    private int Number(string text, Token token)
    {
        var number = Size(text.AsSpan(token.Start, token.End - token.Start));
        var key = ((long)token.Word << 32) | ((long)number << 8) | (long)token.Flags;
        if (numbers.TryGetValue(key, out var signature)) return signature;
        var set = new List<int>();
        NumberShape(number, token.End - token.Start, set);
        signature = Intern(token, set);
        numbers.Add(key, signature);
        return signature;
    }

    private int Intern(Token token, List<int> set)
    {
        if (token.Word > 0) set.Add(labels.Find("=" + vocabulary[token.Word]));
        Shape(token.Flags, set);
        return signatures.Intern(set);
    }

    private void Shape(TokenFlags flags, List<int> set)
    {
        if ((flags & TokenFlags.Glued) != 0) set.Add(labels.Add("glued"));
        if ((flags & TokenFlags.Opening) != 0) set.Add(labels.Add("opening"));
        if ((flags & TokenFlags.Mark) != 0) set.Add(labels.Add("mark"));
        if ((flags & TokenFlags.Break) != 0) set.Add(labels.Add("line"));
        if ((flags & TokenFlags.Word) != 0) set.Add(labels.Add("word"));
        if ((flags & TokenFlags.Capital) != 0)
        {
            set.Add(labels.Add("upper"));
            if ((flags & TokenFlags.Word) != 0) set.Add(labels.Add("cap"));
        }
    }

    // 0 for numbers out of range; digits are ASCII here.
    private static int Size(ReadOnlySpan<char> digits) =>
        digits.Length <= 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) + (digits.Length << 16) : 0;

    private void NumberShape(int sized, int length, List<int> set)
    {
        set.Add(labels.Add("num"));
        if (sized == 0 && length > 4) return;
        var n = sized & 0xffff;
        if (length <= 2)
        {
            if (n <= 12 && n > 0) set.Add(labels.Add("n12"));
            if (n <= 31 && n > 0) set.Add(labels.Add("n31"));
            if (n <= 24) set.Add(labels.Add("n24"));
            if (n < 60) set.Add(labels.Add("n59"));
        }

        if (length == 4 && n is >= 1800 and <= 2199) set.Add(labels.Add("year"));
        set.Add(labels.Add("small"));
    }
}
