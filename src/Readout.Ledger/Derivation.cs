using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Ledger.Decisions;
using Readout.Ledger.Identity;
using Readout.Ledger.Queries;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger;

/// <summary>
/// From accounts to contacts, in three steps that each redo no more than what a change can reach: neighbourhoods place accounts, placings
/// come together to groups, and the accounts of a group are a contact with its claims and values.
/// </summary>
internal static class Derivation
{
    /// <summary>
    /// The number of this way to derive contacts. Raise it whenever the same accounts would come to other contacts, so that ledgers
    /// made before are derived anew when they are next opened to write.
    /// </summary>
    public const int Number = 6;

    /// <summary>Derives anew what a change of accounts or of decisions reaches.</summary>
    /// <returns>How many contacts were made, changed or taken away.</returns>
    public static int Derive(IStoreWrite write, AccountChange change, DecisionBook book)
    {
        TextReuse.Follow(write, change);
        var moved = new HashSet<string>(change.Added, StringComparer.Ordinal);
        Place(write, change, moved);
        var groups = new SortedSet<string>(change.Groups, StringComparer.Ordinal);
        Group(write, moved, groups);
        var decided = new DecidedGroups(write, book);
        decided.Reach(groups, change);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var touched = 0;
        foreach (var group in groups)
        {
            if (done.Contains(group)) continue;
            var together = decided.Together(group);
            done.UnionWith(together);
            touched += Contacts(write, together, book);
        }
        return touched;
    }

    // A cell is placed by itself and its neighbours in time, so a change reaches one cell on each side.
    private static void Place(IStoreWrite write, AccountChange change, HashSet<string> moved)
    {
        var centres = new SortedSet<Cell>(change.Centres, Comparer<Cell>.Create(Cell.Compare));
        foreach (var cell in change.Cells)
        {
            for (var by = -1; by <= 1; by++) centres.Add(cell.Shifted(by));
        }
        var near = new Dictionary<Cell, IReadOnlyList<Account>>();
        foreach (var centre in centres)
        {
            // Cells come by strand and time, so those left behind are not wanted again.
            foreach (var passed in near.Keys.Where(c => c.Strand != centre.Strand || c.Period < centre.Period - 1).ToList()) near.Remove(passed);
            var before = write.PlacingsOf(centre);
            if (before.Count == 0) continue;
            var accounts = new List<Account>();
            for (var by = -1; by <= 1; by++)
            {
                var cell = centre.Shifted(by);
                if (!near.TryGetValue(cell, out var inCell)) near[cell] = inCell = write.AccountsOf(cell);
                accounts.AddRange(inCell);
            }
            foreach (var placing in Clustering.Of(accounts))
            {
                if (!before.TryGetValue(placing.AccountId, out var old) || placing.IsSameAs(old)) continue;
                write.SetPlacing(centre, placing);
                moved.Add(placing.AccountId);
            }
        }
    }

    // An account whose placing moved takes along whatever leans on it.
    private static void Group(IStoreWrite write, HashSet<string> moved, SortedSet<string> groups)
    {
        var waiting = new Stack<string>(moved);
        while (waiting.TryPop(out var id))
        {
            foreach (var follower in write.LeaningOn(id))
            {
                if (moved.Add(follower)) waiting.Push(follower);
            }
        }
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        var placings = new Dictionary<string, IReadOnlyList<(Cell, Placing)>>(StringComparer.Ordinal);
        IReadOnlyList<(Cell, Placing)> PlacingsOf(string id) =>
            placings.TryGetValue(id, out var known) ? known : placings[id] = write.PlacingsOf(id);
        string RootOf(string id) => moved.Contains(id) ? StandingOf(id).Root : write.GroupOf(id) ?? id;
        Standing StandingOf(string id)
        {
            if (!standings.TryGetValue(id, out var standing)) standings[id] = standing = Standing.Of(id, PlacingsOf(id), RootOf, PlacingsOf);
            return standing;
        }
        foreach (var id in moved.Order(StringComparer.Ordinal))
        {
            if (write.GroupOf(id) is { } old) groups.Add(old);
            var standing = StandingOf(id);
            groups.Add(standing.Root);
            write.SetStanding(id, standing);
        }
    }

