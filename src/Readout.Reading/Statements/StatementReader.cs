using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;

namespace Readout.Reading.Statements;

/// <summary>The stage of statements: who said what, in which words, and through whom it came.</summary>
internal sealed class StatementReader(Document document, Discourse discourse)
{
    private const int LeastWithin = 8;

    /// <summary>The statements of the article, in text order.</summary>
    public ImmutableArray<StatementFinding> Run(StageRules rules)
    {
        var quotes = new QuotationMarks(document.Text, document.Tokens).Find();
        var outer = OuterText.From(document, document.Items, quotes);
        var attribution = new Attribution(document, outer);
        Read(attribution, outer, new ClauseFinder(document, outer, discourse).Run(rules));
        var found = new List<StatementFinding>(attribution.Found);
        foreach (var (quote, statement) in attribution.Quoted) found.AddRange(Within(quote, statement, rules));
        outer.Close(document.Workspace);
        return [.. found.OrderBy(f => f.Words.Start).ThenByDescending(f => f.Words.End)];
    }

    private static void Read(Attribution attribution, OuterText outer, ILookup<int, SayingClause> clauses)
    {
        var next = 0;
        for (var sentence = 0; sentence + 1 < outer.Starts.Count; sentence++)
        {
            var (first, end) = (outer.Starts[sentence], outer.Starts[sentence + 1]);
            var quoted = next;
            while (next < outer.Quotations.Count && outer.Quotations[next].Item < end) next++;
            if (next > quoted || clauses.Contains(sentence)) attribution.Read(first, end, [.. clauses[sentence]], quoted, next);
        }
    }

    // What a quoted speaker says that others said comes through the speaker.
    private IEnumerable<StatementFinding> Within(QuotedWords quote, StatementFinding statement, StageRules rules)
    {
        if (quote.Last - quote.First < LeastWithin) yield break;
        var items = Items(quote.First, quote.Last);
        if (items.Count == 0)
        {
            document.Workspace.Items.Return(items);
            yield break;
        }

        var inner = OuterText.From(document, items, []);
        var attribution = new Attribution(document, inner);
        var clauses = new ClauseFinder(document, inner, discourse).Run(rules).SelectMany(g => g)
            .Where(c => c.Subject >= 0 && c.Speech == SpeechKind.Speech && !c.Described && c.Name != statement.Speaker);
        Read(attribution, inner, clauses.ToLookup(c => inner.SentenceOf(c.Verb)));
        inner.Close(document.Workspace);
        document.Workspace.Items.Return(items);
        foreach (var found in attribution.Found) yield return found with { Relay = [.. found.Relay.Append(statement.Speaker).Concat(statement.Relay).Distinct()] };
    }

    private ItemList Items(int first, int end)
    {
        var items = document.Workspace.Items.Take();
        var cells = document.Items.Cells;
        for (var i = document.Items.LowerBound(first); i < cells.Length && cells[i].End <= end; i++) items.Add(cells[i]);
        return items;
    }
}
