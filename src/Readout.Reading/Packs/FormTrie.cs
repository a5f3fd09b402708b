namespace Readout.Reading.Packs;

/// <summary>
/// A trie over the numbers of words, for the forms of all layers. It grows while a pack loads; then it is laid out so that going on
/// from a node looks at a few neighbouring numbers only.
/// </summary>
internal sealed class FormTrie
{
    private const int Few = 8;

    // While it grows: (node, word) to node.
    private Dictionary<long, int> edges = [];
    private int count = 1;

    // Once it is laid out: first nodes by word, and of each node its word and where its children stand, in order of their words.
    private int[] roots = [];
    private int[] words = [];
    private Node[] nodes = [];

    /// <summary>The node of no word.</summary>
    public const int Root = 0;

    /// <summary>How many nodes there are.</summary>
    public int Count => count;

    /// <summary>The node that a word leads to while the trie grows; made where there is none.</summary>
    public int Grow(int node, int word)
    {
        var key = ((long)node << 32) | (uint)word;
        if (!edges.TryGetValue(key, out var next)) edges.Add(key, next = count++);
        return next;
    }

    /// <summary>Lays the trie out; it cannot grow any more.</summary>
    /// <returns>The new number of every node; a parent's is smaller than its children's.</returns>
    public int[] Seal(int vocabulary)
    {
        roots = new int[vocabulary];
        words = new int[count];
        nodes = new Node[count];
        var renumbered = new int[count];
        var byParent = new long[edges.Count];
        var targets = new int[edges.Count];
        edges.Keys.CopyTo(byParent, 0);
        edges.Values.CopyTo(targets, 0);
        edges = [];
        Array.Sort(byParent, targets);
        var next = 1;
        for (var e = 0; e < byParent.Length; e++) renumbered[targets[e]] = next++;
        for (var e = 0; e < byParent.Length; e++)
        {
            var (parent, node, word) = (renumbered[(int)(byParent[e] >> 32)], renumbered[targets[e]], (int)byParent[e]);
            words[node] = word;
            nodes[node].Parent = parent;
            if (parent == Root)
            {
                roots[word] = node;
                continue;
            }

            ref var above = ref nodes[parent];
            if (above.Children++ == 0) above.First = node;
            above.Words |= 1UL << word;
        }

        return renumbered;
    }

    /// <summary>The node of a first word, or 0.</summary>
    public int Begin(int word) => (uint)word < (uint)roots.Length ? roots[word] : Root;

    /// <summary>The node before, or 0.</summary>
    public int Parent(int node) => nodes[node].Parent;

    /// <summary>The node after another word, or 0.</summary>
    public int Next(int node, int word)
    {
        ref readonly var here = ref nodes[node];
        return (here.Words >> word & 1) == 0 ? Root : Child(here, word);
    }

    private int Child(in Node here, int word)
    {
        if (here.Children > Few)
        {
            var found = words.AsSpan(here.First, here.Children).BinarySearch(word);
            return found < 0 ? Root : here.First + found;
        }

        var end = here.First + here.Children;
        for (var child = here.First; child < end; child++)
        {
            if (words[child] == word) return child;
        }

        return Root;
    }

    /// <summary>A node. A bit of <see cref="Words"/> tells that some child's word ends in these six bits: most words are no child's.</summary>
    private struct Node
    {
        public ulong Words;
        public int First;
        public int Children;
        public int Parent;
    }
}
