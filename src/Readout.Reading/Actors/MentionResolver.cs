using System.Text;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Actors;

/// <summary>The closed set of operations by which rules make mentions, and whom each stands for.</summary>
internal sealed class MentionResolver(Document document)
{
    /// <summary>Whom a mention stands for, and how later rules may ask for it.</summary>
    internal sealed record Found(IReadOnlyList<Entity> Who, string[] Labels, string? Title = null, PlaceMention? Place = null, string? Building = null);

    /// <summary>Whom a match stands for; null where it cannot be told.</summary>
    public Found? Resolve(RuleMatch match, Discourse discourse) => match.Rule.Operation switch
    {
        "person" => Person(match, discourse),
        "person-then-title" => PersonThenTitle(match, discourse),
        "place" => Place(match, discourse),
        "known-name" => KnownName(match, discourse),
        "office" => Office(match, discourse),
        "counterpart" => Counterpart(match, discourse),
        "unnamed" => new Found([new Entity("unnamed", EntityKind.Unnamed, BodyOf(match, discourse)?.State)], ["actor", "unnamed-actor"]),
        "person-of" => PersonOf(match, discourse),
        "ministry" => Ministry(match, discourse),
        "body" => Body(match, discourse),
        "state" => BodyOf(match, discourse) is { } s ? new Found([s], ["actor", "state"]) : null,
        "seat" => Seat(match, discourse),
        "organisation" => One(match, discourse, "org", EntityKind.Organisation, "actor", "organisation"),
        "media" => One(match, discourse, "media", EntityKind.Media, "actor", "media"),
        "singular" => discourse.Subject(document.Sentence(match.Items[match.Start])) is { } he ? new Found([he], ["actor", "person-actor", "anaphor"]) : null,
        "that-state" => (discourse.LastState ?? (discourse.LastPerson is { } p ? discourse.StateOf(p) : null)) is { } state
            ? new Found([state], ["actor", "state", "anaphor"]) : null,
        "plural" => Plural(match, discourse),
        "bare-title" => BareTitle(match, discourse),
        "offices-of-both" => OfficesOfBoth(match, discourse),
        var other => throw new PackException($"{match.Rule.Place}: the actors stage has no operation '{other}'"),
    };

    /// <summary>The entity that a short name means by itself.</summary>
    public Entity? FromTerm(Term term, Discourse discourse)
    {
        if ((term.Value("state") ?? term.Value("state-short")) is { } code) return discourse.State(code);
        if (term.Value("person") is { } id && discourse.World.Actors.TryGetValue(id, out var actor)) return Discourse.Person(actor);
        if (Short(term, discourse) is { } brief) return brief;
        if (term.Value("place") is { } place && discourse.World.Capitals.TryGetValue(place, out var capital)) return discourse.State(capital);
        return null;
    }

    // Of several who share a short name, the one named before, else the only one who leads a state.
    private static Entity? Short(Term term, Discourse discourse)
    {
        var all = term.Senses.Where(s => s.Class == "person-short").Select(s => s.Value).Distinct()
            .Select(id => discourse.World.Actors.GetValueOrDefault(id)).OfType<Actor>().Select(a => Discourse.Person(a)).ToList();
        if (all.Count < 2) return all.FirstOrDefault();
        var fit = all.Where(a => discourse.Mentioned(a.Name)).ToList();
        if (fit.Count == 0) fit = all.Where(discourse.IsLeader).ToList();
        return fit.Count == 1 ? fit[0] : null;
    }

    private Found? Person(RuleMatch match, Discourse discourse)
    {
        var roles = Roles(match).ToList();
        var body = BodyOf(match, discourse);
        var name = match.Range("name")!.Value;
        var item = match.Items[name.Start];
        var written = Written(match.Items, name);
        var role = roles.Count > 0 ? roles[0].Role : match.Rule.Constant("counterpart") is null ? null : discourse.LastPerson?.Role;
        var person = NamedPerson(item, written, roles, body, discourse);
        if (person is null) return null;
        // "After meeting the President of Russia, Mr Trump": a title of another state is not his.
        if (person.Id is not null && roles.Count > 0 && body is { Kind: EntityKind.State } && person.State is not null && person.State != body.State) return null;
        person = person with { Role = role ?? person.Role };
        if (person.State is null && (body?.State ?? DefaultState(roles)) is { } code) person = person with { State = code };
        if (roles.Count > 0 && item.Sense is not Term) discourse.Learn(person, written);
        if (roles.Count > 0 && body is not null && IsOffice(roles[0].Role, discourse))
        {
            var (first, end) = match.Tokens;
            discourse.Observe($"{BodyKey(body)}:{roles[0].Role}", person, first, end);
        }

        return new Found([person], ["actor", "person-actor"]);
    }

