using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>Mentions of states, their bodies, organisations and places.</summary>
internal sealed class BodyMentions(Document document, Discourse discourse, MentionTerms terms)
{
    // Ministries by what they are called, with the state whose they were when last named in full.
    private readonly Dictionary<string, Entity> owners = new(StringComparer.Ordinal);

    /// <summary>A ministry.</summary>
    public Found? Ministry(RuleMatch match)
    {
        var sense = (match.One("ministry")?.Sense as Term)?.Sense("ministry");
        if (sense is null) return null;
        var body = terms.Body(match) ?? (sense.Setting("default") is { } d ? terms.Default(d) : null) ?? Owner(match, sense.Value);
        if (body is null) return null;
        owners[sense.Value] = body;
        return new Found([new Entity(Name(sense.Value, body), EntityKind.Organisation, body.State)], ["actor", "organisation", "ministry-actor"]);
    }

    // "The ministry of agriculture" alone: the one named in full before, else the country's own where its sentence has named no other state.
    private Entity? Owner(RuleMatch match, string ministry)
    {
        if (owners.TryGetValue(ministry, out var known)) return known;
        return document.Pack.Home is { } home && !discourse.IsSpokenOf(document.Sentence(match.Items[match.Start]), home) && !discourse.IsAbroad(home) ? discourse.State(home) : null;
    }

    /// <summary>Another body of a state, which acts for the state, and may speak under its own name.</summary>
    public Found? Body(RuleMatch match)
    {
        var sense = (match.One("ministry")?.Sense as Term)?.Sense("body");
        if (sense is null) return null;
        var body = terms.Body(match) ?? (sense.Setting("default") is { } d ? terms.Default(d) : null);
        if (body is null && match.One("name") is { Sense: Term person }) body = terms.FromTerm(person) is { } p ? discourse.StateOf(p) : null;
        if (body is null) return null;
        var voice = match.Rule.Constant("as") ?? (sense.Setting("speaks") == "itself" ? sense.Value : null);
        var found = sense.Value == "delegation" ? Found.Delegation(body) : Found.State(body);
        return voice is null ? found : found with { Voice = Name(voice, body) };
    }

    /// <summary>"Russia – Ukraine": two states, or three, joined by a dash.</summary>
    public Found? States(RuleMatch match)
    {
        var who = match.All("body").Select(b => b.Sense as Term).OfType<Term>().Select(terms.FromTerm).OfType<Entity>().DistinctBy(e => e.Name).ToList();
        return who.Count > 1 && who.TrueForAll(e => e.Kind == EntityKind.State) ? new Found(who, ["actor", "group", "pair"]) : null;
    }

    /// <summary>A government's seat that stands for the state.</summary>
    public Found? Seat(RuleMatch match)
    {
        if ((match.One("body")?.Sense as Term)?.Value("seat") is not { } value) return null;
        return discourse.State(value.Split('/')[0]) is { } state ? new Found([state], ["actor", "state", "seat", "place"], Building: value[(value.IndexOf('/', StringComparison.Ordinal) + 1)..]) : null;
    }

    /// <summary>An organisation or a news medium.</summary>
    public Entity? One(RuleMatch match, string @class, EntityKind kind)
    {
        if ((match.One("body")?.Sense as Term)?.Value(@class) is not { } id || !discourse.World.Actors.TryGetValue(id, out var actor)) return null;
        return new Entity(actor.Name, kind, actor.State.Length > 0 ? actor.State : null, null, id);
    }

    /// <summary>A place.</summary>
    public Found? Place(RuleMatch match)
    {
        if ((match.One("body")?.Sense as Term)?.Value("place") is not { } id || !discourse.World.Places.TryGetValue(id, out var place)) return null;
        var capital = discourse.World.Capitals.TryGetValue(id, out var code) ? discourse.State(code) : null;
        var (first, end) = match.Tokens;
        var mention = new PlaceMention(first, end, place.Name, place.State.Length > 0 ? place.State : null, capital, match.Rule.Id);
        return Found.At(mention);
    }

    private string Name(string role, Entity body) =>
        discourse.World.Roles.TryGetValue(role, out var pattern) ? pattern.Replace("{}", body.Name, StringComparison.Ordinal) : body.Name;
}
