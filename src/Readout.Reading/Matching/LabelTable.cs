using System.Runtime.CompilerServices;

namespace Readout.Reading.Matching;

/// <summary>
/// Numbers for the labels that patterns ask for: classes of the lexicon (<c>title</c>), kinds found by earlier stages
/// (<c>actor</c>), shapes (<c>cap</c>, <c>n31</c>) and literal words (<c>=phút</c>).
/// </summary>
public sealed class LabelTable
{
    private const int Recent = 1024;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    // The code asks for the same few labels again and again, each time by the same string: what was asked last, by a cheap hash.
    private readonly (string? Name, int Number)[] recent = new (string?, int)[Recent];

    /// <summary>How many labels there are.</summary>
    public int Count => names.Count;

    /// <summary>The name of a label.</summary>
    public string this[int number] => names[number];

    /// <summary>The number of a label, which is added where it is new.</summary>
    public int Add(string name)
    {
        if (Find(name) is var known and >= 0) return known;
        names.Add(name);
        numbers.Add(name, names.Count - 1);
        recent[Place(name)] = default;
        return names.Count - 1;
    }

    /// <summary>The number of a label, or -1 where nothing asks for it or makes it.</summary>
    public int Find(string name)
    {
        ref var slot = ref recent[Place(name)];
        if (!ReferenceEquals(slot.Name, name)) slot = (name, numbers.GetValueOrDefault(name, -1));
        return slot.Number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(string name) =>
        name.Length == 0 ? 0 : ((name[0] * 31) + (name[^1] * 257) + (name[name.Length / 2] * 1031) + (name.Length * 8191)) & (Recent - 1);
}