    private static int Contacts(IStoreWrite write, IReadOnlyCollection<string> groups, DecisionBook book)
    {
        var found = groups.SelectMany(group => Members(group, write.AccountsOfGroup(group))).ToList();
        var arranged = (book.InForce.IsEmpty ? found : Arrangement.Of(found, book, Apart)).ToLookup(c => c.Group, StringComparer.Ordinal);
        var touched = 0;
        foreach (var group in groups)
        {
            var contacts = new List<ContactRow>();
            var places = new List<PlacedIn>();
            foreach (var contact in arranged[group])
            {
                var members = contact.Members.Sort(Account.CompareCanonically);
                var row = Row(members, contact, book.ApplyingTo(members, id => write.GroupOf(id) is not null));
                contacts.Add(row);
                places.AddRange(members.Select(m => new PlacedIn(m.Id, row.Row.Id, contact.Reasons.GetValueOrDefault(m.Id))));
            }
            touched += write.ReplaceContacts(group, contacts, places);
        }
        return touched;
    }

    // The contacts among accounts some of which were decided not to be one.
    private static IEnumerable<FoundContact> Apart(FoundContact contact, Func<string, string, bool> apart)
    {
        var parts = new Dictionary<string, List<Placing>>(StringComparer.Ordinal);
        var accounts = contact.Members.ToDictionary(m => m.Id, StringComparer.Ordinal);
        foreach (var placing in Clustering.Of(contact.Members, apart))
        {
            var home = placing.On.Length == 1 ? placing.On[0].AccountId : placing.AccountId;
            if (!parts.TryGetValue(home, out var part)) parts[home] = part = [];
            part.Add(placing);
        }
        return parts.Values.Select(part => new FoundContact(
            contact.Group, [.. part.Select(p => accounts[p.AccountId])],
            part is [{ On.Length: > 1 } equal] ? [.. equal.On.Select(l => l.AccountId)] : [])
        {
            Reasons = contact.Reasons.SetItems(part.Select(p => KeyValuePair.Create(p.AccountId, new MergeReason(p.Rule, p.Because)))),
        });
    }

    // Two neighbourhoods may bring two accounts of one article together; it tells them apart, so all but the first stand for themselves.
    private static IEnumerable<FoundContact> Members(string name, IReadOnlyList<(Account Account, ImmutableArray<string> Candidates)> group)
    {
        var together = group.Select(g => Profile.Of(g.Account)).Order(Profile.ByRank).DistinctBy(p => p.Account.Place.TextHash, StringComparer.Ordinal)
            .Select(p => p.Account).ToList();
        if (together.Count == 0) yield break;
        var kept = together.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        yield return new FoundContact(name, [.. together], [.. group.Where(g => kept.Contains(g.Account.Id)).SelectMany(g => g.Candidates).Distinct(StringComparer.Ordinal)]);
        foreach (var (account, _) in group.Where(g => !kept.Contains(g.Account.Id))) yield return new FoundContact(name, [account], []);
    }

    private static ContactRow Row(ImmutableArray<Account> accounts, FoundContact contact, ImmutableArray<Decision> decisions)
    {
        var resolution = DecidedValues.Over(Resolution.Of(accounts), decisions);
        var (date, duration) = (resolution.Of(ContactField.Date), resolution.Of(ContactField.Duration));
        var when = EdtfInterval.TryParse(date?.Resolved);
        var row = new TimelineRow(
            accounts[0].Id, resolution.Kind, resolution.Status, resolution.Participants, date?.Resolved, resolution.DateInferred,
            when?.First ?? when?.Last ?? accounts[0].PublishedDay, duration?.Resolved, duration?.Bound,
            resolution.Of(ContactField.Place)?.Resolved,
            accounts.Select(a => a.Place.TextHash).Distinct(StringComparer.Ordinal).Count(),
            resolution.Origins.Length,
            resolution.Fields.Count(f => f.Agreement == Agreement.Conflicting),
            !contact.Candidates.IsEmpty);
        return new ContactRow(
            row, contact.Group, Iso(when?.First), Iso(when?.Last), contact.Candidates, Life.IsPlan(Life.Of(accounts)), [.. decisions.Select(d => d.Id)]);
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
