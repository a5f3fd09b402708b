namespace Readout.Reading.Matching;

/// <summary>
/// A stretch of tokens that a stage sees as one thing: a plain token, a lexicon term, or something an earlier stage found.
/// </summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Signature">The labels it carries (see <see cref="SignatureTable"/>).</param>
/// <param name="Sense">The lexicon term or the found thing; null for a plain token.</param>
public readonly record struct Item(int First, int End, int Signature, object? Sense)
{
    /// <summary>Index of the sentence that a stage sees it in; matches stay within one.</summary>
    public int Sentence { get; init; }
}

/// <summary>A sense that counts in its own layer only: later layers look at the words anew.</summary>
public interface IPassingSense;
