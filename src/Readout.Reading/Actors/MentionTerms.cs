using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>What the words of a mention mean: its titles, its states and bodies, its names.</summary>
internal sealed class MentionTerms(Document document, Discourse discourse)
{
    /// <summary>The entity that a short name means by itself.</summary>
    public Entity? FromTerm(Term term)
    {
        if ((term.Value("state") ?? term.Value("state-short")) is { } code) return discourse.State(code);
        if (term.Value("person") is { } id && discourse.World.Actors.TryGetValue(id, out var actor)) return Discourse.Person(actor);
        if (Short(term) is { } brief) return brief;
        if (term.Value("place") is { } place && discourse.World.Capitals.TryGetValue(place, out var capital)) return discourse.State(capital);
        return null;
    }

    // Of several who share a short name, the one named before, else the only one who leads a state.
    private Entity? Short(Term term)
    {
        var all = term.Senses.Where(s => s.Class == "person-short").Select(s => s.Value).Distinct()
            .Select(id => discourse.World.Actors.GetValueOrDefault(id)).OfType<Actor>().Select(a => Discourse.Person(a)).ToList();
        if (all.Count < 2) return all.FirstOrDefault();
        var fit = all.Where(a => discourse.Mentioned(a.Name)).ToList();
        if (fit.Count == 0) fit = all.Where(discourse.IsLeader).ToList();
        return fit.Count == 1 ? fit[0] : null;
    }

    /// <summary>The roles that titles of a mention name; the head of a ministry or another body holds that body's role.</summary>
    public IReadOnlyList<(string Role, string? Default)> Roles(RuleMatch match)
    {
        if (match.Rule.Capture("title") is not (>= 0 and var name)) return [];
        var captures = match.Captures;
        if (captures.First(name) is null) return [];
        var roles = new List<(string, string?)>();
        for (var r = 0; r < captures.Count; r++)
        {
            var (kept, start, end) = captures[r];
            if (kept != name || start == end || (match.Items[start].Sense as Term)?.Sense("title") is not { } sense) continue;
            var role = sense.Value;
            if (role is "leader" or "minister" or "chair" && roles.Count == 0 && Unit(match) is { } unit && discourse.World.LeadingRole.TryGetValue(unit.Value, out var head)) role = head;
            if (start > match.Start && document.Has(match.Items[start - 1], "title-prefix:deputy") && discourse.World.Roles.ContainsKey("deputy-" + role)) role = "deputy-" + role;
            roles.Add((role, sense.Setting("default") ?? Unit(match)?.Setting("default")));
        }

        return roles;
    }

    /// <summary>The states whose holders a title never means.</summary>
    public string? Barred(RuleMatch match) => (match.One("title")?.Sense as Term)?.Sense("title")?.Setting("not");

    /// <summary>The ministry or other body of a state that a mention is about.</summary>
    public static TermSense? Unit(RuleMatch match) => match.One("unit")?.Sense is Term term ? term.Sense("ministry") ?? term.Sense("body") : null;

    /// <summary>Whether a title of a mention is one that is held no longer, or not yet.</summary>
    public bool Has(RuleMatch match, string prefix, int end)
    {
        for (var i = match.Start; i < end; i++)
        {
            if (document.Has(match.Items[i], prefix)) return true;
        }

        return false;
    }

    /// <summary>The state or organisation that a mention names as its own; else that of the person who owns the office.</summary>
    public Entity? Body(RuleMatch match)
    {
        foreach (var item in match.All("body"))
        {
            if (item.Sense is not Term term) continue;
            if (FromTerm(term) is { Kind: EntityKind.State } state) return state;
            if (term.Value("seat") is { } seat) return discourse.State(seat.Split('/')[0]);
            if (term.Value("org") is { } id && discourse.World.Actors.TryGetValue(id, out var org))
            {
                return new Entity(org.Name, EntityKind.Organisation, org.State.Length > 0 ? org.State : null, null, id);
            }

            if (term.Value("place") is { } place && discourse.World.Places.TryGetValue(place, out var where) && where.State.Length > 0) return discourse.State(where.State);
        }

        return match.One("owner")?.Sense is Term owner && FromTerm(owner) is { } person ? discourse.StateOf(person) : null;
    }

    /// <summary>The name of the city or region that stands for no state, where a mention gives an office to one.</summary>
    public string? Locality(RuleMatch match)
    {
        foreach (var item in match.All("body"))
        {
            if (item.Sense is not Term term || FromTerm(term) is not null || term.Value("org") is not null || term.Value("seat") is not null) return null;
            if (term.Value("place") is { } place && discourse.World.Places.TryGetValue(place, out var where)) return where.Name;
        }

        return null;
    }

    /// <summary>The state or organisation of a key of the lexicon.</summary>
    public Entity? Default(string key)
    {
        if (discourse.State(key) is { } state) return state;
        return discourse.World.Actors.TryGetValue(key, out var org) ? new Entity(org.Name, EntityKind.Organisation, null, null, key) : null;
    }

    /// <summary>The words of a range as written.</summary>
    public string Written(ItemList items, (int Start, int End) range)
    {
        var (first, last) = (document.Tokens[items[range.Start].First], document.Tokens[items[range.End - 1].End - 1]);
        return document.Text[first.Start..last.End].Replace('\u00a0', ' ');
    }

    /// <summary>The key of a state or organisation in the table of offices.</summary>
    public static string Key(Entity body) => body.Kind == EntityKind.State ? body.State! : body.Id ?? body.Name;
}
