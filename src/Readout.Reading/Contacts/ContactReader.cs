using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>The stage of contacts: gathers what the rules say of each contact word.</summary>
internal sealed class ContactReader(Document document)
{
    private static readonly string[] Triggers = ["contact-noun", "contact-verb", "receive-verb", "message-verb", "ask-verb", "letter", "congratulate-verb", "visit-verb", "invite-verb", "conference-noun"];
    private readonly Dictionary<int, ContactDraft> drafts = [];
    private Fact<string>? undisclosed;

    /// <summary>Whether a term is a word for a contact.</summary>
    public static bool IsTrigger(Term term) => Array.Exists(Triggers, t => term.Sense(t) is not null);

    /// <summary>Someone refused to say who asked for a contact; the tokens that say so.</summary>
    public Fact<string>? Undisclosed => undisclosed;

    /// <summary>Runs the rules over the items of the contacts layer.</summary>
    /// <returns>The contact words of which anything was said, in text order.</returns>
    public IReadOnlyList<ContactDraft> Run(StageRules rules)
    {
        rules.Find(document.Items, Take);
        foreach (var draft in drafts.Values)
        {
            // "She never spoke of it in the call with A": the call took place.
            if (draft.IsDuring) draft.Cues.RemoveAll(c => c.Value.Status == ContactStatus.Denied && c.First < document.Items[draft.Item].First);
            if (draft.Subject is not { } subject || draft.IsComplete) continue;
            // "Will speak before the parliament of A and meet the president of A": not the parliament meets him.
            if (draft.HasObject && subject.Who.TrueForAll(s => s.Value is { Kind: EntityKind.Organisation, State: { } of } && draft.Participants.Exists(p => p.Value.State == of)))
            {
                draft.Subject = null;
                continue;
            }

            // "He may urge A and B, and will call the leaders of both": A and B are whom he calls.
            if (draft.HasObject && subject.Who.Count > 1 && subject.Who.TrueForAll(s => draft.Participants.Exists(p => p.Value.State == s.Value.State))) draft.Subject = null;
            else draft.Add(subject.Who);
        }

        var ordered = drafts.Values.OrderBy(d => d.Item).ToList();
        var times = new ContactTimes(document, drafts);
        foreach (var draft in ordered) times.Find(draft);

        return ordered;
    }

