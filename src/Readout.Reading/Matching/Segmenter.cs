using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>What the tokens of a text are by themselves, whatever layer looks at them.</summary>
/// <param name="Sightings">By token the forms that begin there (see <see cref="FormFinder"/>).</param>
/// <param name="Plain">By token its signature where no form begins.</param>
internal readonly record struct TokenSigns(List<int> Sightings, List<int> Plain);

/// <summary>
/// Turns tokens into the items that one layer's stages see: the longest forms of its lexicon, and the words, numbers and marks
/// between them.
/// </summary>
public sealed class Segmenter
{
    private const TokenFlags ShapeOfTerm = TokenFlags.Word | TokenFlags.Glued | TokenFlags.Capital | TokenFlags.Opening;
    private readonly Lexicon lexicon;
    private readonly FormFinder forms;
    private readonly int layer;
    private readonly LabelTable labels;
    private readonly SignatureTable signatures;

    /// <summary>Makes the segmenter of a layer.</summary>
    internal Segmenter(Lexicon lexicon, FormFinder forms, int layer, LabelTable labels, SignatureTable signatures) =>
        (this.lexicon, this.forms, this.layer, this.labels, this.signatures) = (lexicon, forms, layer, labels, signatures);

    /// <summary>The items of a text, in order; every token belongs to exactly one.</summary>
    /// <param name="signs">What its tokens are by themselves.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="result">An empty list, for the items.</param>
    internal List<Item> Segment(TokenSigns signs, List<Token> tokens, List<Item> result)
    {
        CollectionsMarshal.SetCount(result, tokens.Count);
        var count = Segment(signs, tokens, 0, tokens.Count, CollectionsMarshal.AsSpan(result), 0);
        CollectionsMarshal.SetCount(result, count);
        return result;
    }

    /// <summary>
    /// The items of a text as this layer sees them after another: what that one's stages found stays, and so do the terms it
    /// keeps; all else is looked up anew.
    /// </summary>
    /// <param name="signs">What its tokens are by themselves.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="items">The items as the other layer left them.</param>
    /// <param name="result">An empty list, for the items.</param>
    internal List<Item> Refine(TokenSigns signs, List<Token> tokens, List<Item> items, List<Item> result)
    {
        CollectionsMarshal.SetCount(result, tokens.Count);
        var to = CollectionsMarshal.AsSpan(result);
        var from = CollectionsMarshal.AsSpan(items);
        var count = 0;
        for (var i = 0; i < from.Length;)
        {
            if (Keeps(from[i].Sense))
            {
                to[count++] = from[i++];
                continue;
            }

            var first = from[i].First;
            while (i < from.Length && !Keeps(from[i].Sense)) i++;
            count = Segment(signs, tokens, first, from[i - 1].End, to, count);
        }

        CollectionsMarshal.SetCount(result, count);
        return result;
    }

    private static bool Keeps(object? sense) => sense is not null && (sense is Term term ? term.Stays : sense is not IPassingSense);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Segment(TokenSigns signs, List<Token> tokens, int first, int end, Span<Item> items, int count)
    {
        var all = CollectionsMarshal.AsSpan(tokens);
        var sightings = CollectionsMarshal.AsSpan(signs.Sightings);
        var plain = CollectionsMarshal.AsSpan(signs.Plain);
        for (var i = first; i < end;)
        {
            if (sightings[i] is var sighting && sighting != 0)
            {
                var (match, length) = forms.See(sighting, layer);
                if (i + length > end)
                {
                    match = lexicon.Longest(tokens, i, end, out var last);
                    length = last - i;
                }

                if (match is not null)
                {
                    items[count++] = new Item(i, i + length, Matched(match, all[i].Flags & ShapeOfTerm, length), match.Term) { Sentence = all[i].Sentence };
                    i += length;
                    continue;
                }
            }

            items[count++] = new Item(i, i + 1, plain[i], null) { Sentence = all[i].Sentence };
            i++;
        }

        return count;
    }

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
        return signatures.Intern([.. set]);
    }
}
