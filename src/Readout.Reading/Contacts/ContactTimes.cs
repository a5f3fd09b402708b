using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>Finds the time of a contact: in its own sentence, in what was told just before, or where somebody tells what is going on.</summary>
internal sealed class ContactTimes(Document document, IReadOnlyDictionary<int, ContactDraft> drafts)
{
    /// <summary>Beyond this many items "from the 12th" belongs to something else.</summary>
    private const int FarthestStart = 20;

    /// <summary>Sets what the words around a contact word say of its time.</summary>
    public void Find(ContactDraft draft)
    {
        draft.IsBesideTold = document.SentenceOpensWith(draft.Item, "told-ref");
        draft.IsOccasion = draft.Kind == ContactKind.Visit && draft.Item > 0 && document.Has(document.Items[draft.Item - 1], "sidelines-cue");
        draft.ToldOn = DayOfSaying(draft);
        draft.Time = CountedFromSaying(Nearest(draft), draft)
            ?? (draft.IsBesideTold && !document.SentenceHas(draft.Item, "date") && !ContactStatusJudge.IsAhead(draft.Cues) ? ToldBefore(draft.Item) : null)
            ?? WhileTold(draft)
            ?? OfOccasion(draft);
    }

    // The nearest day, week or month of the sentence, with no verb of saying and no other contact's words between.
    private Fact<TimeMention>? Nearest(ContactDraft draft)
    {
        var items = document.Items;
        var sentence = document.Sentence(items[draft.Item]);
        Fact<TimeMention>? best = null;
        var bestDistance = int.MaxValue;
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            var (distance, subordinate, since) = (0, false, false);
            for (var i = draft.Item + step; i >= 0 && i < items.Count && document.Sentence(items[i]) == sentence; i += step)
            {
                distance++;
                if (IsSaying(items[i]) || document.Has(items[i], "break") || (step < 0 && document.Has(items[i], "prepare"))) break;
                if ((step > 0 || !draft.CanBeVerb) && drafts.TryGetValue(i, out var other) && other.Participants.Count > 0 && other.Kind != ContactKind.Summit && (other.Kind != draft.Kind || step < 0)) break;
                subordinate |= step < 0 && document.Has(items[i], "clause:time");
                // "The first since A raided B last June": June is the raid's.
                since |= step > 0 && document.Has(items[i], "since") && !document.Has(items[i], "since:from");
                if (items[i].Sense is not TimeMention { From: not null, Type: TimexType.Date or TimexType.Time } time) continue;
                if (since && !document.Has(items[i - 1], "since")) break;
                // "Their third call this year" is not some time this year: the year is what they are counted in.
                if (draft.CountedIn.Contains(i) && Holds(time, document.Anchor) && !ContactStatusJudge.IsAhead(draft.Cues)) continue;
                if (i > 0 && document.Has(items[i - 1], "since"))
                {
                    if (step < 0 || distance > FarthestStart || time.From != time.To || !document.Has(items[i - 1], "since:from")) continue;
                    time = time with { To = null };
                }

                if (document.Has(items[i], "holiday") || (step < 0 && IsSince(i))) continue;
                // "Before June": a bound of what is wished, not the day of a contact.
                if (i > 0 && document.Has(items[i - 1], "order:before")) continue;
                // "Before his visit in April, they will meet": April is the visit's.
                if (step < 0 && IsOfWhatFollows(i, draft)) break;
                // "A day before they met", "they met a day before the talks".
                if (document.Has(items[i], "before-told") && i + 1 < items.Count && (document.Has(items[i + 1], "clause:time") || document.Has(items[i + 1], "contact-noun"))) break;
                // "They will meet in two weeks, after they had a call": the weeks are the meeting's.
                if (subordinate && IsOthers(i, draft)) break;
                if (distance < bestDistance)
                {
                    (best, bestDistance) = (new Fact<TimeMention>(time, time.First, time.End, time.Rules[^1]) { Via = time.Rules[..^1] }, distance);
                }

                break;
            }
        }

