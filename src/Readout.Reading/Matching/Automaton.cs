using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Readout.Reading.Matching;

/// <summary>
/// All patterns of one stage as one automaton (Thompson 1968), run as a deterministic one that is built as it is needed.
/// Every pattern has a longest match, so a run over a text takes time linear in its length whatever the text.
/// Not for use by several threads at once.
/// </summary>
public sealed class Automaton
{
    // Past these sizes the deterministic automaton is forgotten and built anew: memory stays bounded on hostile text.
    private const int MostStates = 16_000;
    private const int MostCells = 8_000_000;

    // What a cell holds: the way is not yet known, there is none, or twice the number of a state, and one if it accepts.
    private const short Unknown = 0;
    private const short None = 1;
    private const int Start = 0;
    private const int Stagger = 32;
    private const int Common = 64;

    private readonly Nfa nfa;
    private readonly bool longest;
    private readonly Dictionary<string, short> numbers = new(StringComparer.Ordinal);
    private readonly List<State> states = [];

    // State by state where the patterns complete there stand in the list after it.
    private readonly List<(int From, int Count)> accepting = [];
    private readonly List<int> accepts = [];

    // State by state the way on by class of item; the first, of no class, is never known. The rows are a little longer than a power of
    // two, since the cache has few places for what stands a power of two apart.
    private short[] ways = [];
    private int row = 64 + Stagger;

    // By state where most of the common classes lead: few ways are then looked up in the table, which no cache can hold.
    private Lead[] leads = [];

    // The way on from the start by signature: most items begin no match, and this tells it at once.
    private short[] first = [];

    // One bit for each signature with which no match begins, as far as it is known.
    private ulong[] never = [];

    /// <summary>Compiles patterns; a pattern's number is its place in the list.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="signatures">The signatures of the items it will see.</param>
    /// <param name="longest">Whether of each pattern the longest match at a place counts, else the shortest.</param>
    public Automaton(IReadOnlyList<Pattern> patterns, SignatureTable signatures, bool longest)
    {
        (nfa, this.longest) = (new Nfa(patterns, signatures), longest);
        Forget();
    }

    /// <summary>What a match that a run found captured.</summary>
    internal Captures Capture(int pattern, ReadOnlySpan<ItemCell> text, int from, int end)
    {
        var captures = nfa.Capture(pattern, text, from, end, out var steps);
        Steps += steps;
        return captures;
    }

