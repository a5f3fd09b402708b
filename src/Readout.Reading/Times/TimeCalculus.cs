using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Readout.Reading.Times;

/// <summary>A value of the small calculus of time: what an expression denotes, apart from where it stands.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="From">First day covered, where it covers days.</param>
/// <param name="To">Last day covered.</param>
public sealed record TimeValue(TimexType Type, string Value, LocalDate? From = null, LocalDate? To = null)
{
    /// <summary>How it counts from the publication: unit letter and how many of them; null where it does not.</summary>
    public (string Unit, int Count)? Shift { get; init; }
}

/// <summary>
/// The closed set of operations by which rules make times. All are pure; <c>anchor</c> is the day that relative times count
/// from, and without one they stay open (TIMEX3 <c>XXXX</c>).
/// </summary>
public static class TimeCalculus
{
    /// <summary>A day of the month, in the year given or, without one, in the year that brings it nearest to the anchor.</summary>
    /// <returns>Null where there is no such day.</returns>
    public static TimeValue? Day(int? year, int month, int day, LocalDate? anchor)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        if (year is null && anchor is null)
        {
            return day <= 31 ? new TimeValue(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}")) : null;
        }

        var date = year is { } y ? Date(y, month, day) : Nearest(month, day, anchor!.Value);
        return date is { } d ? Day(d) : null;
    }

    /// <summary>One known day.</summary>
    public static TimeValue Day(LocalDate day) => new(TimexType.Date, Iso(day), day, day);

    /// <summary>The days from one to another.</summary>
    public static TimeValue? Range(TimeValue? first, TimeValue? last)
    {
        if (first?.From is not { } from || last?.To is not { } to) return null;
        if (to < from && to.PlusYears(1) >= from && from.PlusMonths(6) > to.PlusYears(1)) to = to.PlusYears(1);
        return to < from ? null : new TimeValue(TimexType.Date, $"{first.Value}/{(to == last.To ? last.Value : Iso(to))}", from, to);
    }

    /// <summary>A month, in the year given or in the one nearest to the anchor.</summary>
    public static TimeValue? Month(int? year, int month, LocalDate? anchor)
    {
        if (month is < 1 or > 12) return null;
        if (year is null && anchor is null) return new TimeValue(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"));
        var y = year ?? Nearest(month, 15, anchor!.Value)!.Value.Year;
        if (y is < 1 or > 9998) return null;
        var first = new LocalDate(y, month, 1);
        return new TimeValue(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}"), first, first.PlusMonths(1).PlusDays(-1));
    }

    /// <summary>A year.</summary>
    public static TimeValue? Year(int year) => year is < 1 or > 9998 ? null
        : new TimeValue(TimexType.Date, year.ToString("0000", CultureInfo.InvariantCulture), new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    /// <summary>Ten years, by the first or, for those of the twentieth century, by two digits: <c>199</c>.</summary>
    public static TimeValue? Decade(int year)
    {
        if (year is >= 10 and < 100) year += 1900;
        return year is < 1000 or > 2990 || year % 10 != 0 ? null
            : new TimeValue(TimexType.Date, (year / 10).ToString(CultureInfo.InvariantCulture), new LocalDate(year, 1, 1), new LocalDate(year + 9, 12, 31));
    }

    /// <summary>A century by its number; its value has the digits that its years begin with (ISO 8601): the twentieth is <c>19</c>.</summary>
    public static TimeValue? Century(int number) => number is < 1 or > 29 ? null
        : new TimeValue(TimexType.Date, (number - 1).ToString("00", CultureInfo.InvariantCulture), new LocalDate(Math.Max(1, (number - 1) * 100), 1, 1), new LocalDate((number * 100) - 1, 12, 31));

    /// <summary>Half of a year.</summary>
    public static TimeValue HalfYear(int year, int half) =>
        new(TimexType.Date, $"{year:0000}-H{half}", new LocalDate(year, (half * 6) - 5, 1), new LocalDate(year, (half * 6) - 5, 1).PlusMonths(6).PlusDays(-1));

    /// <summary>A quarter of a year.</summary>
    public static TimeValue? Quarter(int year, int quarter) => quarter is < 1 or > 4 || year is < 1 or > 9998 ? null
        : new TimeValue(TimexType.Date, $"{year:0000}-Q{quarter}", new LocalDate(year, quarter * 3 - 2, 1), new LocalDate(year, quarter * 3 - 2, 1).PlusMonths(3).PlusDays(-1));

    /// <summary>A season (<c>SP SU FA WI</c>) of a year, by the northern meteorological seasons.</summary>
    public static TimeValue? Season(int year, string season)
    {
        if (year is < 1 or > 9997) return null;
        var month = season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var first = new LocalDate(year, month, 1);
        return new TimeValue(TimexType.Date, $"{year:0000}-{season}", first, first.PlusMonths(3).PlusDays(-1));
    }

    /// <summary>The day, week, month or year so many away from the anchor.</summary>
    /// <param name="unit">TIMEX3 unit letter: D, W, M, Y.</param>
    /// <param name="offset">How many units; negative for the past.</param>
    /// <param name="anchor">The day counted from.</param>
    public static TimeValue? Relative(string unit, int offset, LocalDate? anchor)
    {
        if (anchor is not { } a || Math.Abs(offset) > 3000) return null;
        switch (unit)
        {
            case "D":
                return Day(a.PlusDays(offset));
            case "W":
                return Week(a.PlusWeeks(offset));
            case "M":
                var m = a.PlusMonths(offset);
                return Month(m.Year, m.Month, a);
            case "Y":
                return Year(a.Year + offset);
            default:
                return null;
        }
    }

    /// <summary>The ISO week of a day.</summary>
    public static TimeValue Week(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new TimeValue(TimexType.Date, WeekName(monday), monday, monday.PlusDays(6));
    }

    /// <summary>The weekend (Saturday and Sunday) of a week.</summary>
    public static TimeValue Weekend(TimeValue week) =>
        new(TimexType.Date, week.Value + "-WE", week.From!.Value.PlusDays(5), week.To);

    /// <summary>A weekday (1 Monday … 7 Sunday) of the week so many away; without a week, the one nearest before or on the anchor.</summary>
    public static TimeValue? Weekday(int weekday, int? weeks, LocalDate? anchor)
    {
        if (anchor is not { } a) return null;
        var monday = a.PlusDays(1 - (int)a.DayOfWeek);
        var day = monday.PlusDays(weekday - 1 + (7 * (weeks ?? 0)));
        if (weeks is null && day > a) day = day.PlusDays(-7);
        return Day(day);
    }

    /// <summary>A length of time, ISO 8601; hours and minutes after <c>PT</c>.</summary>
    public static TimeValue Length(params ReadOnlySpan<(int Count, string Unit)> parts)
    {
        var (days, clock) = ("", "");
        foreach (var (count, unit) in parts)
        {
            if (unit.StartsWith('T')) clock += count.ToString(CultureInfo.InvariantCulture) + unit[1..];
            else days += count.ToString(CultureInfo.InvariantCulture) + unit;
        }

        return new TimeValue(TimexType.Duration, "P" + days + (clock.Length > 0 ? "T" + clock : ""));
    }

    /// <summary>ISO 8601 calendar day.</summary>
    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string WeekName(LocalDate day)
    {
        var rule = WeekYearRules.Iso;
        return string.Create(CultureInfo.InvariantCulture, $"{rule.GetWeekYear(day):0000}-W{rule.GetWeekOfWeekYear(day):00}");
    }

    private static LocalDate? Nearest(int month, int day, LocalDate anchor)
    {
        LocalDate? best = null;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (Date(year, month, day) is not { } d) continue;
            if (best is null || Distance(d, anchor) < Distance(best.Value, anchor)) best = d;
        }

        return best;
    }

    private static int Distance(LocalDate a, LocalDate b) => Math.Abs(Period.DaysBetween(a, b));

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
