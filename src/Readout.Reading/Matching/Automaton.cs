namespace Readout.Reading.Matching;

/// <summary>
/// All patterns of one stage as one automaton (Thompson 1968), run as a deterministic one that is built as it is needed.
/// Every pattern has a longest match, so a run over a text takes time linear in its length whatever the text.
/// Not for use by several threads at once.
/// </summary>
public sealed class Automaton
{
    // Past this many states the deterministic automaton is forgotten and built anew: memory stays bounded on hostile text.
    private const int MostStates = 20_000;

    private readonly SignatureTable signatures;
    private readonly Nfa nfa;
    private readonly Dictionary<long, int> steps = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> states = [];
    private readonly List<int[]> accepts = [];
    private readonly List<int> firstSteps = [];
    private int start;

    /// <summary>Compiles patterns; a pattern's number is its place in the list.</summary>
    public Automaton(IReadOnlyList<Pattern> patterns, SignatureTable signatures)
    {
        this.signatures = signatures;
        nfa = new Nfa(patterns);
        Forget();
    }

    /// <summary>What a match that a run found captured.</summary>
    public Captures Capture(int pattern, List<Item> items, int from, int end)
    {
        var captures = nfa.Capture(pattern, items, from, end, signatures, out var steps);
        Steps += steps;
        return captures;
    }

    /// <summary>Items looked at so far, in runs and in the walks for captures: what a text costs, whatever the machine.</summary>
    public long Steps { get; private set; }

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
        var state = FirstStep(items[from].Signature);
        for (var i = from + 1; state >= 0; i++)
        {
            Steps++;
            foreach (var pattern in accepts[state])
            {
                var known = found.FindIndex(f => f.Pattern == pattern);
                if (known < 0) found.Add((pattern, i));
                else if (longest) found[known] = (pattern, i);
            }

            if (i >= end) break;
            state = Step(state, items[i].Signature);
        }
    }

    private int FirstStep(int signature)
    {
        while (firstSteps.Count <= signature) firstSteps.Add(-2);
        if (firstSteps[signature] == -2)
        {
            var next = Make(start, signature);
            while (firstSteps.Count <= signature) firstSteps.Add(-2);
            firstSteps[signature] = next;
        }

        return firstSteps[signature];
    }

    private int Step(int state, int signature)
    {
        var key = ((long)state << 32) | (uint)signature;
        if (steps.TryGetValue(key, out var next)) return next;
        var before = states.Count;
        next = Make(state, signature);
        if (states.Count >= before) steps[key] = next;
        return next;
    }

    private int Make(int state, int signature)
    {
        var reached = new SortedSet<int>();
        foreach (var s in states[state])
        {
            if (nfa.Admits(s, signatures, signature)) nfa.Close(nfa.Next(s), reached);
        }

        if (reached.Count == 0) return -1;
        if (states.Count >= MostStates) Forget();
        return Number(reached);
    }

    private int Number(SortedSet<int> set)
    {
        var key = string.Create(set.Count, set, static (span, s) =>
        {
            var i = 0;
            foreach (var x in s) span[i++] = (char)x;
        });
        if (numbers.TryGetValue(key, out var number)) return number;
        int[] members = [.. set.Where(nfa.IsElement)];
        int[] accepted = [.. set.Select(nfa.Accepts).Where(p => p >= 0).Distinct()];
        states.Add(members);
        accepts.Add(accepted);
        numbers.Add(key, states.Count - 1);
        return states.Count - 1;
    }

    private void Forget()
    {
        steps.Clear();
        numbers.Clear();
        states.Clear();
        accepts.Clear();
        firstSteps.Clear();
        var first = new SortedSet<int>();
        nfa.Close(nfa.Start, first);
        start = Number(first);
    }
}
