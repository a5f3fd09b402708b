using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// Looks up the forms that begin at each token of a text, once for all layers: what each of them sees there has one number, a
/// sighting. The same words that look the same are the same sighting. Not for use by several threads at once.
/// </summary>
internal sealed class FormFinder
{
    private const TokenFlags ShapeOfTerm = TokenFlags.Word | TokenFlags.Glued | TokenFlags.Capital | TokenFlags.Opening;

    // Forms of more than two words ask for their first capital only (see Lexicon).
    private const int MostCapitals = 2;
    private readonly FormTrie trie;
    private readonly Lexicon[] layers;
    private readonly PlainSignatures plain;
    private readonly LabelTable labels;
    private readonly SignatureTable signatures;

    // By node, look, and for numbers the signature, plus one.
    private readonly Dictionary<(int Node, int Look, int Plain), int> numbers = [];

    private readonly Dictionary<Term, int> termNumbers = new(ReferenceEqualityComparer.Instance);

    // Sightings of words that no pack knows, by their look.
    private readonly int[] unknown = new int[(int)TokenFlags.Opening * 2];

    // Layer by layer what it sees at each sighting; the first is none.
    private readonly Sight[][] seen;
    private int count = 1;

    /// <summary>Makes it of the lexicons of all layers, once they are sealed.</summary>
    public FormFinder(FormTrie trie, IReadOnlyList<Lexicon> layers, PlainSignatures plain, LabelTable labels, SignatureTable signatures)
    {
        (this.trie, this.layers, this.plain, this.labels, this.signatures) = (trie, [.. layers], plain, labels, signatures);
        seen = [.. layers.Select(_ => new Sight[1024])];
        for (var node = 1; node < trie.Count; node++)
        {
            ref var at = ref trie.At(node);
            at.Capitals = trie.At(trie.Parent(node)).Capitals;
            foreach (var layer in layers)
            {
                if (layer.Capitals(node) is not { } capitals) continue;
                at.Ends = true;
                at.Capitals |= (byte)capitals;
            }
        }
    }

    /// <summary>The terms seen so far, by the place that their numbers tell (see <see cref="Senses"/>).</summary>
    public List<Term> Terms { get; } = [];

    /// <summary>By sighting what a layer sees; it may be cut off by what stands after it.</summary>
    public ReadOnlySpan<Sight> Seen(int layer) => seen[layer];

    /// <summary>What a layer sees at a token where only so many tokens are left to it.</summary>
    public Sight See(string text, List<Token> tokens, int at, int layer, int end)
    {
        var match = layers[layer].Longest(tokens, at, end, out var last);
        return match is null ? new Sight(plain.Of(text, tokens[at]), 1, 0) : Of(match, last - at, tokens[at].Flags);
    }

