using System.Globalization;
using NodaTime;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Times;

/// <summary>The stages of time: single expressions first, then those made of others (parts of a day, ranges, ends of months).</summary>
internal sealed class TimeReader(Document document)
{
    /// <summary>What is told of a longer time says nothing of a day.</summary>
    private const int MostDays = 14;
    private readonly List<TimeMention> told = [];

    /// <summary>Replaces time expressions by items labelled <c>time</c>, <c>date</c>, <c>duration</c>, <c>ref</c>.</summary>
    public void Run(StageRules single, StageRules composed)
    {
        document.Replace(single, Make);
        told.Clear();
        document.Replace(composed, Make);
        if (document.Anchor is null && document.Items.Any(i => i.Sense is TimeMention { Type: TimexType.Date, From: null } t && !t.Value.EndsWith("_REF", StringComparison.Ordinal)))
        {
            document.Warnings.Add("no publication date: relative dates stay unresolved");
        }
    }

    private Item? Make(RuleMatch match)
    {
        var value = Value(match);
        if (value is null) return null;
        var (first, end) = match.Tokens;
        if (match.Range("span") is { } span) (first, end) = (match.Items[span.Start].First, match.Items[span.End - 1].End);
        var bound = Bound(match, value);
        var mention = new TimeMention(first, end, value.Type, value.Value, value.From, value.To, bound, [.. Rules(match)]) { Shift = value.Shift };
        if (mention.From is not null) told.Add(mention);
        var (outerFirst, outerEnd) = match.Tokens;
        return document.Make(outerFirst, outerEnd, mention, match.Rule.Constant("label") is { } label ? [.. Labels(value), label] : Labels(value));
    }

    private static string[] Labels(TimeValue value) => value.Type switch
    {
        TimexType.Duration when value.Value.StartsWith("PT", StringComparison.Ordinal) => ["time", "duration", "clock-time"],
        TimexType.Duration => ["time", "duration"],
        TimexType.Set => ["time", "set"],
        _ when value.Value.EndsWith("_REF", StringComparison.Ordinal) => ["time", "ref"],
        _ when value.From is not null && value.From == value.To => ["time", "date", "day"],
        _ when value.Value.Contains("-W", StringComparison.Ordinal) => ["time", "date", "week"],
        _ when value.Value.Length == 7 => ["time", "date", "month"],
        _ when value.Value.Length == 4 => ["time", "date", "years"],
        _ => ["time", "date"],
    };

    private static IEnumerable<string> Rules(RuleMatch match)
    {
        for (var i = match.Start; i < match.End; i++)
        {
            if (match.Items[i].Sense is not TimeMention inner) continue;
            foreach (var rule in inner.Rules) yield return rule;
        }

        yield return match.Rule.Id;
    }

    private static DurationBound? Bound(RuleMatch match, TimeValue value)
    {
        if (value.Type != TimexType.Duration) return null;
        return (match.One("bound")?.Sense as Term)?.Value("bound") switch
        {
            "about" => DurationBound.About,
            "at-least" => DurationBound.AtLeast,
            "at-most" => DurationBound.AtMost,
            _ => DurationBound.Exact,
        };
    }

