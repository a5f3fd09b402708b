namespace Readout.Reading.Packs;

/// <summary>
/// A trie over the numbers of words, for the forms of all layers. It grows while a pack loads; then it is laid out so that going on
/// from a node looks at a few neighbouring numbers only. The node of a first word has the word's own number.
/// </summary>
internal sealed class FormTrie
{
    private const int Few = 8;

    // While it grows: (node, word) to node.
    private Dictionary<long, int> edges = [];
    private int count = 1;

    // Once it is laid out: of each node its last word, the node before, and where its children stand, in order of their words.
    private int[] words = [];
    private int[] parents = [];
    private Node[] nodes = [];

    /// <summary>The node of no word.</summary>
    public const int Root = 0;

    /// <summary>How many nodes there are.</summary>
    public int Count => nodes.Length;

    /// <summary>The node that a word leads to while the trie grows; made where there is none.</summary>
    public int Grow(int node, int word)
    {
        var key = ((long)node << 32) | (uint)word;
        if (!edges.TryGetValue(key, out var next)) edges.Add(key, next = count++);
        return next;
    }

    /// <summary>Lays the trie out; it cannot grow any more.</summary>
    /// <param name="vocabulary">How many words there are.</param>
    /// <returns>The new number of every node; a parent's is smaller than its children's.</returns>
    public int[] Seal(int vocabulary)
    {
        var renumbered = new int[count];
        var byParent = new long[edges.Count];
        var targets = new int[edges.Count];
        edges.Keys.CopyTo(byParent, 0);
        edges.Values.CopyTo(targets, 0);
        edges = [];
        Array.Sort(byParent, targets);
        var next = Math.Max(1, vocabulary);
        for (var e = 0; e < byParent.Length; e++) renumbered[targets[e]] = byParent[e] >> 32 == Root ? (int)byParent[e] : next++;
        nodes = new Node[next];
        words = new int[next];
        parents = new int[next];
        for (var e = 0; e < byParent.Length; e++)
        {
            var (parent, node, word) = (renumbered[(int)(byParent[e] >> 32)], renumbered[targets[e]], (int)byParent[e]);
            words[node] = word;
            parents[node] = parent;
            if (parent == Root) continue;
            ref var above = ref nodes[parent];
            if (above.Children++ == 0) above.First = node;
            above.Words |= 1UL << word;
        }

        return renumbered;
    }

    /// <summary>The node of a first word, or 0.</summary>
    public int Begin(int word) => (uint)word < (uint)nodes.Length && parents[word] == Root ? word : Root;

    /// <summary>The node before, or 0.</summary>
    public int Parent(int node) => parents[node];

    /// <summary>A node.</summary>
    public ref Node At(int node) => ref nodes[node];

    /// <summary>The node after another word, or 0.</summary>
    public int Next(int node, int word) => Next(nodes[node], word);

    /// <summary>The node after another word, or 0.</summary>
    public int Next(in Node here, int word) => (here.Words >> word & 1) == 0 ? Root : Child(here, word);

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

    /// <summary>A node, with what is known of the words that lead to it: side by side, as it is all asked for at once.</summary>
    internal struct Node
    {
        /// <summary>A bit tells that some child's word ends in these six bits: most words are no child's.</summary>
        public ulong Words;

        /// <summary>The first child.</summary>
        public int First;

        /// <summary>How many children there are.</summary>
        public int Children;

        /// <summary>What was seen here (see <see cref="FormFinder"/>); 0 where nothing was.</summary>
        public int Sighting;

        /// <summary>What was seen here before that: words look one way within a sentence, and another at its head.</summary>
        public int Earlier;

        /// <summary>How the words of <see cref="Sighting"/> looked.</summary>
        public ushort Look;

        /// <summary>How the words of <see cref="Earlier"/> looked.</summary>
        public ushort EarlierLook;

        /// <summary>The capitals that forms up to here ask for.</summary>
        public byte Capitals;

        /// <summary>Whether a form of some layer ends here.</summary>
        public bool Ends;
    }
}
