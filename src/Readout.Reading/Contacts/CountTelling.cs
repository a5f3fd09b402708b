using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>Reads how many contacts of its kind there were: "the ninth this year", "at least six", "the first since 2019", "the third round".</summary>
internal static class CountTelling
{
    // Beyond this it is no number of calls or visits.
    private const int Most = 999;

    /// <summary>What a rule says; null where the number is none, or the time is not known.</summary>
    public static Fact<CountClaim>? Of(RuleMatch match, Document document)
    {
        var number = match.One("number") is { } item ? NumberOf(item, document) : 1;
        if (number is not (> 0 and <= Most)) return null;
        var form = match.Rule.Constant("value") == "at-least" ? CountForm.AtLeast : IsRound(match, document) ? CountForm.Round : CountForm.Nth;
        string? period = null;
        if (match.One("period")?.Sense is TimeMention time && (period = time.Edtf) is null) return null;
        if (match.One("since")?.Sense is TimeMention since && (period = Since(since)) is null) return null;
        if (match.One("length")?.Sense is TimeMention length && (period = Before(length, document.Anchor)) is null) return null;
        // "The first round since 2022" is the first time that they talk.
        if (form == CountForm.Round && period is not null) form = CountForm.Nth;
        return new(new CountClaim(form, number.Value, period), match.Tokens.First, match.Tokens.End, match.Rule.Id);
    }

    /// <summary>The claims without those that another one says more fully: the same number with a time, or the same again.</summary>
    public static IEnumerable<Fact<CountClaim>> Fullest(IReadOnlyList<Fact<CountClaim>> counts) => counts
        .Where(c => c.Value.Period is not null || !counts.Any(o => o.Value.Period is not null && o.Value.Form == c.Value.Form && o.Value.Number == c.Value.Number))
        .DistinctBy(c => c.Value);

    // The word for the contact is one for a round of it, or such a word stands beside.
    private static bool IsRound(RuleMatch match, Document document)
    {
        if (match.One("round") is not null) return true;
        return match.Range("trigger") is { } trigger
            && (document.Has(document.Items[trigger.Start], "round") || (trigger.Start > 0 && document.Has(document.Items[trigger.Start - 1], "round")));
    }

    /// <summary>Whether two tellings are numbered otherwise.</summary>
    public static bool TellApart(IReadOnlyCollection<Fact<CountClaim>> some, IReadOnlyCollection<Fact<CountClaim>> others) =>
        some.Count > 0 && others.Count > 0 && CountClaim.TellApart([.. some.Select(c => c.Value)], [.. others.Select(c => c.Value)]);

    private static int? NumberOf(Item item, Document document)
    {
        var written = item.Sense is Term term && term.Sense("cardinal") is { } sense ? sense.Value : document.Slice(item.First, item.End).Exact;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? Since(TimeMention time)
    {
        if (time.From is not { } from) return null;
        // A month or a year is as exact as the source is.
        var exact = time.Value.Length is 4 or 7 && time.Value.All(c => char.IsAsciiDigit(c) || c == '-');
        return (exact ? time.Value : TimeCalculus.Iso(from)) + "/..";
    }

    // "After six years": the one before was in that year.
    private static string? Before(TimeMention length, LocalDate? anchor)
    {
        if (anchor is not { } day || PeriodPattern.NormalizingIso.Parse(length.Value) is not { Success: true, Value: { HasTimeComponent: false } period }) return null;
        var then = day - period;
        var written = period.Years > 0 && period.Months == 0 ? $"{then.Year:0000}" : period.Months > 0 ? $"{then.Year:0000}-{then.Month:00}" : TimeCalculus.Iso(then);
        return written + "/..";
    }
}
