using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>One article's telling of one contact: what an account in the ledger is made from.</summary>
/// <param name="Kind">The most specific kind the article gives.</param>
/// <param name="Status">Where it stands, by the article.</param>
/// <param name="Participants">Who took part, in the order of first mention; at least one.</param>
/// <param name="Date">EDTF day, month, year or <c>first/last</c>; null where the text gives nothing.</param>
/// <param name="DateInferred">True where only the publication date bounds <paramref name="Date"/>.</param>
/// <param name="Duration">ISO 8601; null where not stated.</param>
/// <param name="DurationBound">How the duration bounds the true one; null without a duration.</param>
/// <param name="Place">Canonical English name; null where not stated.</param>
/// <param name="Initiator">Who asked for it, or <c>undisclosed</c>; null where not stated.</param>
/// <param name="Main">Whether the article is chiefly about this contact.</param>
/// <param name="Evidence">The words that tell of it, in text order; never empty.</param>
/// <param name="Claims">Every value above with its own evidence, relay and rules.</param>
public sealed record ContactFinding(
    ContactKind Kind,
    ContactStatus Status,
    ImmutableArray<Participant> Participants,
    string? Date,
    bool DateInferred,
    string? Duration,
    DurationBound? DurationBound,
    string? Place,
    string? Initiator,
    bool Main,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<FieldClaim> Claims);
