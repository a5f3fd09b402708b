using Readout.Reading.Actors;
using Readout.Reading.Times;

namespace Readout.Reading.Contacts;

/// <summary>Something a rule says of a contact word, with the tokens it rests on.</summary>
internal readonly record struct Fact<T>(T Value, int First, int End, string Rule)
{
    /// <summary>The rules that made the mention it rests on.</summary>
    public string[] Via { get; init; } = [];

    /// <summary>The role of one who is told by an office alone.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a place is a whole state.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether it is a delegation that travels for its state.</summary>
    public bool IsSent { get; init; }
}

/// <summary>A word on where a contact stands.</summary>
/// <param name="Status">What it says.</param>
/// <param name="Weight">How much it counts against other cues; the heaviest wins, the nearest among equals.</param>
/// <param name="Distance">Items between it and the contact word.</param>
/// <param name="Told">Whether it tells that the contact is over ("after the meeting").</param>
internal readonly record struct StatusCue(ContactStatus Status, int Weight, int Distance, bool Told = false);

/// <summary>All that the rules say of one contact word.</summary>
internal sealed class ContactDraft(int item, ContactKind kind, bool isVerb, bool isGeneral, bool anyMedium)
{
    /// <summary>Whether the word leaves open if they met or called ("conversation").</summary>
    public bool AnyMedium => anyMedium;

    /// <summary>Whether the words name all who took part ("between A and B"), so that the subject is not one of them.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whether it may be told of one side alone ("Hamas is ready to negotiate").</summary>
    public bool StandsAlone => Kind == ContactKind.Talks && CanBeVerb && Subject is not null && Participants.Count == 1
        && Cues.Exists(c => c.Value.Status is ContactStatus.Proposed or ContactStatus.Denied);

    /// <summary>Whether the word takes the contact to be going on ("to complete the talks").</summary>
    public bool IsUnderway { get; init; }

    /// <summary>Whether the word says that they did it with each other.</summary>
    public bool IsMutual { get; init; }

    /// <summary>Whether the word is a summit only where leaders come ("conference").</summary>
    public bool NeedsLeader { get; init; }

    /// <summary>Whether the word can be a verb as well ("talks", "to talk").</summary>
    public bool CanBeVerb { get; init; }

    /// <summary>Whether the words tell that it took place, though the contact word is a noun ("they had a meeting").</summary>
    public bool IsTold { get; set; }

    /// <summary>Whether what stands with it shows that it is a noun here ("talks between A and B").</summary>
    public bool IsNoun { get; set; }

    /// <summary>Rules on what the word means here.</summary>
    public string[] KindVia { get; set; } = [];

    /// <summary>Whether the other side is named as such ("with A").</summary>
    public bool HasObject { get; set; }

    /// <summary>Whether the one side is named as whose it is ("the call of A with B").</summary>
    public bool HasOwner { get; set; }

    /// <summary>Whether its subject is only pointed back to ("both").</summary>
    public bool SubjectIsAnaphoric { get; set; }

    /// <summary>Whether those named as its participants are only pointed back to.</summary>
    public bool ParticipantsAreAnaphoric { get; set; }

    /// <summary>Whether nobody who took part is named outright.</summary>
    public bool IsAnaphoric => ParticipantsAreAnaphoric || (SubjectIsAnaphoric && !IsComplete);

    /// <summary>Index of the contact word among the items.</summary>
    public int Item => item;

    /// <summary>The kind the word itself gives.</summary>
    public ContactKind Kind { get; set; } = kind;

    /// <summary>Whether the word is a verb here.</summary>
    public bool IsVerb => isVerb;

    /// <summary>Whether the word is so general that it needs two clear participants.</summary>
    public bool IsGeneral => isGeneral;

    /// <summary>Who took part, nearest words first within each side.</summary>
    public List<Fact<Entity>> Participants { get; } = [];

    /// <summary>The side of the subject, so that nearer subjects replace farther ones.</summary>
    public (int Item, List<Fact<Entity>> Who)? Subject { get; set; }

    /// <summary>Words on its status.</summary>
    public List<Fact<StatusCue>> Cues { get; } = [];

    /// <summary>When.</summary>
    public Fact<TimeMention>? Time { get; set; }

    /// <summary>The day on which somebody told of it, where the sentence names one.</summary>
    public Fact<TimeMention>? ToldOn { get; set; }

    /// <summary>How long.</summary>
    public Fact<TimeMention>? Duration { get; set; }

    /// <summary>Where: canonical name, and the state it lies in.</summary>
    public Fact<(string Name, string? State)>? Place { get; set; }

    /// <summary>Further destinations of one journey.</summary>
    public IReadOnlyList<Fact<(string Name, string? State)>> MorePlaces { get; set; } = [];

    /// <summary>Whether the sentence sets it beside what was just told ("before that", "after that").</summary>
    public bool IsBesideTold { get; set; }

    /// <summary>Whether it is told of as the occasion of something else ("on his visit").</summary>
    public bool IsOccasion { get; set; }

    /// <summary>Whether the sentence tells what was done in it.</summary>
    public bool IsDuring { get; set; }

    /// <summary>Whether several contacts are meant, one with each of those named.</summary>
    public bool IsSeveral { get; set; }

    /// <summary>Whether the words set it apart from one told of before ("another call", "they called again").</summary>
    public bool IsAnother { get; set; }

    /// <summary>What is said of how many of them there were.</summary>
    public List<Fact<CountClaim>> Counts { get; } = [];

    /// <summary>The items with the times that it is counted in.</summary>
    public HashSet<int> CountedIn { get; } = [];

    /// <summary>At whose request.</summary>
    public Fact<string>? Initiator { get; set; }

    /// <summary>First and last token of all the words above.</summary>
    public (int First, int End) Extent { get; set; }

    /// <summary>Adds those who took part, each once.</summary>
    public void Add(IEnumerable<Fact<Entity>> who)
    {
        foreach (var fact in who)
        {
            if (!Participants.Exists(p => p.Value.Same(fact.Value))) Participants.Add(fact);
        }
    }

    /// <summary>Widens the extent to these tokens.</summary>
    public void Cover(int first, int end) => Extent = (Math.Min(Extent.First, first), Math.Max(Extent.End, end));
}
