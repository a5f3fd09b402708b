using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>A contact in full: the event in the world, as all its accounts tell it.</summary>
/// <param name="Id">The id it shows: that of its earliest-published account.</param>
/// <param name="Kind">The resolved kind.</param>
/// <param name="Status">The resolved status.</param>
/// <param name="Participants">Who took part; a state is left out where a person who acts for it is named.</param>
/// <param name="Date">Resolved date, EDTF; null where no account gives one.</param>
/// <param name="DateInferred">True where only publication dates bound <paramref name="Date"/>.</param>
/// <param name="Duration">Resolved duration, ISO 8601; null where no account gives one.</param>
/// <param name="DurationBound">How the duration bounds the true one.</param>
/// <param name="Place">Resolved place; null where no account gives one.</param>
/// <param name="Initiator">Who asked for it, or <c>undisclosed</c>; null where no account tells.</param>
/// <param name="Articles">How many different texts tell of it.</param>
/// <param name="Origins">The independent first sources, sorted.</param>
/// <param name="Accounts">Its accounts, the earliest-published first.</param>
/// <param name="Fields">Every field that at least one claim was made about, in the order of <see cref="ContactField"/>.</param>
/// <param name="Candidates">
/// Not empty where its account fits several contacts equally and was therefore left apart: the ids of those contacts.
/// </param>
/// <param name="Statements">Statements of its articles that belong to it.</param>
/// <param name="Outcomes">Outcomes that belong to it.</param>
/// <param name="Positions">Positions that belong to it.</param>
public sealed record Contact(
    string Id,
    ContactKind Kind,
    ContactStatus Status,
    ImmutableArray<Participant> Participants,
    string? Date,
    bool DateInferred,
    string? Duration,
    DurationBound? DurationBound,
    string? Place,
    string? Initiator,
    int Articles,
    ImmutableArray<string> Origins,
    ImmutableArray<ContactAccount> Accounts,
    ImmutableArray<ResolvedField> Fields,
    ImmutableArray<string> Candidates,
    ImmutableArray<StatementRow> Statements,
    ImmutableArray<OutcomeRow> Outcomes,
    ImmutableArray<PositionRow> Positions)
{
    /// <summary>Whether it was left apart because it fits several contacts equally.</summary>
    public bool Unresolved => !Candidates.IsEmpty;

    /// <summary>The decisions in force about it, those decided later first.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>
    /// Who held the offices that its articles name without their holders, as other articles tell; empty where they name none, or where the
    /// contact was asked for without its words.
    /// </summary>
    public ImmutableArray<ObservedHolding> Offices { get; init; } = [];

    /// <summary>What it became, step by step, each dated by the article that first told of it.</summary>
    public ImmutableArray<LifeStep> Life { get; init; } = [];

    /// <summary>What has become of it, where it was a plan; null where it was none.</summary>
    public PlanState? Plan { get; init; }
}

/// <summary>Where a text stands: who published it, when, under what name and address.</summary>
/// <param name="Article">The id the input gave.</param>
/// <param name="TextHash">The content address of the text.</param>
/// <param name="Published">When, as written in the input; null where unknown.</param>
/// <param name="Publisher">Who; null where unknown.</param>
/// <param name="Url">The address; null where unknown.</param>
public sealed record ArticlePlace(string Article, string TextHash, string? Published, string? Publisher, string? Url);

/// <summary>One article's telling of a contact.</summary>
/// <param name="Id">Its permanent id; the contact answers to it.</param>
/// <param name="Place">The canonical place of its text: the earliest known.</param>
/// <param name="OtherPlaces">Further places of the same text.</param>
/// <param name="Finding">What the article says.</param>
/// <param name="Origin">Its first source, as far as it tells.</param>
/// <param name="Merged">Why it belongs to this contact.</param>
public sealed record ContactAccount(
    string Id,
    ArticlePlace Place,
    ImmutableArray<ArticlePlace> OtherPlaces,
    ContactFinding Finding,
    string Origin,
    MergeReason Merged)
{
    /// <summary>The text that its text prints again, wholly or for the most part, and whose origin it therefore has; null where it is none.</summary>
    public Reprint? Reprint { get; init; }
}

/// <summary>Why an account belongs to its contact, or stands apart.</summary>
/// <param name="Rule">A short id (<c>first</c>, <c>same-day</c>, <c>dates-meet</c>, <c>near-publication</c> …).</param>
/// <param name="Because">One English sentence for people.</param>
public sealed record MergeReason(string Rule, string Because);

/// <summary>How the claims about a field stand to each other.</summary>
public enum Agreement
{
    /// <summary>One claim, or the same value from all; written <c>single</c> in files.</summary>
    Sole,

    /// <summary>Different values that can all be true.</summary>
    Consistent,

    /// <summary>Values that cannot all be true.</summary>
    Conflicting,
}

/// <summary>A field of a contact with all that was claimed about it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Resolved">The value the ledger shows; for participants all names, joined by <c>; </c>.</param>
/// <param name="Bound">For a duration, the bound of the shown value.</param>
/// <param name="Agreement">How the claims stand to each other.</param>
/// <param name="Rule">Short id of the rule that chose the value (<c>only</c>, <c>intersection</c>, <c>best-supported</c> …).</param>
/// <param name="Claims">All claims, the earliest-published first.</param>
public sealed record ResolvedField(
    ContactField Field, string? Resolved, DurationBound? Bound, Agreement Agreement, string Rule, ImmutableArray<AttributedClaim> Claims)
{
    /// <summary>The id of the decision that set the value; null where claims came to it.</summary>
    public string? Decision { get; init; }
}

/// <summary>A claim with the article and account it comes from.</summary>
/// <param name="Claim">Value, bound, evidence, relay and rules.</param>
/// <param name="AccountId">The account that makes it.</param>
/// <param name="Place">The article that makes it.</param>
/// <param name="Origin">Its first source.</param>
/// <param name="Inferred">True for a date that only the publication date bounds.</param>
public sealed record AttributedClaim(FieldClaim Claim, string AccountId, ArticlePlace Place, string Origin, bool Inferred);

/// <summary>A statement with its article and the contact it belongs to.</summary>
/// <param name="Statement">What was said, by whom, through whom.</param>
/// <param name="Place">The article that tells it.</param>
/// <param name="ContactId">The contact it belongs to; null where its article tells of none.</param>
public sealed record StatementRow(StatementFinding Statement, ArticlePlace Place, string? ContactId);

/// <summary>An outcome with its article.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Place">The article that tells it.</param>
public sealed record OutcomeRow(OutcomeFinding Outcome, ArticlePlace Place);

/// <summary>A position with its article.</summary>
/// <param name="Position">The position.</param>
/// <param name="Place">The article that tells it.</param>
public sealed record PositionRow(PositionFinding Position, ArticlePlace Place);

/// <summary>The answer to a search for one contact.</summary>
/// <param name="Contact">The contact, where exactly one answers to the id.</param>
/// <param name="Matches">Ids of all contacts that answer, at most ten; several when the id is ambiguous, none when it is unknown.</param>
public sealed record ContactLookup(Contact? Contact, ImmutableArray<string> Matches)
{
    /// <summary>The decision that rejected the account asked for, where it is therefore of no contact; null otherwise.</summary>
    public Decision? Rejected { get; init; }
}

/// <summary>A field on which sources conflict.</summary>
/// <param name="Contact">The contact's timeline row.</param>
/// <param name="Field">The field with its claims.</param>
/// <param name="Sharpness">How far apart the values are, 0 to 1; the list is sorted by it.</param>
public sealed record Disagreement(TimelineRow Contact, ResolvedField Field, double Sharpness);
