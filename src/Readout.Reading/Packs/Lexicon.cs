using System.Runtime.InteropServices;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// The forms that one layer knows, each with its senses. Finding the longest form at a place takes time in the length of that form only.
/// </summary>
public sealed class Lexicon
{
    private const int MostSenses = 62;

    /// <summary>The most words, numbers and marks that a form may have.</summary>
    internal const int LongestForm = 255;

    private readonly Vocabulary vocabulary;
    private readonly LabelTable labels;
    private readonly Tokenizer tokenizer;
    private readonly FormTrie trie;
    private readonly string[] keep;

    // By node as the trie grows.
    private readonly Dictionary<int, List<Entry>> entries = [];

    // By node; null where no form ends.
    private Forms?[] forms = [];

    /// <summary>Makes a lexicon of its own.</summary>
    /// <param name="vocabulary">The words.</param>
    /// <param name="labels">The labels.</param>
    public Lexicon(Vocabulary vocabulary, LabelTable labels)
        : this(vocabulary, labels, new FormTrie())
    {
    }

    /// <summary>Makes a lexicon that shares a trie with those of other layers.</summary>
    /// <param name="vocabulary">The words.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="trie">The trie.</param>
    /// <param name="keep">Classes of terms that later layers leave as they are.</param>
    internal Lexicon(Vocabulary vocabulary, LabelTable labels, FormTrie trie, params string[] keep)
    {
        (this.vocabulary, this.labels, this.trie, this.keep) = (vocabulary, labels, trie, keep);
        tokenizer = new Tokenizer(vocabulary);
    }

    /// <summary>Adds a sense of a form.</summary>
    public void Add(TermSense sense)
    {
        var (list, capitals) = At(sense.Form);
        list.Add(new Entry(sense, capitals));
    }

    /// <summary>Adds a form that a rule writes out as a literal.</summary>
    public void AddLiteral(string form)
    {
        var (list, _) = At(form);
        var label = "=" + form;
        if (!list.Exists(e => e.Literal == label)) list.Add(new Entry(null, 0, label));
    }

    /// <summary>Call once when all forms are in, of a lexicon of its own.</summary>
    public void Seal() => Seal(trie.Seal(vocabulary.Count));

    /// <summary>Call once when all forms of all lexicons that share the trie are in.</summary>
    /// <param name="renumbered">The numbers of the nodes once it was laid out.</param>
    internal void Seal(int[] renumbered)
    {
        forms = new Forms?[trie.Count];
        foreach (var (was, list) in entries)
        {
            if (list.Count > MostSenses) throw new PackException($"the form '{list[0].Sense?.Form}' has {list.Count} senses; {MostSenses} is the limit");
            forms[renumbered[was]] = new Forms([.. list]);
        }

        entries.Clear();
    }

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
            if (At(node, capitals) is { } match) (best, end) = (match, i);
            if (i >= limit) break;
            ref readonly var token = ref text[i];
            if (token.Word == 0 || token.Sentence != first.Sentence) break;
            node = trie.Next(node, token.Word);
            if (token.Is(TokenFlags.Capital) && i - at < 64) capitals |= 1UL << (i - at);
        }

        return best;
    }

    /// <summary>The form that ends at a node, where one of its senses fits words with capitals at these places.</summary>
    internal Match? At(int node, ulong capitals) => forms[node] is { } here ? Fitting(here, capitals) : null;

    /// <summary>The capitals that senses of the form at a node ask for; null where no form ends there.</summary>
    internal ulong? Capitals(int node) => forms[node]?.Entries.Aggregate(0UL, (all, e) => all | e.Capitals);

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

    private (List<Entry> Entries, ulong Capitals) At(string form)
    {
        var (node, capitals, position) = (FormTrie.Root, 0UL, 0);
        foreach (var (start, end) in Words(form))
        {
            var word = form.AsSpan(start, end - start);
            node = trie.Grow(node, vocabulary.Add(word));
            if (char.IsUpper(word[0]) && position < 64) capitals |= 1UL << position;
            position++;
        }

        // Long names are often written with fewer capitals than they have: the first one is enough.
        if (position > 2) capitals &= 1;
        if (node == FormTrie.Root) throw new PackException($"the form '{form}' is empty");
        if (position > LongestForm) throw new PackException($"the form '{form[..40]}…' has {position} words and marks; {LongestForm} is the limit");
        if (!entries.TryGetValue(node, out var list)) entries.Add(node, list = []);
        return (list, capitals);
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
        /// <summary>The labels of its fitting senses.</summary>
        public ReadOnlySpan<int> Labels => labels;

        /// <summary>Its senses; null where it is only a literal of some rule.</summary>
        public Term? Term => term;
    }

    private readonly record struct Entry(TermSense? Sense, ulong Capitals, string? Literal = null);
}