    private void Take(RuleMatch match)
    {
        if (match.Rule.Operation == "undisclosed")
        {
            undisclosed ??= new Fact<string>("undisclosed", match.Tokens.First, match.Tokens.End, match.Rule.Id);
            return;
        }

        if (match.Range("trigger") is not { } range || Draft(range.Start) is not { } draft) return;
        var rule = match.Rule.Id;
        switch (match.Rule.Operation)
        {
            case "subject":
                var at = match.Range("who")!.Value.Start;
                if (IsObject(at) || IsOfNoun(at)) return;
                if (draft.Subject is { } known && known.Item >= at) return;
                draft.Subject = (at, [.. Who(match, "who")]);
                draft.IsTold |= match.Rule.Constant("told") is not null;
                draft.SubjectIsAnaphoric = document.Has(document.Items[at], "both") && document.Has(document.Items[at], "anaphor");
                break;
            case "participants" or "object" or "owner":
                draft.Add(Who(match, "who"));
                draft.Add(Who(match, "also"));
                draft.IsNoun |= match.Rule.Constant("noun") is not null;
                draft.HasObject |= match.Rule.Operation == "object";
                draft.HasOwner |= match.Rule.Operation == "owner";
                draft.IsComplete |= match.Rule.Operation == "participants" && draft.Participants.Select(p => p.Value.State ?? p.Value.Name).Distinct().Skip(1).Any();
                draft.ParticipantsAreAnaphoric |= match.One("who") is { Sense: ActorMention { Title: null } } named && document.Has(named, "both") && document.Has(named, "anaphor");
                break;
            case "count":
                if (CountTelling.Of(match, document) is { } count) draft.Counts.Add(count);
                if (match.Range("period") is { } period) draft.CountedIn.Add(period.Start);
                break;
            case "another":
                draft.IsAnother = true;
                draft.KindVia = [.. draft.KindVia, rule];
                return;
            case "visit":
                var from = match.Range("who")!.Value.Start;
                var travellers = Who(match, "who").ToList();
                // States go nowhere; their delegations do, and a person who leads one is named for it.
                if (!travellers.Exists(t => t.Value.IsPerson || t.IsSent)) return;
                // "The plane brought him to New York": he did not travel there of himself.
                if (from > 0 && document.Has(document.Items[from - 1], "carry-verb")) return;
                // "Met A, then went to B": not A went.
                if (from > 0 && document.Has(document.Items[from - 1], "contact-verb") && document.AnyHas(from, range.Start, "comma")) return;
                if (draft.Subject is { } nearer && nearer.Item >= from && !IsLed(nearer.Who, travellers)) return;
                draft.Subject = (from, travellers);
                SetPlace(draft, match);
                break;
            case "led":
                draft.Subject = (int.MaxValue, [.. Who(match, "who")]);
                SetPlace(draft, match);
                break;
            case "sent":
                draft.Subject = (int.MaxValue, [.. Who(match, "who").Select(AsDelegation).OfType<Fact<Entity>>()]);
                SetPlace(draft, match);
                break;
            case "destination":
                SetPlace(draft, match);
                break;
            case "invitation":
                draft.Add(Who(match, "who"));
                draft.Add(Who(match, "also"));
                SetPlace(draft, match);
                draft.Kind = ContactKind.Visit;
                draft.Cues.Add(new(new StatusCue(ContactStatus.Proposed, 7, 0), match.Tokens.First, match.Tokens.End, rule));
                foreach (var who in Who(match, "who").Take(1)) draft.Initiator = new(who.Value.Name, who.First, who.End, rule);
                break;
            case "duration":
                if (match.One("time") is { Sense: TimeMention d } && draft.Duration is null && !d.Value.StartsWith("PX", StringComparison.Ordinal)) draft.Duration = new(d, d.First, d.End, rule);
                break;
            case "place":
                if (draft.Place is null) SetPlace(draft, match);
                return;
            case "initiator":
                foreach (var who in Who(match, "who").Take(1)) draft.Initiator = new(who.Value.Name, who.First, who.End, rule);
                break;
            case "several":
                draft.IsSeveral = true;
                draft.KindVia = [.. draft.KindVia, rule];
                return;
            case "by-call":
                // "Spoke with him by telephone".
                if (draft.Kind is ContactKind.Meeting or ContactKind.Talks) (draft.Kind, draft.KindVia) = (ContactKind.Call, [rule]);
                break;
            case "cue":
                Cue(match, draft, range.Start);
                return;
            case "status":
                Status(match, draft);
                return;
            default:
                throw new PackException($"{match.Rule.Place}: the contacts stage has no operation '{match.Rule.Operation}'");
        }

        draft.Cover(match.Tokens.First, match.Tokens.End);
    }

    private ContactDraft? Draft(int item)
    {
        if (drafts.TryGetValue(item, out var draft)) return draft;
        if (document.Items[item].Sense is not Term term) return null;
        foreach (var @class in Triggers)
        {
            if (term.Sense(@class) is not { } sense || !Enum.TryParse<ContactKind>(sense.Value, true, out var kind)) continue;
            draft = new ContactDraft(item, kind, @class is not ("contact-noun" or "conference-noun"), sense.Note.Contains("general", StringComparison.Ordinal), sense.Note == "any-medium")
            {
                Extent = (document.Items[item].First, document.Items[item].End),
                IsUnderway = sense.Note == "underway",
                IsMutual = sense.Note == "mutual",
                NeedsLeader = @class == "conference-noun",
                CanBeVerb = (@class == "contact-verb" || term.Sense("contact-verb") is not null) && !(item > 0 && document.Has(document.Items[item - 1], "preposition")),
            };
            drafts.Add(item, draft);
            return draft;
        }

        return null;
    }

    // "A visit to China to attend": China is where the visit goes, not who attends.
    // "In Abu Dhabi (the Emirates)": which state a place lies in.
    private bool IsObject(int item) => document.IsAddress(item) || (item > 0
        && (document.Written(document.Items[item - 1]) is "(" || document.Has(document.Items[item - 1], "contact-noun:visit") || document.Has(document.Items[item - 1], "visit-verb")
           || document.Has(document.Items[item - 1], "contact-verb") || document.Has(document.Items[item - 1], "attend-verb") || document.Has(document.Items[item - 1], "receive-verb") || document.Has(document.Items[item - 1], "invite-verb")));

