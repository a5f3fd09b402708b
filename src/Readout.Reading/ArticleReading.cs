using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>All that one article says. A pure function of the article and the packs.</summary>
/// <param name="Contacts">Contacts told of, in text order.</param>
/// <param name="Statements">Statements, in text order.</param>
/// <param name="Positions">Positions, in text order.</param>
/// <param name="Outcomes">Outcomes, in text order.</param>
/// <param name="Times">Time expressions, in text order.</param>
/// <param name="Offices">Office-holders the article names, in text order.</param>
/// <param name="Warnings">What the reader should know, such as relative dates left open for want of a publication date.</param>
public sealed record ArticleReading(
    ImmutableArray<ContactFinding> Contacts,
    ImmutableArray<StatementFinding> Statements,
    ImmutableArray<PositionFinding> Positions,
    ImmutableArray<OutcomeFinding> Outcomes,
    ImmutableArray<TimeFinding> Times,
    ImmutableArray<ObservedOffice> Offices,
    ImmutableArray<string> Warnings)
{
    /// <summary>Whom the article names, in text order, after coreference: shown by <c>explain</c>.</summary>
    public ImmutableArray<MentionFinding> Mentions
    {
        get => field.IsDefault ? Named?.All ?? [] : field;
        init;
    }

    /// <summary>The mentions, before they are put into words.</summary>
    internal MentionList? Named { get; init; }
}

/// <summary>A place of the text that names one or more actors.</summary>
/// <param name="Words">The words.</param>
/// <param name="Names">Canonical names of those it stands for.</param>
/// <param name="Rules">Ids of the rules that led to it.</param>
public sealed record MentionFinding(Evidence Words, ImmutableArray<string> Names, ImmutableArray<string> Rules);
