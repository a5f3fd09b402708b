namespace Readout.Reading.Packs;

/// <summary>
/// A trie over the numbers of words. It grows while a pack loads; then it is laid out so that going on from a node looks at a
/// few neighbouring numbers only.
/// </summary>
internal sealed class FormTrie
{
    private const int Few = 8;

    // While it grows: (node, word) to node.
    private Dictionary<long, int> edges = [];
    private int count = 1;

    // Once it is laid out: first nodes by word, and of each node its word and where its children stand, in order of their words.
    private int[] roots = [];
    private ulong[] begins = [];
    private int[] words = [];
    private (int First, int Count)[] children = [];

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
    /// <returns>The new number of every node.</returns>
    public int[] Seal(int vocabulary)
    {
        roots = new int[vocabulary];
        begins = new ulong[(vocabulary + 63) / 64];
        words = new int[count];
        children = new (int, int)[count];
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
            if (parent == Root)
            {
                roots[word] = node;
                begins[word >> 6] |= 1UL << word;
            }

            var (first, known) = children[parent];
            children[parent] = known == 0 ? (node, 1) : (first, known + 1);
        }

        return renumbered;
    }

    /// <summary>Whether any form begins with a word: one bit for each, so that they all stay near.</summary>
    public bool Begins(int word) => (uint)(word >> 6) < (uint)begins.Length && ((begins[word >> 6] >> word) & 1) != 0;

    /// <summary>Whether longer forms go on from a node.</summary>
    public bool GoesOn(int node) => children[node].Count > 0;

    /// <summary>The node of a first word, or 0.</summary>
    public int Begin(int word) => (uint)word < (uint)roots.Length ? roots[word] : Root;

    /// <summary>The node after another word, or 0.</summary>
    public int Next(int node, int word)
    {
        var (first, left) = children[node];
        if (left > Few)
        {
            var found = words.AsSpan(first, left).BinarySearch(word);
            return found < 0 ? Root : first + found;
        }

        for (var end = first + left; first < end; first++)
        {
            if (words[first] == word) return first;
        }

        return Root;
    }
}
