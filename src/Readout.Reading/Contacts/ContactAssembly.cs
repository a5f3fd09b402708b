using Readout.Reading.Actors;
using Readout.Reading.Matching;

namespace Readout.Reading.Contacts;

/// <summary>Makes findings of drafts: fills in who is only implied, drops what is no diplomatic contact, and joins tellings of one.</summary>
internal sealed class ContactAssembly(Document document)
{
    /// <summary>The contacts of the article, in text order.</summary>
    public IReadOnlyList<ContactTelling> Assemble(IReadOnlyList<ContactDraft> drafts)
    {
        var tellings = new List<ContactTelling>();
        foreach (var draft in drafts)
        {
            Complete(draft);
            if (Telling(draft) is not { } telling)
            {
                ContactMerging.Attach(draft, tellings, document);
                continue;
            }

            ContactMerging.Join(telling, tellings);
        }

        ContactMerging.DropSummaries(tellings);
        return tellings;
    }

    // "After the call with Putin, Trump said": the one who is not named by the contact word is the subject of the sentence.
    private void Complete(ContactDraft draft)
    {
        if (draft.Kind == ContactKind.Visit)
        {
            if (draft.Participants.Exists(p => p.Value.IsPerson) || draft.Place is null) return;
        }
        else if (draft.Participants.Count != 1 || draft.Participants[0].Value.Kind == EntityKind.Organisation)
        {
            return;
        }

        if (SubjectBefore(draft) is { } subject) draft.Add(subject);
    }

    private IEnumerable<Fact<Entity>>? SubjectBefore(ContactDraft draft)
    {
        var items = document.Items;
        var sentence = document.Sentence(items[draft.Item]);
        for (var i = draft.Item - 1; i >= 0 && document.Sentence(items[i]) == sentence; i--)
        {
            if (Subject(items[i], draft) is { } found) return found;
        }

        if (draft.IsVerb) return null;
        for (var i = draft.Item + 1; i < items.Count && document.Sentence(items[i]) == sentence; i++)
        {
            if (Subject(items[i], draft) is { } found) return found;
        }

        return null;
    }

    private Fact<Entity>[]? Subject(Item item, ContactDraft draft)
    {
        if (item.Sense is not ActorMention m || document.Has(item, "oblique") || document.Has(item, "media") || document.Has(item, "group")) return null;
        if (m.Who.Length != 1 || !(m.Who[0].IsPerson || m.Who[0].Kind == EntityKind.State)) return null;
        if (draft.Participants.Exists(p => p.Value.Same(m.Who[0]) || (p.Value.State is { } s && s == m.Who[0].State))) return null;
        return [new(m.Who[0], m.First, m.End, "subject-of-sentence")];
    }

    private ContactTelling? Telling(ContactDraft draft)
    {
        var who = Distinct(draft);
        if (draft.Kind == ContactKind.Talks && draft.IsVerb && draft.IsAnaphoric && draft.Time is null) return null;
        if (draft.Kind == ContactKind.Visit)
        {
            if (draft.Place is not { Value.State: { } state } place) return null;
            who = [.. who.Where(p => p.Value.Kind != EntityKind.Unnamed)];
            var travellers = who.Where(p => p.Value.IsPerson && p.Value.State is not null && p.Value.State != state).ToList();
            if (travellers.Count == 0) return null;
            var host = document.Pack.World.States.TryGetValue(state, out var s) ? new Entity(s.Name, EntityKind.State, state) : null;
            if (draft.Initiator is null || host is null) who = travellers;
            if (host is not null && !who.Exists(p => p.Value.State == state)) who.Add(new(host, place.First, place.End, place.Rule));
        }

        var sides = who.Select(p => p.Value.State ?? (p.Value.Kind == EntityKind.Organisation ? p.Value.Name : null)).ToList();
        if (sides.OfType<string>().Distinct().Count() < 2) return null;
        who = [.. who.Where(p => p.Value.State is not null || p.Value.Kind == EntityKind.Organisation)];
        if (draft.Kind == ContactKind.Message && draft.Initiator is null && who.Count > 0) draft.Initiator = new(who[0].Value.Name, who[0].First, who[0].End, who[0].Rule);
        who.Sort(static (a, b) => a.First.CompareTo(b.First));
        return new ContactTelling(draft, who, document);
    }

    // A state is left out where one of its persons takes part.
    private static List<Fact<Entity>> Distinct(ContactDraft draft)
    {
        var all = draft.Participants.Where(p => p.Value.Kind is not (EntityKind.Media or EntityKind.Unnamed) || p.Value.State is not null && p.Value.Kind == EntityKind.Unnamed).ToList();
        return [.. all.Where(p => p.Value.Kind != EntityKind.State || !all.Exists(o => o.Value.IsPerson && o.Value.State == p.Value.State))
            .Select(p => p.Value.Kind == EntityKind.Unnamed ? p with { Value = p.Value with { Name = p.Value.State! } } : p)];
    }
}