    // "Ushakov, President Putin said": a title after a comma is the person's only where he can hold it.
    private Found? PersonThenTitle(RuleMatch match, Discourse discourse)
    {
        if (Person(match, discourse) is not { } found) return null;
        var (person, role) = (found.Who[0], Roles(match).FirstOrDefault().Role);
        if (person.Id is null || role is null || discourse.Holds(person, role)) return found;
        return discourse.World.OfficesOf(person.Id).IsEmpty || role is "adviser" or "foreign-policy-adviser" or "special-envoy" or "negotiator" or "politburo-member" ? found : null;
    }

    private static Found? Place(RuleMatch match, Discourse discourse)
    {
        if ((match.One("body")?.Sense as Term)?.Value("place") is not { } id || !discourse.World.Places.TryGetValue(id, out var place)) return null;
        var capital = discourse.World.Capitals.TryGetValue(id, out var code) ? discourse.State(code) : null;
        var (first, end) = match.Tokens;
        var mention = new PlaceMention(first, end, place.Name, place.State.Length > 0 ? place.State : null, capital, match.Rule.Id);
        return new Found([], capital is null ? ["place"] : ["place", "capital"], null, mention);
    }

    private static bool IsOffice(string role, Discourse discourse) => discourse.World.Roles.ContainsKey(role) && role is not ("leader" or "adviser" or "special-envoy" or "minister" or "chair" or "spokesperson" or "ambassador");

    private static string BodyKey(Entity body) => body.Kind == EntityKind.State ? body.State! : body.Id ?? body.Name;

    private static Entity? NamedPerson(Item item, string written, List<(string Role, string? Default)> roles, Entity? body, Discourse discourse)
    {
        if (item.Sense is Term term)
        {
            var ids = term.Senses.Where(s => s.Class is "person" or "person-short").Select(s => s.Value).Distinct().ToList();
            var candidates = ids.Select(id => discourse.World.Actors.GetValueOrDefault(id)).OfType<Actor>().ToList();
            if (candidates.Count > 1)
            {
                if (discourse.Known(written) is { } known) return known;
                var fit = candidates.Where(a => roles.Exists(r => discourse.Holds(Discourse.Person(a), r.Role)) && (body?.State is null || a.State == body.State)).ToList();
                if (fit.Count == 0) fit = candidates.Where(a => body?.State is not null && a.State == body.State).ToList();
                if (fit.Count == 0 && roles.Count == 0 && body is null) fit = candidates.Where(a => discourse.IsLeader(Discourse.Person(a))).ToList();
                return fit.Count == 1 ? Discourse.Person(fit[0]) : null;
            }

            if (candidates.Count == 1)
            {
                // A short name under a title of another state is someone else of that name.
                if (term.Value("person") is null && body?.State is { } state && candidates[0].State.Length > 0 && candidates[0].State != state) return Unknown(written, body, roles);
                return Discourse.Person(candidates[0]);
            }
        }

        return discourse.Known(written) ?? Unknown(written, body, roles);
    }

    private static Entity Unknown(string written, Entity? body, List<(string Role, string? Default)> roles) =>
        new(Latin(written), EntityKind.Person, body?.State ?? DefaultState(roles));

    private static string? DefaultState(List<(string Role, string? Default)> roles) =>
        roles.Select(r => r.Default).FirstOrDefault(d => d is { Length: 3 });

