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
    private const int MostStates = 20_000;
    private const int MostCells = 4_000_000;

    private readonly Nfa nfa;
    private readonly SignatureClasses classes;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<State> states = [];
    private int cells;
    private State start = null!;

    // The state after a first item, by signature: most items begin no match, and this tells it at once. Null where not yet known.
    private State?[] first = [];

    // One bit for each signature with which no match begins, as far as it is known.
    private ulong[] never = [];

    /// <summary>Compiles patterns; a pattern's number is its place in the list.</summary>
    public Automaton(IReadOnlyList<Pattern> patterns, SignatureTable signatures)
    {
        nfa = new Nfa(patterns, signatures);
        classes = new SignatureClasses(nfa.Labels, signatures);
        Forget();
    }

    /// <summary>What a match that a run found captured.</summary>
    public Captures Capture(int pattern, List<Item> items, int from, int end)
    {
        var captures = nfa.Capture(pattern, items, from, end, out var steps);
        Steps += steps;
        return captures;
    }

    /// <summary>Items looked at so far, in runs and in the walks for captures: what a text costs, whatever the machine.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether a pattern may begin with an item of this signature; a quick look that saves most runs.</summary>
    public bool Begins(int signature)
    {
        var word = signature >> 6;
        return (uint)word >= (uint)never.Length || ((never[word] >> signature) & 1) == 0;
    }

    /// <summary>
    /// Runs from <paramref name="from"/> and notes for each pattern the longest, or the shortest, match that starts there.
    /// </summary>
    /// <param name="items">The items of the text.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="end">Where to stop at the latest (a sentence's end).</param>
    /// <param name="longest">Whether the longest match counts, else the shortest.</param>
    /// <param name="found">Receives (pattern, end) for each pattern that matches; cleared first.</param>
    public void Run(List<Item> items, int from, int end, bool longest, List<(int Pattern, int End)> found)
    {
        found.Clear();
        var text = CollectionsMarshal.AsSpan(items);
        if (First(text[from].Signature) is var state && ReferenceEquals(state, State.Dead)) return;
        var i = from + 1;
        while (true)
        {
            if (state.Accepting)
            {
                foreach (var pattern in state.Accepts) Note(found, pattern, i, longest);
            }

            if (i >= end || Step(state, text[i].Signature) is not { } next) break;
            state = next;
            i++;
        }

        Steps += i - from;
    }

    private State First(int signature) => (uint)signature < (uint)first.Length && first[signature] is { } known ? known : LearnFirst(signature);

    private State LearnFirst(int signature)
    {
        var state = Step(start, signature) ?? State.Dead;
        if (signature >= first.Length) Array.Resize(ref first, signature + 64);
        first[signature] = state;
        if (ReferenceEquals(state, State.Dead))
        {
            if (signature >> 6 >= never.Length) Array.Resize(ref never, (signature >> 6) + 1);
            never[signature >> 6] |= 1UL << signature;
        }

        return state;
    }

    private static void Note(List<(int Pattern, int End)> found, int pattern, int end, bool longest)
    {
        for (var f = 0; f < found.Count; f++)
        {
            if (found[f].Pattern != pattern) continue;
            if (longest) found[f] = (pattern, end);
            return;
        }

        found.Add((pattern, end));
    }

    private State? Step(State state, int signature)
    {
        var number = classes.Of(signature);
        var row = state.Next;
        if ((uint)number < (uint)row.Length && row[number] is { } next) return ReferenceEquals(next, State.Dead) ? null : next;
        return Learn(state, number, signature);
    }

    private State? Learn(State state, int number, int signature)
    {
        if (number >= state.Next.Length)
        {
            var length = (number + 16) & ~15;
            cells += length - state.Next.Length;
            Array.Resize(ref state.Next, length);
        }

        var row = state.Next;
        var next = Make(state, signature);
        row[number] = next ?? State.Dead;
        return next;
    }

    private State? Make(State state, int signature)
    {
        var reached = new SortedSet<int>();
        foreach (var s in state.Members)
        {
            if (nfa.Admits(s, signature)) nfa.Close(nfa.Next(s), reached);
        }

        if (reached.Count == 0) return null;
        if (states.Count >= MostStates || cells >= MostCells) Forget();
        return Number(reached);
    }

    private State Number(SortedSet<int> set)
    {
        var key = string.Create(set.Count, set, static (span, s) =>
        {
            var i = 0;
            foreach (var x in s) span[i++] = (char)x;
        });
        if (numbers.TryGetValue(key, out var number)) return states[number];
        var state = new State([.. set.Where(nfa.IsElement)], [.. set.Select(nfa.Accepts).Where(p => p >= 0).Distinct()]);
        states.Add(state);
        numbers.Add(key, states.Count - 1);
        return state;
    }

    private void Forget()
    {
        // States that a run still holds live on until it ends, but nothing new leads to them.
        foreach (var state in states) state.Next = [];
        numbers.Clear();
        states.Clear();
        cells = 0;
        first = [];
        var set = new SortedSet<int>();
        nfa.Close(nfa.Start, set);
        start = Number(set);
    }

    /// <summary>A state: those of the non-deterministic automaton that wait for an item, the patterns complete here, and the way on by class of item.</summary>
    private sealed class State(int[] members, int[] accepts)
    {
        public static readonly State Dead = new([], []);

        // Null where the way is not yet known.
        public State?[] Next = [];

        public readonly int[] Members = members;

        public readonly int[] Accepts = accepts;

        public readonly bool Accepting = accepts.Length > 0;
    }
}
