using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;

namespace Readout.Reading.Statements;

/// <summary>The stage of statements: who said what, in which words, and through whom it came.</summary>
internal sealed class StatementReader(Document document, Discourse discourse)
{
    /// <summary>The statements of the article, in text order.</summary>
    public ImmutableArray<StatementFinding> Run(StageRules rules)
    {
        var quotes = new QuotationMarks(document.Text, document.Tokens).Find();
        var outer = OuterText.From(document, document.Items, quotes);
        var clauses = new ClauseFinder(document, outer, discourse).Run(rules);
        var attribution = new Attribution(document, outer);
        for (var first = 0; first < outer.Items.Count;)
        {
            var (sentence, end) = (outer.Sentences[first], first + 1);
            while (end < outer.Items.Count && outer.Sentences[end] == sentence) end++;
            attribution.Read(first, end, [.. clauses[sentence]]);
            first = end;
        }

        return [.. attribution.Found.OrderBy(f => f.Words.Start).ThenByDescending(f => f.Words.End)];
    }
}
