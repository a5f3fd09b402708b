using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>The rules of one stage of the cascade, compiled into one automaton.</summary>
public sealed class StageRules
{
    private readonly List<RuleDefinition> owners = [];
    private readonly List<Pattern> patterns = [];
    private readonly SignatureTable signatures;
    private readonly List<(int Pattern, int End)> found = [];
    private readonly MatchWalk walk = new();

    // By pattern what may not stand right before a match; null where anything may, or nothing.
    private readonly List<Pattern.Element?> before = [];
    private Automaton? replacing;
    private Automaton? finding;

    /// <summary>Compiles the rules of a stage.</summary>
    public StageRules(IReadOnlyList<RuleDefinition> rules, SignatureTable signatures)
    {
        (Rules, this.signatures) = (rules, signatures);
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns)
            {
                patterns.Add(pattern);
                owners.Add(rule);
            }
        }
    }

    /// <summary>The rules, in the order of the file: where two match equally long, the earlier wins.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; }

    /// <summary>Steps of the matcher so far (see <see cref="Automaton.Steps"/>).</summary>
    public long Steps => (replacing?.Steps ?? 0) + (finding?.Steps ?? 0);

    /// <summary>
    /// Goes through the items once and replaces each longest match by the item that <paramref name="make"/> gives for it;
    /// where that is null, the next longest match has its turn.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="make">Gives the item for a match, or null.</param>
    /// <param name="result">An empty list, for the items as they are then.</param>
    public void Replace(ItemList items, Func<RuleMatch, Item?> make, ItemList result)
    {
        var automaton = replacing ??= new Automaton(patterns, signatures, true);
        var text = items.Cells;
        var copied = 0;
        for (var at = automaton.Scan(text, 0, found); at < text.Length; at = automaton.Scan(text, at, found))
        {
            if (First(automaton, items, at, make, out var last) is { } made)
            {
                result.AddRange(text[copied..at]);
                result.Add(made);
                copied = at = last;
            }
            else
            {
                at++;
            }
        }

        result.AddRange(text[copied..]);
    }

    // The item of the longest match that gives one; of those of one length the earlier rule's.
    private Item? First(Automaton automaton, ItemList items, int at, Func<RuleMatch, Item?> make, out int end)
    {
        if (found.Count > 1) found.Sort(static (a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Pattern.CompareTo(b.Pattern));
        foreach (var (pattern, last) in found)
        {
            end = last;
            if (make(Match(automaton, items, pattern, at, last)) is { } made) return made;
        }

        end = at;
        return null;
    }

    /// <summary>Calls <paramref name="take"/> for the shortest match of every pattern at every item: the nearest words belong together. Nothing is replaced. What may not stand before a match is no part of it.</summary>
    public void Find(ItemList items, Action<RuleMatch> take)
    {
        var automaton = finding ??= Finding();
        var text = items.Cells;
        for (var at = automaton.Scan(text, 0, found); at < text.Length; at = automaton.Scan(text, at + 1, found))
        {
            for (var f = 0; f < found.Count; f++)
            {
                var (pattern, end) = found[f];
                if (before[pattern] is not { } barred || (at > 0 && text[at - 1].Sentence == text[at].Sentence && barred.Admits(text[at - 1].Signature, signatures)))
                {
                    take(Match(automaton, items, pattern, at, end));
                }
            }
        }
    }

    // A pattern that begins with anything but this or that would begin at almost every item. It is run from its next element on, and
    // the item before is looked at where that matches.
    private Automaton Finding()
    {
        var shorter = new List<Pattern>(patterns.Count);
        foreach (var pattern in patterns)
        {
            var open = pattern is Pattern.Sequence { Parts: [Pattern.Element { Labels: [] } first, _, ..] } ? first : null;
            before.Add(open);
            shorter.Add(open is null ? pattern : new Pattern.Sequence(((Pattern.Sequence)pattern).Parts[1..]));
        }

        return new Automaton(shorter, signatures, false);
    }

    private RuleMatch Match(Automaton automaton, ItemList items, int pattern, int start, int end)
    {
        walk.Begin(automaton, pattern, items, start, end);
        return new(owners[pattern], items, start, end, walk);
    }
}
