using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Claims;

/// <summary>The claims of a contact's accounts, field by field, the earliest-published first.</summary>
internal static class ClaimSet
{
    /// <summary>All claims about one field. A value that a reading gives without a claim of its own rests on the account's first evidence.</summary>
    public static ImmutableArray<AttributedClaim> About(ContactField field, IEnumerable<Account> accounts, Relays relays)
    {
        var claims = ImmutableArray.CreateBuilder<AttributedClaim>();
        foreach (var account in accounts)
        {
            var stated = account.Finding.Claims.Where(c => c.Field == field).ToList();
            foreach (var value in Values(field, account.Finding))
            {
                if (!stated.Exists(c => string.Equals(c.Value, value, StringComparison.Ordinal))) stated.Add(Bare(field, value, account.Finding));
            }
            var inferred = field == ContactField.Date && account.Finding.DateInferred;
            foreach (var claim in stated)
            {
                claims.Add(new AttributedClaim(
                    claim, account.Id, account.Place, relays.First(Origins.Of(claim, account.Reprint?.Of ?? account.Place)),
                    inferred && claim.Value == account.Finding.Date));
            }
        }
        return claims.DrainToImmutable();
    }

    private static IEnumerable<string> Values(ContactField field, ContactFinding finding)
    {
        if (field == ContactField.Participant) return finding.Participants.Select(p => p.Name);
        var value = field switch
        {
            ContactField.Kind => finding.Kind.Name(),
            ContactField.Status => finding.Status.Name(),
            ContactField.Date => finding.Date,
            ContactField.Duration => finding.Duration,
            ContactField.Place => finding.Place,
            ContactField.Initiator => finding.Initiator,
            _ => null,
        };
        return value is null ? [] : [value];
    }

    private static FieldClaim Bare(ContactField field, string value, ContactFinding finding) => new(
        field, value, field == ContactField.Duration ? finding.DurationBound : null,
        finding.Evidence.IsDefaultOrEmpty ? new Evidence(0, 0, "") : finding.Evidence[0], [], []);
}
