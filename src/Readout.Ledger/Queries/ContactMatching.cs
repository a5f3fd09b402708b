using NodaTime.Text;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Queries;

/// <summary>Which contacts pass the days of a filter; the store knows of its other conditions.</summary>
internal static class ContactMatching
{
    /// <summary>Whether a contact may have been within the filter's days; an undated one goes by the day it sorts at.</summary>
    public static bool InDates(ContactRow contact, ContactFilter filter)
    {
        if (filter.From is null && filter.To is null) return true;
        if (contact.Row.Date is null)
        {
            return contact.Row.SortDay is { } day ? !(day < filter.From) && !(day > filter.To) : filter.From is null && filter.To is null;
        }
        if (filter.From is { } from && contact.Last is { } last && string.CompareOrdinal(last, LocalDatePattern.Iso.Format(from)) < 0) return false;
        return filter.To is not { } to || contact.First is not { } first || string.CompareOrdinal(first, LocalDatePattern.Iso.Format(to)) <= 0;
    }
}