    // "The oil of Russia is the key to talks with": a state right after a common word says whose that is, and does not act.
    private bool IsOfNoun(int item)
    {
        if (item == 0 || document.Items[item].Sense is not ActorMention { Who: [{ Kind: EntityKind.State }] } || !document.Has(document.Items[item], "state")) return false;
        var before = document.Items[item - 1];
        return document.Sentence(before) == document.Sentence(document.Items[item]) && before.Sense is null && document.Has(before, "word") && !document.Has(before, "cap");
    }

    private static bool IsLed(List<Fact<Entity>> delegation, List<Fact<Entity>> by) =>
        delegation is [{ IsSent: true, Value.State: { } state }] && by.TrueForAll(p => p.Value.IsPerson && p.Value.State == state);

    // "Xi sends an envoy": a delegation of his state.
    private Fact<Entity>? AsDelegation(Fact<Entity> sender) =>
        document.State(sender.Value.State) is { } state ? sender with { Value = state, IsSent = true } : null;

    private IEnumerable<Fact<Entity>> Who(RuleMatch match, string argument)
    {
        foreach (var item in match.All(argument))
        {
            switch (item.Sense)
            {
                case ActorMention m:
                    foreach (var e in m.Who) yield return new(e, m.First, m.End, match.Rule.Id) { Via = m.Rules, Title = m.Title, IsSent = document.Has(item, "delegation") };
                    break;
                case PlaceMention { Capital: { } state } p:
                    yield return new(state, p.First, p.End, match.Rule.Id);
                    break;
            }
        }
    }

    private void SetPlace(ContactDraft draft, RuleMatch match)
    {
        if (match.One("place") is not { } item) return;
        var rule = match.Rule.Id;
        switch (item.Sense)
        {
            case PlaceMention p:
                draft.Place = new((p.Name, p.State), p.First, p.End, rule) { Via = [p.Rule] };
                break;
            case ActorMention { Who: [{ Kind: EntityKind.Organisation }], Building: { } id } o when document.Pack.World.Places.TryGetValue(id, out var house):
                draft.Place = new((house.Name, house.State.Length > 0 ? house.State : null), o.First, o.End, rule) { Via = o.Rules };
                break;
            case ActorMention { Who: [{ Kind: EntityKind.State } state, ..] } m:
                var building = document.Has(item, "seat") ? BuildingOf(m) : null;
                draft.Place = new((building ?? state.Name, state.State), m.First, m.End, rule) { IsState = building is null };
                draft.MorePlaces = [.. m.Who.Skip(1).Where(w => w.Kind == EntityKind.State).Select(w => new Fact<(string Name, string? State)>((w.Name, w.State), m.First, m.End, rule))];
                break;
        }
    }

    private string? BuildingOf(ActorMention mention) =>
        mention.Building is { } id && document.Pack.World.Places.TryGetValue(id, out var place) ? place.Name : null;

    private void Cue(RuleMatch match, ContactDraft draft, int trigger)
    {
        var range = match.Range("cue")!.Value;
        if (match.Items[range.Start].Sense is not Term term) return;
        var after = range.Start > trigger;
        var distance = after ? range.Start - trigger : trigger - range.Start;
        if (ContactStatusJudge.FromTerm(term, distance, after, draft.IsVerb || draft.CanBeVerb) is not { } cue) return;
        // To urge that talks be finished is to say that they are going on.
        if (draft.IsUnderway && cue.Status is (ContactStatus.Proposed or ContactStatus.Planned)) cue = cue with { Status = ContactStatus.Ongoing };
        var item = match.Items[range.Start];
        draft.Cues.Add(new(cue, item.First, item.End, match.Rule.Id));
    }

    private static void Status(RuleMatch match, ContactDraft draft)
    {
        var (status, weight) = match.Rule.Constant("value") switch
        {
            "before" => (ContactStatus.Planned, ContactStatusJudge.Before),
            "after" => (ContactStatus.Held, 4),
            "ahead" => (ContactStatus.Planned, 3),
            "during" => (ContactStatus.Held, ContactStatusJudge.Weak),
            "planned" => (ContactStatus.Planned, 6),
            var other => Enum.TryParse<ContactStatus>(other, true, out var s) ? (s, 6) : throw new PackException($"{match.Rule.Place}: '{other}' is no status"),
        };
        draft.IsDuring |= match.Rule.Constant("value") == "during";
        draft.Cues.Add(new(new StatusCue(status, weight, 1, match.Rule.Constant("value") == "after"), match.Tokens.First, match.Tokens.End, match.Rule.Id));
    }
}
