using Readout.Reading.Actors;

namespace Readout.Reading.Contacts;

/// <summary>Joins the tellings of one contact within one article.</summary>
internal static class ContactMerging
{
    /// <summary>Adds a telling, or joins it to the one it repeats: the last that fits.</summary>
    public static void Join(ContactTelling telling, List<ContactTelling> tellings)
    {
        for (var i = tellings.Count - 1; i >= 0; i--)
        {
            if (!Same(tellings[i], telling)) continue;
            tellings[i].Absorb(telling);
            return;
        }

        tellings.Add(telling);
    }

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
        if (Family(a.Kind) != Family(b.Kind)) return false;
        if (!Together(a, b)) return false;
        if (a.Time is { } at && b.Time is { } bt) return Meet(at, bt);
        return a.Ahead == b.Ahead;
    }

    private static bool Together(ContactTelling a, ContactTelling b)
    {
        var (few, many) = a.Participants.Count <= b.Participants.Count ? (a, b) : (b, a);
        if (!few.Participants.TrueForAll(p => many.Participants.Exists(o => Agree(p.Value, o.Value)))) return false;
        var (personsOfFew, personsOfMany) = (few.Participants.Exists(p => p.Value.IsPerson), many.Participants.Exists(p => p.Value.IsPerson));
        if (personsOfFew != personsOfMany && few.Kind != many.Kind) return few.Kind == ContactKind.Summit || many.Kind == ContactKind.Summit;
        return few.Participants.Count == many.Participants.Count || a.Sentence == b.Sentence || few.Participants.Count > 1;
    }

    private static bool Agree(Entity a, Entity b) =>
        a.Same(b) || (a.State is { } s && s == b.State && (a.Kind == EntityKind.State || b.Kind == EntityKind.State));

    private static bool Meet(Fact<Times.TimeMention> a, Fact<Times.TimeMention> b) =>
        a.Value.From <= b.Value.To && b.Value.From <= a.Value.To;
}
