using NodaTime;
using Readout.Reading.Actors;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>What an article has said of one contact so far, while its tellings are being joined.</summary>
internal sealed class ContactTelling
{
    private const int DaysOfPresent = 60;
    private readonly List<(int First, int End)> extents = [];
    private readonly LocalDate? published;
    private bool isTold;

    /// <summary>Starts from one contact word.</summary>
    public ContactTelling(ContactDraft draft, Fact<(string Name, string? State)>? place, List<Fact<Entity>> participants, Document document)
    {
        Kind = draft.Kind;
        AnyMedium = draft.AnyMedium;
        isTold = draft.IsVerb || draft is { CanBeVerb: true, IsNoun: false } || draft.IsTold;
        Participants = participants;
        Time = draft.Time;
        ToldOn = draft.ToldOn;
        Duration = draft.Duration;
        Place = place;
        Initiator = draft.Initiator;
        Counts.AddRange(draft.Counts);
        IsAnother = draft.IsAnother;
        IsInTurn = draft is { IsSeveral: true, IsVerb: true } && draft.Kind != ContactKind.Call;
        IsHeadline = document.Slice(document.Items[draft.Item].First, document.Items[draft.Item].End).Start < document.Article.TitleLength;
        KindVia = draft.KindVia;
        KindRules = [(draft.Kind, document.Items[draft.Item].First, document.Items[draft.Item].End)];
        Sentence = document.Sentence(document.Items[draft.Item]);
        // What a letter speaks of may lie ahead; the letter does not.
        if (Kind == ContactKind.Message && Time?.Value.From > document.Anchor && !ContactStatusJudge.IsAhead(draft.Cues)) Time = null;
        (Status, Cue) = ContactStatusJudge.Judge(draft.Cues, Time?.Value.From, Time?.Value.To, document.Anchor);
        // What is only an idea was not on a day that is over: that day is of something else.
        if (Kind == ContactKind.Talks && Status == ContactStatus.Proposed && Time?.Value.To < document.Anchor) Time = null;
        // "They spoke on Monday of the visit to come": Monday is not the visit's.
        if (Status == ContactStatus.Planned && Time is { } past && past.Value.To < document.Anchor && past.End <= document.Items[draft.Item].First) Time = null;
        // What has lasted so long has been held.
        if (IsUnsure && Duration is { } length && !(Time?.Value.From > document.Anchor)) (Status, Cue) = (ContactStatus.Held, new(new(ContactStatus.Held, 4, 1), length.First, length.End, length.Rule));
        IsBesideTold = draft.IsBesideTold;
        (published, IsOccasion) = (document.Anchor, draft.IsOccasion);
        Grow(draft, document);
    }

    /// <summary>Whether the text sets it beside what was just told.</summary>
    public bool IsBesideTold { get; }

    /// <summary>Whether it is told of as the occasion of something else.</summary>
    public bool IsOccasion { get; }

    /// <summary>Whether it is told to have been long ago.</summary>
    public bool IsLongAgo => Time is { Value.To: { } last } && last < published?.PlusDays(-DaysOfPresent);

    /// <summary>The kind, most specific of the words used.</summary>
    public ContactKind Kind { get; private set; }

    /// <summary>Whether no word yet says if they met or called.</summary>
    public bool AnyMedium { get; private set; }

    /// <summary>Rules on what its word means.</summary>
    public string[] KindVia { get; }

    /// <summary>The words for its kind.</summary>
    public List<(ContactKind Kind, int First, int End)> KindRules { get; }

    /// <summary>Who took part.</summary>
    public List<Fact<Entity>> Participants { get; private set; }

    /// <summary>Where it stands.</summary>
    public ContactStatus Status { get; private set; }

    /// <summary>The word that says so.</summary>
    public Fact<StatusCue>? Cue { get; private set; }

    /// <summary>When.</summary>
    public Fact<TimeMention>? Time { get; private set; }

    /// <summary>The day on which somebody told of it.</summary>
    public Fact<TimeMention>? ToldOn { get; private set; }

    /// <summary>How long.</summary>
    public Fact<TimeMention>? Duration { get; private set; }

    /// <summary>Where.</summary>
    public Fact<(string Name, string? State)>? Place { get; private set; }

    /// <summary>At whose request.</summary>
    public Fact<string>? Initiator { get; set; }

    /// <summary>Whether the words set it apart from one told of before.</summary>
    public bool IsAnother { get; }

