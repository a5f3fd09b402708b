using System.Collections.Immutable;
using NodaTime;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>
/// What has been named so far in an article, for the words that point back. Later words can only see earlier ones.
/// </summary>
internal sealed class Discourse(World world, LocalDate? day)
{
    // Words point back so many mentions at most; farther ones are forgotten, or an article's time would grow with its square.
    private const int Memory = 300;
    private const int FarthestState = 8;
    private const string Male = "mr";
    private const string Female = "mrs";

    private readonly List<(Entity Entity, int Sentence, bool First)> persons = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int subjectSentence = -1;
    private readonly List<(Entity Entity, int Sentence, bool Subject)> states = [];
    private readonly List<Entity> bodies = [];

    // The states named so far: most mentions are of one of few.
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> byRank = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> holders = new(StringComparer.Ordinal);
    private readonly List<(string Office, Entity Holder, int First, int End)> observed = [];
    private (Entity? Who, int Sentence) unnamed;
    private List<Entity> pair = [];
    private List<Entity> trio = [];
    private (List<Entity> Who, int Sentence) group = ([], 0);

    /// <summary>The world.</summary>
    public World World => world;

    /// <summary>The day on which bare offices are resolved.</summary>
    public LocalDate? Day => day;

    /// <summary>Office-holders that the article names itself.</summary>
    public IReadOnlyList<(string Office, Entity Holder, int First, int End)> Observed => observed;

    /// <summary>Notes an office-holder that the article names; the first one counts.</summary>
    public void Observe(string office, Entity holder, int first, int end)
    {
        if (holders.TryAdd(office, holder)) observed.Add((office, holder, first, end));
    }

    /// <summary>Notes a mention.</summary>
    /// <param name="who">Whom it stands for.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="subject">Whether it can be a subject; the first one of a sentence is whom pronouns mean.</param>
    public void Note(IReadOnlyList<Entity> who, int sentence, bool subject)
    {
        foreach (var entity in who)
        {
            if (entity.IsPerson)
            {
                var first = subject && sentence != subjectSentence;
                if (first) subjectSentence = sentence;
                Keep(persons, (entity, sentence, first));
                names.Add(entity.Name);
                byLast[entity.Name[(entity.Name.LastIndexOf(' ') + 1)..]] = entity;
                if (StateOf(entity) is { } home) Keep(states, (home, sentence, subject));
            }
            else if (entity.Kind == EntityKind.State) Keep(states, (entity, sentence, subject));
            else if (entity.Kind is EntityKind.Organisation or EntityKind.Media) Keep(bodies, entity);
        }

        if (who is [{ Kind: EntityKind.Unnamed } someone]) unnamed = (someone, sentence);
        if (who.Count == 2) pair = [.. who];
        if (who.Count == 3) trio = [.. who];
        if (who.Count > 1 || who is [{ Kind: EntityKind.Unnamed }]) group = ([.. who], sentence);
    }

    private static void Keep<T>(List<T> list, T mention)
    {
        if (list.Count >= Memory * 2) list.RemoveRange(0, Memory);
        list.Add(mention);
    }

    /// <summary>Remembers the words of an unknown person's name, so that a later short form finds the person.</summary>
    public void Learn(Entity person, string written)
    {
        foreach (var word in written.Split(' ', '-')) byWord[word] = person;
    }

    /// <summary>The person whom an earlier, longer name introduced.</summary>
    public Entity? Known(string written) => byWord.GetValueOrDefault(written);

    /// <summary>The last person mentioned whose canonical name ends in a word.</summary>
    public Entity? Ending(string word) => byLast.GetValueOrDefault(word);

    /// <summary>Remembers by which rank or honorific a person was named.</summary>
    public void Rank(Entity person, TermSense rank)
    {
        byRank[rank.Form] = person;
        byRank[rank.Value] = person;
        if (rank.Value is Male or Female) ranks[person.Name] = rank.Value;
    }

    /// <summary>The honorific that was put before a person's name, if any.</summary>
    public string? Honorific(Entity person) => ranks.GetValueOrDefault(person.Name);

    /// <summary>Whether an honorific can stand for a person: no other was ever put before the name.</summary>
    public bool CanBe(Entity person, string? honorific) => honorific is null || ranks.GetValueOrDefault(person.Name, honorific) == honorific;

    /// <summary>The last person named by a rank.</summary>
    public Entity? ByRank(string rank) => byRank.GetValueOrDefault(rank);

    /// <summary>Whom "he" or "she" means: the first person of this sentence, else of the last sentence that has one.</summary>
    /// <param name="sentence">The sentence of the pronoun.</param>
    /// <param name="rank">The honorific it stands for, where it tells; nobody known by another is meant.</param>
    public Entity? Subject(int sentence, string? rank = null)
    {
        if (rank is Female && ByRank(Female) is { } she) return she;
        if (rank is not (null or Male or Female)) return ByRank(rank);
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            if (sentence - persons[i].Sentence > 4) break;
            if (persons[i].First && (rank is null || ranks.GetValueOrDefault(persons[i].Entity.Name, rank) == rank)) return persons[i].Entity;
        }

