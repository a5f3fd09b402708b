using System.Collections.Immutable;
using NodaTime;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Decisions;

/// <summary>What an analyst can decide.</summary>
public enum DecisionKind
{
    /// <summary>Contacts are one.</summary>
    Merge,

    /// <summary>Accounts are not of the contact that the others of it are of.</summary>
    Split,

    /// <summary>Accounts tell of no contact.</summary>
    Reject,

    /// <summary>A field of a contact has a value.</summary>
    Set,

    /// <summary>A contact is right as it stands.</summary>
    Confirm,

    /// <summary>Another decision is without effect.</summary>
    Undo,
}

/// <summary>
/// An analyst's decision: an input of the ledger as articles are. It names accounts by their permanent ids, so it holds whatever
/// articles come before or after it, and through every rebuild. Decisions are made by <see cref="Deciding"/> or read by
/// <see cref="DecisionLines"/>, which see to it that they make sense.
/// </summary>
public sealed record Decision
{
    /// <summary>Its permanent id, made from all it says: the same decision twice is one.</summary>
    public required string Id { get; init; }

    /// <summary>What is decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>
    /// The accounts it is about, in parts. Merge: a part for each contact, its accounts as they were then; the first of them that
    /// the ledger has stands for the contact. Split: those that leave, then those that stay. Reject: all that are rejected. Set: the accounts of
    /// the contact; the first that the ledger has stands for it. Confirm: the accounts of the contact, then the accounts of each contact
    /// that it is not. Undo: none.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> Parts { get; init; } = [];

    /// <summary>The field that is set; null for other decisions.</summary>
    public ContactField? Field { get; init; }

    /// <summary>The value it is set to, as files write it; for participants, names joined by <c>; </c>. Null for other decisions.</summary>
    public string? Value { get; init; }

    /// <summary>How a duration that is set bounds the true one; null for other fields.</summary>
    public DurationBound? Bound { get; init; }

    /// <summary>The id of the decision that is undone; null for other decisions.</summary>
    public string? Undoes { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>When: a moment, or a day that counts from its beginning.</summary>
    public required Publication At { get; init; }

    /// <summary>All accounts it names.</summary>
    public IEnumerable<string> Accounts => Parts.SelectMany(p => p);

    /// <summary>
    /// Those decided later first; of two that contradict each other the later one counts. A bare day stands before its moments, and the id
    /// tells apart what was decided at one moment.
    /// </summary>
    public static int LaterFirst(Decision a, Decision b)
    {
        var order = MomentOf(b).CompareTo(MomentOf(a));
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    /// <inheritdoc />
    public bool Equals(Decision? other) => other is not null && Id == other.Id;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    private static Instant MomentOf(Decision decision) =>
        decision.At.Moment?.ToInstant() ?? decision.At.Day.AtMidnight().InUtc().ToInstant();
}