    /// <summary>Whether those named were met one after the other.</summary>
    public bool IsInTurn { get; }

    /// <summary>Whether the headline tells of it.</summary>
    public bool IsHeadline { get; }

    /// <summary>What is said of how many of them there were.</summary>
    public List<Fact<CountClaim>> Counts { get; } = [];

    /// <summary>Sentence of the first telling.</summary>
    public int Sentence { get; }

    /// <summary>How often the article speaks of it.</summary>
    public int Mentions => extents.Count;

    /// <summary>Token ranges that tell of it.</summary>
    public IReadOnlyList<(int First, int End)> Extents => extents;

    /// <summary>Whether it is only named, with no verb and no word of weight that tells of it: it may be long past or still to come.</summary>
    public bool IsOnlyNamed => !isTold && IsUnsure;

    /// <summary>Whether no word of weight says where it stands.</summary>
    public bool IsUnsure => Cue is not { } cue || cue.Value.Weight <= ContactStatusJudge.Weak;

    /// <summary>Whether it lies ahead, or was not to be.</summary>
    public bool Ahead => Status is not (ContactStatus.Held or ContactStatus.Ongoing);

    /// <summary>Whether it was put off, called off or denied.</summary>
    public bool IsOff => Status is ContactStatus.Postponed or ContactStatus.Cancelled or ContactStatus.Denied;

    /// <summary>Takes what went on in days past to be over.</summary>
    public void SettleStatus(LocalDate? published)
    {
        if (Status == ContactStatus.Ongoing && ContactStatusJudge.IsOver(Time?.Value.To, published)) Status = ContactStatus.Held;
    }

    /// <summary>Settles the kind that the words left open.</summary>
    public void TakeKind(ContactKind kind) => (Kind, AnyMedium) = (kind, false);

    /// <summary>Takes over the time of a contact that goes with it.</summary>
    public void TakeTime(Fact<TimeMention> time) => Time = time;

    /// <summary>Takes over the place of a journey that it was part of.</summary>
    public void TakePlace(Fact<(string Name, string? State)> place) => Place = place;

    /// <summary>Takes over who took part.</summary>
    public void TakeParticipants(List<Fact<Entity>> participants) => Participants = participants;

    /// <summary>Takes over what another telling of the same contact adds.</summary>
    public void Absorb(ContactTelling other)
    {
        // Rounds of talks are the states' even where their leaders speak of them.
        var states = Kind == ContactKind.Talks && Participants.TrueForAll(p => p.Value.State is not null && !p.Value.IsPerson)
            && (other.Kind == ContactKind.Talks || other.Participants.Exists(p => p.Value.Kind == EntityKind.State));
        var longer = !states && other.Participants.Count(p => p.Value.IsPerson) > Participants.Count(p => p.Value.IsPerson) || (!states && other.Participants.Count > Participants.Count && Kind != ContactKind.Visit);
        // "Russia will hold talks with the United States", and Ukraine, as a line on tells.
        longer |= states && other.Participants.Count == Participants.Count + 1 && other.Participants.TrueForAll(p => p.Value.Kind == EntityKind.State);
        if (longer) Participants = other.Participants;
        else Participants = [.. Participants.Select(p => Named(p, other.Participants))];
        // Negotiators who "meet" and "negotiate" hold talks; leaders who do meet.
        var negotiators = Kind != ContactKind.Summit && (other.Kind == ContactKind.Talks || Kind == ContactKind.Talks) && !Participants.Exists(p => p.Value.Leads);
        if (negotiators && other.Kind != ContactKind.Summit && Kind != ContactKind.Call) Kind = ContactKind.Talks;
        else if (!other.AnyMedium && (AnyMedium || Specific(other.Kind) > Specific(Kind))) Kind = other.Kind;
        AnyMedium &= other.AnyMedium;
        isTold |= other.isTold;
        KindRules.AddRange(other.KindRules);
        // "They met on Monday. The two still speak": the meeting does not go on.
        var stays = Kind is (ContactKind.Meeting or ContactKind.Call or ContactKind.Summit) && other is { Status: ContactStatus.Ongoing, Time: null } && Time?.Value.To < published;
        // Whoever has set out was invited before.
        stays |= Kind == ContactKind.Visit && isTold && IsUnsure && Status is (ContactStatus.Held or ContactStatus.Planned) && other.Status == ContactStatus.Proposed && other.Initiator is not null;
        if (!stays && (IsUnsure ? other.Cue is not null && (Cue is null || !other.IsUnsure) : !other.IsUnsure && Outranks(other))) (Status, Cue) = (other.Status, other.Cue);
        if (Time is null || (other.Time is { } t && Narrower(t.Value, Time.Value.Value))) Time = other.Time ?? Time;
        ToldOn ??= other.ToldOn;
        Duration = Hedged(other.Duration);
        Place = Nearer(other.Place);
        Initiator ??= other.Initiator;
        Counts.AddRange(other.Counts);
        extents.AddRange(other.extents);
    }