    private TimeValue? Value(RuleMatch m)
    {
        var anchor = document.Anchor;
        switch (m.Rule.Operation)
        {
            case "date":
                return TimeCalculus.Day(YearOf(m), Number(m, "month"), Number(m, "day"), anchor);
            case "day-with-part":
                return TimeCalculus.Day(YearOf(m), Number(m, "month"), Number(m, "day"), anchor) is { } d
                    ? d with { Type = TimexType.Time, Value = d.Value + SenseOf(m, "part", "part-of-day", "today-part") }
                    : null;
            case "relative-day":
                return anchor is { } today ? TimeCalculus.Day(today.PlusDays(Number(m, "count"))) : null;
            case "today-part":
                return anchor is { } now ? TimeCalculus.Day(now.PlusDays(Number(m, "days"))) is var at ? at with { Type = TimexType.Time, Value = at.Value + SenseOf(m, "part", "today-part", "yesterday-part", "tomorrow-part") } : null : null;
            case "days":
                var last = TimeCalculus.Day(YearOf(m), Number(m, "month"), Number(m, "last"), anchor);
                var month = m.One("first-month") is null ? Number(m, "month") : Number(m, "first-month");
                return TimeCalculus.Range(TimeCalculus.Day(last?.From?.Year ?? YearOf(m), month, Number(m, "day"), last?.From ?? anchor), last);
            case "month":
                return Told(m, TimeCalculus.Month(YearOf(m), Number(m, "month"), anchor));
            case "year":
                return m.One("last") is null ? TimeCalculus.Year(Number(m, "year"))
                    : TimeCalculus.Range(TimeCalculus.Year(Number(m, "year")), TimeCalculus.Year(Number(m, "last")));
            case "decade":
                return TimeCalculus.Decade(Number(m, "year"));
            case "century":
                return TimeCalculus.Century(Number(m, "count"));
            case "clock":
                return Clock(TimeCalculus.Day(YearOf(m), Number(m, "month"), Number(m, "day"), anchor), Number(m, "hour"), Number(m, "minute"));
            case "quarter":
                return (YearOf(m) ?? anchor?.Year) is { } y ? TimeCalculus.Quarter(y, Number(m, "quarter")) : null;
            case "season":
                return (YearOf(m) ?? anchor?.Year) is { } s ? TimeCalculus.Season(s, Sense(m, "season")) : null;
            case "relative":
                return Relative(m, anchor);
            case "weekday":
                return InPart(m, TimeCalculus.Weekday(Number(m, "day"), m.Rule.Constant("week") is null ? null : IsEndingWeek(m, anchor) ? 0 : Number(m, "week"), anchor));
            case "day-after-told":
                // "Since 2009 … . On the same day": the last day told of, not the last of a year.
                var back = told.FindLast(IsOfDays)?.To ?? anchor;
                return back is { } day ? TimeCalculus.Day(day.PlusDays(Number(m, "days"))) : null;
            case "part-of-day":
                return PartOfDay(m);
            case "part-of":
                return PartOf(m, Told(m, Inner(m, "time")));
            case "part-of-now":
                return PartOf(m, TimeCalculus.Relative(Sense(m, "unit"), 0, anchor));
            case "within":
                return Within(m, anchor);
            case "range":
                return TimeCalculus.Range(Inner(m, "first"), Inner(m, "last"));
            case "keep":
                return Inner(m, "time");
            case "length":
                return Length(m);
            case "ref":
                return new TimeValue(TimexType.Date, m.Rule.Constant("value")!);
            case "vague":
                return new TimeValue(TimexType.Duration, "PX" + Sense(m, "unit"));
            case "set":
                return new TimeValue(TimexType.Set, "P1" + Sense(m, "unit"));
            default:
                throw new PackException($"{m.Rule.Place}: the times stage has no operation '{m.Rule.Operation}'");
        }
    }

    private TimeValue? Relative(RuleMatch m, LocalDate? anchor)
    {
        var unit = Sense(m, "unit");
        var count = m.Rule.Constant("count") is not null || m.One("count") is not null ? Number(m, "count") : 1;
        var offset = count * Number(m, "sign");
        var fromTold = m.Rule.Constant("from") == "told" && told.Count > 0;
        if (fromTold) anchor = told[^1].From;
        if (IsEndingWeek(m, anchor)) offset = 0;
        if (unit is "D" or "W" or "M" or "Y") return TimeCalculus.Relative(unit, offset, anchor) is { } time ? time with { Shift = fromTold ? null : (unit, offset) } : null;
        return unit == "10Y" ? TimeCalculus.Length((10 * Math.Abs(count), "Y")) : null;
    }

    private static bool IsOfDays(TimeMention mention) => mention.From is { } from && mention.To is { } to && Period.DaysBetween(from, to) <= MostDays;

    private static bool IsEndingWeek(RuleMatch m, LocalDate? anchor) =>
        m.Rule.Constant("weekend") == "this" && anchor is { DayOfWeek: IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday };

    private static TimeValue? InPart(RuleMatch m, TimeValue? day) =>
        day?.From is { } date && m.One("part") is not null ? day with { Type = TimexType.Time, Value = TimeCalculus.Iso(date) + SenseOf(m, "part", "part-of-day") } : day;

    private static TimeValue? Clock(TimeValue? day, int hour, int minute) =>
        day?.From is null || hour > 24 || minute > 59 ? null : day with { Type = TimexType.Time, Value = $"{day.Value}T{hour:00}:{minute:00}" };

    private static TimeValue? PartOfDay(RuleMatch m)
    {
        var day = Inner(m, "date");
        if (day?.From is null || day.From != day.To) return null;
        return day with { Type = TimexType.Time, Value = TimeCalculus.Iso(day.From.Value) + SenseOf(m, "part", "part-of-day") };
    }

