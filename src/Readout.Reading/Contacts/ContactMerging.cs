using Readout.Reading.Actors;

namespace Readout.Reading.Contacts;

/// <summary>Joins the tellings of one contact within one article.</summary>
internal static class ContactMerging
{
    /// <summary>Adds a telling, or joins it to the one it repeats: the last that fits.</summary>
    public static void Join(ContactTelling telling, List<ContactTelling> tellings)
    {
        // "A conversation" is the call just told of rather than a meeting, if there was one.
        var found = telling.AnyMedium ? tellings.FindLastIndex(t => t.Kind == ContactKind.Call && Same(t, telling)) : -1;
        if (found < 0) found = tellings.FindLastIndex(t => Same(t, telling));
        if (found >= 0) tellings[found].Absorb(telling);
        else tellings.Add(telling);
    }

    /// <summary>Takes away tellings that only sum up others ("the calls between the leaders of A, B and C").</summary>
    public static void DropSummaries(List<ContactTelling> tellings) => tellings.RemoveAll(sum =>
        sum.Participants.Count > 2 && sum.Kind == ContactKind.Call
        && tellings.Count(t => t != sum && Family(t.Kind) == Family(sum.Kind) && t.Participants.TrueForAll(p => sum.Participants.Exists(o => Agree(o.Value, p.Value)))) > 1);

    /// <summary>
    /// Gives the details of a contact word without participants ("the call lasted 40 minutes") to the last contact of its kind.
    /// </summary>
    public static void Attach(ContactDraft draft, List<ContactTelling> tellings, Document document)
    {
        if (draft.IsVerb || draft.Kind == ContactKind.Visit) return;
        if (draft.Participants.Count > 0 && draft.Participants.TrueForAll(p => p.Value.Kind == EntityKind.Unnamed)) return;
        for (var i = tellings.Count - 1; i >= 0; i--)
        {
            var telling = tellings[i];
            if (Family(telling.Kind) != Family(draft.Kind)) continue;
            if (!draft.Participants.TrueForAll(p => telling.Participants.Exists(t => Agree(t.Value, p.Value)))) continue;
            if (draft.Time is { } a && telling.Time is { } b && !Meet(a, b)) continue;
            telling.Absorb(draft, document);
            return;
        }
    }

    /// <summary>Kinds that can name one event.</summary>
    public static ContactKind Family(ContactKind kind) => kind is ContactKind.Summit or ContactKind.Talks ? ContactKind.Meeting : kind;

    private static bool Same(ContactTelling a, ContactTelling b)
    {
        var calls = (a.AnyMedium && b.Kind == ContactKind.Call) || (b.AnyMedium && a.Kind == ContactKind.Call);
        if (Family(a.Kind) != Family(b.Kind) && !calls) return false;
        if (a.Kind == ContactKind.Visit && a.Sentence == b.Sentence && Together(a, b)) return true;
        if (!Together(a, b)) return false;
        if (a.Time is { } at && b.Time is { } bt) return Meet(at, bt);
        return a.Ahead == b.Ahead || a.Cue is null || b.Cue is null;
    }

    private static bool Together(ContactTelling a, ContactTelling b)
    {
        var (few, many) = a.Participants.Count <= b.Participants.Count ? (a, b) : (b, a);
        if (!few.Participants.TrueForAll(p => many.Participants.Exists(o => Agree(p.Value, o.Value)))) return false;
        var (personsOfFew, personsOfMany) = (few.Participants.Exists(p => p.Value.IsPerson), many.Participants.Exists(p => p.Value.IsPerson));
        if (personsOfFew != personsOfMany && few.Kind != many.Kind) return few.Kind == ContactKind.Summit || many.Kind == ContactKind.Summit;
        if (personsOfFew != personsOfMany && few.Participants.Count != many.Participants.Count) return few.Kind == ContactKind.Call && few.AnyMedium;
        return few.Participants.Count == many.Participants.Count || a.Sentence == b.Sentence || few.Participants.Count > 1;
    }

    private static bool Agree(Entity a, Entity b) =>
        a.Same(b) || (a.State is { } s && s == b.State && (a.Kind == EntityKind.State || b.Kind == EntityKind.State));

    private static bool Meet(Fact<Times.TimeMention> a, Fact<Times.TimeMention> b) =>
        a.Value.From <= b.Value.To && b.Value.From <= a.Value.To;
}
