using Readout.Reading.Actors;

namespace Readout.Reading.Contacts;

/// <summary>Makes tellings of drafts: fills in who is only implied, drops what is no diplomatic contact, and joins those of one.</summary>
internal sealed class ContactAssembly(Document document)
{
    // No article tells of nearly so many contacts; each is held against all others, and of a text that does, part after part is read
    // by itself.
    private const int MostTogether = 256;
    private const int MostOfOtherField = 3;
    private const int StatesOfOneOtherWord = 3;
    private const int DaysOfPresent = 90;
    private readonly ImpliedParticipants implied = new(document);

    /// <summary>The contacts of the article, in text order.</summary>
    public IReadOnlyList<ContactTelling> Assemble(IReadOnlyList<ContactDraft> drafts)
    {
        var (all, tellings) = (new List<ContactTelling>(), new List<ContactTelling>());
        foreach (var draft in drafts)
        {
            if (tellings.Count >= MostTogether)
            {
                all.AddRange(Settled(tellings));
                tellings = [];
            }

            if (PointsBack(draft) && ContactMerging.Attach(draft, tellings, document)) continue;
            implied.Complete(draft);
            if (draft.StandsAlone) implied.FindOtherSide(draft);
            var made = Tellings(draft).ToList();
            if (made.Count == 0 && !ContactMerging.Attach(draft, tellings, document) && (implied.Fill(draft) || Inherit(draft, tellings))) made = [.. Tellings(draft)];
            foreach (var telling in made) ContactMerging.Join(telling, tellings);
        }

        all.AddRange(Settled(tellings));
        return all;
    }

    private List<ContactTelling> Settled(List<ContactTelling> tellings)
    {
        ContactMerging.Settle(tellings);
        JourneyDates.Share(tellings);
        foreach (var telling in tellings) telling.SettleStatus(document.Anchor);
        return tellings;
    }

    // "Washington is pressing for this meeting": the one told of.
    private bool PointsBack(ContactDraft draft) => !draft.IsVerb && !draft.IsComplete && draft.Kind != ContactKind.Visit
        && draft.Item + 1 < document.Items.Count && document.Has(document.Items[draft.Item + 1], "demonstrative");

    // "The next round, on Wednesday": of those who held the round told of before.
    private static bool Inherit(ContactDraft draft, List<ContactTelling> tellings)
    {
        if (draft.Kind != ContactKind.Talks || draft.IsVerb || draft.Time is null || draft.Participants.Count > 0) return false;
        if (tellings.FindLast(t => t.Kind == ContactKind.Talks && t.Participants.Count > 1) is not { } last) return false;
        draft.Add(last.Participants);
        draft.IsComplete = true;
        return true;
    }

    private IEnumerable<ContactTelling> Tellings(ContactDraft draft)
    {
        if (draft.Kind == ContactKind.Visit)
        {
            foreach (var place in new[] { draft.Place }.Concat(draft.MorePlaces.Select(p => (Fact<(string Name, string? State)>?)p)))
            {
                foreach (var visit in Visits(draft, place)) yield return visit;
            }

            yield break;
        }

        // "Both sides agreed to go on negotiating" tells of no round of talks.
        if (draft.Kind == ContactKind.Talks && draft.IsAnaphoric && draft.Time is null && draft.Place is null && !document.IsBrief) yield break;
        var who = Participants(draft);
        if (draft.Kind == ContactKind.Talks) who = [.. who.Select(p => draft.IsAnaphoric || SpeaksForState(draft, p, who) ? AsState(p) : p)];
        // "The president is open to speak with Iran": states would.
        if (draft.Kind == ContactKind.Meeting && who is [{ Value: { IsPerson: true, Leads: true } }, { Value.Kind: EntityKind.State }] && IsIdea(draft))
        {
            who = [AsState(who[0]), who[1]];
        }

        // "After their talks the three states agreed": those named together met together.
        var together = who.TrueForAll(p => p.Rule == ImpliedParticipants.ByPair && p.First == who[0].First && p.Value.Kind == EntityKind.State);
        if (((draft.IsSeveral && !draft.IsComplete && !together) || (draft.Kind == ContactKind.Call && draft.HasObject && draft.Subject is null)) && who.Count > 2)
        {
            // "In meetings with A and B, C protested": C met each of them.
            var host = Math.Max(0, who.FindIndex(p => draft.HasObject && p.Rule == ImpliedParticipants.BySubject));
            foreach (var one in OneByOne(draft, who, host)) yield return one;
        }
        else if (IsRound(draft, who))
        {
            foreach (var one in OneByOne(draft, who, 0)) yield return one;
        }
        else if (Telling(draft, who) is { } telling)
        {
            yield return telling;
        }
    }

