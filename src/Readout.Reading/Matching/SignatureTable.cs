namespace Readout.Reading.Matching;

/// <summary>
/// Numbers for sets of labels. Items with the same labels have the same signature, and the automaton steps by signature alone.
/// </summary>
public sealed class SignatureTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> sets = [];

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
    public int Intern(List<int> labels)
    {
        labels.Sort();
        Span<char> key = labels.Count <= 64 ? stackalloc char[labels.Count] : new char[labels.Count];
        var (length, last) = (0, -1);
        foreach (var label in labels)
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
