using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>
/// The non-deterministic automaton of a stage's patterns, and the walk that finds what a match captured.
/// </summary>
public sealed class Nfa
{
    private const int MostStates = 60_000;
    private readonly State[] states;
    private readonly List<State> building;
    private readonly List<(int Start, int First, int End)> starts = [];
    private readonly HashSet<int> labels = [];
    private readonly SignatureTable signatures;
    private readonly List<(int Name, bool Opens, int At)> path = [];
    private ulong[] seen = [];

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

    /// <summary>The labels that any pattern asks for, or asks to be absent.</summary>
    public IReadOnlySet<int> Labels => labels;

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
        return s.Step == Step.Element && Admits(s.Element!, signature);
    }

    private bool Admits(Pattern.Element element, int signature)
    {
        foreach (var label in element.Labels)
        {
            if (!signatures.Has(signature, label)) return false;
        }

        foreach (var label in element.Without)
        {
            if (signatures.Has(signature, label)) return false;
        }

        return true;
    }

    /// <summary>Adds to <paramref name="reached"/> all states that can be reached without an item.</summary>
    public void Close(int state, ISet<int> reached)
    {
        if (!reached.Add(state)) return;
        ref readonly var s = ref states[state];
        if (s.Step == Step.Split)
        {
            foreach (var target in s.Targets!) Close(target, reached);
        }
        else if (s.Step is Step.Open or Step.Close)
        {
            Close(s.Next, reached);
        }
    }

    /// <summary>
    /// Finds what a match captured: the first way, by the preferences of the pattern, in which it spans exactly
    /// <paramref name="from"/> to <paramref name="end"/>. Each state is tried at each item once.
    /// </summary>
    public Captures Capture(int pattern, List<Item> items, int from, int end, out int steps)
    {
        var walk = new Walk(this, items, from, end, starts[pattern].First);
        var width = end - from + 1;
        var words = (((starts[pattern].End - starts[pattern].First) * width) + 63) / 64;
        if (seen.Length < words) seen = new ulong[words];
        else Array.Clear(seen, 0, words);
        path.Clear();
        steps = 0;
        if (!walk.Go(starts[pattern].Start, from, ref steps)) throw new InvalidOperationException("a match that cannot be walked");
        return new Captures(path);
    }

    private int Build(Pattern pattern, int next)
    {
        switch (pattern)
        {
            case Pattern.Element e:
                labels.UnionWith(e.Labels);
                labels.UnionWith(e.Without);
                return Add(new State(Step.Element, next, Element: e));
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
    private readonly struct Walk(Nfa nfa, List<Item> items, int from, int end, int first)
    {
        public bool Go(int state, int at, ref int steps)
        {
            while (true)
            {
                var place = ((state - first) * (end - from + 1)) + at - from;
                ref var word = ref nfa.seen[place >> 6];
                if ((word & (1UL << place)) != 0) return false;
                word |= 1UL << place;
                steps++;
                ref readonly var s = ref nfa.states[state];
                switch (s.Step)
                {
                    case Step.Accept:
                        return at == end;
                    case Step.Element:
                        if (at >= end || !nfa.Admits(s.Element!, items[at].Signature)) return false;
                        at++;
                        state = s.Next;
                        continue;
                    case Step.Split:
                        foreach (var target in s.Targets!)
                        {
                            if (Go(target, at, ref steps)) return true;
                        }

                        return false;
                    default:
                        nfa.path.Add((s.Value, s.Step == Step.Open, at));
                        if (Go(s.Next, at, ref steps)) return true;
                        nfa.path.RemoveAt(nfa.path.Count - 1);
                        return false;
                }
            }
        }
    }

    private readonly record struct State(Step Step, int Next = -1, int Value = -1, Pattern.Element? Element = null, int[]? Targets = null);
}