        return best;
    }

    // "The first since the country became free in 1946, a visit to …": the year is that of the freedom.
    private bool IsSince(int time)
    {
        for (var i = time - 1; i >= 0 && time - i <= FarthestStart && document.Sentence(document.Items[i]) == document.Sentence(document.Items[time]); i--)
        {
            if (document.Has(document.Items[i], "comma")) return false;
            if (document.Has(document.Items[i], "since")) return true;
        }

        return false;
    }

    // Whether a time left of a comma belongs to a contact word that the sentence puts after everything else in it.
    private bool IsOfWhatFollows(int time, ContactDraft draft)
    {
        var items = document.Items;
        if (!document.AnyHas(time + 1, draft.Item, "comma")) return false;
        var (from, _) = document.SentenceAround(time);
        for (var i = time - 1; i > from && !document.Has(items[i], "comma"); i--)
        {
            if (drafts.ContainsKey(i) && document.Has(items[i - 1], "order:before")) return true;
        }

        return false;
    }

    private static bool Holds(TimeMention time, NodaTime.LocalDate? day) => time.From <= day && time.To >= day;

    private bool IsSaying(Item item) => item.Sense is Term && (document.Has(item, "say-verb") || document.Has(item, "relay-verb:reports"));

    // Whether a time left of a subordinate clause stands behind another contact word of the sentence.
    private bool IsOthers(int time, ContactDraft draft)
    {
        var (from, _) = document.SentenceAround(time);
        for (var i = time - 1; i >= from && !IsSaying(document.Items[i]); i--)
        {
            if (drafts.TryGetValue(i, out var other) && other != draft) return true;
        }

        return false;
    }

    // "The Kremlin on 30 January announced that they met": the day that stands before the nearest verb of saying.
    private Fact<TimeMention>? DayOfSaying(ContactDraft draft)
    {
        var (from, _) = document.SentenceAround(draft.Item);
        var said = false;
        for (var i = draft.Item - 1; i >= from; i--)
        {
            if (IsSaying(document.Items[i])) said = true;
            else if (said && drafts.ContainsKey(i)) return null;
            else if (said && document.Items[i].Sense is TimeMention { Type: TimexType.Date or TimexType.Time, From: not null } time)
            {
                return time.From == time.To ? new(time, time.First, time.End, "day-of-saying") { Via = time.Rules } : null;
            }
        }

        return null;
    }

    // "On Sunday he said they would meet next week", printed on Monday: the week after that Sunday.
    private Fact<TimeMention>? CountedFromSaying(Fact<TimeMention>? found, ContactDraft draft)
    {
        if (found is not { Value.Shift: { Unit: "W", Count: > 0 } shift } time || draft.ToldOn is not { Value: var told } || told.End > time.First || !(told.From < document.Anchor)) return found;
        return TimeCalculus.Relative(shift.Unit, shift.Count, told.From) is { } value && value.From != time.Value.From
            ? time with { Value = time.Value with { From = value.From, To = value.To, Value = value.Value }, Rule = "day-of-saying", Via = [.. time.Via, time.Rule] }
            : found;
    }

    // "After that, the two held talks": on the day last told of, not long before.
    private Fact<TimeMention>? ToldBefore(int item)
    {
        var sentence = document.Sentence(document.Items[item]);
        for (var i = item - 1; i >= 0 && sentence - document.Sentence(document.Items[i]) <= 2; i--)
        {
            if (document.Items[i].Sense is TimeMention { From: { } from, Type: TimexType.Date or TimexType.Time } time && time.To == from)
            {
                return new Fact<TimeMention>(time, time.First, time.End, "day-told-before") { Via = time.Rules };
            }
        }

        return null;
    }

    // "On the 28th the two firms signed, within the visit of the president": the visit was on then.
    private Fact<TimeMention>? OfOccasion(ContactDraft draft)
    {
        if (!draft.IsOccasion || ContactStatusJudge.IsAhead(draft.Cues)) return null;
        var (from, to) = document.SentenceAround(draft.Item);
        Fact<TimeMention>? only = null;
        for (var i = from; i < to; i++)
        {
            if (document.Items[i].Sense is not TimeMention { From: { } day, Type: TimexType.Date or TimexType.Time } time || time.To != day) continue;
            if (only is not null) return null;
            only = new(time, time.First, time.End, "day-of-sentence") { Via = time.Rules };
        }

        return only;
    }

    // What is going on while somebody speaks, or while something dated is done, goes on that day.
    private Fact<TimeMention>? WhileTold(ContactDraft draft)
    {
        if (ContactStatusJudge.Judge(draft.Cues, null, null, null).Status != ContactStatus.Ongoing) return null;
        if (draft.ToldOn is { } told) return told;
        var (from, _) = document.SentenceAround(draft.Item);
        for (var i = draft.Item - 1; i >= from; i--)
        {
            if (document.Items[i].Sense is TimeMention { From: { } day, Type: TimexType.Date or TimexType.Time } time && time.To == day)
            {
                return new(time, time.First, time.End, "day-of-sentence") { Via = time.Rules };
            }
        }

        return null;
    }
}
