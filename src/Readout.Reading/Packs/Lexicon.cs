using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// The forms of a language as one trie over words. Finding the longest form at a place takes time in the length of that form only.
/// </summary>
public sealed class Lexicon(Vocabulary vocabulary, LabelTable labels)
{
    private readonly Tokenizer tokenizer = new(vocabulary);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<Entry>> entries = [[]];
    private readonly Dictionary<(int Node, ulong Fits), Match> matches = [];
    private int[] roots = [];

    // What each node has: no form, a form that fits however it is written, or one that asks for capitals.
    private Ends[] ends = [];
    private Match?[] always = [];
    private bool[] goesOn = [];

    private enum Ends : byte
    {
        Nowhere,
        Always,
        ByCapitals,
    }

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
        roots = new int[vocabulary.Count];
        for (var w = 1; w < roots.Length; w++) roots[w] = edges.GetValueOrDefault(w, -1);
        always = new Match?[entries.Count];
        ends = [.. entries.Select(l => l.Count == 0 ? Ends.Nowhere : l.Exists(e => e.Capitals != 0) ? Ends.ByCapitals : Ends.Always)];
        goesOn = new bool[entries.Count];
        foreach (var edge in edges.Keys) goesOn[(int)(edge >> 32)] = true;
        foreach (var list in entries)
        {
            if (list.Count > 62) throw new PackException($"the form '{list[0].Sense?.Form}' has {list.Count} senses; 62 is the limit");
        }
    }

    /// <summary>The longest form that starts at a token and ends before another, or null.</summary>
    public Match? Longest(List<Token> tokens, int at, int limit, out int end)
    {
        end = at;
        Match? best = null;
        // The 2 of "1/2" begins no "2 leaders".
        if (tokens[at].Is(TokenFlags.Number | TokenFlags.Glued)) return null;
        var word = tokens[at].Word;
        var node = word > 0 && word < roots.Length ? roots[word] : -1;
        for (var i = at; node > 0;)
        {
            i++;
            if (ends[node] != Ends.Nowhere)
            {
                var match = ends[node] == Ends.Always ? always[node] ??= Fitting(tokens, at, node) : Fitting(tokens, at, node);
                if (match is not null) (best, end) = (match, i);
            }

            if (!goesOn[node] || i >= limit || tokens[i].Word == 0 || tokens[i].Sentence != tokens[at].Sentence) break;
            node = edges.GetValueOrDefault(((long)node << 32) | (uint)tokens[i].Word, -1);
        }

        return best;
    }

    private Match? Fitting(List<Token> tokens, int at, int node)
    {
        ulong fits = 0;
        var list = entries[node];
        for (var e = 0; e < list.Count; e++)
        {
            var fit = true;
            for (var (capitals, i) = (list[e].Capitals, at); capitals != 0 && fit; capitals >>= 1, i++)
            {
                if ((capitals & 1) != 0 && !tokens[i].Is(TokenFlags.Capital)) fit = false;
            }

            if (fit) fits |= 1UL << e;
        }

        if (fits == 0) return null;
        if (matches.TryGetValue((node, fits), out var match)) return match;
        var chosen = list.Where((_, e) => (fits & (1UL << e)) != 0).ToList();
        var senses = chosen.Where(e => e.Sense is not null).Select(e => e.Sense!).ToList();
        match = new Match(
            [.. chosen.SelectMany(LabelsOf).Distinct()],
            senses.Count == 0 ? null : new Term([.. senses]));
        matches.Add((node, fits), match);
        return match;
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
            var key = ((long)node << 32) | (uint)number;
            if (!edges.TryGetValue(key, out var next))
            {
                entries.Add([]);
                edges.Add(key, next = entries.Count - 1);
            }

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

    /// <summary>A form found in a text. There is one for each form and way of writing it.</summary>
    /// <param name="labels">The labels of its fitting senses.</param>
    /// <param name="term">Its senses; null where it is only a literal of some rule.</param>
    public sealed class Match(int[] labels, Term? term)
    {
        private readonly int[] signatures = new int[(int)TokenFlags.Opening * 2];

        /// <summary>The labels of its fitting senses.</summary>
        public ReadOnlySpan<int> Labels => labels;

        /// <summary>Its senses; null where it is only a literal of some rule.</summary>
        public Term? Term => term;

        /// <summary>A place to keep the signature of an item of this form and look; 0 at first.</summary>
        internal ref int Signature(TokenFlags flags) => ref signatures[(int)flags];
    }

    private readonly record struct Entry(TermSense? Sense, ulong Capitals, string? Literal = null);
}
