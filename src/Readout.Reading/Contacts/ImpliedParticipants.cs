using Readout.Reading.Actors;

namespace Readout.Reading.Contacts;

/// <summary>Finds those who took part but are not named beside the contact word.</summary>
internal sealed class ImpliedParticipants(Document document)
{
    /// <summary>How one took part who is the subject of the sentence.</summary>
    public const string BySubject = "subject-of-sentence";

    /// <summary>How those took part who are named together in the sentence.</summary>
    public const string ByPair = "pair-of-sentence";

    private const string ByEvent = "named-event";
    private const int WeeksOfNamedEvent = 9;
    private const int FarthestSeat = 3;
    private const int LongestTail = 3;
    private const string ByTelling = "other-side-told-of";

    /// <summary>"After the call with Putin, Trump said": the one not named by the contact word is the subject of the sentence.</summary>
    public void Complete(ContactDraft draft)
    {
        if (draft.Kind == ContactKind.Visit)
        {
            if (draft.Place is null)
            {
                // "Britain prepares for the visit of President Trump": the host is the subject.
                var owner = draft.Participants.Find(p => p.Value.IsPerson);
                if (draft.IsVerb || owner.Value is null || Subject(draft, s => s.Kind == EntityKind.State && s.State != owner.Value.State) is not { } host) return;
                draft.Place = new((host.Value.Name, host.Value.State), host.First, host.End, host.Rule);
                return;
            }

            if (!draft.Participants.Exists(p => p.Value.IsPerson || p.IsSent) && Subject(draft, s => s.IsPerson && s.State != draft.Place.Value.Value.State) is { } traveller) draft.Add([traveller]);
            return;
        }

        var half = draft.Participants.Count == 1 || (draft.Participants.Count > 1 && draft is { IsComplete: false, HasOwner: false, Subject: null, HasObject: true });
        if (!half || (draft is { IsGeneral: true, IsVerb: true, HasObject: false })) return;
        var known = draft.Participants[0].Value;
        var ownBody = known.Kind == EntityKind.Organisation && draft.Kind != ContactKind.Summit && known.State is not null;
        if (ownBody && !draft.HasObject) return;
        // "A meeting of the Security Council", "of the cabinet": among themselves.
        if (draft is { Kind: ContactKind.Meeting, HasOwner: true, HasObject: false } && (known.Kind == EntityKind.Organisation || draft.IsGeneral)) return;
        // Who sends a letter is told; to whom, only by the words for it.
        if (draft is { Kind: ContactKind.Message, Subject: not null } || IsBackdrop(draft)) return;
        if (Subject(draft, s => (s.IsPerson || s.Kind == EntityKind.State || s.Kind == EntityKind.Organisation) && !(ownBody && s.State == known.State)) is { } subject) draft.Add([subject]);
    }

    // "China and Russia agreed while talks on Ukraine went on": whoever acts while talks go on takes no part in them by that.
    private bool IsBackdrop(ContactDraft draft)
    {
        var (from, _) = document.SentenceAround(draft.Item);
        for (var i = draft.Item - 1; i >= from; i--)
        {
            if (document.Has(document.Items[i], "backdrop")) return draft is { IsVerb: false, HasObject: false };
        }

        return false;
    }

    /// <summary>
    /// "Washington urged Tehran to accept. Tehran is ready to talk": with the only other state of the sentence before.
    /// </summary>
    public void FindOtherSide(ContactDraft draft)
    {
        if (draft.Participants[0].Value.State is not { } own) return;
        var (from, to) = document.SentenceAround(draft.Item);
        if (from == 0) return;
        (from, to) = document.SentenceAround(from - 1);
        Fact<Entity>? other = null;
        for (var i = from; i < to; i++)
        {
            if (document.Items[i].Sense is not ActorMention m || document.IsAddress(i)) continue;
            foreach (var who in m.Who)
            {
                if (who.Kind == EntityKind.Media || (who.State ?? (who.Kind == EntityKind.Organisation ? who.Name : null)) is not { } side || side == own) continue;
                if (other is { } found && (found.Value.State ?? found.Value.Name) != side) return;
                other ??= new(AsSide(draft, who), m.First, m.End, ByTelling) { Via = m.Rules };
            }
        }

        if (other is { } only) draft.Add([only]);
    }

