using System.Collections.Immutable;

namespace Readout.Reading.Matching;

/// <summary>The syntax of a pattern, as a tree.</summary>
public abstract record Pattern
{
    private Pattern()
    {
    }

    /// <summary>One item that carries all of <paramref name="Labels"/> and none of <paramref name="Without"/>.</summary>
    public sealed record Element(ImmutableArray<int> Labels, ImmutableArray<int> Without) : Pattern
    {
        /// <summary>Whether it takes an item with this signature.</summary>
        public bool Admits(int signature, SignatureTable signatures)
        {
            foreach (var label in Labels)
            {
                if (!signatures.Has(signature, label)) return false;
            }

            foreach (var label in Without)
            {
                if (signatures.Has(signature, label)) return false;
            }

            return true;
        }
    }

    /// <summary>One after another.</summary>
    public sealed record Sequence(ImmutableArray<Pattern> Parts) : Pattern;

    /// <summary>Any one of several; earlier ones are preferred.</summary>
    public sealed record Choice(ImmutableArray<Pattern> Options) : Pattern;

    /// <summary>From <paramref name="Least"/> to <paramref name="Most"/> times; as few as possible where <paramref name="Lazy"/>.</summary>
    public sealed record Repeat(Pattern Part, int Least, int Most, bool Lazy) : Pattern;

    /// <summary>What matches is kept under a name's number.</summary>
    public sealed record Capture(int Name, Pattern Part) : Pattern;

    /// <summary>The most items that this can span.</summary>
    public int LongestMatch => this switch
    {
        Element => 1,
        Sequence s => s.Parts.Sum(p => p.LongestMatch),
        Choice c => c.Options.Max(p => p.LongestMatch),
        Repeat r => r.Most * r.Part.LongestMatch,
        Capture c => c.Part.LongestMatch,
        _ => 0,
    };
}
