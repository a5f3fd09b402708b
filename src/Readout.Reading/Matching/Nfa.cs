using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>
/// The non-deterministic automaton of a stage's patterns, and the walk that finds what a match captured.
/// </summary>
public sealed class Nfa
{
    private const int MostStates = 60_000;
    private const int Stagger = 64;
    private const byte NotAsked = 0;
    private const byte No = 1;
    private const byte Yes = 2;
    private readonly State[] states;
    private readonly List<State> building;
    private readonly List<(int Start, int First, int End)> starts = [];
    private readonly HashSet<int> labels = [];
    private readonly SignatureTable signatures;
    private readonly int[] owners;
    private readonly List<(int Name, bool Opens, int At)> path = [];
    private readonly CaptureMemo memo = new();
    private readonly List<int> reached = [];
    private readonly int[] reachedIn;
    private int round;
    private ulong[] seen = [];

    // Element by element whether it takes items of a class; the first, of no class, is never asked. Rows are staggered as in the
    // deterministic automaton.
    private byte[] takes = [];
    private int elements;
    private int row = 64 + Stagger;

    /// <summary>Builds it; a pattern's number is its place in the list.</summary>
    public Nfa(IReadOnlyList<Pattern> patterns, SignatureTable signatures)
    {
        this.signatures = signatures;
        building = [];
        for (var i = 0; i < patterns.Count; i++)
        {
            var accept = Add(new State(Step.Accept, Value: i));
            starts.Add((Build(patterns[i], accept), accept, building.Count));
        }

        Start = Add(new State(Step.Split, Targets: [.. starts.Select(p => p.Start)]));
        states = [.. building];
        building = [];
        owners = new int[states.Length];
        reachedIn = new int[states.Length];
        for (var i = 0; i < starts.Count; i++) owners.AsSpan(starts[i].First, starts[i].End - starts[i].First).Fill(i);
        Classes = new SignatureClasses(labels, signatures);
        if (states.Length > MostStates) throw new PackException($"the rules of one stage make {states.Length} states; {MostStates} is the limit: shorten gaps and repetitions");
    }

    private enum Step
    {
        Element,
        Split,
        Open,
        Close,
        Accept,
    }

    /// <summary>The state from which every pattern starts.</summary>
    public int Start { get; }

    /// <summary>The classes of signatures that the patterns can tell apart.</summary>
    internal SignatureClasses Classes { get; }

    /// <summary>The pattern that a state belongs to.</summary>
    public int Owner(int state) => owners[state];

    /// <summary>Whether a state waits for an item.</summary>
    public bool IsElement(int state) => states[state].Step == Step.Element;

    /// <summary>The pattern that is complete in this state, or -1.</summary>
    public int Accepts(int state) => states[state].Step == Step.Accept ? states[state].Value : -1;

    /// <summary>The state after an item.</summary>
    public int Next(int state) => states[state].Next;

    /// <summary>Whether a state that waits for an item takes one with this signature.</summary>
    public bool Admits(int state, int signature)
    {
        ref readonly var s = ref states[state];
        return s.Step == Step.Element && s.Element!.Admits(signature, signatures);
    }

    /// <summary>An empty list, for states that are reached; the one before it is used no more.</summary>
    public List<int> Reached()
    {
        round++;
        reached.Clear();
        return reached;
    }

    /// <summary>Adds to the list that <see cref="Reached"/> gave all states that can be reached without an item, each once.</summary>
    public void Close(int state, List<int> to)
    {
        if (reachedIn[state] == round) return;
        reachedIn[state] = round;
        to.Add(state);
        ref readonly var s = ref states[state];
        if (s.Step == Step.Split)
        {
            foreach (var target in s.Targets!) Close(target, to);
        }
        else if (s.Step is Step.Open or Step.Close)
        {
            Close(s.Next, to);
        }
    }

