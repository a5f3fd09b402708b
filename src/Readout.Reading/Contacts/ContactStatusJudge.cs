using NodaTime;
using Readout.Reading.Packs;

namespace Readout.Reading.Contacts;

/// <summary>Judges where a contact stands from the words around it and its date.</summary>
internal static class ContactStatusJudge
{
    /// <summary>The weight of a cue that tells little: another telling may overrule it.</summary>
    public const int Weak = 2;

    /// <summary>The weight of what only sets a contact after something else.</summary>
    public const int Before = 5;

    /// <summary>News is at most so many days old.</summary>
    private const int MostDaysOfNews = 4;

    /// <summary>The cue that a lexicon term gives, or null.</summary>
    public static StatusCue? FromTerm(Term term, int distance, bool after, bool ofVerb)
    {
        if (term.Sense("status-cue") is { } cue && Parse(cue.Value) is { } status)
        {
            if ((cue.Note == "after" && !after) || (after && cue.Note.EndsWith("before", StringComparison.Ordinal))) return null;
            var general = cue.Note.Contains("general", StringComparison.Ordinal);
            // To hope to meet is an idea; to hope much of "the meeting" takes it for granted.
            if (general && !ofVerb && !after && status == ContactStatus.Proposed && cue.Note.Contains("hope", StringComparison.Ordinal)) status = ContactStatus.Planned;
            // "Has urged Tehran to negotiate": the urging is over, the negotiating is an idea.
            var urged = general && ofVerb && !after && status == ContactStatus.Proposed && distance <= 3;
            var weight = general && !urged ? Weak : status switch
            {
                ContactStatus.Proposed when cue.Note == "condition" => 10,
                ContactStatus.Denied or ContactStatus.Cancelled or ContactStatus.Postponed => 8,
                ContactStatus.Planned => 6,
                ContactStatus.Proposed => 5,
                _ => 4,
            };
            var aux = FromAux(term, distance, after, ofVerb);
            return aux is { } a && a.Weight > weight ? a : new StatusCue(status, weight, distance);
        }

        return FromAux(term, distance, after, ofVerb);
    }

    /// <summary>The status of a contact.</summary>
    /// <param name="cues">The words on it.</param>
    /// <param name="firstDay">The first day it covers, if it is dated.</param>
    /// <param name="lastDay">The last day it covers.</param>
    /// <param name="published">The day the article came out.</param>
    public static (ContactStatus Status, Fact<StatusCue>? Cue) Judge(
        IEnumerable<Fact<StatusCue>> cues, LocalDate? firstDay, LocalDate? lastDay, LocalDate? published)
    {
        Fact<StatusCue>? best = null;
        foreach (var cue in cues)
        {
            if (best is not { } b || cue.Value.Weight > b.Value.Weight || (cue.Value.Weight == b.Value.Weight && cue.Value.Distance < b.Value.Distance)) best = cue;
        }

        var status = best?.Value.Status ?? ContactStatus.Held;
        // "He spoke before the summit of the 24th": told of on the 26th, it has been.
        if (status == ContactStatus.Planned && best is { Value.Weight: Before } && lastDay < published) status = ContactStatus.Held;
        if (published is not { } now || status is not (ContactStatus.Held or ContactStatus.Ongoing)) return (status, best);
        if (firstDay > now) return (ContactStatus.Planned, best);
        if (status == ContactStatus.Ongoing && IsOver(lastDay, published)) return (ContactStatus.Held, best);
        return lastDay > now && best?.Value.Weight is not > 4 ? (status == ContactStatus.Ongoing ? status : ContactStatus.Planned, best) : (status, best);
    }

    /// <summary>Whether what went on until a day is over when the article comes out: news is a few days old at most.</summary>
    public static bool IsOver(LocalDate? lastDay, LocalDate? published) =>
        lastDay is { } end && published is { } now && end < now && Period.DaysBetween(end, now) > MostDaysOfNews;

    /// <summary>Whether the words set a contact in the future, or deny it.</summary>
    public static bool IsAhead(IEnumerable<Fact<StatusCue>> cues) => Judge(cues, null, null, null).Status is not (ContactStatus.Held or ContactStatus.Ongoing);

    private static StatusCue? FromAux(Term term, int distance, bool after, bool ofVerb)
    {
        if (term.Sense("aux") is not { } aux) return null;
        StatusCue? cue = aux.Value switch
        {
            // "Has met": nothing else in the clause undoes that.
            "past" when ofVerb && !after && distance == 1 => new StatusCue(ContactStatus.Held, 9, distance),
            "past" => new StatusCue(ContactStatus.Held, 4, distance),
            "ongoing" => new StatusCue(ContactStatus.Ongoing, 4, distance),
            "future" => new StatusCue(ContactStatus.Planned, 6, distance),
            "possible" => new StatusCue(ContactStatus.Proposed, 5, distance),
            "will" or "obligation" => new StatusCue(ContactStatus.Proposed, 5, distance),
            "negative" when distance <= 2 && !after => new StatusCue(ContactStatus.Denied, 8, distance),
            _ => null,
        };
        return cue;
    }

    private static ContactStatus? Parse(string value) => Enum.TryParse<ContactStatus>(value, true, out var status) ? status : null;
}
