using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Numbers of texts in the full-text index: the day of publication, then 43 bits of the text's hash. So the index keeps texts in an
/// order that depends on them alone, and finds the newest first without sorting.
/// </summary>
internal static class DocumentNumbers
{
    private const int HashBits = 43;
    private const int HashDigits = 11;
    private static readonly LocalDate First = new(1800, 1, 1);

    /// <summary>The number of a text.</summary>
    /// <param name="hash">The text's hash, in hexadecimal.</param>
    /// <param name="day">Its first known publication, ISO; unknown ones stand before all days.</param>
    public static long Of(string hash, string? day) =>
        (DayOf(day is null ? null : LocalDatePattern.Iso.Parse(day).Value) << HashBits)
        | (long.Parse(hash.AsSpan(0, HashDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 1);

    /// <summary>The least number that a text of a known day has.</summary>
    public const long FirstKnown = 1L << HashBits;

    /// <summary>The least number that a text of a day or later has.</summary>
    public static long From(LocalDate day) => DayOf(day) << HashBits;

    private static long DayOf(LocalDate? day) => day is { } known ? Math.Clamp(Period.DaysBetween(First, known), 0, (1 << 19) - 2) + 1L : 0L;
}

/// <summary>Numbers of contacts and days in the index of contacts.</summary>
internal static class ContactNumbers
{
    /// <summary>The day of what has none: after all days.</summary>
    public const int NoDay = int.MaxValue;

    /// <summary>The most days a contact may span that is found by its first day alone.</summary>
    public const int NarrowDays = 31;

    private static readonly LocalDate Zero = new(1, 1, 1);

    /// <summary>A contact's number: the digits of its id that alone identify it.</summary>
    public static long Of(string id) => long.TryParse(AccountIds.KeyOf(id), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A day's number.</summary>
    public static int Day(LocalDate? day) => day is { } known ? Period.DaysBetween(Zero, known) : NoDay;

    /// <summary>The number of the ISO day that an SQL expression gives, as SQL.</summary>
    public static string DayInSql(string day) => $"coalesce(CAST(julianday({day}) - julianday('0001-01-01') AS INTEGER), {NoDay})";

    /// <summary>The day of a number.</summary>
    public static LocalDate? DayOf(int number) => number == NoDay ? null : Zero.PlusDays(number);

    /// <summary>The number of the last day a contact may have been on; that of no day where this is open.</summary>
    public static int Last(ContactRow contact) =>
        contact.Row.Date is null ? Day(contact.Row.SortDay) : Day(contact.Last is { } last ? LocalDatePattern.Iso.Parse(last).Value : null);

    /// <summary>Whether a contact's date leaves more open than its first day tells: a span of over a month, or without a beginning or end.</summary>
    public static bool IsWide(ContactRow contact)
    {
        if (contact.Row.Date is null) return false;
        if (contact.First is null || contact.Last is null) return true;
        return Period.DaysBetween(LocalDatePattern.Iso.Parse(contact.First).Value, LocalDatePattern.Iso.Parse(contact.Last).Value) > NarrowDays;
    }
}
