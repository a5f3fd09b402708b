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
    internal ItemList Segment(TokenSigns signs, ItemList result)
    {
        result.Fill(Segment(signs, 0, signs.Tokens.Count, result.Room(signs.Tokens.Count), 0));
        return result;
    }

    /// <summary>
    /// The items of a text as this layer sees them after another: what that one's stages found stays, and so do the terms it
    /// keeps; all else is looked up anew.
    /// </summary>
    /// <param name="signs">What its tokens are by themselves.</param>
    /// <param name="items">The items as the other layer left them.</param>
    /// <param name="result">An empty list, for the items.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ItemList Refine(TokenSigns signs, ItemList items, ItemList result)
    {
        var to = result.Room(signs.Tokens.Count);
        var from = items.Cells;
        var count = 0;
        for (var i = 0; i < from.Length;)
        {
            if (Senses.Stays(from[i].Sense))
            {
                to[count++] = from[i++];
                continue;
            }

            var first = from[i++].First;
            while (i < from.Length && !Senses.Stays(from[i].Sense)) i++;
            count = Segment(signs, first, from[i - 1].End, to, count);
        }

        result.Fill(count);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Segment(TokenSigns signs, int first, int end, Span<ItemCell> items, int count)
    {
        var tokens = CollectionsMarshal.AsSpan(signs.Tokens)[..end];
        var sightings = CollectionsMarshal.AsSpan(signs.Sightings)[..tokens.Length];
        var seen = forms.Seen(layer);
        for (var i = first; (uint)i < (uint)sightings.Length;)
        {
            var here = seen[sightings[i]];

            // Most items are one token: the processor goes on with the next on that guess, and need not wait for the table.
            if (here.Length == 1)
            {
                items[count++] = new ItemCell(i, i + 1, here.Signature, here.Sense, tokens[i].Sentence);
                i++;
                continue;
            }

            if (i + here.Length > tokens.Length) here = forms.See(signs.Text, signs.Tokens, i, layer, end);
            items[count++] = new ItemCell(i, i + here.Length, here.Signature, here.Sense, tokens[i].Sentence);
            i += here.Length;
        }

        return count;
    }
}
