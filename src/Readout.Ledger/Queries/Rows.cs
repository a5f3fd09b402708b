using System.Collections.Immutable;
using NodaTime;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Queries;

/// <summary>A contact in one line.</summary>
/// <param name="Id">The id it shows.</param>
/// <param name="Kind">The resolved kind.</param>
/// <param name="Status">The resolved status.</param>
/// <param name="Participants">Who took part.</param>
/// <param name="Date">Resolved date, EDTF (its form gives the precision); null where undated.</param>
/// <param name="DateInferred">True where only publication dates bound the date.</param>
/// <param name="SortDay">The day it is sorted by: the date's first day, else the earliest publication; null where neither is known.</param>
/// <param name="Duration">ISO 8601; null where unknown.</param>
/// <param name="DurationBound">How the duration bounds the true one.</param>
/// <param name="Place">Place; null where unknown.</param>
/// <param name="Articles">How many different texts tell of it.</param>
/// <param name="Origins">How many independent first sources it has.</param>
/// <param name="Conflicts">How many of its fields sources conflict on.</param>
/// <param name="Unresolved">Whether it was left apart because it fits several contacts equally.</param>
public sealed record TimelineRow(
    string Id,
    ContactKind Kind,
    ContactStatus Status,
    ImmutableArray<Participant> Participants,
    string? Date,
    bool DateInferred,
    LocalDate? SortDay,
    string? Duration,
    DurationBound? DurationBound,
    string? Place,
    int Articles,
    int Origins,
    int Conflicts,
    bool Unresolved);

/// <summary>A text of the ledger with the places it stands at.</summary>
/// <param name="Place">The canonical place: the earliest known.</param>
/// <param name="OtherPlaces">Further places of the same text.</param>
/// <param name="Language">ISO 639-1 language code.</param>
/// <param name="Length">Length of the text in UTF-16 code units.</param>
/// <param name="Contacts">How many contacts it tells of.</param>
public sealed record ArticleRow(ArticlePlace Place, ImmutableArray<ArticlePlace> OtherPlaces, string Language, int Length, int Contacts);

/// <summary>An article as it is stored, with its reading.</summary>
/// <param name="Article">The article at its canonical place.</param>
/// <param name="OtherPlaces">Further places of the same text.</param>
/// <param name="Reading">What it says.</param>
/// <param name="ContactIds">
/// The contact that each finding of <see cref="ArticleReading.Contacts"/> belongs to, in the same order; empty for one that was rejected.
/// </param>
public sealed record StoredArticle(
    Article Article, ImmutableArray<ArticlePlace> OtherPlaces, ArticleReading Reading, ImmutableArray<string> ContactIds);

/// <summary>How much a ledger holds.</summary>
/// <param name="Texts">Different texts.</param>
/// <param name="Places">Places of texts (the same text at two addresses has two).</param>
/// <param name="Accounts">Accounts of contacts.</param>
/// <param name="Contacts">Contacts.</param>
public sealed record LedgerCounts(int Texts, int Places, int Accounts, int Contacts);

/// <summary>Which contacts to keep; every condition that is set must hold.</summary>
public sealed record ContactFilter
{
    /// <summary>
    /// Names that must each be a participant's, or a part of one, in any case and without regard to accents ("putin"); else a name that
    /// articles use for a participant.
    /// </summary>
    public ImmutableArray<string> Persons { get; init; } = [];

    /// <summary>
    /// States that must each take part, by ISO 3166-1 alpha-3 code in any case, or by the canonical English name where a contact of
    /// the ledger names the state itself.
    /// </summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>Kinds to keep; empty keeps all.</summary>
    public ImmutableArray<ContactKind> Kinds { get; init; } = [];

    /// <summary>Statuses to keep; empty keeps all.</summary>
    public ImmutableArray<ContactStatus> Statuses { get; init; } = [];

    /// <summary>Two sides that must both take part, each a state or a person as above; empty or of two.</summary>
    public ImmutableArray<string> Pair { get; init; } = [];

    /// <summary>Places of which the contact must have one; a part of the name will do, with or without accents.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>
    /// Issues of which one must be an issue of a position that belongs to the contact: a name as the language pack has it, or a part of one.
    /// </summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Publishers of which one must have published an article that tells of the contact; a part of the name will do.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>Whether to keep only what some source counts.</summary>
    internal bool CountedOnly { get; init; }

    /// <summary>Whether to keep only what was a plan at some time.</summary>
    internal bool PlansOnly { get; init; }

    /// <summary>Keep what may have been on or after this day; undated contacts go by the day they sort at.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Keep what may have been on or before this day.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>Which statements to keep; every condition that is set must hold.</summary>
public sealed record StatementFilter
{
    /// <summary>The speaker's name; where nobody is named just so, all whose names hold this; accents may be left out.</summary>
    public string? Speaker { get; init; }

    /// <summary>Direct or indirect only.</summary>
    public StatementMode? Mode { get; init; }

    /// <summary>Those of one contact, by any of its ids in full.</summary>
    public string? ContactId { get; init; }

    /// <summary>Those of the articles with this given id.</summary>
    public string? Article { get; init; }

    /// <summary>Those of articles published on or after this day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Those of articles published on or before this day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Issues of which one must be that of a position taken in the statement; a part of the name will do.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Publishers of which one must have published the article; a part of the name will do.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>Those that belong to a contact that passes this; null keeps all.</summary>
    public ContactFilter? About { get; init; }
}
