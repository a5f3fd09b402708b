namespace Readout.Reading.Matching;

/// <summary>
/// What the match at hand captured, found when somebody first asks: that takes a second walk over the match, and many matches are
/// turned down by their place alone.
/// </summary>
internal sealed class MatchWalk
{
    private Automaton? automaton;
    private ItemList? items;
    private int pattern;
    private int start;
    private int end;
    private Captures? captures;

    /// <summary>Counts the matches that have been at hand.</summary>
    public int Turn { get; private set; }

    /// <summary>Turns to another match; that before it can be asked no more.</summary>
    public void Begin(Automaton automaton, int pattern, ItemList items, int start, int end)
    {
        (this.automaton, this.pattern, this.items, this.start, this.end) = (automaton, pattern, items, start, end);
        captures = null;
        Turn++;
    }

    /// <summary>What the match captured.</summary>
    /// <param name="turn">The turn in which it was at hand.</param>
    /// <exception cref="InvalidOperationException">Another match is at hand: somebody kept one beyond the call that brought it.</exception>
    public Captures Of(int turn)
    {
        if (turn != Turn) throw new InvalidOperationException("a match was kept beyond its call");
        if (captures is { } known) return known;
        var walked = automaton!.Capture(pattern, items!.Cells, start, end);
        captures = walked;
        return walked;
    }
}
