using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>
/// The senses of the items of one text by number: positive ones are terms of the pack, negative ones what the stages found in the
/// text, and 0 is none. A number also tells whether later layers leave the item as it is.
/// </summary>
/// <param name="terms">The terms of the pack, which grow while it is used.</param>
internal sealed class Senses(List<Term> terms)
{
    private readonly List<object> found = [];

    /// <summary>The number of the term at a place among the pack's.</summary>
    public static int NumberOf(int place, Term term) => ((place + 1) << 1) | (term.Stays ? 1 : 0);

    /// <summary>Whether later layers leave an item with this sense as it is.</summary>
    public static bool Stays(int number) => ((number < 0 ? ~number : number) & 1) != 0;

    /// <summary>Whether it was found in the text.</summary>
    public static bool IsFound(int number) => number < 0;

    /// <summary>Keeps something that was found in the text.</summary>
    /// <returns>Its number; 0 for null.</returns>
    public int Add(object? sense)
    {
        if (sense is null) return 0;
        found.Add(sense);
        return ~(((found.Count - 1) << 1) | (sense is IPassingSense ? 0 : 1));
    }

    /// <summary>The sense of a number other than 0.</summary>
    public object Of(int number) => number > 0 ? terms[(number >> 1) - 1] : found[~number >> 1];

    /// <summary>Forgets what was found, for the next text.</summary>
    public void Clear() => found.Clear();
}