    /// <summary>
    /// Finds what a match captured: the first way, by the preferences of the pattern, in which it spans exactly
    /// <paramref name="from"/> to <paramref name="end"/>. Each state is tried at each item once.
    /// </summary>
    internal Captures Capture(int pattern, ReadOnlySpan<ItemCell> items, int from, int end, out int steps)
    {
        steps = end - from;
        var match = items[from..end];
        var key = CaptureMemo.Key.Of(pattern, match, Classes);
        if (key is { } asked && memo.Find(asked, from) is { } known) return known;
        var words = (((starts[pattern].End - starts[pattern].First) * (match.Length + 1)) + 63) / 64;
        if (seen.Length < words) seen = new ulong[words];
        else Array.Clear(seen, 0, words);
        path.Clear();
        var walk = new Walk(this, match, starts[pattern].First);
        if (!walk.Go(starts[pattern].Start, 0)) throw new InvalidOperationException("a match that cannot be walked");
        steps += walk.Steps;
        var captures = new Captures(path, from);
        if (key is { } made) memo.Note(made, captures);
        return captures;
    }

    private bool Ask(int state, int signature)
    {
        var number = Classes.Of(signature);
        while (number >= row) (takes, row) = ([], ((row - Stagger) * 2) + Stagger);
        if (takes.Length == 0) takes = new byte[elements * row];
        var admits = Admits(state, signature);
        takes[(states[state].Value * row) + number] = admits ? Yes : No;
        return admits;
    }

    private int Build(Pattern pattern, int next)
    {
        switch (pattern)
        {
            case Pattern.Element e:
                labels.UnionWith(e.Labels);
                labels.UnionWith(e.Without);
                return Add(new State(Step.Element, next, elements++, e));
            case Pattern.Sequence s:
                for (var i = s.Parts.Length - 1; i >= 0; i--) next = Build(s.Parts[i], next);
                return next;
            case Pattern.Choice c:
                var after = next;
                return Add(new State(Step.Split, Targets: [.. c.Options.Select(o => Build(o, after))]));
            case Pattern.Capture c:
                return Add(new State(Step.Open, Build(c.Part, Add(new State(Step.Close, next, c.Name))), c.Name));
            case Pattern.Repeat r:
                var done = next;
                for (var i = r.Least; i < r.Most; i++)
                {
                    var part = Build(r.Part, next);
                    next = Add(new State(Step.Split, Targets: r.Lazy ? [done, part] : [part, done]));
                }

                for (var i = 0; i < r.Least; i++) next = Build(r.Part, next);
                return next;
            default:
                throw new InvalidOperationException(pattern.GetType().Name);
        }
    }

    private int Add(State state)
    {
        building.Add(state);
        return building.Count - 1;
    }

    /// <summary>The walk through one match.</summary>
    private ref struct Walk(Nfa nfa, ReadOnlySpan<ItemCell> items, int first)
    {
        private readonly ReadOnlySpan<ItemCell> items = items;
        private readonly State[] states = nfa.states;
        private readonly ulong[] seen = nfa.seen;

        public int Steps { get; private set; }

        public bool Go(int state, int at)
        {
            while (true)
            {
                var place = ((state - first) * (items.Length + 1)) + at;
                ref var word = ref seen[place >> 6];
                if ((word & (1UL << place)) != 0) return false;
                word |= 1UL << place;
                Steps++;
                ref readonly var s = ref states[state];
                switch (s.Step)
                {
                    case Step.Accept:
                        return at == items.Length;
                    case Step.Element:
                        if (at >= items.Length || !Takes(s.Value, state, items[at].Signature)) return false;
                        at++;
                        state = s.Next;
                        continue;
                    case Step.Split:
                        var (targets, kept) = (s.Targets!, nfa.path.Count);
                        for (var t = 0; t < targets.Length - 1; t++)
                        {
                            if (Go(targets[t], at)) return true;
                            nfa.path.RemoveRange(kept, nfa.path.Count - kept);
                        }

                        state = targets[^1];
                        continue;
                    default:
                        nfa.path.Add((s.Value, s.Step == Step.Open, at));
                        state = s.Next;
                        continue;
                }
            }
        }

        private bool Takes(int element, int state, int signature)
        {
            var known = nfa.Classes.Known;
            var takes = nfa.takes;
            var number = (uint)signature < (uint)known.Length ? known[signature] : 0;
            var cell = (element * nfa.row) + number;
            // A class that came after the table was made may be too large for it.
            var answer = number < nfa.row && (uint)cell < (uint)takes.Length ? takes[cell] : NotAsked;
            return answer == NotAsked ? nfa.Ask(state, signature) : answer == Yes;
        }
    }

    private readonly record struct State(Step Step, int Next = -1, int Value = -1, Pattern.Element? Element = null, int[]? Targets = null);
}
