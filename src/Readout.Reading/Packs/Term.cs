using System.Collections.Immutable;

namespace Readout.Reading.Packs;

/// <summary>One meaning of a form: a row of a lexicon file.</summary>
/// <param name="Form">The form as the file writes it.</param>
/// <param name="Class">The label that grammar rules ask for.</param>
/// <param name="Value">What it means: an id of the world, a kind, a number.</param>
/// <param name="Note">Free words of the file's author; <c>key=value</c> pairs where a class defines them.</param>
public sealed record TermSense(string Form, string Class, string Value, string Note)
{
    /// <summary>The value of <c>key=value</c> in the note, or null.</summary>
    public string? Setting(string key)
    {
        if (Note.Length == 0) return null;
        foreach (var range in Note.AsSpan().SplitAny(" ;,"))
        {
            var part = Note.AsSpan(range);
            if (part.Length > key.Length && part[key.Length] == '=' && part.StartsWith(key, StringComparison.Ordinal)) return part[(key.Length + 1)..].ToString();
        }

        return null;
    }
}

/// <summary>A form of the lexicon with the senses that fit how it is written here.</summary>
/// <param name="Senses">At least one sense.</param>
public sealed record Term(ImmutableArray<TermSense> Senses)
{
    /// <summary>Whether later layers leave it as it is.</summary>
    internal bool Stays { get; init; }

    /// <summary>The value of the first sense of a class, or null.</summary>
    public string? Value(string @class) => Sense(@class)?.Value;

    /// <summary>The first sense of a class, or null.</summary>
    public TermSense? Sense(string @class)
    {
        foreach (var sense in Senses)
        {
            if (sense.Class == @class) return sense;
        }

        return null;
    }
}
