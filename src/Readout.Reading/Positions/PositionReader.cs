using System.Collections.Immutable;
using Readout.Reading.Matching;

namespace Readout.Reading.Positions;

/// <summary>The stages of positions and outcomes: who stands how to what, and what came of it.</summary>
internal sealed class PositionReader(Document document, ImmutableArray<StatementFinding> statements)
{
    /// <summary>The positions of the article, in text order.</summary>
    public ImmutableArray<PositionFinding> Positions(StageRules rules) => new StanceReader(document, statements).Run(rules);

    /// <summary>The outcomes of the article, in text order.</summary>
    public ImmutableArray<OutcomeFinding> Outcomes(StageRules rules) => new OutcomeReader(document, statements).Run(rules);
}
