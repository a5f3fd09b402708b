using Readout.Reading.Matching;

namespace Readout.Reading.Positions;

/// <summary>All that the rules say of one word that takes a position.</summary>
internal sealed class StanceDraft(int item, Stance stance)
{
    private int? governed;

    /// <summary>Index of the word among the items.</summary>
    public int Item => item;

    /// <summary>The stance, after negation.</summary>
    public Stance Stance { get; set; } = stance;

    /// <summary>Whether the word is a noun here, which takes a position only where its holder stands beside it.</summary>
    public bool IsNoun { get; set; }

    /// <summary>Whether whoever says it holds it, and not the subject.</summary>
    public bool IsSaid { get; set; }

    /// <summary>Whether its subject must stand plainly before it.</summary>
    public bool IsPlain { get; set; }

    /// <summary>The issue on which it takes a stance where its clause names none; null where it then takes none.</summary>
    public string? Open { get; set; }

    /// <summary>Of whom something is demanded or said; nobody demands it of his own state.</summary>
    public Item? Of { get; set; }

    /// <summary>Whether it heads a list of issues.</summary>
    public bool IsList { get; set; }

    /// <summary>Whether it is a threat, held by who utters it, else by its subject.</summary>
    public bool IsThreat { get; set; }

    /// <summary>The item that names the holder, where a rule says it.</summary>
    public Item? Holder { get; set; }

    /// <summary>The word on which this one depends, whose holder it shares: "calls on B to accept".</summary>
    public int? Under { get; set; }

    /// <summary>Issues: the item that names it (-1 where an earlier one is meant), and its name.</summary>
    public List<(int First, int End, string? Issue)> Issues { get; } = [];

    /// <summary>Ids of the rules that turned it: negation, dependence.</summary>
    public List<string> Also { get; } = [];

    /// <summary>Ids of the rules that said so.</summary>
    public List<string> Rules { get; } = [];

    /// <summary>Sets the issue the word itself governs: of several, the nearest.</summary>
    public void Nearest(int first, string issue)
    {
        if (governed is { } known && known <= first) return;
        Issues.RemoveAll(i => i.First == governed);
        governed = first;
        Add(first, first + 1, issue);
    }

    /// <summary>Adds an issue once.</summary>
    public void Add(int first, int end, string? issue)
    {
        if (!Issues.Exists(i => i.First == first)) Issues.Add((first, end, issue));
    }
}
