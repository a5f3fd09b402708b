using System.Globalization;
using NodaTime;

namespace Readout.Reading.Times;

/// <summary>
/// The days an EDTF date (ISO 8601-2) may stand for, both ends included; a null end is open. Only the parts Readout writes
/// are known: a day, a month, a year, <c>first/last</c>, <c>..</c> for an open end, and the qualifiers <c>~ ? %</c>, which are passed over.
/// </summary>
/// <param name="First">The first day; null where open.</param>
/// <param name="Last">The last day; null where open.</param>
public readonly record struct EdtfInterval(LocalDate? First, LocalDate? Last)
{
    /// <summary>Reads an EDTF date or interval.</summary>
    /// <param name="text">The text; a time of day after a <c>T</c> is passed over.</param>
    /// <returns>The interval, or null where the text is neither, or has no end at all, or ends before it begins.</returns>
    public static EdtfInterval? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var from = slash < 0 ? text.AsSpan() : text.AsSpan(0, slash);
        var to = slash < 0 ? from : text.AsSpan(slash + 1);
        if (!TryPart(from, last: false, out var first) || !TryPart(to, last: true, out var end)) return null;
        if (first is null && end is null) return null;
        return first > end ? null : new EdtfInterval(first, end);
    }

    /// <summary>One day.</summary>
    /// <param name="day">The day.</param>
    public static EdtfInterval Of(LocalDate day) => new(day, day);

    /// <summary>How many days it holds; null where an end is open.</summary>
    public int? Days => First is { } first && Last is { } last ? Period.DaysBetween(first, last) + 1 : null;

    /// <summary>The days both hold, or null where they share none.</summary>
    /// <param name="other">The other interval.</param>
    public EdtfInterval? Intersect(EdtfInterval other)
    {
        var first = First is { } a && other.First is { } b ? LocalDate.Max(a, b) : First ?? other.First;
        var last = Last is { } c && other.Last is { } d ? LocalDate.Min(c, d) : Last ?? other.Last;
        return first > last ? null : new EdtfInterval(first, last);
    }

    /// <summary>How many days lie between the two; 0 where they touch or share days.</summary>
    /// <param name="other">The other interval.</param>
    public int DaysApart(EdtfInterval other)
    {
        if (First is { } first && other.Last is { } before && before < first) return Period.DaysBetween(before, first);
        if (Last is { } last && other.First is { } after && last < after) return Period.DaysBetween(last, after);
        return 0;
    }

    /// <summary>The shortest EDTF form: a year, a month, a day, or <c>first/last</c>.</summary>
    public override string ToString()
    {
        if (First is { } first && Last is { } last)
        {
            if (first == last) return Day(first);
            if (first.Year == last.Year && first.Day == 1 && last.PlusDays(1).Day == 1)
            {
                if (first.Month == last.Month) return $"{first.Year:D4}-{first.Month:D2}";
                if (first.Month == 1 && last.Month == 12) return $"{first.Year:D4}";
            }
        }
        return $"{(First is { } f ? Day(f) : "..")}/{(Last is { } l ? Day(l) : "..")}";
    }

    private static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    private static bool TryPart(ReadOnlySpan<char> part, bool last, out LocalDate? day)
    {
        day = null;
        part = part.Trim(" ~?%");
        if (part.IsEmpty || part is "..") return true;
        var time = part.IndexOf('T');
        if (time >= 0) part = part[..time];
        if (part.Length is not (4 or 7 or 10) || !TryNumber(part[..4], out var year) || year is < 1 or > 9999) return false;
        if (part.Length == 4)
        {
            day = last ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
            return true;
        }
        if (part[4] != '-' || !TryNumber(part[5..7], out var month) || month is < 1 or > 12) return false;
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (part.Length == 7)
        {
            day = new LocalDate(year, month, last ? length : 1);
            return true;
        }
        if (part[7] != '-' || !TryNumber(part[8..10], out var number) || number < 1 || number > length) return false;
        day = new LocalDate(year, month, number);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
