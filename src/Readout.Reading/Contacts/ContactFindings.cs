using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Readout.Reading.Format;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>Turns joined tellings into findings, each value with its evidence, its way to the article and its rules.</summary>
internal sealed class ContactFindings(Document document, Func<Evidence, ImmutableArray<string>> relayOf)
{
    private const string ByWord = "contact-word";
    private const int DaysOfNews = 7;

    /// <summary>The findings, in text order.</summary>
    public ImmutableArray<ContactFinding> From(IReadOnlyList<ContactTelling> tellings, Fact<string>? undisclosed)
    {
        if (tellings.Count == 0) return [];
        var main = Main(tellings);
        if (undisclosed is not null)
        {
            var target = tellings.FirstOrDefault(t => t.Kind == ContactKind.Call && t.Status == ContactStatus.Held) ?? main;
            target.Initiator ??= undisclosed;
        }

        return [.. tellings.Select(t => Finding(t, ReferenceEquals(t, main))).OrderBy(f => f.Evidence[0].Start).ThenBy(f => f.Evidence[0].End)];
    }

    // The contact an article is about is told of first and most: in the title or lead, and again and again.
    private static ContactTelling Main(IReadOnlyList<ContactTelling> tellings) =>
        tellings.MaxBy(t => (t.Mentions * 2) - Math.Min(t.Sentence, 12) + (t.Time is null ? 0 : 1))!;

    private ContactFinding Finding(ContactTelling t, bool main)
    {
        var claims = ImmutableArray.CreateBuilder<FieldClaim>();
        var word = t.KindRules.Find(k => k.Kind == t.Kind) is { End: > 0 } named ? named : t.KindRules[0];
        claims.Add(Claim(ContactField.Kind, t.Kind.Name(), word.First, word.End, ByWord, t.KindVia));
        foreach (var p in t.Participants) claims.Add(Claim(ContactField.Participant, p.Value.Name, p.First, p.End, p.Rule, p.Via));
        var (first0, end0) = t.Extents[0];
        var cue = t.Cue;
        claims.Add(Claim(ContactField.Status, t.Status.Name(), cue?.First ?? first0, cue?.End ?? end0, cue?.Rule ?? ByWord));
        var (date, inferred) = Date(t, main);
        if (t.Time is { } time) claims.Add(Claim(ContactField.Date, date!, time.First, time.End, time.Rule, time.Via));
        else if (date is not null && t.ToldOn is { } told && !date.Contains('/', StringComparison.Ordinal)) claims.Add(Claim(ContactField.Date, date, told.First, told.End, told.Rule, told.Via));
        else if (date is not null) claims.Add(Claim(ContactField.Date, date, first0, end0, "publication-date"));
        if (t.Duration is { } d) claims.Add(Claim(ContactField.Duration, d.Value.Value, d.First, d.End, d.Rule) with { Bound = d.Value.Bound });
        if (t.Place is { } place) claims.Add(Claim(ContactField.Place, place.Value.Name, place.First, place.End, place.Rule, place.Via) with { Within = StateOf(place) });
        if (t.Initiator is { } initiator) claims.Add(Claim(ContactField.Initiator, initiator.Value, initiator.First, initiator.End, initiator.Rule));
        foreach (var count in CountTelling.Fullest(t.Counts)) claims.Add(Claim(ContactField.Count, count.Value.Written, count.First, count.End, count.Rule));
        return new ContactFinding(
            t.Kind, t.Status, [.. t.Participants.Select(p => p.Value.AsParticipant())], date, inferred,
            t.Duration?.Value.Value, t.Duration?.Value.Bound, t.Place?.Value.Name, t.Initiator?.Value, main,
            [.. t.Extents.Distinct().Select(e => document.Slice(e.First, e.End)).OrderBy(e => e.Start).ThenBy(e => e.End)], claims.ToImmutable());
    }

    // A fresh contact without a date happened on the day of publication or the day before: that much the article does say.
    private (string? Date, bool Inferred) Date(ContactTelling t, bool main)
    {
        if (t.Time is { } time) return ((Closed(time.Value, t.Duration?.Value) ?? time.Value).Edtf, false);
        var fresh = main || t.Sentence <= 1 || t.IsBesideTold;
        if (t.Status != ContactStatus.Held || !fresh || t.IsOnlyNamed || document.Anchor is not { } day) return (null, false);
        // Told of by somebody on a day of the week past: that day, since what is official is made known at once.
        if (t.ToldOn is { Value.From: { } told } && told <= day && Period.DaysBetween(told, day) < DaysOfNews) return (TimeCalculus.Iso(told), true);
        return ($"{TimeCalculus.Iso(day.PlusDays(-1))}/{TimeCalculus.Iso(day)}", true);
    }

    // "From the 12th", "in the three days of the talks": to the 14th.
    private static TimeMention? Closed(TimeMention time, TimeMention? length)
    {
        if (time is not { From: { } first, To: null } || length is not { Bound: DurationBound.Exact }) return null;
        var days = PeriodPattern.NormalizingIso.Parse(length.Value) is { Success: true, Value: { HasTimeComponent: false } period } ? Period.DaysBetween(first, first + period) : 0;
        return days > 0 ? time with { To = first.PlusDays(days - 1) } : null;
    }

    private string? StateOf(Fact<(string Name, string? State)> place) =>
        !place.IsState && document.State(place.Value.State) is { } state && state.Name != place.Value.Name ? state.Name : null;

    private FieldClaim Claim(ContactField field, string value, int first, int end, string rule, string[]? via = null)
    {
        var evidence = document.Slice(first, end);
        return new FieldClaim(field, value, null, evidence, relayOf(evidence), [.. via ?? [], rule]);
    }
}
