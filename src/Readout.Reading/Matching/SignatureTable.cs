namespace Readout.Reading.Matching;

/// <summary>
/// Numbers for sets of labels. Items with the same labels have the same signature, and the automaton steps by signature alone.
/// </summary>
public sealed class SignatureTable
{
    private const int RecentBits = 8;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> sets = [];
    private readonly (ulong Key, int Number)[] recent = new (ulong, int)[1 << RecentBits];

    // By label, one bit for each signature that has it.
    private ulong[]?[] having = [];

    /// <summary>How many different sets have been seen.</summary>
    public int Count => sets.Count;

    /// <summary>The labels of a signature, sorted.</summary>
    public ReadOnlySpan<int> Labels(int signature) => sets[signature];

    /// <summary>Whether a signature has a label.</summary>
    public bool Has(int signature, int label)
    {
        if ((uint)label >= (uint)having.Length || having[label] is not { } bits) return false;
        var word = signature >> 6;
        return (uint)word < (uint)bits.Length && ((bits[word] >> signature) & 1) != 0;
    }

    /// <summary>The number of a set of labels. Order and repetition do not matter; negative labels are passed over.</summary>
    public int Intern(ReadOnlySpan<int> labels)
    {
        // Stages make items of the same few sets again and again, each time in the same order.
        var key = Packed(labels);
        ref var memo = ref recent[(key * 0x9E3779B97F4A7C15UL) >> (64 - RecentBits)];
        if (key != 0 && memo.Key == key) return memo.Number;
        var number = Look(labels);
        if (key != 0) memo = (key, number);
        return number;
    }

    // Few labels side by side, none of them 0; 0 where they are too many or too large.
    private static ulong Packed(ReadOnlySpan<int> labels)
    {
        const int Bits = 12;
        if (labels.Length > 64 / Bits) return 0;
        var key = 0UL;
        foreach (var label in labels)
        {
            if (label is < 0 or >= (1 << Bits) - 1) return 0;
            key = (key << Bits) | (uint)(label + 1);
        }

        return key;
    }

    private int Look(ReadOnlySpan<int> labels)
    {
        var sorted = labels.ToArray();
        Array.Sort(sorted);
        Span<char> key = sorted.Length <= 64 ? stackalloc char[sorted.Length] : new char[sorted.Length];
        var (length, last) = (0, -1);
        foreach (var label in sorted)
        {
            if (label < 0 || label == last) continue;
            key[length++] = (char)label;
            last = label;
        }

        key = key[..length];
        if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var number)) return number;
        var set = new int[length];
        for (var i = 0; i < length; i++) set[i] = key[i];
        sets.Add(set);
        numbers.Add(key.ToString(), sets.Count - 1);
        foreach (var label in set) Note(sets.Count - 1, label);
        return sets.Count - 1;
    }

    private void Note(int signature, int label)
    {
        if (label >= having.Length) Array.Resize(ref having, Math.Max(label + 1, having.Length * 2));
        ref var bits = ref having[label];
        var word = signature >> 6;
        if (bits is null || word >= bits.Length) Array.Resize(ref bits, word + 1);
        bits[word] |= 1UL << signature;
    }
}
