using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>What the tokens of a text are by themselves, whatever layer looks at them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Sightings">By token what begins there (see <see cref="FormFinder"/>).</param>
internal readonly record struct TokenSigns(string Text, List<Token> Tokens, List<int> Sightings);

/// <summary>
/// Turns tokens into the items that one layer's stages see: the longest forms of its lexicon, and the words, numbers and marks
/// between them.
/// </summary>
public sealed class Segmenter
{
    private readonly FormFinder forms;
    private readonly int layer;

    /// <summary>Makes the segmenter of a layer.</summary>
    internal Segmenter(FormFinder forms, int layer) => (this.forms, this.layer) = (forms, layer);

    /// <summary>The items of a text, in order; every token belongs to exactly one.</summary>
    /// <param name="signs">What its tokens are by themselves.</param>
    /// <param name="result">An empty list, for the items.</param>
    internal List<Item> Segment(TokenSigns signs, List<Item> result)
    {
        CollectionsMarshal.SetCount(result, signs.Tokens.Count);
        var count = Segment(signs, 0, signs.Tokens.Count, CollectionsMarshal.AsSpan(result), 0);
        CollectionsMarshal.SetCount(result, count);
        return result;
    }

    /// <summary>
    /// The items of a text as this layer sees them after another: what that one's stages found stays, and so do the terms it
    /// keeps; all else is looked up anew.
    /// </summary>
    /// <param name="signs">What its tokens are by themselves.</param>
    /// <param name="items">The items as the other layer left them.</param>
    /// <param name="result">An empty list, for the items.</param>
    internal List<Item> Refine(TokenSigns signs, List<Item> items, List<Item> result)
    {
        CollectionsMarshal.SetCount(result, signs.Tokens.Count);
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
            count = Segment(signs, first, from[i - 1].End, to, count);
        }

        CollectionsMarshal.SetCount(result, count);
        return result;
    }

    private static bool Keeps(object? sense) => sense is not null && (sense is Term term ? term.Stays : sense is not IPassingSense);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Segment(TokenSigns signs, int first, int end, Span<Item> items, int count)
    {
        var tokens = CollectionsMarshal.AsSpan(signs.Tokens);
        var sightings = CollectionsMarshal.AsSpan(signs.Sightings);
        for (var i = first; i < end;)
        {
            var (term, signature, length) = forms.See(sightings[i], layer);
            if (i + length > end) (term, signature, length) = forms.See(signs.Text, signs.Tokens, i, layer, end);
            items[count++] = new Item(i, i + length, signature, term) { Sentence = tokens[i].Sentence };
            i += length;
        }

        return count;
    }
}
