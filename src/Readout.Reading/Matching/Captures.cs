namespace Readout.Reading.Matching;

/// <summary>What a match kept under names: ranges of items, in text order.</summary>
public readonly struct Captures
{
    private readonly List<(int Name, int Start, int End)> ranges;

    /// <summary>Makes captures from a walk's openings and closings.</summary>
    public Captures(List<(int Name, bool Opens, int At)> path)
    {
        ranges = [];
        var open = new Stack<(int Name, int At)>();
        foreach (var (name, opens, at) in path)
        {
            if (opens)
            {
                open.Push((name, at));
                continue;
            }

            var (opened, start) = open.Pop();
            if (opened == name) ranges.Add((name, start, at));
        }

        ranges.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>The first range kept under a name, or null.</summary>
    public (int Start, int End)? First(int name)
    {
        foreach (var r in ranges)
        {
            if (r.Name == name) return (r.Start, r.End);
        }

        return null;
    }

    /// <summary>All ranges kept under a name.</summary>
    public IEnumerable<(int Start, int End)> All(int name) => ranges.Where(r => r.Name == name).Select(r => (r.Start, r.End));
}
