using Readout.Reading.Actors;

namespace Readout.Reading.Contacts;

/// <summary>Joins the tellings of one contact within one article.</summary>
internal static class ContactMerging
{
    private const int LongestDays = 14;
    private const int SentencesOfOneStory = 4;

    /// <summary>Adds a telling, or joins it to the one it repeats: the last that fits.</summary>
    public static void Join(ContactTelling telling, List<ContactTelling> tellings)
    {
        // "A conversation" is the call just told of rather than a meeting, if there was one.
        var found = telling.AnyMedium ? tellings.FindLastIndex(t => t.Kind == ContactKind.Call && Same(t, telling)) : -1;
        if (found < 0) found = tellings.FindLastIndex(t => Same(t, telling));
        if (found >= 0) tellings[found].Absorb(telling);
        else tellings.Add(telling);
    }

    /// <summary>
    /// Settles what only the whole article tells: a conversation is a call where the article calls it one; tellings that only sum
    /// up others ("the calls between the leaders of A, B and C") go, and so do those of one side whose other side is told elsewhere.
    /// </summary>
    public static void Settle(List<ContactTelling> tellings)
    {
        foreach (var open in tellings.Where(t => t.AnyMedium && t.Kind == ContactKind.Meeting))
        {
            if (tellings.Exists(t => t.Kind == ContactKind.Call && Within(open, t))) open.TakeKind(ContactKind.Call);
        }

        foreach (var states in tellings.Where(t => t.Kind == ContactKind.Meeting && t.Participants.Count > 1 && t.Participants.TrueForAll(p => p.Value.Kind == EntityKind.State)))
        {
            // States meet in talks where the article speaks of their talks, and what goes on between them is no meeting.
            if (states.Status == ContactStatus.Ongoing || tellings.Exists(t => t.Kind == ContactKind.Talks && Sides(t).SetEquals(Sides(states)))) states.TakeKind(ContactKind.Talks);
        }

        tellings.RemoveAll(sum => sum.Participants.Count > 2 && sum.Kind == ContactKind.Call
            && tellings.Count(t => t != sum && Family(t.Kind) == Family(sum.Kind) && Within(t, sum)) > 1);
        foreach (var one in tellings.Where(t => t.Participants.Count == 1).ToList())
        {
            // "Tehran is ready to talk": with the only one it is told to talk with; where that is told in full already, nothing new.
            var full = tellings.FindAll(t => t != one && t.Participants.Count > 1 && Family(t.Kind) == Family(one.Kind) && Within(one, t));
            if (full.Count == 0) continue;
            if (full.Exists(t => t.Ahead == one.Ahead) || full.Count > 1) tellings.Remove(one);
            else if (full[0].Kind == one.Kind) one.TakeParticipants(full[0].Participants);
            else tellings.Remove(one);
        }
    }

    private static HashSet<string> Sides(ContactTelling t) => [.. t.Participants.Select(p => p.Value.State ?? p.Value.Name)];

    private static bool Within(ContactTelling few, ContactTelling many) =>
        few.Participants.TrueForAll(p => many.Participants.Exists(o => Agree(o.Value, p.Value)));

    /// <summary>
    /// Gives the details of a contact word without participants ("the call lasted 40 minutes") to the last contact of its kind.
    /// </summary>
    /// <returns>Whether there is one.</returns>
    public static bool Attach(ContactDraft draft, List<ContactTelling> tellings, Document document)
    {
        if (draft.IsVerb || draft.Kind == ContactKind.Visit) return false;
        if (draft.Participants.Count > 0 && draft.Participants.TrueForAll(p => p.Value.Kind == EntityKind.Unnamed)) return false;
        for (var i = tellings.Count - 1; i >= 0; i--)
        {
            var telling = tellings[i];
            if (Family(telling.Kind) != Family(draft.Kind) || ((telling.Kind == ContactKind.Talks) != (draft.Kind == ContactKind.Talks) && !IsSameTold(telling, draft, document))) continue;
            if (!draft.Participants.TrueForAll(p => telling.Participants.Exists(t => Agree(t.Value, p.Value)))) continue;
            // What is told as past belongs to no plan.
            if (telling.Ahead && !ContactStatusJudge.IsAhead(draft.Cues) && tellings.Exists(t => !t.Ahead && Family(t.Kind) == Family(draft.Kind))) continue;
            if (draft.Time is { } a && telling.Time is { } b && !Meet(a, b)) continue;
            if (CountTelling.TellApart(telling.Counts, draft.Counts)) continue;
            // "They have not met since the summit of August".
            if (telling.Status == ContactStatus.Denied && draft.Time is not null && !ContactStatusJudge.IsAhead(draft.Cues)) continue;
            // What lies ahead is not what is told as done.
            if (draft.Time?.Value.From > document.Anchor && telling is { Status: ContactStatus.Held, IsUnsure: false, Time: null }) continue;
            telling.Absorb(draft, document);
            return true;
        }

        return false;
    }

    // "They met in Florida and called the talks productive": in one sentence, talks of nobody else are what was just told.
    private static bool IsSameTold(ContactTelling telling, ContactDraft draft, Document document) =>
        !(draft.Item > 0 && (document.Has(document.Items[draft.Item - 1], "order") || document.Has(document.Items[draft.Item - 1], "before-told"))) && draft.Participants.Count == 0 && draft.Time is null && telling.Extents.Any(e => document.Tokens[e.First].Sentence == document.Sentence(document.Items[draft.Item])) && ContactStatusJudge.IsAhead(draft.Cues) == telling.Ahead;

