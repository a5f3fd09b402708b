using System.Collections.Immutable;

namespace Readout.Reading.Statements;

/// <summary>Tells through whom a piece of evidence reached the article: the statement it stands in, and that one's relay.</summary>
internal sealed class Provenance
{
    // So many statements can lie around one place: a quotation in reported speech, in a relay.
    private const int Deepest = 4;
    private readonly StatementFinding[] byStart;

    /// <summary>Makes it of an article's statements.</summary>
    public Provenance(IEnumerable<StatementFinding> statements) =>
        byStart = [.. statements.OrderBy(s => s.Words.Start).ThenByDescending(s => s.Words.End)];

    /// <summary>The chain, nearest first, the origin last; empty where the article speaks itself.</summary>
    public ImmutableArray<string> Of(Evidence evidence)
    {
        var (low, high) = (0, byStart.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (byStart[middle].Words.Start <= evidence.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && i >= low - Deepest; i--)
        {
            if (byStart[i].Words.End >= evidence.End) return [.. byStart[i].Relay, byStart[i].Speaker];
        }

        return [];
    }
}
