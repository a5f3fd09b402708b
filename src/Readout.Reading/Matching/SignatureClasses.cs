namespace Readout.Reading.Matching;

/// <summary>
/// Puts signatures that a stage's patterns cannot tell apart into one class: most words of a language are alike to them.
/// </summary>
internal sealed class SignatureClasses(IReadOnlySet<int> labels, SignatureTable signatures)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    // Two bytes each, so that those of a whole stage stay near.
    private ushort[] known = [];

    /// <summary>How many classes there are.</summary>
    public int Count => numbers.Count;

    /// <summary>The classes of the signatures seen so far, 0 where one has not been; it may be shorter than the signatures are many.</summary>
    public ushort[] Known => known;

    /// <summary>The class of a signature, from 1.</summary>
    public int Of(int signature) => (uint)signature < (uint)known.Length && known[signature] is var number and > 0 ? number : Classify(signature);

    private int Classify(int signature)
    {
        if (signature >= known.Length) Array.Resize(ref known, Math.Max(signatures.Count, signature + 1) + 64);
        var set = signatures.Labels(signature);
        Span<char> key = set.Length <= 64 ? stackalloc char[set.Length] : new char[set.Length];
        var length = 0;
        foreach (var label in set)
        {
            if (labels.Contains(label)) key[length++] = (char)label;
        }

        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key[..length], out var number)) lookup[key[..length]] = number = numbers.Count + 1;
        // Where there should ever be more, the last are asked for each time by all their labels.
        if (number <= ushort.MaxValue) known[signature] = (ushort)number;
        return number;
    }
}