    /// <summary>Items looked at so far, in runs and in the walks for captures: what a text costs, whatever the machine.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// Goes on to the next item where a pattern matches, and notes for each pattern the longest, or the shortest, match that starts
    /// there. Matches stay within a sentence.
    /// </summary>
    /// <param name="text">The items of the text.</param>
    /// <param name="from">Where to start looking.</param>
    /// <param name="found">Receives (pattern, end) for each pattern that matches; cleared first.</param>
    /// <returns>Where the matches start; the number of items where there are none.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal int Scan(ReadOnlySpan<ItemCell> text, int from, List<(int Pattern, int End)> found)
    {
        found.Clear();

        // Walks for captures may have met new classes.
        while (nfa.Classes.Count >= row) Widen();
        var (known, table, width, none, heads) = (nfa.Classes.Known, ways, row, never, leads);
        var steps = 0L;
        for (; from < text.Length; from++)
        {
            // Most items begin no match.
            var signature = text[from].Signature;
            var word = signature >> 6;
            if ((uint)word < (uint)none.Length && ((none[word] >> signature) & 1) != 0) continue;
            var way = (uint)signature < (uint)first.Length ? first[signature] : Unknown;
            if (way <= None)
            {
                if (way == Unknown) way = LearnFirst(signature);
                (known, table, width, none, heads) = (nfa.Classes.Known, ways, row, never, leads);
                if (way == None) continue;
            }

            var sentence = text[from].Sentence;
            var i = from + 1;
            while (true)
            {
                if ((way & 1) != 0) Accept(way >> 1, i, found);
                if (i >= text.Length || text[i].Sentence != sentence) break;
                signature = text[i].Signature;
                var number = (uint)signature < (uint)known.Length ? known[signature] : 0;
                ref readonly var lead = ref heads[way >> 1];
                var next = lead.Default;
                if (number >= Common || (lead.Others >> number & 1) != 0)
                {
                    next = table[((way >> 1) * width) + number];
                    if (next == Unknown)
                    {
                        next = Learn(way >> 1, signature);
                        (known, table, width, none, heads) = (nfa.Classes.Known, ways, row, never, leads);
                    }
                }

                if (next == None) break;
                way = next;
                i++;
            }

            steps += i - from;
            if (found.Count > 0) break;
        }

        Steps += steps;
        return from;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Accept(int state, int end, List<(int Pattern, int End)> found)
    {
        var (from, count) = accepting[state];
        foreach (var pattern in CollectionsMarshal.AsSpan(accepts).Slice(from, count))
        {
            var known = longest ? found.Count - 1 : -1;
            while (known >= 0 && found[known].Pattern != pattern) known--;
            if (known >= 0) found[known] = (pattern, end);
            else found.Add((pattern, end));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private short LearnFirst(int signature)
    {
        var way = Make(Start, signature);
        if (signature >= first.Length) Array.Resize(ref first, signature + 64);
        first[signature] = way;
        if (way == None)
        {
            if (signature >> 6 >= never.Length) Array.Resize(ref never, (signature >> 6) + 1);
            never[signature >> 6] |= 1UL << signature;
        }

        return way;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private short Learn(int state, int signature)
    {
        var number = nfa.Classes.Of(signature);
        while (nfa.Classes.Count >= row) Widen();
        var cell = (state * row) + number;
        if (ways[cell] != Unknown) return ways[cell];
        var known = states[state];
        var way = Make(state, signature);
        // Where it was all forgotten meanwhile, nothing leads on from a state that is no more.
        if (state >= states.Count || !ReferenceEquals(states[state], known)) return way;
        ways[cell] = way;
        if (number < Common) leads[state].Note(number, way);
        return way;
    }

    private short Make(int state, int signature)
    {
        var reached = nfa.Reached();
        foreach (var s in states[state].Members)
        {
            if (nfa.Admits(s, signature)) nfa.Close(nfa.Next(s), reached);
        }

        if (reached.Count == 0) return None;
        if (states.Count >= MostStates || (states.Count + 1) * row > MostCells) Forget();
        return Number(reached);
    }

    private short Number(List<int> reached)
    {
        reached.Sort();
        int[] complete = [.. reached.Select(nfa.Accepts).Where(p => p >= 0).Distinct()];
        // Once a pattern has its shortest match, longer ones are of no interest.
        int[] members = [.. reached.Where(s => nfa.IsElement(s) && (longest || !complete.Contains(nfa.Owner(s))))];
        var key = string.Create(members.Length + complete.Length + 1, (members, complete), static (span, sets) =>
        {
            var i = 0;
            foreach (var s in sets.members) span[i++] = (char)s;
            span[i++] = char.MaxValue;
            foreach (var p in sets.complete) span[i++] = (char)p;
        });
        if (numbers.TryGetValue(key, out var number)) return number;
        number = (short)((states.Count * 2) + (complete.Length > 0 ? 1 : 0));
        Add(new State(members), complete);
        numbers.Add(key, number);
        return number;
    }

    private void Add(State state, int[] complete)
    {
        if (states.Count == leads.Length) Array.Resize(ref leads, Math.Max(64, states.Count * 2));
        leads[states.Count] = new Lead(ulong.MaxValue);
        states.Add(state);
        accepting.Add((accepts.Count, complete.Length));
        accepts.AddRange(complete);
        if (states.Count * row > ways.Length) Array.Resize(ref ways, Math.Max(ways.Length * 2, 16 * row));
    }

    private void Widen()
    {
        var wider = ((row - Stagger) * 2) + Stagger;
        var copy = new short[Math.Max(16, states.Count) * wider];
        for (var state = 0; state < states.Count; state++) ways.AsSpan(state * row, row).CopyTo(copy.AsSpan(state * wider));
        (ways, row) = (copy, wider);
    }

    private void Forget()
    {
        numbers.Clear();
        states.Clear();
        accepting.Clear();
        accepts.Clear();
        ways = [];
        first = [];
        var reached = nfa.Reached();
        nfa.Close(nfa.Start, reached);
        Add(new State([.. reached.Where(nfa.IsElement)]), []);
    }

    /// <summary>A state: those of the non-deterministic automaton that wait for an item.</summary>
    private sealed record State(int[] Members);

    /// <summary>Where most of the common classes lead from a state.</summary>
    /// <param name="others">A bit for each class that leads elsewhere, or whose way is not yet known.</param>
    private struct Lead(ulong others)
    {
        /// <summary>A bit for each class that leads elsewhere, or whose way is not yet known.</summary>
        public ulong Others = others;

        /// <summary>Where the rest leads.</summary>
        public short Default = Unknown;

        /// <summary>Notes where a class leads; the first that is met is as a rule that of plain words, which are the most.</summary>
        public void Note(int number, short way)
        {
            if (Default == Unknown) Default = way;
            if (Default == way) Others &= ~(1UL << number);
        }
    }
}