    /// <summary>
    /// "Russia and Ukraine … before the talks": a contact word without participants takes the pair that its sentence names, or
    /// the only two leaders.
    /// </summary>
    /// <returns>Whether anyone was found.</returns>
    public bool Fill(ContactDraft draft)
    {
        var items = document.Items;
        // "A and B will speak of it when they meet each other".
        if ((draft.IsVerb && !draft.IsMutual) || draft.Kind is ContactKind.Visit or ContactKind.Message || draft.Participants.Count > 0) return false;
        if (Named(draft)) return true;
        if (draft.Kind == ContactKind.Talks && !document.InLead(draft.Item)) return false;
        var (from, to) = document.SentenceAround(draft.Item);
        for (var i = from; i < to; i++)
        {
            if (items[i].Sense is ActorMention { Who.Length: >= 2 } group && !document.Has(items[i], "anaphor") && !(i > 0 && document.Has(items[i - 1], "conflict-noun")) && group.Who.All(w => (w.IsPerson && draft.Kind != ContactKind.Talks) || w.Kind == EntityKind.State || (w.Kind == EntityKind.Organisation && w.State is null)))
            {
                draft.Add(group.Who.Select(w => new Fact<Entity>(AsSide(draft, w), group.First, group.End, ByPair)));
                return true;
            }
        }

        var leaders = new List<Fact<Entity>>();
        for (var i = from; i < to; i++)
        {
            if (items[i].Sense is not ActorMention { Who: [{ IsPerson: true, State: not null } person] } m) continue;
            // "A friend of the president" is not the president.
            if (i > from && document.Has(items[i - 1], "preposition:relation") && !document.Has(items[i - 1], "and")) continue;
            if (!leaders.Exists(l => l.Value.State == person.State)) leaders.Add(new(person, m.First, m.End, ByPair));
        }

        // Those who meet are of one rank: a president and the adviser who speaks of it are not the two.
        if (leaders.Count == 2 && leaders[0].Value.Leads != leaders[1].Value.Leads) leaders.Clear();
        if (leaders.Count != 2) return draft.Kind == ContactKind.Talks && FillWithStates(draft, from, to);
        draft.Add(leaders.Select(l => l with { Value = AsSide(draft, l.Value) }));
        return true;
    }

    // "Thailand rejects Cambodia's wish to move the talks": the only two states of the sentence.
    private bool FillWithStates(ContactDraft draft, int from, int to)
    {
        var sides = new List<Fact<Entity>>();
        for (var i = from; i < to; i++)
        {
            if (document.Items[i].Sense is not ActorMention m || document.IsAddress(i) || IsSeat(draft, i)) continue;
            foreach (var who in m.Who)
            {
                if (who.Kind == EntityKind.Media || who.State is not { } code || sides.Exists(s => s.Value.State == code)) continue;
                if (sides.Count == 2) return false;
                sides.Add(new(AsSide(draft, who), m.First, m.End, ByPair) { Via = m.Rules });
            }
        }

        if (sides.Count != 2) return false;
        draft.Add(sides);
        return true;
    }

    // "Talks in Switzerland", "three-sided talks in the Emirates": where they sat.
    private bool IsSeat(ContactDraft draft, int index) => index > draft.Item + 1 && index <= draft.Item + FarthestSeat
        && document.Has(document.Items[index - 1], "host-cue") && !document.AnyHas(draft.Item + 1, index, "situation");

    // "The Alaska summit", in those weeks: everybody knows whose.
    private bool Named(ContactDraft draft)
    {
        if (draft.Place is not { } place || document.Anchor is not { } day || draft.Kind is not (ContactKind.Summit or ContactKind.Meeting)) return false;
        var world = document.Pack.World;
        foreach (var known in world.Events)
        {
            if (Math.Abs(NodaTime.Period.DaysBetween(known.Day, day)) > WeeksOfNamedEvent * 7) continue;
            if (!world.Places.TryGetValue(known.Place, out var at) || at.Name != place.Value.Name) continue;
            draft.Add(known.Participants.Select(id => world.Actors.GetValueOrDefault(id)).OfType<Packs.Actor>()
                .Select(a => new Fact<Entity>(Discourse.Person(a) with { Leads = true }, place.First, place.End, ByEvent)));
            return draft.Participants.Count > 1;
        }

        return false;
    }

    // Rounds of talks are held by states; a leader who speaks of them does not sit there.
    private Entity AsSide(ContactDraft draft, Entity who) =>
        draft.Kind == ContactKind.Talks && !draft.Participants.Exists(p => p.Value.IsPerson) && who.IsPerson ? document.State(who.State) ?? who : who;

