using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>A place where a rule matched. Only the call that brings it may ask what it kept.</summary>
public readonly struct RuleMatch
{
    private readonly MatchWalk walk;
    private readonly int turn;

    /// <summary>Makes one.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="items">The items it matched among.</param>
    /// <param name="start">Index of the first item.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="walk">What finds what it kept.</param>
    internal RuleMatch(RuleDefinition rule, ItemList items, int start, int end, MatchWalk walk) =>
        (Rule, Items, Start, End, this.walk, turn) = (rule, items, start, end, walk, walk.Turn);

    /// <summary>The rule.</summary>
    public RuleDefinition Rule { get; }

    /// <summary>The items it matched among.</summary>
    public ItemList Items { get; }

    /// <summary>Index of the first item.</summary>
    public int Start { get; }

    /// <summary>One past the last.</summary>
    public int End { get; }

    /// <summary>What it kept.</summary>
    public Captures Captures => walk.Of(turn);

    /// <summary>The item kept for an argument of the operation, or null.</summary>
    public Item? One(string argument) => Range(argument) is { } r && r.End > r.Start ? Items[r.Start] : null;

    /// <summary>The range of items kept for an argument, or null.</summary>
    public (int Start, int End)? Range(string argument)
    {
        var name = Rule.Capture(argument);
        return name < 0 ? null : Captures.First(name);
    }

    /// <summary>Every item kept for an argument.</summary>
    public KeptItems All(string argument) => new(Items, Captures, Rule.Capture(argument));

    /// <summary>First and last token of the match, half-open.</summary>
    public (int First, int End) Tokens => (Items[Start].First, Items[End - 1].End);
}