    private IEnumerable<ContactTelling> OneByOne(ContactDraft draft, List<Fact<Entity>> who, int host)
    {
        for (var i = 0; i < who.Count; i++)
        {
            if (i != host && Telling(draft, [who[host], who[i]]) is { } one) yield return one;
        }
    }

    // A guest who "met the president, the prime minister and the speaker" called on each of them; and a leader of the newspaper's
    // own country, whose every meeting is told of, who "met the presidents of A, B and C" met them one by one.
    private bool IsRound(ContactDraft draft, List<Fact<Entity>> who) => IsRoundOfCalls(draft, who) || IsRoundOfHome(draft, who);

    private bool IsRoundOfHome(ContactDraft draft, List<Fact<Entity>> who) => !draft.IsAnaphoric && draft is { Kind: ContactKind.Meeting, HasObject: true } && who.Count > 2
        && document.Pack.Home is { } home && who[0].Value is { IsPerson: true } first && first.State == home
        && who.Skip(1).All(p => p.Value.IsPerson && p.Value.State != home) && who.Select(p => p.Value.State).Distinct().Count() == who.Count;

    private static bool IsRoundOfCalls(ContactDraft draft, List<Fact<Entity>> who) => draft is { Kind: ContactKind.Meeting, HasObject: true } && who.Count > 2
        && who[0].Value is { IsPerson: true, State: { } guest } && who[1].Value.State is { } host && host != guest
        && who.Skip(1).All(p => p.Value.State == host && p.Value.Role is "president" or "head-of-government" or "party-leader" or "speaker" or "monarch");

    // Where a sentence speaks of sport or the courts, or the whole article does, only leaders meet as such.
    private bool IsOtherField(ContactDraft draft, List<Fact<Entity>> who) =>
        !who.Exists(p => p.Value.Leads) && (document.SentenceHas(draft.Item, "other-domain") || document.CountIn("other-domain") > Math.Max(MostOfOtherField, document.CountIn("state") / StatesOfOneOtherWord));

    private ContactTelling? Telling(ContactDraft draft, List<Fact<Entity>> who)
    {
        if (IsOtherField(draft, who)) return null;
        if (draft.NeedsLeader && !who.Exists(p => p.Value.Leads || p.Value.Role is "foreign-minister"))
        {
            // "On the sidelines of the conference, the minister said" tells of the conference; that he attends tells of no summit.
            who = [.. who.Where(p => !p.Value.IsPerson || p.Rule != ImpliedParticipants.BySubject)];
            if (who.Exists(p => p.Value.IsPerson)) return null;
        }

        var sides = who.Select(Side).OfType<string>().Distinct().Count();
        var alone = sides == 1 && ((draft.Kind == ContactKind.Summit && who.Exists(p => p.Value.Kind == EntityKind.Organisation && p.Value.State is null)) || draft.StandsAlone);
        if (sides < 2 && !alone) return null;
        who = [.. who.Where(p => Side(p) is not null)];
        if (draft.Kind == ContactKind.Message && draft.Initiator is null) draft.Initiator = new(who[0].Value.Name, who[0].First, who[0].End, who[0].Rule);
        return new ContactTelling(draft, draft.Place, who, document);
    }