    /// <summary>Adds to an empty list the sighting at each token.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find(string text, List<Token> tokens, List<int> sightings)
    {
        CollectionsMarshal.SetCount(sightings, tokens.Count);
        var result = CollectionsMarshal.AsSpan(sightings);
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var i = 0; i < result.Length; i++)
        {
            ref readonly var token = ref all[i];
            result[i] = (token.Flags & TokenFlags.Number) != 0 ? Number(text, all, i) : token.Word == 0 ? Unknown(text, token) : Longest(text, all, i);
        }
    }

    private int Unknown(string text, in Token token)
    {
        ref var number = ref unknown[(int)token.Flags];
        if (number == 0) number = Make(FormTrie.Root, 0, token.Flags, plain.Of(text, token));
        return number;
    }

    private int Longest(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var (node, capitals) = Walk(tokens, at);
        ref var here = ref trie.At(node);
        capitals &= here.Capitals;
        var look = (ushort)((capitals << 8) | (int)tokens[at].Flags);
        if (here.Look == look && here.Sighting != 0) return here.Sighting;
        if (here.EarlierLook == look && here.Earlier != 0) return here.Earlier;
        (here.Earlier, here.EarlierLook, here.Look) = (here.Sighting, here.Look, look);
        if (!numbers.TryGetValue((node, look, 0), out var number)) numbers.Add((node, look, 0), number = Make(node, capitals, tokens[at].Flags, plain.Of(text, tokens[at])));
        return here.Sighting = number;
    }

    // Numbers look like what they count.
    private int Number(string text, ReadOnlySpan<Token> tokens, int at)
    {
        // The 2 of "1/2" begins no "2 leaders".
        var (node, capitals) = tokens[at].Word == 0 || tokens[at].Is(TokenFlags.Glued) ? (FormTrie.Root, 0) : Walk(tokens, at);
        capitals &= trie.At(node).Capitals;
        var signature = plain.Of(text, tokens[at]);
        var key = (node, (capitals << 8) | (int)tokens[at].Flags, signature + 1);
        if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = Make(node, capitals, tokens[at].Flags, signature));
        return number;
    }

    // The node of the longest form of any layer, or of the first word; and the first capitals.
    private (int Node, int Capitals) Walk(ReadOnlySpan<Token> tokens, int at)
    {
        ref readonly var first = ref tokens[at];
        var capitals = first.Is(TokenFlags.Capital) ? 1 : 0;
        var best = first.Word;
        ref readonly var here = ref trie.At(best);
        for (var i = at + 1; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var node = trie.Next(here, token.Word);
            if (node == FormTrie.Root || token.Sentence != first.Sentence) break;
            if (token.Is(TokenFlags.Capital) && i - at < MostCapitals) capitals |= 1 << (i - at);
            here = ref trie.At(node);
            if (here.Ends) best = node;
        }

        return (best, capitals);
    }

    private int Make(int node, int capitals, TokenFlags flags, int signature)
    {
        for (var layer = 0; layer < layers.Length; layer++)
        {
            if (count == seen[layer].Length) Array.Resize(ref seen[layer], count * 2);
            seen[layer][count] = Longest(layers[layer], node, capitals) is var (match, length) && match is not null ? Of(match, length, flags) : new Sight(signature, 1, 0);
        }

        return count++;
    }

    private (Lexicon.Match? Match, int Length) Longest(Lexicon layer, int node, int capitals)
    {
        for (; node != FormTrie.Root; node = trie.Parent(node))
        {
            if (layer.At(node, (ulong)capitals) is not { } match) continue;
            var length = 0;
            for (; node != FormTrie.Root; node = trie.Parent(node)) length++;
            return (match, length);
        }

        return default;
    }

    private Sight Of(Lexicon.Match match, int length, TokenFlags flags)
    {
        flags &= length > 1 ? ShapeOfTerm & ~TokenFlags.Word : ShapeOfTerm;
        var set = new List<int>([.. match.Labels]);
        PlainSignatures.Shape(labels, flags, set);
        if (match.Term is not null) set.Add(labels.Add("term"));
        return new Sight(signatures.Intern([.. set]), length, match.Term is { } term ? Number(term) : 0);
    }

    private int Number(Term term)
    {
        if (!termNumbers.TryGetValue(term, out var number))
        {
            termNumbers.Add(term, number = Senses.NumberOf(Terms.Count, term));
            Terms.Add(term);
        }

        return number;
    }

    /// <summary>The item that a layer sees at a token: small, as there is one for every way that every word looks.</summary>
    internal readonly struct Sight
    {
        private const int LengthBits = 8;
        private readonly int packed;

        /// <summary>Makes one.</summary>
        /// <param name="signature">Its signature.</param>
        /// <param name="length">How many tokens it takes; at most <see cref="Lexicon.LongestForm"/>.</param>
        /// <param name="sense">Number of its term among <see cref="Senses"/>; 0 for a plain word, number or mark, and for the literal of a rule.</param>
        public Sight(int signature, int length, int sense) => (packed, Sense) = ((signature << LengthBits) | length, sense);

        /// <summary>Its signature.</summary>
        public int Signature => packed >> LengthBits;

        /// <summary>How many tokens it takes.</summary>
        public int Length => packed & ((1 << LengthBits) - 1);

        /// <summary>Number of its term among <see cref="Senses"/>; 0 where it has none.</summary>
        public int Sense { get; }
    }
}
