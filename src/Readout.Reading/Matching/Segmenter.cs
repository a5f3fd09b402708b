using System.Runtime.InteropServices;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>
/// Turns tokens into the items that one layer's stages see: the longest forms of its lexicon, and the words, numbers and marks
/// between them.
/// </summary>
public sealed class Segmenter(Lexicon lexicon, PlainSignatures plain, LabelTable labels, SignatureTable signatures)
{
    private const TokenFlags ShapeOfTerm = TokenFlags.Word | TokenFlags.Glued | TokenFlags.Capital | TokenFlags.Opening;

    /// <summary>The items of a text, in order; every token belongs to exactly one.</summary>
    public List<Item> Segment(string text, List<Token> tokens) => Segment(text, tokens, []);

    /// <summary>The same, into an empty list.</summary>
    public List<Item> Segment(string text, List<Token> tokens, List<Item> items)
    {
        items.EnsureCapacity(tokens.Count);
        Segment(text, tokens, 0, tokens.Count, items);
        return items;
    }

    /// <summary>
    /// The items of a text as this layer sees them after another: what that one's stages found stays, and so do the terms it
    /// keeps; all else is looked up anew.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="items">The items as the other layer left them.</param>
    /// <param name="result">An empty list, for the items.</param>
    public List<Item> Refine(string text, List<Token> tokens, List<Item> items, List<Item> result)
    {
        result.EnsureCapacity(tokens.Count);
        for (var i = 0; i < items.Count;)
        {
            if (Keeps(items[i]))
            {
                result.Add(items[i++]);
                continue;
            }

            var first = items[i].First;
            while (i < items.Count && !Keeps(items[i])) i++;
            Segment(text, tokens, first, items[i - 1].End, result);
        }

        return result;
    }

    private static bool Keeps(Item item) => item.Sense is not null && (item.Sense is Term term ? term.Stays : item.Sense is not IPassingSense);

    private void Segment(string text, List<Token> tokens, int first, int end, List<Item> items)
    {
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var i = first; i < end;)
        {
            ref readonly var token = ref all[i];
            if (lexicon.Begins(token.Word))
            {
                // The 2 of "10/2" belongs to what stands before it and begins no form.
                var match = lexicon.Longest(tokens, i, InsideNumber(all, i) ? i + 1 : end, out var last);
                if (match is not null)
                {
                    items.Add(new Item(i, last, Matched(match, token.Flags & ShapeOfTerm, last - i), match.Term));
                    i = last;
                    continue;
                }
            }

            items.Add(new Item(i, i + 1, plain.Of(text, token), null));
            i++;
        }
    }

    private static bool InsideNumber(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Is(TokenFlags.Number | TokenFlags.Glued) && at >= 2 && tokens[at - 1].Is(TokenFlags.Mark | TokenFlags.Glued) && tokens[at - 2].Is(TokenFlags.Number);

    private int Matched(Lexicon.Match match, TokenFlags flags, int length)
    {
        if (length > 1) flags &= ~TokenFlags.Word;
        ref var signature = ref match.Signature(flags);
        if (signature == 0) signature = 1 + Intern(match, flags);
        return signature - 1;
    }

    private int Intern(Lexicon.Match match, TokenFlags flags)
    {
        var set = new List<int>([.. match.Labels]);
        PlainSignatures.Shape(labels, flags, set);
        if (match.Term is not null) set.Add(labels.Add("term"));
        return signatures.Intern(set);
    }
}
