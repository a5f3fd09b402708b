namespace Readout.Reading.Matching;

/// <summary>
/// A stretch of tokens that a stage sees as one thing: a plain token, a lexicon term, or something an earlier stage found.
/// </summary>
public readonly struct Item
{
    private readonly ItemCell cell;
    private readonly Senses? senses;

    /// <summary>Makes one without a sense.</summary>
    /// <param name="first">Index of its first token.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="signature">The labels it carries (see <see cref="SignatureTable"/>).</param>
    public Item(int first, int end, int signature)
        : this(new ItemCell(first, end, signature, 0, 0), null)
    {
    }

    /// <summary>Makes one from how a list keeps it.</summary>
    internal Item(in ItemCell cell, Senses? senses) => (this.cell, this.senses) = (cell, senses);

    /// <summary>Index of its first token.</summary>
    public int First => cell.First;

    /// <summary>One past its last token.</summary>
    public int End => cell.End;

    /// <summary>The labels it carries (see <see cref="SignatureTable"/>).</summary>
    public int Signature => cell.Signature;

    /// <summary>Index of the sentence that a stage sees it in; matches stay within one.</summary>
    public int Sentence => cell.Sentence;

    /// <summary>The lexicon term or the found thing; null for a plain token.</summary>
    public object? Sense => cell.Sense == 0 ? null : senses?.Of(cell.Sense);

    /// <summary>How a list keeps it.</summary>
    internal ItemCell Cell => cell;
}

/// <summary>A sense that counts in its own layer only: later layers look at the words anew.</summary>
public interface IPassingSense;
