namespace Readout.Reading.Matching;

/// <summary>
/// Numbers for sets of labels. Items with the same labels have the same signature, and the automaton steps by signature alone.
/// </summary>
public sealed class SignatureTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> sets = [];

    /// <summary>How many different sets have been seen.</summary>
    public int Count => sets.Count;

    /// <summary>The labels of a signature, sorted.</summary>
    public ReadOnlySpan<int> Labels(int signature) => sets[signature];

    /// <summary>Whether a signature has a label.</summary>
    public bool Has(int signature, int label) => Array.BinarySearch(sets[signature], label) >= 0;

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
        return sets.Count - 1;
    }
}
