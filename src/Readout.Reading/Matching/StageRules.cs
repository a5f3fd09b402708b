using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>The rules of one stage of the cascade, compiled into one automaton.</summary>
public sealed class StageRules
{
    private readonly List<RuleDefinition> owners = [];
    private readonly Automaton automaton;
    private readonly List<(int Pattern, int End)> found = [];

    /// <summary>Compiles the rules of a stage.</summary>
    public StageRules(IReadOnlyList<RuleDefinition> rules, SignatureTable signatures)
    {
        Rules = rules;
        var patterns = new List<Pattern>();
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns)
            {
                patterns.Add(pattern);
                owners.Add(rule);
            }
        }

        automaton = new Automaton(patterns, signatures);
    }

    /// <summary>The rules, in the order of the file: where two match equally long, the earlier wins.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; }

    /// <summary>Steps of the matcher so far (see <see cref="Automaton.Steps"/>).</summary>
    public long Steps => automaton.Steps;

    /// <summary>
    /// Goes through the items once and replaces each longest match by the item that <paramref name="make"/> gives for it;
    /// where that is null, the next longest match has its turn.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="tokens">The tokens they are made of.</param>
    /// <param name="make">Gives the item for a match, or null.</param>
    /// <param name="result">An empty list, for the items as they are then.</param>
    public List<Item> Replace(List<Item> items, List<Token> tokens, Func<RuleMatch, Item?> make, List<Item> result)
    {
        result.EnsureCapacity(items.Count);
        var end = 0;
        for (var i = 0; i < items.Count;)
        {
            if (!automaton.Begins(items[i].Signature))
            {
                result.Add(items[i++]);
                continue;
            }

            if (i >= end) end = SentenceEnd(items, tokens, i);
            automaton.Run(items, i, end, true, found);
            Item? made = null;
            if (found.Count > 0)
            {
                found.Sort(static (a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Pattern.CompareTo(b.Pattern));
                foreach (var (pattern, last) in found)
                {
                    made = make(Match(items, pattern, i, last));
                    if (made is null) continue;
                    i = last;
                    break;
                }
            }

            if (made is not null) result.Add(made.Value);
            else result.Add(items[i++]);
        }

        return result;
    }

    /// <summary>Calls <paramref name="take"/> for the shortest match of every pattern at every item: the nearest words belong together. Nothing is replaced.</summary>
    public void Find(List<Item> items, List<Token> tokens, Action<RuleMatch> take) => Find(items, i => SentenceEnd(items, tokens, i), take);

    /// <summary>The same, where the items are in sentences of their own.</summary>
    /// <param name="items">The items.</param>
    /// <param name="sentences">The sentence of each item.</param>
    /// <param name="take">Receives the matches.</param>
    public void Find(List<Item> items, List<int> sentences, Action<RuleMatch> take)
    {
        Find(items, End, take);

        int End(int from)
        {
            var end = from + 1;
            while (end < items.Count && sentences[end] == sentences[from]) end++;
            return end;
        }
    }

    private void Find(List<Item> items, Func<int, int> sentenceEnd, Action<RuleMatch> take)
    {
        var end = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (!automaton.Begins(items[i].Signature)) continue;
            if (i >= end) end = sentenceEnd(i);
            automaton.Run(items, i, end, false, found);
            for (var f = 0; f < found.Count; f++) take(Match(items, found[f].Pattern, i, found[f].End));
        }
    }

    private RuleMatch Match(List<Item> items, int pattern, int start, int end) =>
        new(owners[pattern], items, start, end, automaton.Capture(pattern, items, start, end));

    private static int SentenceEnd(List<Item> items, List<Token> tokens, int from)
    {
        var sentence = tokens[items[from].First].Sentence;
        var end = from + 1;
        while (end < items.Count && tokens[items[end].First].Sentence == sentence) end++;
        return end;
    }
}
