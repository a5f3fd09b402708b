using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Actors;

/// <summary>Mentions of persons by their office alone.</summary>
internal sealed class OfficeMentions(Document document, Discourse discourse, MentionTerms terms)
{
    /// <summary>A title with a state or body.</summary>
    public Found? Held(RuleMatch match)
    {
        var roles = terms.Roles(match);
        if (roles.Count == 0 || document.Has(match.Items[match.Start], "title-prefix:former")) return null;
        var (role, byDefault) = roles[0];
        var body = terms.Body(match) ?? (byDefault is not null ? terms.Default(byDefault) : null);
        if (body is null) return Bare(match);
        var unit = MentionTerms.Unit(match);
        if (role == "leader" && unit is not null)
        {
            return Found.Office(new Entity(discourse.World.Title($"{UnitName(unit, body)}:leader"), EntityKind.Office, body.State, role), role);
        }

        if (unit is null && role is "leader" or "president" or "head-of-government" or "party-secretary" && terms.Locality(match) is { } local)
        {
            return Found.Office(new Entity(discourse.World.Title($"{local}:{role}"), EntityKind.Office, body.State, role), role);
        }

        if (role == "chair" && body.Kind == EntityKind.State && unit is null) role = "president";
        if (role is "ambassador" && Posted(match, body) is { } envoy) return Found.Person(envoy with { Role = role });
        if (role is "minister" or "chair" or "deputy-minister" or "ambassador" or "special-envoy" or "adviser" or "spokesperson" or "negotiator")
        {
            if (discourse.ByRole(role, body.State) is { } named) return Found.Person(named);
        }

        var entity = discourse.Office(MentionTerms.Key(body), role);
        if (entity.Kind == EntityKind.Office && role is "negotiator" or "special-envoy" or "adviser" or "minister" or "deputy-minister") entity = entity with { Name = body.Name };
        return Found.Office(entity, role);
    }

    /// <summary>A title alone: the last holder spoken of, else of the state that the lexicon gives it.</summary>
    public Found? Bare(RuleMatch match)
    {
        if (terms.Roles(match) is not [var (role, byDefault), ..] || document.Has(match.Items[match.Start], "title-prefix:former")) return null;
        if (discourse.ByRole(role, byDefault is { Length: 3 } && role is "president" ? byDefault : null, terms.Barred(match)) is { Kind: EntityKind.Person } person) return Found.Back(person);
        if (role == "leader") return null;
        if (byDefault is null && Alone(match) is { } own) return own;
        if (byDefault is { } d && terms.Default(d) is { } body) return Found.Office(discourse.Office(MentionTerms.Key(body), role), role);
        return null;
    }

    // Written large, and with no other state spoken of in its sentence yet: the country's own.
    private Found? Alone(RuleMatch match)
    {
        if (match.One("title") is not { Sense: Term term } title || term.Sense("title") is not { } sense || sense.Setting("alone") is not { } code) return null;
        if (!document.Tokens[title.First].Is(TokenFlags.Capital) || discourse.IsSpokenOf(document.Sentence(title), code)) return null;
        return new Found([discourse.Office(code, sense.Value)], ["actor", "person-actor", "office-only"], sense.Value);
    }

    /// <summary>The holder of the same office elsewhere.</summary>
    public Found? Counterpart(RuleMatch match)
    {
        var body = terms.Body(match);
        var subject = discourse.Subject(document.Sentence(match.Items[match.Start])) ?? discourse.LastPerson;
        if (body is null) return null;
        var role = subject is null ? null : subject.Role ?? RoleHeld(subject);
        return role is null
            ? Found.State(body)
            : new Found([discourse.Office(MentionTerms.Key(body), role)], ["actor", "person-actor"], role);
    }

    /// <summary>The same office of the two states last spoken of.</summary>
    public Found? OfBoth(RuleMatch match)
    {
        var here = discourse.TwoOf(document.Sentence(match.Items[match.Start]));
        var states = here.Count == 2 ? here : discourse.Pair(true, null, 2);
        if (terms.Roles(match) is not [var (role, _), ..] || states.Count < 2) return null;
        return new Found([.. states.Select(s => discourse.Office(s.State!, role))], ["actor", "group", "anaphor"]);
    }

    private string UnitName(TermSense unit, Entity body) =>
        discourse.World.Roles.TryGetValue(unit.Value, out var pattern) ? pattern.Replace("{}", body.Name, StringComparison.Ordinal) : body.Name;

    // The known ambassador to the state where he is posted.
    private Entity? Posted(RuleMatch match, Entity body)
    {
        if (match.One("post")?.Sense is not Term post || terms.FromTerm(post) is not { State: { } code } || discourse.ByRole("ambassador", body.State) is not null) return null;
        return discourse.World.Roles.ContainsKey($"ambassador-to-{code}") ? discourse.Office(MentionTerms.Key(body), $"ambassador-to-{code}") : null;
    }

    private string? RoleHeld(Entity person)
    {
        if (person.Id is null) return null;
        foreach (var h in discourse.World.OfficesOf(person.Id))
        {
            if (discourse.Day is { } d && h.From <= d && (h.Until is not { } until || until > d)) return h.Office[(h.Office.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }

        return null;
    }
}
