using Readout.Ledger.Queries;

namespace Readout.Ledger.Accounts;

/// <summary>That a text is another one over again, wholly or for the most part.</summary>
/// <param name="Of">The earliest-published text that it is so much like.</param>
/// <param name="Likeness">Which part of the word sequences of both texts both have, 0 to 1.</param>
public sealed record Reprint(ArticlePlace Of, double Likeness);

/// <summary>A text as its likeness to others is looked for.</summary>
/// <param name="Key">The store's own number of the text.</param>
/// <param name="Hash">Its content address.</param>
/// <param name="Published">When its canonical place was published.</param>
/// <param name="Sketch">Its sketch.</param>
internal sealed record SketchedText(long Key, string Hash, PublicationOrder Published, Sketch Sketch)
{
    /// <summary>How much of their runs of words two texts must share for one to be the other over again.</summary>
    public const double Alike = 0.5;

    /// <summary>How many days may lie between a text and what prints it again. What is alike later is the like news of another day.</summary>
    public const int Days = 7;

    /// <summary>
    /// The text that this one prints again: of those that were published before it and are much like it, the first. Null where it is none
    /// of theirs. It does not matter what that one prints again itself, so one link of a chain never depends on another.
    /// </summary>
    public (SketchedText Text, double Likeness)? First(IEnumerable<SketchedText> others)
    {
        (SketchedText Text, double Likeness)? first = null;
        foreach (var other in others)
        {
            if (Compare(other, this) >= 0 || (first is { } known && Compare(known.Text, other) < 0)) continue;
            var likeness = Sketch.Likeness(other.Sketch);
            if (likeness >= Alike) first = (other, likeness);
        }
        return first;
    }

    private static int Compare(SketchedText a, SketchedText b)
    {
        var order = a.Published.CompareTo(b.Published);
        return order != 0 ? order : string.CompareOrdinal(a.Hash, b.Hash);
    }
}