    private Found? KnownName(RuleMatch match, Discourse discourse)
    {
        var range = match.Range("name")!.Value;
        var written = Written(match.Items, range);
        if (discourse.Known(written) is { } known) return new Found([known], ["actor", "person-actor"]);
        if (match.Items[range.Start].Sense is not Term term) return null;
        foreach (var id in term.Senses.Where(s => s.Class == "person-short").Select(s => s.Value))
        {
            if (discourse.World.Actors.TryGetValue(id, out var actor) && discourse.Mentioned(actor.Name)) return new Found([Discourse.Person(actor)], ["actor", "person-actor"]);
        }

        return null;
    }

    private Found? Office(RuleMatch match, Discourse discourse)
    {
        var roles = Roles(match).ToList();
        if (roles.Count == 0 || document.Has(match.Items[match.Start], "title-prefix:former")) return null;
        var (role, byDefault) = roles[0];
        var body = BodyOf(match, discourse) ?? (byDefault is not null ? Default(byDefault, discourse) : null);
        if (body is null) return BareTitle(match, discourse);
        if (role == "chair" && body.Kind == EntityKind.State) role = "president";
        if (role is "minister" or "chair" or "deputy-minister" or "ambassador" or "special-envoy" or "adviser" or "spokesperson" or "negotiator")
        {
            if (discourse.ByRole(role, body.State) is { } named) return new Found([named], ["actor", "person-actor"]);
        }

        var entity = discourse.Office(BodyKey(body), role);
        if (entity.Kind == EntityKind.Office && role is "negotiator" or "special-envoy" or "adviser" or "minister" or "deputy-minister") entity = entity with { Name = body.Name };
        return new Found([entity], ["actor", "person-actor", "office-only"], role);
    }

    private Found? Counterpart(RuleMatch match, Discourse discourse)
    {
        var body = BodyOf(match, discourse);
        var subject = discourse.Subject(document.Sentence(match.Items[match.Start])) ?? discourse.LastPerson;
        if (body is null) return null;
        var role = subject is null ? null : subject.Role ?? RoleHeld(subject, discourse);
        return role is null
            ? new Found([body], ["actor", "state"])
            : new Found([discourse.Office(BodyKey(body), role)], ["actor", "person-actor"], role);
    }

