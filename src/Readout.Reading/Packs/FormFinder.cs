using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// Looks up the forms that begin at each word of a text, once for all layers: what each of them finds there has one number, a
/// sighting. Not for use by several threads at once.
/// </summary>
internal sealed class FormFinder
{
    private readonly FormTrie trie;
    private readonly Lexicon[] layers;
    private readonly Node[] nodes;
    private readonly Dictionary<(int Node, ulong Capitals), int> numbers = [];

    // Sighting by sighting what each layer sees; the first is that none sees anything.
    private Seen[] seen;
    private int count = 1;

    /// <summary>Makes it of the lexicons of all layers, once they are sealed.</summary>
    public FormFinder(FormTrie trie, IReadOnlyList<Lexicon> layers)
    {
        this.trie = trie;
        this.layers = [.. layers];
        seen = new Seen[64 * layers.Count];
        nodes = new Node[trie.Count];
        for (var node = 1; node < nodes.Length; node++)
        {
            nodes[node] = new Node { Asked = nodes[trie.Parent(node)].Asked, Number = -1 };
            foreach (var layer in layers)
            {
                if (layer.Capitals(node) is not { } capitals) continue;
                nodes[node].Ends = true;
                nodes[node].Asked |= capitals;
            }
        }
    }

    /// <summary>What a layer sees, with the number of its words; null where it sees no form.</summary>
    public ref readonly Seen See(int sighting, int layer) => ref seen[(sighting * layers.Length) + layer];

    /// <summary>Adds to an empty list the sighting at each token, 0 where no form of any layer begins.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find(List<Token> tokens, List<int> sightings)
    {
        CollectionsMarshal.SetCount(sightings, tokens.Count);
        var result = CollectionsMarshal.AsSpan(sightings);
        var text = CollectionsMarshal.AsSpan(tokens);
        for (var i = 0; i < result.Length; i++)
        {
            var node = trie.Begin(text[i].Word);
            result[i] = node == FormTrie.Root ? 0 : Longest(text, i, node);
        }
    }

    private int Longest(ReadOnlySpan<Token> text, int at, int node)
    {
        ref readonly var first = ref text[at];
        // The 2 of "1/2" begins no "2 leaders".
        if (first.Is(TokenFlags.Number | TokenFlags.Glued)) return 0;
        var capitals = first.Is(TokenFlags.Capital) ? 1UL : 0;
        var (best, here) = (FormTrie.Root, capitals);
        for (var i = at + 1; ; i++)
        {
            if (nodes[node].Ends) (best, here) = (node, capitals);
            if (i >= text.Length) break;
            ref readonly var token = ref text[i];
            node = trie.Next(node, token.Word);
            if (node == FormTrie.Root || token.Sentence != first.Sentence) break;
            if (token.Is(TokenFlags.Capital) && i - at < 64) capitals |= 1UL << (i - at);
        }

        return best == FormTrie.Root ? 0 : Number(best, here);
    }

    private int Number(int node, ulong capitals)
    {
        ref var at = ref nodes[node];
        capitals &= at.Asked;
        if (at.Number >= 0 && at.Capitals == capitals) return at.Number;
        if (!numbers.TryGetValue((node, capitals), out var number)) numbers.Add((node, capitals), number = Make(node, capitals));
        (at.Capitals, at.Number) = (capitals, number);
        return number;
    }

    private int Make(int node, ulong capitals)
    {
        var (row, any) = (count * layers.Length, false);
        if (row + layers.Length > seen.Length) Array.Resize(ref seen, seen.Length * 2);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            seen[row + layer] = Longest(layers[layer], node, capitals);
            any |= seen[row + layer].Match is not null;
        }

        return any ? count++ : 0;
    }

    private Seen Longest(Lexicon layer, int node, ulong capitals)
    {
        for (; node != FormTrie.Root; node = trie.Parent(node))
        {
            if (layer.At(node, capitals) is { } match) return new Seen(match, Depth(node));
        }

        return default;
    }

    private int Depth(int node)
    {
        var depth = 0;
        for (; node != FormTrie.Root; node = trie.Parent(node)) depth++;
        return depth;
    }

    /// <summary>The longest form that a layer sees, and how many tokens it takes.</summary>
    internal readonly record struct Seen(Lexicon.Match? Match, int Length);

    // What is known of a node: the capitals that forms up to here ask for, and what was seen here last.
    private struct Node
    {
        public ulong Asked;
        public ulong Capitals;
        public int Number;
        public bool Ends;
    }
}
