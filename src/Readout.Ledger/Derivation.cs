using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Ledger.Identity;
using Readout.Ledger.Queries;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger;

/// <summary>From the accounts of a block to its contacts: identity, then claims, then what is stored of both.</summary>
internal static class Derivation
{
    /// <summary>
    /// The number of this way to derive contacts. Raise it whenever the same accounts would come to other contacts, so that ledgers
    /// made before are derived anew when they are next opened to write.
    /// </summary>
    public const int Number = 1;

    /// <summary>Derives one block anew.</summary>
    /// <returns>How many contacts were made, changed or taken away.</returns>
    public static int Derive(IStoreWrite write, string block)
    {
        var clusters = Clustering.Of(write.AccountsOf(block));
        var contacts = new List<ContactRow>(clusters.Count);
        var places = new List<(string, string, MergeReason)>();
        foreach (var cluster in clusters)
        {
            var contact = Row(cluster, block);
            contacts.Add(contact);
            foreach (var member in cluster.Members) places.Add((member.Id, contact.Row.Id, cluster.Reasons[member.Id]));
        }
        return write.ReplaceContacts(block, contacts, places);
    }

    private static ContactRow Row(Cluster cluster, string block)
    {
        var accounts = cluster.Members.ToList();
        accounts.Sort(Account.CompareCanonically);
        var resolution = Resolution.Of(accounts);
        var (date, duration) = (resolution.Of(ContactField.Date), resolution.Of(ContactField.Duration));
        var when = EdtfInterval.TryParse(date?.Resolved);
        var row = new TimelineRow(
            accounts[0].Id, resolution.Kind, resolution.Status, resolution.Participants, date?.Resolved, resolution.DateInferred,
            when?.First ?? when?.Last ?? accounts[0].PublishedDay, duration?.Resolved, duration?.Bound,
            resolution.Of(ContactField.Place)?.Resolved,
            accounts.Select(a => a.Place.TextHash).Distinct(StringComparer.Ordinal).Count(),
            resolution.Origins.Length,
            resolution.Fields.Count(f => f.Agreement == Agreement.Conflicting),
            cluster.Candidates.Count > 0);
        return new ContactRow(row, block, Iso(when?.First), Iso(when?.Last),
            [.. cluster.Candidates.Select(c => c.Earliest.Id).Order(StringComparer.Ordinal)],
            Life.IsPlan(Life.Of(accounts)));
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
