using System.Collections.Immutable;
using NodaTime;

namespace Readout.Reading.Packs;

/// <summary>A state (ISO 3166-1 alpha-3), and the ids of the places from which it is spoken for, parted by semicolons.</summary>
public sealed record State(string Code, string Name, string Capital);

/// <summary>A city, region, building or sea.</summary>
public sealed record Place(string Id, string Name, string State, string Kind);

/// <summary>A person, organisation, news medium or group that the packs know.</summary>
public sealed record Actor(string Id, string Kind, string Name, string State);

/// <summary>Someone's time in an office. <paramref name="Until"/> is the first day after it, null while it lasts.</summary>
public sealed record Holding(string Office, string Holder, LocalDate From, LocalDate? Until, string Title);

/// <summary>A meeting of leaders that newspapers name by its place alone.</summary>
public sealed record NamedEvent(string Id, string Kind, LocalDate Day, string Place, ImmutableArray<string> Participants);

/// <summary>What the packs know of the world: who there is, where things are, and who held which office when.</summary>
public sealed class World
{
    private readonly Dictionary<string, ImmutableArray<Holding>> byOffice;
    private readonly Dictionary<string, ImmutableArray<Holding>> byHolder;

    /// <summary>Makes a world of its tables.</summary>
    public World(
        IEnumerable<State> states, IEnumerable<Place> places, IEnumerable<Actor> actors,
        IEnumerable<KeyValuePair<string, string>> roles, IReadOnlyCollection<Holding> holdings,
        IEnumerable<KeyValuePair<string, string>> leadingRoles, IEnumerable<NamedEvent> events)
    {
        Events = [.. events];
        LeadingRole = new Dictionary<string, string>(leadingRoles);
        States = states.ToDictionary(s => s.Code);
        Places = places.ToDictionary(p => p.Id);
        Actors = actors.ToDictionary(a => a.Id);
        Roles = new Dictionary<string, string>(roles);
        byOffice = holdings.GroupBy(h => h.Office).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        byHolder = holdings.GroupBy(h => h.Holder).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        Capitals = States.Values.SelectMany(s => s.Capital.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => (Capital: c, s.Code)))
            .DistinctBy(c => c.Capital).ToDictionary(c => c.Capital, c => c.Code);
    }

    /// <summary>States by code.</summary>
    public IReadOnlyDictionary<string, State> States { get; }

    /// <summary>Places by id.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; }

    /// <summary>Actors by id.</summary>
    public IReadOnlyDictionary<string, Actor> Actors { get; }

    /// <summary>English title patterns by role; <c>{}</c> stands for the state's or organisation's name.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; }

    /// <summary>Meetings that are named by their places.</summary>
    public ImmutableArray<NamedEvent> Events { get; }

    /// <summary>The role of whoever leads a state, where it is not the head of government.</summary>
    public IReadOnlyDictionary<string, string> LeadingRole { get; }

    /// <summary>Codes of states by their capitals' place ids.</summary>
    public IReadOnlyDictionary<string, string> Capitals { get; }

    /// <summary>Who held an office on a day: the one holder, or null where none or several are known.</summary>
    public Actor? Holder(string office, LocalDate day)
    {
        if (!byOffice.TryGetValue(office, out var holdings)) return null;
        Holding? found = null;
        foreach (var h in holdings)
        {
            if (h.From > day || (h.Until is { } until && until <= day)) continue;
            if (found is not null && found.Holder != h.Holder) return null;
            found = h;
        }

        return found is null ? null : Actors.GetValueOrDefault(found.Holder);
    }

    /// <summary>The roles of whoever leads a state or body, the one to try first standing first.</summary>
    public ImmutableArray<string> LeadingRoles(string body) =>
        LeadingRole.TryGetValue(body, out var role) ? [role] : ["head-of-government", "president", "monarch", "secretary-general", "leader"];

    /// <summary>Everybody who is known to have held an office, ever.</summary>
    public ImmutableArray<Holding> Holdings(string office) => byOffice.GetValueOrDefault(office, []);

    /// <summary>The offices a person is known to have held, ever.</summary>
    public ImmutableArray<Holding> OfficesOf(string actor) => byHolder.GetValueOrDefault(actor, []);

    /// <summary>The English name of an office, for a holder who is not known.</summary>
    public string Title(string office)
    {
        var colon = office.IndexOf(':', StringComparison.Ordinal);
        var (body, role) = (office[..colon], office[(colon + 1)..]);
        var special = Holdings(office).FirstOrDefault(h => h.Title.Length > 0);
        if (special is not null) return special.Title;
        var name = States.TryGetValue(body, out var state) ? state.Name : Actors.TryGetValue(body, out var actor) ? actor.Name : body;
        return Roles.TryGetValue(role, out var pattern) ? pattern.Replace("{}", name, StringComparison.Ordinal) : $"{role} of {name}";
    }
}