    /// <summary>Takes over the details of a contact word that points back to this contact.</summary>
    public void Absorb(ContactDraft draft, Document document)
    {
        if (draft.Time is { } time && Time is null)
        {
            Time = time;
            extents.Add(draft.Extent);
        }

        if (draft.Duration is { } duration && Duration is null)
        {
            Duration = duration;
            extents.Add(draft.Extent);
        }

        Duration = Hedged(draft.Duration);
        // "They agreed to negotiate. The talks may be held this weekend".
        if (IsUnsure && Status is (ContactStatus.Held or ContactStatus.Ongoing) && Time?.Value.From > published) Status = ContactStatus.Planned;
        Initiator ??= draft.Initiator;
        Counts.AddRange(draft.Counts);
        if (draft.Kind != ContactKind.Visit) Place = Nearer(draft.Place);
        KindRules.Add((draft.Kind, document.Items[draft.Item].First, document.Items[draft.Item].End));
        if (draft.Kind == ContactKind.Summit && !draft.AnyMedium) Kind = draft.Kind;
        var (status, cue) = ContactStatusJudge.Judge(draft.Cues, draft.Time?.Value.From, draft.Time?.Value.To, document.Anchor);
        if (cue is { Value.Told: true } && status == ContactStatus.Held && Status is (ContactStatus.Planned or ContactStatus.Proposed) && !(Time?.Value.From > document.Anchor)) (Status, Cue) = (status, cue);
    }

    // "The envoy of the president" and, a line on, the envoy by name.
    private static Fact<Entity> Named(Fact<Entity> known, List<Fact<Entity>> others) =>
        known.Value.Kind == EntityKind.Office && others.FindAll(o => o.Value.Kind == EntityKind.Person && o.Value.State == known.Value.State) is [var named] ? named : known;

    // "In the Emirates" and "in Abu Dhabi": the city, where it lies in that state.
    private Fact<(string Name, string? State)>? Nearer(Fact<(string Name, string? State)>? other)
    {
        if (Place is not { } known || other is not { } told) return Place ?? other;
        return known.Value.State is { } state && state == told.Value.State && known.IsState && !told.IsState ? told : known;
    }

    // A headline drops the "about" of its article: of one length told twice, the hedged telling counts.
    private Fact<TimeMention>? Hedged(Fact<TimeMention>? other) =>
        Duration is { Value: { Bound: DurationBound.Exact } exact } && other is { Value.Bound: not DurationBound.Exact } hedged && hedged.Value.Value == exact.Value
            ? other
            : Duration ?? other;

    private void Grow(ContactDraft draft, Document document)
    {
        foreach (var p in Participants)
        {
            if (document.Tokens[p.First].Sentence == Sentence) draft.Cover(p.First, p.End);
        }

        extents.Add(draft.Extent);
    }

    private static bool Narrower(TimeMention a, TimeMention b) =>
        a.From is { } af && a.To is { } at && b.From is { } bf && b.To is { } bt && Period.DaysBetween(af, at) < Period.DaysBetween(bf, bt);

    private static int Specific(ContactKind kind) => kind switch { ContactKind.Summit => 3, ContactKind.Talks => 1, _ => 2 };

    // Within one sentence the heavier word counts, across sentences the later stage of life.
    private bool Outranks(ContactTelling other) =>
        Sentence == other.Sentence ? other.Cue!.Value.Value.Weight > Cue!.Value.Value.Weight : Rank(other.Status) > Rank(Status);

    private static int Rank(ContactStatus status) => status switch
    {
        ContactStatus.Proposed => 1,
        ContactStatus.Planned => 2,
        ContactStatus.Ongoing => 3,
        ContactStatus.Held => 4,
        ContactStatus.Denied => 5,
        ContactStatus.Postponed => 6,
        _ => 7,
    };
}