        return OnlyOne(sentence, rank);
    }

    // "The visit of A prepares the talks. He has met": the only one spoken of, though as no subject.
    private Entity? OnlyOne(int sentence, string? rank)
    {
        Entity? only = null;
        for (var i = persons.Count - 1; i >= 0 && sentence - persons[i].Sentence <= 1; i--)
        {
            if (only is not null && !only.Same(persons[i].Entity)) return null;
            only = persons[i].Entity;
        }

        return only is not null && (rank is null || ranks.GetValueOrDefault(only.Name, rank) == rank) ? only : null;
    }

    /// <summary>The one without a name, where he was spoken of in this sentence or one of the last two, and no person after him.</summary>
    public Entity? Unnamed(int sentence) =>
        unnamed.Who is { } who && sentence - unnamed.Sentence <= 2 && persons.FindLast(p => p.First).Sentence <= unnamed.Sentence ? who : null;

    /// <summary>The state "this country" means: the last of this sentence, else the first that can be a subject in the last one that has any.</summary>
    public Entity? ThatState(int sentence)
    {
        if (states.Count == 0) return null;
        var (last, at, _) = states[^1];
        if (at == sentence) return last;
        Entity? first = null;
        for (var i = states.Count - 1; i >= 0 && states[i].Sentence == at; i--)
        {
            if (states[i].Subject) first = states[i].Entity;
        }

        return first ?? last;
    }

    /// <summary>Whether a sentence has named a state other than the given one so far.</summary>
    public bool IsSpokenOf(int sentence, string except)
    {
        for (var i = states.Count - 1; i >= 0 && states[i].Sentence == sentence; i--)
        {
            if (states[i].Entity.State != except) return true;
        }

        return false;
    }

    /// <summary>The states that a sentence has spoken of so far, where they are two; else none.</summary>
    public IReadOnlyList<Entity> TwoOf(int sentence) => OnlyOnes(2, sentence);

    /// <summary>Whether the article has spoken of other states, and not of this one.</summary>
    public bool IsAbroad(string home) => states.Count > 0 && !states.Exists(s => s.Entity.State == home);

    /// <summary>The last organisation or news medium mentioned.</summary>
    public Entity? LastBody(bool medium) => bodies.FindLast(b => b.Kind == EntityKind.Media == medium);

    /// <summary>The last person mentioned.</summary>
    public Entity? LastPerson => persons.Count > 0 ? persons[^1].Entity : null;

    /// <summary>The last person mentioned who acts for a state.</summary>
    public Entity? LastOf(string state) => persons.FindLast(p => p.Entity.State == state).Entity;

    /// <summary>The last person mentioned who acts for a state and does not lead it.</summary>
    public Entity? LastServant(string state, int since) => persons.FindLast(p => p.Sentence >= since && p.Entity.State == state && p.Entity.Kind == EntityKind.Person && !Leads(p.Entity)).Entity;

    /// <summary>Whether a person of this canonical name was mentioned before.</summary>
    public bool Mentioned(string name) => names.Contains(name);

    /// <summary>The last person who was named by a role, or who holds it.</summary>
    public Entity? ByRole(string role, string? state = null, string? not = null)
    {
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            var e = persons[i].Entity;
            if (state is not null && e.State != state) continue;
            if (not is not null && e.State is { } home && not.Contains(home, StringComparison.Ordinal)) continue;
            if (e.Role == role || Holds(e, role)) return e;
        }

        return null;
    }

    /// <summary>Whether a known person held a role (in any body) on the article's day, or ever where there is no day.</summary>
    public bool Holds(Entity person, string role)
    {
        if (person.Id is null) return false;
        foreach (var h in world.OfficesOf(person.Id))
        {
            if (!h.Office.EndsWith(":" + role, StringComparison.Ordinal)) continue;
            if (day is not { } d || (h.From <= d && (h.Until is not { } until || until > d))) return true;
        }

        return false;
    }

    /// <summary>
    /// The two (or so many) whom "both" means: the last that were named together, else the last ones named, leaders first.
    /// </summary>
    /// <param name="asStates">Whether their states are meant.</param>
    /// <param name="role">The role they share; those who cannot hold it are passed over.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<Entity> Pair(bool asStates, string? role, int count)
    {
        List<Entity> found = pair.Count == count && pair.TrueForAll(e => Fits(e, role)) ? pair : [];
        if (found.Count == 0 && trio.Count == count && trio.TrueForAll(e => Fits(e, role))) found = trio;
        // Three parties are states unless the words say what persons they are, and only where no fourth is spoken of.
        if (found.Count == 0 && count > 2 && role is null) return states.Count == 0 ? [] : OnlyOnes(count, states[^1].Sentence - FarthestState);
        if (found.Count == 0) found = Last(persons.Select(p => p.Entity).Where(e => Fits(e, role ?? "leader")), count);
        if (found.Count < count && role is null) found = Last(persons.Select(p => p.Entity), count);
        if (found.Count < count) found = Last(states.Select(s => s.Entity), count);
        if (found.Count < count) return [];
        if (!asStates) return found;
        var mapped = found.Select(StateOf).OfType<Entity>().DistinctBy(e => e.Name).ToList();
        return mapped.Count == count ? mapped : [];
    }

    // The states spoken of since a sentence, where there are just so many.
    private List<Entity> OnlyOnes(int count, int since)
    {
        var recent = new List<Entity>(count + 1);
        for (var i = states.Count - 1; i >= 0 && states[i].Sentence >= since && recent.Count <= count; i--)
        {
            if (!recent.Exists(r => r.Same(states[i].Entity))) recent.Insert(0, states[i].Entity);
        }

        return recent.Count == count ? recent : [];
    }

    private static List<Entity> Last(IEnumerable<Entity> named, int count)
    {
        var found = new List<Entity>(count);
        foreach (var entity in named.Reverse())
        {
            if (found.Count == count) break;
            if (!found.Exists(f => f.Same(entity) || (f.State is not null && f.State == entity.State))) found.Insert(0, entity);
        }

        return found.Count == count ? found : [];
    }

    private bool Fits(Entity entity, string? role)
    {
        if (role is null || entity.Kind == EntityKind.State || entity.Role == role) return true;
        return role == "leader" ? Leads(entity) : Holds(entity, role);
    }

    /// <summary>Whether a person holds the leading office of a state, or stands above it.</summary>
    public bool IsLeader(Entity entity) => entity.State is { } state && (world.LeadingRoles(state)[..1].Any(r => Holds(entity, r)) || Holds(entity, "supreme-leader"));

    /// <summary>Whether a person leads a state: by the role that names him here, or by an office held.</summary>
    public bool Leads(Entity entity) => entity.State is { } state
        && (entity.Role is "president" or "head-of-government" or "monarch" || world.LeadingRoles(state).Any(r => Holds(entity, r))
            || Holds(entity, "head-of-government") || Holds(entity, "president") || Holds(entity, "supreme-leader"));

    /// <summary>Sets the two whom "both" means from now on.</summary>
    /// <param name="two">They.</param>
    /// <param name="sentence">Where they are named.</param>
    public void SetPair(IReadOnlyList<Entity> two, int sentence)
    {
        (pair, group) = ([.. two], ([.. two], sentence));
        if (two.Count == 3) trio = pair;
    }

    /// <summary>Whom "they" means: the last that were named together or without names, in this sentence or one of the last two.</summary>
    public IReadOnlyList<Entity> Group(int sentence) => sentence - group.Sentence <= 2 ? group.Who : [];

    /// <summary>The state that an entity acts for.</summary>
    public Entity? StateOf(Entity entity) =>
        entity.Kind == EntityKind.State ? entity : entity.State is { } code ? State(code) : null;

    /// <summary>The entity of a state.</summary>
    public Entity? State(string code)
    {
        if (entities.TryGetValue(code, out var known)) return known;
        if (!world.States.TryGetValue(code, out var s)) return null;
        entities.Add(code, known = new Entity(s.Name, EntityKind.State, code));
        return known;
    }

    /// <summary>The holder of an office on the article's day: observed in the article, else known, else the office itself.</summary>
    public Entity Office(string body, string role)
    {
        var state = world.States.ContainsKey(body) ? body : null;
        ImmutableArray<string> roles = role == "leader" ? world.LeadingRoles(body) : [role];
        if (holders.TryGetValue($"{body}:{role}", out var holder)) return holder with { Role = role };
        foreach (var r in roles)
        {
            // The leader of a body may hold an office of its state.
            var (office, own) = r.Contains(':', StringComparison.Ordinal) ? (r, r[(r.IndexOf(':', StringComparison.Ordinal) + 1)..]) : ($"{body}:{r}", r);
            if (holders.TryGetValue(office, out var observedHolder)) return observedHolder with { Role = own };
            if (day is { } d && world.Holder(office, d) is { } actor) return Person(actor, own);
        }

        return new Entity(world.Title($"{body}:{(state is null ? role : roles[0])}"), EntityKind.Office, state, role);
    }

    /// <summary>The entity of a person of the world.</summary>
    public static Entity Person(Actor actor, string? role = null) =>
        new(actor.Name, EntityKind.Person, actor.State.Length > 0 ? actor.State : null, role, actor.Id);
}
