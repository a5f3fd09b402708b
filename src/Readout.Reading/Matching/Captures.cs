namespace Readout.Reading.Matching;

/// <summary>What a match kept under names: ranges of items, in text order.</summary>
public readonly struct Captures
{
    private const int FewOpen = 32;
    private readonly (int Name, int Start, int End)[] ranges;

    /// <summary>Makes captures from a walk's openings and closings.</summary>
    public Captures(List<(int Name, bool Opens, int At)> path)
    {
        var closed = 0;
        ranges = path.Count == 0 ? [] : new (int, int, int)[path.Count / 2];
        Span<(int Name, int At)> open = path.Count <= FewOpen ? stackalloc (int, int)[path.Count] : new (int, int)[path.Count];
        var depth = 0;
        foreach (var (name, opens, at) in path)
        {
            if (opens) open[depth++] = (name, at);
            else ranges[closed++] = (name, open[--depth].At, at);
        }

        if (!InOrder(ranges)) ranges.AsSpan().Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private static bool InOrder((int Name, int Start, int End)[] ranges)
    {
        for (var r = 1; r < ranges.Length; r++)
        {
            if (ranges[r].Start < ranges[r - 1].Start) return false;
        }

        return true;
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

    /// <summary>All ranges, in text order.</summary>
    internal ReadOnlySpan<(int Name, int Start, int End)> Ranges => ranges;

    /// <summary>All ranges kept under a name.</summary>
    public IEnumerable<(int Start, int End)> All(int name)
    {
        foreach (var r in ranges)
        {
            if (r.Name == name) yield return (r.Start, r.End);
        }
    }
}