    // "Both Trump and Xi will visit Korea": each state's visit is one of its own.
    private IEnumerable<ContactTelling> Visits(ContactDraft draft, Fact<(string Name, string? State)>? where)
    {
        if (where is not { Value.State: { } state } place) yield break;
        var who = Participants(draft);
        var travellers = who.Where(p => (p.Value.IsPerson || p.IsSent) && p.Value.State != state && (p.Value.State is not null || p.Value.Role is not null)).ToList();
        if (travellers.Count == 0 || IsOtherField(draft, who)) yield break;
        if (draft.Initiator is not null)
        {
            yield return Visit(draft, place, state, who);
            yield break;
        }

        foreach (var party in travellers.GroupBy(t => t.Value.State)) yield return Visit(draft, place, state, [.. party]);
    }

    private ContactTelling Visit(ContactDraft draft, Fact<(string Name, string? State)> place, string state, List<Fact<Entity>> who)
    {
        if (!who.Exists(p => p.Value.State == state) && document.State(state) is { } host) who.Add(new(host, place.First, place.End, place.Rule));

        return new ContactTelling(draft, place, who, document);
    }

    // "Both sides" of talks are the states, whoever of their leaders was just spoken of.
    private Fact<Entity> AsState(Fact<Entity> p) =>
        p.Value.IsPerson && document.State(p.Value.State) is { } state ? p with { Value = state } : p;

    // "The president is ready for talks with Iran": talks of states, in which he will not sit; nor will whoever turns them down.
    private static bool SpeaksForState(ContactDraft draft, Fact<Entity> p, List<Fact<Entity>> who)
    {
        if (!p.Value.IsPerson || !who.Exists(o => o.Value.Kind == EntityKind.State && o.Value.State != p.Value.State)) return false;
        var leads = p.Value.Leads || p.Value.Role?.EndsWith("spokesperson", StringComparison.Ordinal) == true || p.Value.Role is "president" or "head-of-government" or "monarch" or "supreme-leader";
        return leads || IsIdea(draft);
    }

    // Whether somebody only speaks of it, for or against.
    private static bool IsIdea(ContactDraft draft) => ContactStatusJudge.Judge(draft.Cues, null, null, null).Status is ContactStatus.Proposed or ContactStatus.Denied;

    private static string? Side(Fact<Entity> p) => p.Value.State ?? (p.Value.Kind == EntityKind.Organisation ? p.Value.Name : null);

    // "The visit of the President in 2023": of whoever was president then.
    private Fact<Entity> AtItsTime(ContactDraft draft, Fact<Entity> p)
    {
        if (p is not { Title: { } role, Value: { IsPerson: true, State: { } code } } || draft.Time is not { Value: { From: { } first, To: { } last } } || !(last < document.Anchor?.PlusDays(-DaysOfPresent))) return p;
        var holder = document.Pack.World.Holder($"{code}:{role}", first);
        return holder is not null && holder == document.Pack.World.Holder($"{code}:{role}", last) && holder.Name != p.Value.Name ? p with { Value = Discourse.Person(holder, role) } : p;
    }

    // A state is left out where one of its persons takes part; its unnamed officials stand for it.
    private List<Fact<Entity>> Participants(ContactDraft draft)
    {
        var all = draft.Participants.Select(p => AtItsTime(draft, p)).Where(p => p.Value.Kind != EntityKind.Media && (p.Value.Kind != EntityKind.Unnamed || p.Value.State is not null)).ToList();
        var who = all
            .Where(p => p.Value.Kind is not (EntityKind.State or EntityKind.Unnamed) || !all.Exists(o => o.Value.IsPerson && o.Value.State == p.Value.State))
            .Select(p => p.Value.Kind == EntityKind.Unnamed && document.State(p.Value.State) is { } state ? p with { Value = state } : p)
            .ToList();
        return [.. who.OrderBy(p => p.First)];
    }
}
