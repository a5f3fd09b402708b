using System.Collections.Immutable;

namespace Readout.Cli.Screens.Layout;

/// <summary>How a piece of text stands out; a terminal shows it by colour and weight, plain text not at all.</summary>
internal enum Tone
{
    /// <summary>As the terminal has it.</summary>
    Normal,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>What may be passed over.</summary>
    Dim,

    /// <summary>The words that a value rests on.</summary>
    Evidence,

    /// <summary>What needs a second look.</summary>
    Alert,
}

/// <summary>A run of text in one tone.</summary>
internal readonly record struct Piece(string Text, Tone Tone);

/// <summary>A line of text in tones. Whatever it is made from is fit for a screen afterwards.</summary>
internal sealed record Phrase(ImmutableArray<Piece> Pieces)
{
    /// <summary>Nothing.</summary>
    public static Phrase Empty { get; } = new([]);

    /// <summary>Its text without its tones.</summary>
    public string Text => Pieces.Length == 1 ? Pieces[0].Text : string.Concat(Pieces.Select(p => p.Text));

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Pieces.All(p => p.Text.Length == 0);

    /// <summary>A phrase in one tone; null gives an empty one.</summary>
    public static Phrase Of(string? text, Tone tone = Tone.Normal) =>
        string.IsNullOrEmpty(text) ? Empty : new([new Piece(Printable.Of(text), tone)]);

    /// <summary>A phrase that stands out.</summary>
    public static Phrase Strong(string? text) => Of(text, Tone.Strong);

    /// <summary>A phrase that stands back.</summary>
    public static Phrase Dim(string? text) => Of(text, Tone.Dim);

    /// <summary>One phrase after another.</summary>
    public static Phrase operator +(Phrase left, Phrase right) => new(left.Pieces.AddRange(right.Pieces));

    /// <summary>One phrase after another.</summary>
    public static Phrase operator +(Phrase left, string right) => left + Of(right);

    /// <summary>Those phrases that are not empty, with a separator between them.</summary>
    public static Phrase Join(string separator, params IEnumerable<Phrase> phrases)
    {
        var joined = Empty;
        foreach (var phrase in phrases)
        {
            if (phrase.IsEmpty) continue;
            joined = joined.IsEmpty ? phrase : joined + Dim(separator) + phrase;
        }

        return joined;
    }
}
