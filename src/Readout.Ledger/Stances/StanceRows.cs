using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Stances;

/// <summary>Which positions to keep; every condition that is set must hold.</summary>
public sealed record PositionFilter
{
    /// <summary>The issue as the language pack names it; where no issue is named just so, all whose names hold this.</summary>
    public string? Issue { get; init; }

    /// <summary>The holder's canonical name; where nobody is named just so, all whose names hold this; accents may be left out.</summary>
    public string? Holder { get; init; }

    /// <summary>Those taken on or after this day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Those taken on or before this day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Those told by one of these publishers; a part of the name will do. Empty keeps all.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>Those that belong to a contact that passes this; null keeps all.</summary>
    public ContactFilter? About { get; init; }
}

/// <summary>An issue with who holds what on it, as far as the ledger knows.</summary>
/// <param name="Issue">Its name.</param>
/// <param name="Articles">How many texts tell of a position on it.</param>
public sealed record IssueRow(string Issue, int Articles);

/// <summary>One article's telling of a position.</summary>
/// <param name="Position">The position.</param>
/// <param name="Place">The article that tells it.</param>
/// <param name="Day">The day it was taken on, else that of publication; null where neither is known.</param>
/// <param name="Word">On whose word: who said so first, else the publisher; null where neither is known.</param>
/// <param name="Relay">Through whom that word came, nearest first.</param>
/// <param name="ContactId">The contact it belongs to; null where its article tells of none.</param>
public sealed record PositionTelling(
    PositionFinding Position, ArticlePlace Place, LocalDate? Day, string? Word, ImmutableArray<string> Relay, string? ContactId);

/// <summary>How a holder's stance differs from the one before.</summary>
public enum StanceChange
{
    /// <summary>It is the first that is known.</summary>
    None,

    /// <summary>Another stance of the same tendency: a demand becomes support.</summary>
    Shift,

    /// <summary>From against to for, from for to against, or from or to both at once.</summary>
    Turn,
}

/// <summary>A time in which a holder held to one stance on one issue, as far as articles tell.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Issue">The issue.</param>
/// <param name="Stances">The stance; several where all were taken on one day.</param>
/// <param name="Since">The day it is first told for; null where no day is known.</param>
/// <param name="Until">The day it is last told for.</param>
/// <param name="Change">How it differs from the one before.</param>
/// <param name="Before">The stance before; empty where this is the first.</param>
/// <param name="Tellings">Who tells it, the earliest day first.</param>
public sealed record StanceRun(
    string Holder, string Issue, ImmutableArray<Stance> Stances, LocalDate? Since, LocalDate? Until, StanceChange Change,
    ImmutableArray<Stance> Before, ImmutableArray<PositionTelling> Tellings)
{
    /// <summary>How many independent words it rests on.</summary>
    public int Words => Tellings.Select(t => t.Word ?? t.Place.TextHash).Distinct(StringComparer.Ordinal).Count();
}
