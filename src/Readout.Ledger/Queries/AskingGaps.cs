using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Claims;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Queries;

/// <summary>Holds the counts that sources state against the contacts that the ledger has.</summary>
internal sealed class AskingGaps(ILedgerStore store)
{
    /// <summary>All counts of contacts that pass a filter, by date of the contact.</summary>
    public IEnumerable<CountGap> Of(ContactFilter? filter)
    {
        foreach (var row in store.Contacts((filter ?? new ContactFilter()) with { CountedOnly = true }))
        {
            var accounts = store.AccountsOf(row.Row.Id).Select(a => a.Account).ToList();
            var published = accounts.ToDictionary(a => a.Id, a => a.PublishedDay, StringComparer.Ordinal);
            var counts = ClaimSet.About(ContactField.Count, accounts, Relays.Of(accounts))
                .Select(c => (Claim: c, Count: CountClaim.TryParse(c.Claim.Value))).Where(c => c.Count is not null)
                .GroupBy(c => c.Count!);
            foreach (var count in counts)
            {
                var told = count.Select(c => published[c.Claim.AccountId]).Max();
                yield return Held(row, count.Key, [.. count.Select(c => c.Claim)], told);
            }
        }
    }

    private CountGap Held(ContactRow row, CountClaim count, ImmutableArray<AttributedClaim> claims, LocalDate? told)
    {
        var contact = row.Row;
        var period = EdtfInterval.TryParse(count.Period);
        // "The first since 2019" leaves the one of 2019 out.
        var from = period?.First;
        if (count is { Form: CountForm.Nth, Number: 1, Period: { } written } && written.EndsWith("/..", StringComparison.Ordinal))
        {
            from = EdtfInterval.TryParse(written[..^3])?.Last?.PlusDays(1) ?? from;
        }

        // A contact is numbered among those up to its own day; what is counted in all, among those up to the day of the article.
        var to = count.Form == CountForm.AtLeast ? told : EdtfInterval.TryParse(contact.Date)?.Last ?? contact.SortDay;
        if (period?.Last is { } end && (to is null || end < to)) to = end;
        var sides = contact.Participants.Select(p => p.State ?? p.Name).Distinct(StringComparer.Ordinal).Count();
        if (sides < 2 || to is null || (count is { Form: CountForm.Nth, Number: 1 } && count.Period is null))
        {
            return new CountGap(GapKind.Open, contact, count, claims, from, to, []);
        }

        var recorded = Recorded(contact, from, to.Value);
        // Without a time, the number may be one of a series of its own: "the third round" of talks that are not the first between the two.
        var kind = recorded.Length < count.Number ? GapKind.Lacks
            : recorded.Length == count.Number || count.Form == CountForm.AtLeast ? GapKind.Agrees
            : count.Period is null ? GapKind.Open
            : GapKind.Exceeds;
        return new CountGap(kind, contact, count, claims, from, to, recorded);
    }

    private ImmutableArray<TimelineRow> Recorded(TimelineRow contact, LocalDate? from, LocalDate to)
    {
        // Of persons where persons are counted, of states where only these are named.
        var filter = new ContactFilter
        {
            Persons = [.. contact.Participants.Where(p => p.IsPerson || p.State is null).Select(p => p.Name)],
            States = [.. contact.Participants.Where(p => !p.IsPerson).Select(p => p.State).OfType<string>()],
            Kinds = contact.Kind is ContactKind.Meeting or ContactKind.Summit ? [ContactKind.Meeting, ContactKind.Summit] : [contact.Kind],
            From = from,
            To = to,
        };
        return
        [
            .. store.Contacts(filter).Select(c => c.Row)
                .Where(c => c.Id == contact.Id || c.Status is ContactStatus.Held or ContactStatus.Ongoing),
        ];
    }
}
