using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Queries;

/// <summary>Who held which office, with the words that say so.</summary>
internal static class Holdings
{
    /// <summary>One holder with the words of the first article that names him so.</summary>
    public static ObservedHolding Of(ILedgerStore store, OfficeSightings seen)
    {
        var text = store.Text(seen.FirstText);
        var words = store.Reading(seen.FirstText).Offices.First(o => (o.Office == seen.Office || o.Title == seen.Office) && o.Holder == seen.Holder);
        return new ObservedHolding(
            seen.Office, seen.Holder, seen.First, seen.Last, seen.Texts, words.Evidence, PlaceOrder.Shown(text.Places[0], text.Hash));
    }

    /// <summary>The holders that accounts took from other articles for an office they name alone, each once.</summary>
    public static ImmutableArray<ObservedHolding> TakenBy(ILedgerStore store, IEnumerable<PlacedAccount> accounts)
    {
        var taken = new SortedSet<(string Title, string Holder)>();
        foreach (var placed in accounts)
        {
            var claims = placed.Account.Finding.Claims;
            if (!claims.Any(c => c.Rules.Contains(BareOffices.Rule))) continue;
            // The claims stand as in the reading, which still has the office in the holder's place.
            var read = store.Reading(placed.TextKey).Contacts[placed.Account.Ordinal].Claims;
            for (var i = 0; i < claims.Length; i++)
            {
                if (claims[i].Rules.Contains(BareOffices.Rule)) taken.Add((read[i].Value, claims[i].Value));
            }
        }
        return [.. taken.Select(t => store.SightingsOf(t.Title, t.Holder)).OfType<OfficeSightings>().Select(s => Of(store, s))];
    }
}
