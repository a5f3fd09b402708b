using NodaTime;
using Readout.Reading.Packs;

namespace Readout.Reading.Contacts;

/// <summary>Judges where a contact stands from the words around it and its date.</summary>
internal static class ContactStatusJudge
{
    /// <summary>The weight of a cue that tells little: another telling may overrule it.</summary>
    public const int Weak = 2;

    /// <summary>The cue that a lexicon term gives, or null.</summary>
    public static StatusCue? FromTerm(Term term, int distance, bool after, bool ofVerb)
    {
        if (term.Sense("status-cue") is { } cue && Parse(cue.Value) is { } status)
        {
            var general = cue.Note.Contains("general", StringComparison.Ordinal);
            // To hope to meet is an idea; to hope much of "the meeting" takes it for granted.
            if (general && !ofVerb && !after && status == ContactStatus.Proposed) status = ContactStatus.Planned;
            var weight = general ? Weak : status switch
            {
                ContactStatus.Proposed when cue.Note == "condition" => 7,
                ContactStatus.Denied or ContactStatus.Cancelled or ContactStatus.Postponed => 8,
                ContactStatus.Planned => 6,
                ContactStatus.Proposed => 5,
                _ => 4,
            };
            var aux = FromAux(term, distance, after);
            return aux is { } a && a.Weight > weight ? a : new StatusCue(status, weight, distance);
        }

        return FromAux(term, distance, after);
    }

    /// <summary>The status of a contact.</summary>
    /// <param name="cues">The words on it.</param>
    /// <param name="lastDay">The last day it covers, if it is dated.</param>
    /// <param name="published">The day the article came out.</param>
    public static (ContactStatus Status, Fact<StatusCue>? Cue) Judge(IEnumerable<Fact<StatusCue>> cues, LocalDate? lastDay, LocalDate? published)
    {
        Fact<StatusCue>? best = null;
        foreach (var cue in cues)
        {
            if (best is not { } b || cue.Value.Weight > b.Value.Weight || (cue.Value.Weight == b.Value.Weight && cue.Value.Distance < b.Value.Distance)) best = cue;
        }

        var status = best?.Value.Status ?? ContactStatus.Held;
        var future = lastDay is { } day && published is { } now && day > now;
        if (future && status is ContactStatus.Held or ContactStatus.Ongoing) return (future ? ContactStatus.Planned : status, best);
        return (status, best);
    }

    /// <summary>Whether the words set a contact in the future, or deny it.</summary>
    public static bool IsAhead(IEnumerable<Fact<StatusCue>> cues) => Judge(cues, null, null).Status is not (ContactStatus.Held or ContactStatus.Ongoing);

    private static StatusCue? FromAux(Term term, int distance, bool after)
    {
        if (term.Sense("aux") is not { } aux) return null;
        StatusCue? cue = aux.Value switch
        {
            "past" => new StatusCue(ContactStatus.Held, 4, distance),
            "ongoing" => new StatusCue(ContactStatus.Ongoing, 4, distance),
            "future" => new StatusCue(ContactStatus.Planned, 6, distance),
            "possible" => new StatusCue(ContactStatus.Proposed, 5, distance),
            "will" => new StatusCue(ContactStatus.Proposed, 5, distance),
            "negative" when distance <= 2 && !after => new StatusCue(ContactStatus.Denied, 8, distance),
            _ => null,
        };
        return cue;
    }

    private static ContactStatus? Parse(string value) => Enum.TryParse<ContactStatus>(value, true, out var status) ? status : null;
}