    private static string? RoleHeld(Entity person, Discourse discourse)
    {
        if (person.Id is null) return null;
        foreach (var h in discourse.World.OfficesOf(person.Id))
        {
            if (discourse.Day is { } d && h.From <= d && (h.Until is not { } until || until > d)) return h.Office[(h.Office.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }

        return null;
    }

    private Found? PersonOf(RuleMatch match, Discourse discourse) =>
        BodyOf(match, discourse) is { State: { } state } && discourse.LastOf(state) is { } person
            ? new Found([person], ["actor", "person-actor", "anaphor"])
            : null;

    private Found? Ministry(RuleMatch match, Discourse discourse)
    {
        var sense = (match.One("ministry")?.Sense as Term)?.Sense("ministry");
        if (sense is null) return null;
        var body = BodyOf(match, discourse) ?? (sense.Setting("default") is { } d ? Default(d, discourse) : null);
        if (body is null) return null;
        var name = discourse.World.Roles.TryGetValue(sense.Value, out var pattern) ? pattern.Replace("{}", body.Name, StringComparison.Ordinal) : body.Name;
        return new Found([new Entity(name, EntityKind.Organisation, body.State)], ["actor", "organisation", "ministry-actor"]);
    }

    private Found? Body(RuleMatch match, Discourse discourse)
    {
        var sense = (match.One("ministry")?.Sense as Term)?.Sense("body");
        if (sense is null) return null;
        var body = BodyOf(match, discourse) ?? (sense.Setting("default") is { } d ? Default(d, discourse) : null);
        if (body is null && match.One("name") is { Sense: Term person }) body = FromTerm(person, discourse) is { } p ? discourse.StateOf(p) : null;
        return body is null ? null : new Found([body], ["actor", "state"]);
    }

    private static Found? Seat(RuleMatch match, Discourse discourse)
    {
        if ((match.One("body")?.Sense as Term)?.Value("seat") is not { } value) return null;
        return discourse.State(value.Split('/')[0]) is { } state ? new Found([state], ["actor", "state", "seat", "place"], Building: value[(value.IndexOf('/', StringComparison.Ordinal) + 1)..]) : null;
    }

    private static Found? One(RuleMatch match, Discourse discourse, string @class, EntityKind kind, params string[] labels)
    {
        if ((match.One("body")?.Sense as Term)?.Value(@class) is not { } id || !discourse.World.Actors.TryGetValue(id, out var actor)) return null;
        return new Found([new Entity(actor.Name, kind, actor.State.Length > 0 ? actor.State : null, null, id)], labels);
    }

    private static Found? Plural(RuleMatch match, Discourse discourse)
    {
        var term = match.One("pronoun")?.Sense as Term;
        var both = term?.Sense("both");
        var role = both?.Setting("role");
        var pair = discourse.Pair(both?.Setting("as") == "states", role, int.TryParse(both?.Setting("count"), out var n) ? n : 2);
        if (role is not null) pair = [.. pair.Select(e => e.Kind == EntityKind.State && e.State is { } code ? discourse.Office(code, role) : e)];
        if (pair.Count == 0) return both is null ? null : new Found([], ["both"], role);
        return new Found(pair, both is null ? ["actor", "group", "anaphor"] : ["actor", "group", "anaphor", "both"], role);
    }

    private Found? BareTitle(RuleMatch match, Discourse discourse)
    {
        if (Roles(match).FirstOrDefault() is not { Role: { } role } found || document.Has(match.Items[match.Start], "title-prefix:former")) return null;
        if (discourse.ByRole(role) is { } person) return new Found([person], ["actor", "person-actor", "anaphor"]);
        if (role == "leader") return null;
        if (found.Default is { } d && Default(d, discourse) is { } body) return new Found([discourse.Office(BodyKey(body), role)], ["actor", "person-actor", "office-only"], role);
        return null;
    }

    private Found? OfficesOfBoth(RuleMatch match, Discourse discourse)
    {
        var role = Roles(match).FirstOrDefault().Role;
        var states = discourse.Pair(true, null, 2);
        if (role is null || states.Count < 2) return null;
        return new Found([.. states.Select(s => discourse.Office(s.State!, role))], ["actor", "group", "anaphor"]);
    }

    private static IEnumerable<(string Role, string? Default)> Roles(RuleMatch match)
    {
        foreach (var item in match.All("title"))
        {
            if (item.Sense is Term term && term.Sense("title") is { } sense) yield return (sense.Value, sense.Setting("default"));
        }
    }

    private Entity? BodyOf(RuleMatch match, Discourse discourse)
    {
        foreach (var item in match.All("body"))
        {
            if (item.Sense is not Term term) continue;
            if (FromTerm(term, discourse) is { Kind: EntityKind.State } state) return state;
            if (term.Value("seat") is { } seat) return discourse.State(seat.Split('/')[0]);
            if (term.Value("org") is { } id && discourse.World.Actors.TryGetValue(id, out var org))
            {
                return new Entity(org.Name, EntityKind.Organisation, org.State.Length > 0 ? org.State : null, null, id);
            }

            if (term.Value("place") is { } place && discourse.World.Places.TryGetValue(place, out var where) && where.State.Length > 0) return discourse.State(where.State);
        }

        return null;
    }

    private static Entity? Default(string key, Discourse discourse)
    {
        if (discourse.State(key) is { } state) return state;
        return discourse.World.Actors.TryGetValue(key, out var org) ? new Entity(org.Name, EntityKind.Organisation, null, null, key) : null;
    }

    private string Written(List<Item> items, (int Start, int End) range)
    {
        var (first, last) = (document.Tokens[items[range.Start].First], document.Tokens[items[range.End - 1].End - 1]);
        return document.Text[first.Start..last.End].Replace('\u00a0', ' ');
    }

    /// <summary>A name in plain Latin letters, as canonical names are written: without diacritics, <c>đ</c> as <c>d</c>.</summary>
    private static string Latin(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var c in written.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch { '\u0111' => 'd', '\u0110' => 'D', _ => Tokenizer.IsSpace(c) ? ' ' : c });
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
