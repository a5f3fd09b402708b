using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Claims;

/// <summary>What a contact's accounts come to: a pure function of the accounts.</summary>
/// <param name="Fields">Every field with claims, in the order of <see cref="ContactField"/>.</param>
/// <param name="Participants">Who took part.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Status">The status.</param>
/// <param name="DateInferred">Whether only publications bound the date.</param>
/// <param name="Origins">Independent first sources, sorted.</param>
internal sealed record Resolution(
    ImmutableArray<ResolvedField> Fields,
    ImmutableArray<Participant> Participants,
    ContactKind Kind,
    ContactStatus Status,
    bool DateInferred,
    ImmutableArray<string> Origins)
{
    /// <summary>The field, or null where nobody claims anything about it.</summary>
    public ResolvedField? Of(ContactField field) => Fields.FirstOrDefault(f => f.Field == field);

    /// <summary>Resolves the accounts of one contact, given in canonical order.</summary>
    public static Resolution Of(IReadOnlyList<Account> accounts)
    {
        var relays = Relays.Of(accounts);
        ImmutableArray<AttributedClaim> About(ContactField field) => ClaimSet.About(field, accounts, relays);
        var published = accounts.ToDictionary(a => a.Id, a => a.Published, StringComparer.Ordinal);
        var participants = Company.Of(accounts);
        var kind = FieldRules.Kind(About(ContactField.Kind));
        var status = FieldRules.Status(About(ContactField.Status), published);
        ImmutableArray<ResolvedField?> fields =
        [
            kind,
            status,
            Company.Field(participants, About(ContactField.Participant)),
            FieldRules.Date(About(ContactField.Date)),
            FieldRules.Duration(About(ContactField.Duration)),
            FieldRules.Place(About(ContactField.Place)),
            FieldRules.Initiator(About(ContactField.Initiator)),
            FieldRules.Count(About(ContactField.Count)),
        ];
        return new Resolution(
            [.. fields.OfType<ResolvedField>().Select(Agreed)],
            participants,
            Written.Parse<ContactKind>(kind.Resolved) ?? accounts[0].Finding.Kind,
            Written.Parse<ContactStatus>(status.Resolved) ?? accounts[0].Finding.Status,
            fields[(int)ContactField.Date] is { } date && date.Claims.All(c => c.Inferred),
            [.. accounts.Select(a => relays.First(a.Origin)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    // Two articles that say the same agree; one that says it is alone.
    private static ResolvedField Agreed(ResolvedField field) =>
        field.Agreement == Agreement.Sole && field.Claims.Select(c => c.AccountId).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? field with { Agreement = Agreement.Consistent }
            : field;
}