    private Fact<Entity>? Subject(ContactDraft draft, Func<Entity, bool> fits)
    {
        var items = document.Items;
        var (from, to) = document.SentenceAround(draft.Item);
        // "Trump says he hopes for peace in Ukraine when he meets Putin": the subject of the sentence, not the nearest name.
        for (var i = from; i < draft.Item; i++)
        {
            if (At(i, draft, s => s.IsPerson && fits(s)) is { } found) return found;
        }

        // "Russia spared the power plants of Ukraine, after talks with": who acts before who is only named there.
        for (var i = draft.Item - 1; i >= from; i--)
        {
            if (!EndsClause(i) && At(i, draft, fits) is { } found) return found;
        }

        for (var i = draft.Item - 1; i >= from; i--)
        {
            if (At(i, draft, fits) is { } found) return found;
        }

        // A summit of an organisation needs nobody else: "speaking at the NATO summit, Trump", but nobody farther on.
        var commas = draft.Kind == ContactKind.Summit && draft.Participants.Exists(p => p.Value.Kind == EntityKind.Organisation) ? 1 : int.MaxValue;
        for (var i = draft.Item + 1; (!draft.IsVerb || draft.Kind == ContactKind.Visit) && i < to && commas >= 0; i++)
        {
            if (document.Has(items[i], "comma")) commas--;
            if (At(i, draft, fits) is { } found) return found;
        }

        // "The speech of Mr Lam during the state visit": better someone named after "of" than nobody.
        for (var i = draft.Item - 1; draft.Subject is null && i >= from; i--)
        {
            if (At(i, draft, s => s.IsPerson && fits(s), true) is { } found) return found;
        }

        if (from == 0 || draft.Kind == ContactKind.Visit) return null;
        (from, to) = document.SentenceAround(from - 1);
        for (var i = from; i < to; i++)
        {
            if (At(i, draft, s => s.IsPerson && fits(s)) is { } found) return found;
        }

        return null;
    }

    // "The Kremlin says will hold talks": with no other subject, it will.
    private bool SpeaksOfItself(int index) =>
        index + 2 < document.Items.Count && document.Has(document.Items[index + 1], "say-verb") && (document.Has(document.Items[index + 2], "aux") || document.Has(document.Items[index + 2], "status-cue"));

    // "In Paris they negotiated", "on his visit to Britain he met": where they were, not with whom.
    private bool IsWhere(int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - 2; i--)
        {
            var item = document.Items[i];
            if (document.Has(item, "host-cue") || document.Has(item, "contact-noun:visit") || document.Has(item, "visit-verb")) return true;
            if (item.Sense is not null and not Packs.Term || document.Has(item, "comma")) return false;
        }

        return false;
    }

    // A subject has its verb after it; what stands last in its clause, but for a time, is named as something else.
    private bool EndsClause(int index)
    {
        var next = index + 1;
        while (next < document.Items.Count && next <= index + LongestTail && (document.Has(document.Items[next], "preposition") || document.Has(document.Items[next], "time"))) next++;
        var listed = next + 1 < document.Items.Count && document.Has(document.Items[next + 1], "actor");
        return next < document.Items.Count && ((document.Has(document.Items[next], "comma") && !listed) || document.Has(document.Items[next], "clause") || document.Has(document.Items[next], "break"));
    }

    private Fact<Entity>? At(int index, ContactDraft draft, Func<Entity, bool> fits, bool oblique = false)
    {
        if (document.IsAddress(index)) return null;
        var item = document.Items[index];
        if (document.Has(item, "oblique") && !oblique && item.Sense is not PlaceMention) return null;
        if (document.Has(item, "seat") && draft.Kind != ContactKind.Call && !SpeaksOfItself(index)) return null;
        if (draft.Kind != ContactKind.Visit && IsWhere(index)) return null;
        if (item.Sense is PlaceMention { Capital: { } capital } place)
        {
            return fits(capital) && !draft.Participants.Exists(p => p.Value.State == capital.State) ? new(capital, place.First, place.End, BySubject) : null;
        }

        if (item.Sense is not ActorMention m || m.Who.IsEmpty) return null;
        // Of two who are named together, the guest is the one who travelled.
        // "In the talks with the president of A, both sides agreed": the side that is not A.
        foreach (var one in draft.Kind == ContactKind.Visit || (draft.HasObject && document.Has(item, "both")) ? m.Who : m.Who[..1])
        {
            var who = AsSide(draft, one);
            if (who.Kind == EntityKind.Media || !fits(who)) continue;
            if (draft.Participants.Exists(p => p.Value.Same(who) || (p.Value.State is { } s && s == who.State))) continue;
            return new(who, m.First, m.End, BySubject) { Via = m.Rules };
        }

        return null;
    }
}
