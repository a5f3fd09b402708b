namespace Readout.Reading.Matching;

/// <summary>What a match kept under names: ranges of items, in text order.</summary>
public readonly struct Captures
{
    private const int FewOpen = 32;

    // They count from the match's start: matches of the same labels share them.
    private readonly (int Name, int Start, int End)[] ranges;
    private readonly int from;

    /// <summary>Makes captures from a walk's openings and closings.</summary>
    /// <param name="path">The openings and closings, counted from the start of the match.</param>
    /// <param name="from">Index of the first item of the match.</param>
    internal Captures(List<(int Name, bool Opens, int At)> path, int from)
    {
        this.from = from;
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

    private Captures((int Name, int Start, int End)[] ranges, int from) => (this.ranges, this.from) = (ranges, from);

    /// <summary>How many ranges there are.</summary>
    internal int Count => ranges.Length;

    /// <summary>A range and the name it was kept under; ranges stand in text order.</summary>
    internal (int Name, int Start, int End) this[int index]
    {
        get
        {
            ref readonly var r = ref ranges[index];
            return (r.Name, r.Start + from, r.End + from);
        }
    }

    /// <summary>The same for a match of the same pattern and the same labels elsewhere.</summary>
    /// <param name="start">Index of the first item of that match.</param>
    internal Captures MovedTo(int start) => new(ranges, start);

    /// <summary>The first range kept under a name, or null.</summary>
    public (int Start, int End)? First(int name)
    {
        foreach (ref readonly var r in ranges.AsSpan())
        {
            if (r.Name == name) return (r.Start + from, r.End + from);
        }

        return null;
    }

    /// <summary>All ranges kept under a name.</summary>
    public IEnumerable<(int Start, int End)> All(int name)
    {
        foreach (var r in ranges)
        {
            if (r.Name == name) yield return (r.Start + from, r.End + from);
        }
    }

    private static bool InOrder((int Name, int Start, int End)[] ranges)
    {
        for (var r = 1; r < ranges.Length; r++)
        {
            if (ranges[r].Start < ranges[r - 1].Start) return false;
        }

        return true;
    }
}
