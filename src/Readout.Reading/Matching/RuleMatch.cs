using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>A place where a rule matched.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Items">The items it matched among.</param>
/// <param name="Start">Index of the first item.</param>
/// <param name="End">One past the last.</param>
/// <param name="Captures">What it kept.</param>
public readonly record struct RuleMatch(RuleDefinition Rule, ItemList Items, int Start, int End, Captures Captures)
{
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