    /// <summary>Kinds that can name one event.</summary>
    public static ContactKind Family(ContactKind kind) => kind is ContactKind.Summit or ContactKind.Talks ? ContactKind.Meeting : kind;

    private static bool Same(ContactTelling a, ContactTelling b)
    {
        if (a.Participants.Count == 1 != (b.Participants.Count == 1)) return false;
        var calls = (a.AnyMedium && b.Kind == ContactKind.Call) || (b.AnyMedium && a.Kind == ContactKind.Call);
        if (Family(a.Kind) != Family(b.Kind) && !calls) return false;
        if (a.Kind == ContactKind.Visit && a.Sentence == b.Sentence && Together(a, b)) return true;
        // He goes to her, and she to him.
        if (a.Kind == ContactKind.Visit && a.Place?.Value.State is { } to && b.Place?.Value.State is { } other && to != other) return false;
        // "He came last summer. … received him on his visit": another one.
        if ((a.IsOccasion && a.Time is null && b.IsLongAgo) || (b.IsOccasion && b.Time is null && a.IsLongAgo)) return false;
        if (!Together(a, b) || CountTelling.TellApart(a.Counts, b.Counts)) return false;
        if (IsAnother(a, b) || (b.IsInTurn && a.Participants.Count > b.Participants.Count && b.Participants.TrueForAll(p => !p.Value.IsPerson))) return false;
        if (a.Time is { } at && b.Time is { } bt) return Meet(at, bt) || (Math.Abs(a.Sentence - b.Sentence) <= SentencesOfOneStory && OfOneWeekend(at, bt));
        // "They have not met since the summit of last summer".
        if ((a.Status == ContactStatus.Denied && b.IsLongAgo) || (b.Status == ContactStatus.Denied && a.IsLongAgo)) return false;
        if (a.Ahead == b.Ahead) return true;
        // "The talks are suspended" and, a sentence on, "the talks … on hold".
        if ((a.IsOff || b.IsOff) && a.Kind == b.Kind && Math.Abs(a.Sentence - b.Sentence) <= 1 && a.Time is null && b.Time is null) return true;
        // A leaders' meeting that was held and talks to come are two things, however vaguely the one is told.
        return (a.IsUnsure || b.IsUnsure) && (a.Kind == ContactKind.Talks) == (b.Kind == ContactKind.Talks);
    }

    // "They had another call": not the one just told of. But a headline tells of what its article is about, and so do plans of another one.
    private static bool IsAnother(ContactTelling earlier, ContactTelling later) =>
        later.IsAnother && !earlier.IsAnother && !earlier.IsHeadline && !earlier.Ahead && !later.Ahead;

    private static bool Together(ContactTelling a, ContactTelling b)
    {
        var (few, many) = a.Participants.Count <= b.Participants.Count ? (a, b) : (b, a);
        var (personsOfFew, personsOfMany) = (few.Participants.Exists(p => p.Value.IsPerson), many.Participants.Exists(p => p.Value.IsPerson));
        if (personsOfFew != personsOfMany)
        {
            if (a.Time is { } at && b.Time is { } bt && Meet(at, bt) && Sides(a).SetEquals(Sides(b))) return true;
            if (!Within(few, many)) return false;
            if (few.Participants.Count != many.Participants.Count) return false;
            // Their states may well negotiate on after the leaders' summit.
            if (few.Kind != many.Kind && (few.Status == ContactStatus.Ongoing) != (many.Status == ContactStatus.Ongoing)) return false;
            var persons = personsOfFew ? few : many;
            return few.Kind == many.Kind || few.Kind == ContactKind.Summit || many.Kind == ContactKind.Summit
                || !persons.Participants.Exists(p => p.Value.Role is "president" or "head-of-government" or "monarch" or "supreme-leader" || p.Value.Leads);
        }

        if (!Within(few, many)) return false;
        return few.Participants.Count == many.Participants.Count || a.Sentence == b.Sentence || few.Participants.Count > 1;
    }

    private static bool Agree(Entity a, Entity b) =>
        a.Same(b) || (a.State is { } s && s == b.State && (a.Kind is EntityKind.State or EntityKind.Office || b.Kind is EntityKind.State or EntityKind.Office));

    // "On Friday" and, a line on, "at the weekend".
    private static bool OfOneWeekend(Fact<Times.TimeMention> a, Fact<Times.TimeMention> b) =>
        (IsWeekend(a.Value) && b.Value.To is { } friday && friday.PlusDays(1) == a.Value.From) || (IsWeekend(b.Value) && a.Value.To is { } before && before.PlusDays(1) == b.Value.From);

    private static bool IsWeekend(Times.TimeMention time) => time is { From: { DayOfWeek: NodaTime.IsoDayOfWeek.Saturday } first, To: { } last } && last == first.PlusDays(1);

    private static bool Meet(Fact<Times.TimeMention> a, Fact<Times.TimeMention> b) =>
        !(a.Value.From > Last(b.Value)) && !(b.Value.From > Last(a.Value));

    // A contact told of as beginning on a day goes on for some days, not for ever.
    private static NodaTime.LocalDate? Last(Times.TimeMention time) => time.To ?? time.From?.PlusDays(LongestDays);
}
