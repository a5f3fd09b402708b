using System.Collections.Immutable;
using Readout.Reading.Matching;

namespace Readout.Reading.Packs;

/// <summary>A rule of a grammar file: what it matches, what is done with it, and examples that show it.</summary>
/// <param name="Id">Its name in derivations (<c>vi.time.day-month</c>).</param>
/// <param name="Place">File and line.</param>
/// <param name="Patterns">Alternative patterns.</param>
/// <param name="Operation">Name of the operation, of the closed set that the stage knows.</param>
/// <param name="Arguments">What the operation is given.</param>
/// <param name="Examples">Sentences in which it fires, each with what is found.</param>
/// <param name="CounterExamples">Sentences in which it must not fire.</param>
public sealed record RuleDefinition(
    string Id,
    string Place,
    ImmutableArray<Pattern> Patterns,
    string Operation,
    ImmutableDictionary<string, RuleArgument> Arguments,
    ImmutableArray<RuleExample> Examples,
    ImmutableArray<string> CounterExamples)
{
    // They are few and asked for at every match: looking through them is faster than any table.
    private readonly KeyValuePair<string, RuleArgument>[] arguments = [.. Arguments];

    /// <summary>Its id alone, for whatever no other rule had a part in; not to be written to.</summary>
    internal string[] Alone { get; } = [Id];

    /// <summary>The constant given under a name, or null.</summary>
    public string? Constant(string name)
    {
        foreach (var (key, argument) in arguments)
        {
            if (key == name) return argument.Constant;
        }

        return null;
    }

    /// <summary>The number of the capture given under a name, or -1.</summary>
    public int Capture(string name)
    {
        foreach (var (key, argument) in arguments)
        {
            if (key == name) return argument.Constant is null ? argument.Capture : -1;
        }

        return -1;
    }
}

/// <summary>A constant, or the number of a capture (<c>@name</c> in the file).</summary>
public readonly record struct RuleArgument(string? Constant, int Capture);

/// <summary>A sentence in which a rule fires.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Found">What is found there, in the short notation of the specs.</param>
/// <param name="Place">File and line.</param>
public sealed record RuleExample(string Text, string Found, string Place);
