namespace Readout.Reading.Matching;

/// <summary>
/// What walks over matches found, for matches of the same pattern over items of the same classes: newspapers write "President A" in
/// few ways and all the time. A table of fixed size; what comes to a place that is taken replaces what stands there.
/// </summary>
internal sealed class CaptureMemo
{
    private const int PlaceBits = 12;
    private const int ClassBits = 16;
    private const int InWord = 64 / ClassBits;
    private readonly (Key Key, Captures Captures)[] places = new (Key, Captures)[1 << PlaceBits];

    /// <summary>What a match with this key captured; null where it is not remembered.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">Index of the first item of the match.</param>
    public Captures? Find(in Key key, int from)
    {
        ref readonly var place = ref places[key.Place];
        return place.Key == key ? place.Captures.MovedTo(from) : null;
    }

    /// <summary>Remembers what a match captured.</summary>
    public void Note(in Key key, Captures captures) => places[key.Place] = (key, captures);

    /// <summary>The pattern of a match and the classes of its items, number by number.</summary>
    internal readonly record struct Key(int Pattern, int Length, ulong First, ulong Second, ulong Third)
    {
        /// <summary>The key of a match; null where it is too long for one, or a class too large.</summary>
        public static Key? Of(int pattern, ReadOnlySpan<ItemCell> match, SignatureClasses classes)
        {
            if (match.Length > InWord * 3) return null;
            var (first, second, third) = (0UL, 0UL, 0UL);
            foreach (ref readonly var cell in match)
            {
                var number = classes.Of(cell.Signature);
                if (number > ushort.MaxValue) return null;
                third = (third << ClassBits) | (second >> (64 - ClassBits));
                second = (second << ClassBits) | (first >> (64 - ClassBits));
                first = (first << ClassBits) | (uint)number;
            }

            return new Key(pattern, match.Length, first, second, third);
        }

        /// <summary>The place of the table that it belongs to.</summary>
        public int Place => (int)(((((((First * Odd) ^ Second) * Odd) ^ Third) * Odd) ^ ((ulong)Pattern * Odd) ^ (uint)Length) * Odd >> (64 - PlaceBits));

        private const ulong Odd = 0x9E3779B97F4A7C15UL;
    }
}