    // Thirds of a month and quarters of a year, as newspapers use the words; the end of a week is the weekend.
    private static TimeValue? PartOf(RuleMatch m, TimeValue? time)
    {
        if (time is not { From: { } from, To: { } to } whole) return null;
        var part = Sense(m, "part");
        if (whole.Value.Contains("-W", StringComparison.Ordinal)) return part == "end" ? TimeCalculus.Weekend(whole) : whole;
        if (whole.Value.Length == 4)
        {
            return part switch
            {
                "start" => whole with { To = new LocalDate(from.Year, 3, 31) },
                "middle" => whole with { From = new LocalDate(from.Year, 5, 1), To = new LocalDate(from.Year, 8, 31) },
                "end" => whole with { From = new LocalDate(from.Year, 10, 1) },
                "first-half" => TimeCalculus.HalfYear(from.Year, 1),
                "second-half" => TimeCalculus.HalfYear(from.Year, 2),
                _ => whole,
            };
        }

        var third = (Period.DaysBetween(from, to) + 1) / 3;
        return part switch
        {
            "start" => whole with { To = from.PlusDays(third - 1) },
            "middle" => whole with { From = from.PlusDays(third), To = from.PlusDays((2 * third) - 1) },
            "end" => whole with { From = from.PlusDays(2 * third) },
            _ => whole,
        };
    }

    private TimeValue? Within(RuleMatch m, LocalDate? anchor)
    {
        if (anchor is not { } now) return null;
        return (m.One("first") is null ? now : Later(now, m, "first")) is { } first ? Days(first, Later(now, m, "count")) : null;

        static TimeValue? Days(LocalDate from, LocalDate? to) =>
            to > from ? new TimeValue(TimexType.Date, $"{TimeCalculus.Iso(from)}/{TimeCalculus.Iso(to.Value)}", from, to) : null;
    }

    private LocalDate? Later(LocalDate from, RuleMatch m, string argument)
    {
        if (Number(m, argument) is var count && count is <= 0 or >= 400) return null;
        return Sense(m, "unit") switch
        {
            "D" => from.PlusDays(count),
            "W" => from.PlusWeeks(count),
            "M" => from.PlusMonths(count),
            "Y" => from.PlusYears(count),
            _ => null,
        };
    }

    private TimeValue? Length(RuleMatch m)
    {
        var first = (Number(m, "count"), Sense(m, "unit"));
        if (first.Item1 == 0 || first.Item2.Length == 0) return null;
        if (m.Rule.Constant("half") is not null) return first.Item2 == "TH" ? TimeCalculus.Length((first.Item1, "TH"), (30, "TM")) : null;
        return m.One("count2") is null ? TimeCalculus.Length(first) : TimeCalculus.Length(first, (Number(m, "count2"), Sense(m, "unit2")));
    }

    // "Back in November", in September: of last year, though the next one is nearer.
    private TimeValue? Told(RuleMatch m, TimeValue? month) =>
        month is { From: { } from } && from > document.Anchor && m.Start > 0 && document.Has(m.Items[m.Start - 1], "back") ? TimeCalculus.Month(from.Year - 1, from.Month, null) : month;

    private int? YearOf(RuleMatch m)
    {
        if (m.One("year") is { } y) return y.Sense is TimeMention t ? t.From?.Year : Parse(y);
        return m.Rule.Constant("years") is { } offset ? document.Anchor?.Year + int.Parse(offset, CultureInfo.InvariantCulture) : null;
    }

    private static TimeValue? Inner(RuleMatch m, string argument) =>
        m.One(argument)?.Sense is TimeMention t ? new TimeValue(t.Type, t.Value, t.From, t.To) : null;

    private static string Sense(RuleMatch m, string argument)
    {
        if (m.Rule.Constant(argument) is { } constant) return constant;
        return m.One(argument)?.Sense is Term term ? term.Value(argument.TrimEnd('2')) ?? "" : "";
    }

    private static string SenseOf(RuleMatch m, string argument, params ReadOnlySpan<string> classes)
    {
        foreach (var @class in classes)
        {
            if ((m.One(argument)?.Sense as Term)?.Value(@class) is { } value) return value;
        }

        return "";
    }

    private int Number(RuleMatch m, string argument)
    {
        if (m.Rule.Constant(argument) is { } constant) return int.Parse(constant, CultureInfo.InvariantCulture);
        return m.One(argument) is { } item ? Parse(item) : 0;
    }

    private int Parse(Item item)
    {
        if (item.Sense is Term term)
        {
            var value = term.Value("numeral") ?? term.Value("weekday") ?? term.Value("quarter") ?? term.Value("deictic") ?? term.Value("roman");
            return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
        }

        return int.TryParse(document.Written(item), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
