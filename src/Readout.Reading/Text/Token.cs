namespace Readout.Reading.Text;

/// <summary>What a token looks like on the page.</summary>
[Flags]
public enum TokenFlags
{
    /// <summary>Nothing noted.</summary>
    None = 0,

    /// <summary>Letters.</summary>
    Word = 1,

    /// <summary>Digits.</summary>
    Number = 2,

    /// <summary>A mark that is neither.</summary>
    Mark = 4,

    /// <summary>A line break.</summary>
    Break = 8,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 16,

    /// <summary>Follows the token before it with no space between.</summary>
    Glued = 32,

    /// <summary>First word of a sentence, where a capital tells little.</summary>
    Opening = 64,
}

/// <summary>A word, number, mark or line break of the text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Word">Number of its folded form in the pack's <see cref="Vocabulary"/>; 0 for a word the pack does not know.</param>
/// <param name="Flags">What it looks like.</param>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct Token(int Start, int End, int Word, TokenFlags Flags, int Sentence)
{
    /// <summary>Whether all of <paramref name="flags"/> hold.</summary>
    public bool Is(TokenFlags flags) => (Flags & flags) == flags;
}
