using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>How values are written for people.</summary>
internal static class Wording
{
    private const int ShortestId = 6;
    private const string Undisclosed = "undisclosed";

    /// <summary>A date with its precision: <c>2025-02-12</c>, <c>2025-08</c>, <c>2025-02-12 to 13</c>, <c>about 2025-08-18</c>.</summary>
    public static string Date(string? edtf, bool inferred)
    {
        if (edtf is null) return "undated";
        var approximate = inferred || edtf.AsSpan().IndexOfAny('~', '%') >= 0;
        var plain = edtf.Replace("~", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        var written = slash < 0 ? plain : Range(plain[..slash], plain[(slash + 1)..]);
        return approximate ? "about " + written : written;
    }

    /// <summary>A length of time with its bound: <c>90 min</c>, <c>≥60 min</c>, <c>about 40 min</c>.</summary>
    public static string Duration(string? iso, DurationBound? bound)
    {
        if (iso is null) return "";
        return bound switch
        {
            DurationBound.AtLeast => "≥" + Length(iso),
            DurationBound.AtMost => "≤" + Length(iso),
            DurationBound.About => "about " + Length(iso),
            _ => Length(iso),
        };
    }

    /// <summary>The value of a field as people read it.</summary>
    public static string Value(ContactField field, string? value, DurationBound? bound, bool inferred = false) => field switch
    {
        ContactField.Date => Date(value, inferred),
        ContactField.Duration => Duration(value, bound),
        ContactField.Initiator => Initiator(value),
        ContactField.Count => CountClaim.TryParse(value ?? "") is { } count ? Count(count) : value ?? "",
        _ => value ?? "not known",
    };

    /// <summary>How a contact is counted: <c>the 9th in 2025</c>, <c>at least 6</c>, <c>the 3rd round</c>, <c>the first since 2022-02</c>.</summary>
    public static string Count(CountClaim count)
    {
        var when = count.Period is not { } period ? ""
            : period.EndsWith("/..", StringComparison.Ordinal) ? " since " + period[..^3]
            : " in " + Date(period, inferred: false);
        return (count.Form switch
        {
            CountForm.AtLeast => $"at least {count.Number}",
            CountForm.Round => $"the {Ordinal(count.Number)} round",
            _ => "the " + Ordinal(count.Number),
        }) + when;
    }

    /// <summary>Who asked for a contact; a source that was asked and would not say is not silence.</summary>
    public static string Initiator(string? value) => value is Undisclosed ? "not disclosed" : value ?? "not known";

    /// <summary>The same within a line; nothing where nobody says anything about it.</summary>
    public static string AskedFor(string? value) => value switch
    {
        null => "",
        Undisclosed => "who asked was not disclosed",
        _ => "asked for by " + value,
    };

    /// <summary>Where something was said: <c>on Truth Social</c>; a kind of medium stands alone: <c>interview</c>.</summary>
    public static string Medium(string? medium) =>
        string.IsNullOrEmpty(medium) ? "" : char.IsUpper(medium[0]) ? "on " + medium : medium;

    /// <summary>The name of a field, as a label.</summary>
    public static string Label(ContactField field) => field switch
    {
        ContactField.Kind => "Kind",
        ContactField.Status => "Status",
        ContactField.Participant => "Who",
        ContactField.Date => "When",
        ContactField.Duration => "How long",
        ContactField.Place => "Where",
        ContactField.Initiator => "Asked for by",
        ContactField.Count => "Counted as",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>A kind with a capital, to begin a heading.</summary>
    public static string Title(ContactKind kind) => Capital(kind.Name());

    /// <summary>The text with a capital, to begin a sentence.</summary>
    public static string Capital(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    /// <summary>Who took part, in a sentence: <c>Vladimir Putin and Donald Trump</c>.</summary>
    public static string Between(ImmutableArray<Participant> participants)
    {
        var names = participants.Select(p => p.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];
    }

    /// <summary>Through whom words came, nearest first: <c>, through RT, then Reuters</c>; nothing for an empty chain.</summary>
    public static string Through(ImmutableArray<string> relay) => relay.IsEmpty ? "" : "through " + string.Join(", from ", relay);

    /// <summary>
    /// The part of an id that is enough to type: <c>7f3a2c</c> of <c>call-putin-trump-7f3a2c41d09e</c>, and as many more digits as
    /// these ids need to be told apart.
    /// </summary>
    public static Func<string, string> ShortIds(IReadOnlyCollection<string> ids)
    {
        var keys = ids.Select(Key).ToHashSet(StringComparer.Ordinal);
        var length = ShortestId;
        while (keys.Any(k => k.Length > length) && keys.Select(k => k[..Math.Min(length, k.Length)]).Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            length++;
        }

        return id => Key(id) is var key && key.Length > length ? key[..length] : key;
    }

    /// <summary>A count with its noun: <c>1 article</c>, <c>2 articles</c>.</summary>
    public static string Count(int count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : noun + "s");

    /// <summary>An article's place in one line: publisher, day, id.</summary>
    public static string Place(ArticlePlace place) =>
        string.Join(", ", new[] { place.Publisher, Day(place.Published), place.Article }.Where(x => !string.IsNullOrEmpty(x)));

    /// <summary>The day of a publication as it was given, without the time of day.</summary>
    public static string? Day(string? published) => published is { Length: > 10 } && published[10] == 'T' ? published[..10] : published;

    private static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        _ when number / 10 % 10 == 1 => $"{number}th",
        _ => number + (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" },
    };

    private static string Key(string id) => id[(id.LastIndexOf('-') + 1)..];

    private static string Range(string first, string last)
    {
        if (Whole(first, last) is { } whole) return whole;
        if (first is ".." or "") return "by " + last;
        if (last is ".." or "") return "from " + first;
        var dash = last.LastIndexOf('-');
        var sameBefore = dash > 0 && first.Length == last.Length && first.AsSpan(0, dash).SequenceEqual(last.AsSpan(0, dash));
        return sameBefore ? $"{first} to {last.AsSpan(dash + 1)}" : $"{first} to {last}";
    }

    // A span from the first to the last day of a month or a year is that month or year.
    private static string? Whole(string first, string last)
    {
        var from = LocalDatePattern.Iso.Parse(first);
        var to = LocalDatePattern.Iso.Parse(last);
        if (!from.Success || !to.Success || from.Value.Day != 1) return null;
        if (to.Value == from.Value.With(DateAdjusters.EndOfMonth)) return first[..7];
        return from.Value.Month == 1 && to.Value == new LocalDate(from.Value.Year, 12, 31) ? first[..4] : null;
    }

    private static string Length(string iso)
    {
        TimeSpan span;
        try
        {
            span = XmlConvert.ToTimeSpan(iso);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return iso;
        }

        if (span.Seconds != 0 || span == TimeSpan.Zero) return iso;
        if (span.TotalDays >= 1 && span == TimeSpan.FromDays(span.Days)) return Count(span.Days, "day");
        var minutes = (long)span.TotalMinutes;
        if (minutes <= 180) return minutes.ToString(CultureInfo.InvariantCulture) + " min";
        return minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min";
    }
}
