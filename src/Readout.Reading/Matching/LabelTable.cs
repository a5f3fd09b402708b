namespace Readout.Reading.Matching;

/// <summary>
/// Numbers for the labels that patterns ask for: classes of the lexicon (<c>title</c>), kinds found by earlier stages
/// (<c>actor</c>), shapes (<c>cap</c>, <c>n31</c>) and literal words (<c>=phút</c>).
/// </summary>
public sealed class LabelTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>How many labels there are.</summary>
    public int Count => names.Count;

    /// <summary>The name of a label.</summary>
    public string this[int number] => names[number];

    /// <summary>The number of a label, which is added where it is new.</summary>
    public int Add(string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        names.Add(name);
        numbers.Add(name, names.Count - 1);
        return names.Count - 1;
    }

    /// <summary>The number of a label, or -1 where nothing asks for it or makes it.</summary>
    public int Find(string name) => numbers.GetValueOrDefault(name, -1);
}
