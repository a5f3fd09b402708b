using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// The forms of a language as one trie over words. Finding the longest form at a place takes time in the length of that form only.
/// </summary>
/// <param name="vocabulary">The words.</param>
/// <param name="labels">The labels.</param>
/// <param name="keep">Classes of terms that later layers leave as they are.</param>
public sealed class Lexicon(Vocabulary vocabulary, LabelTable labels, params string[] keep)
{
    private const int MostSenses = 62;
    private readonly Tokenizer tokenizer = new(vocabulary);
    private readonly FormTrie trie = new();
    private readonly List<List<Entry>> entries = [[]];

    // By node; null where no form ends.
    private Forms?[] forms = [];

    /// <summary>Adds a sense of a form.</summary>
    public void Add(TermSense sense)
    {
        var (node, capitals) = Node(sense.Form);
        entries[node].Add(new Entry(sense, capitals));
    }

    /// <summary>Adds a form that a rule writes out as a literal.</summary>
    public void AddLiteral(string form)
    {
        var (node, _) = Node(form);
        var label = "=" + form;
        if (!entries[node].Exists(e => e.Literal == label)) entries[node].Add(new Entry(null, 0, label));
    }

    /// <summary>Call once when all forms are in.</summary>
    public void Seal()
    {
        forms = new Forms?[entries.Count];
        foreach (var (was, node) in trie.Seal(vocabulary.Count).Index())
        {
            var list = entries[was];
            if (list.Count > MostSenses) throw new PackException($"the form '{list[0].Sense?.Form}' has {list.Count} senses; {MostSenses} is the limit");
            if (list.Count > 0) forms[node] = new Forms([.. list]);
        }

        entries.Clear();
    }

    /// <summary>Whether any form begins with a word.</summary>
    public bool Begins(int word) => trie.Begins(word);

    /// <summary>The longest form that starts at a token and ends before another, or null.</summary>
    public Match? Longest(List<Token> tokens, int at, int limit, out int end)
    {
        end = at;
        Match? best = null;
        var text = CollectionsMarshal.AsSpan(tokens);
        ref readonly var first = ref text[at];
        // The 2 of "1/2" begins no "2 leaders".
        if (first.Is(TokenFlags.Number | TokenFlags.Glued)) return null;
        var capitals = first.Is(TokenFlags.Capital) ? 1UL : 0;
        var node = trie.Begin(first.Word);
        for (var i = at + 1; node != FormTrie.Root; i++)
        {
            if (forms[node] is { } here && Fitting(here, capitals) is { } match) (best, end) = (match, i);
            if (i >= limit || !trie.GoesOn(node)) break;
            ref readonly var token = ref text[i];
            if (token.Word == 0 || token.Sentence != first.Sentence) break;
            node = trie.Next(node, token.Word);
            if (token.Is(TokenFlags.Capital) && i - at < 64) capitals |= 1UL << (i - at);
        }

        return best;
    }

    private Match? Fitting(Forms here, ulong capitals)
    {
        var fits = here.Fits(capitals);
        if (fits == 0) return null;
        if (here.Last is { } last && here.LastFits == fits) return last;
        here.Made ??= [];
        if (!here.Made.TryGetValue(fits, out var match)) here.Made.Add(fits, match = Make(here.Entries, fits));
        (here.Last, here.LastFits) = (match, fits);
        return match;
    }

    private Match Make(Entry[] list, ulong fits)
    {
        var chosen = list.Where((_, e) => (fits & (1UL << e)) != 0).ToList();
        var senses = chosen.Where(e => e.Sense is not null).Select(e => e.Sense!).ToList();
        return new Match(
            [.. chosen.SelectMany(LabelsOf).Distinct()],
            senses.Count == 0 ? null : new Term([.. senses]) { Stays = senses.Exists(s => keep.Contains(s.Class)) });
    }

    private IEnumerable<int> LabelsOf(Entry entry)
    {
        if (entry.Literal is not null)
        {
            yield return labels.Find(entry.Literal);
            yield break;
        }

        yield return labels.Add(entry.Sense!.Class);
        yield return labels.Add(entry.Sense.Class + ":" + entry.Sense.Value);
    }

    private (int Node, ulong Capitals) Node(string form)
    {
        var (node, capitals, position) = (0, 0UL, 0);
        foreach (var (start, end) in Words(form))
        {
            var word = form.AsSpan(start, end - start);
            var number = vocabulary.Add(word);
            var next = trie.Grow(node, number);
            if (next == entries.Count) entries.Add([]);
            if (char.IsUpper(word[0]) && position < 64) capitals |= 1UL << position;
            position++;
            node = next;
        }

        // Long names are often written with fewer capitals than they have: the first one is enough.
        if (position > 2) capitals &= 1;
        if (node == 0) throw new PackException($"the form '{form}' is empty");
        return (node, capitals);
    }

    private IEnumerable<(int Start, int End)> Words(string form)
    {
        foreach (var token in tokenizer.Tokenize(form)) yield return (token.Start, token.End);
    }

    /// <summary>The senses of one form.</summary>
    private sealed class Forms(Entry[] entries)
    {
        private readonly bool asksCapitals = Array.Exists(entries, e => e.Capitals != 0);

        public Entry[] Entries => entries;

        // One for each way of writing it that has been seen.
        public Dictionary<ulong, Match>? Made { get; set; }

        public Match? Last { get; set; }

        public ulong LastFits { get; set; }

        /// <summary>The senses, as bits, that fit words with capitals at these places.</summary>
        public ulong Fits(ulong capitals)
        {
            if (!asksCapitals) return (1UL << entries.Length) - 1;
            var fits = 0UL;
            for (var e = 0; e < entries.Length; e++)
            {
                if ((entries[e].Capitals & ~capitals) == 0) fits |= 1UL << e;
            }

            return fits;
        }
    }

    /// <summary>A form found in a text. There is one for each form and way of writing it.</summary>
    /// <param name="labels">The labels of its fitting senses.</param>
    /// <param name="term">Its senses; null where it is only a literal of some rule.</param>
    public sealed class Match(int[] labels, Term? term)
    {
        private Signatures signatures;

        /// <summary>The labels of its fitting senses.</summary>
        public ReadOnlySpan<int> Labels => labels;

        /// <summary>Its senses; null where it is only a literal of some rule.</summary>
        public Term? Term => term;

        /// <summary>A place to keep the signature of an item of this form and look; 0 at first.</summary>
        internal ref int Signature(TokenFlags flags) => ref signatures[((int)flags & 1) | ((int)flags >> 3)];

        // Word is the lowest flag; what else a form's look may be stands from the fifth on. Part of the object: it is read for every item.
        [InlineArray((int)TokenFlags.Opening >> 2)]
        private struct Signatures
        {
            private int first;
        }
    }

    private readonly record struct Entry(TermSense? Sense, ulong Capitals, string? Literal = null);
}
