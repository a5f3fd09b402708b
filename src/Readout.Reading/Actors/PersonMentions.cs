using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>Mentions that name a person, with or without titles.</summary>
internal sealed class PersonMentions(Discourse discourse, MentionTerms terms)
{
    /// <summary>A name with its titles.</summary>
    public Found? Named(RuleMatch match)
    {
        var roles = terms.Roles(match);
        var body = terms.Body(match);
        var name = match.Range("name")!.Value;
        if (IsCut(match, name)) return null;
        // A name of which a list knows only the beginning is known by its end.
        var item = match.Items[name.End - 1].Sense is NameShape ? match.Items[name.End - 1] : match.Items[name.Start];
        var written = terms.Written(match.Items, name);
        var former = terms.Has(match, "title-prefix:former", match.End);
        var role = former ? null : roles.Count > 0 ? roles[0].Role : match.Rule.Constant("counterpart") is null ? null : discourse.LastPerson?.Role;
        var honorific = name.Start > match.Start && (match.Items[name.Start - 1].Sense as Term)?.Sense("rank") is not null;
        var person = Who(item, written, roles, body, honorific, honorific && roles.Count == 0 && (match.Items[name.Start - 1].Sense as Term)?.Value("rank") is "profession" or "kin" or "academic" or "person");
        if (person is null || !Owned(match, person, role)) return null;
        // "After meeting the President of Russia, Mr Trump": a title of another state is not his.
        if (person.Id is not null && roles.Count > 0 && body is { Kind: EntityKind.State } && person.State is not null && person.State != body.State) return null;
        // "The envoy of the President, Donald Trump": the office is in his service.
        if (Serves(role) && person.Id is not null && person.State is { } home && discourse.IsLeader(person))
        {
            return name.Start == match.End - 1 ? Found.Office(discourse.Office(home, role!), role!) : null;
        }

        person = person with { Role = role ?? (former ? null : person.Role) };
        if (person.State is null && (body?.State ?? DefaultState(roles) ?? (item.Sense as NameShape)?.State) is { } code) person = person with { State = code };
        if (item.Sense is not Term && (roles.Count > 0 || (honorific && written.Contains(' ', StringComparison.Ordinal)))) discourse.Learn(person, written);
        for (var i = match.Start; i < name.Start; i++)
        {
            if (match.Items[i].Sense is Term before && before.Sense("rank") is { } rank) discourse.Rank(person, rank);
        }

        if (role is not null && roles.Count > 0 && body is not null && IsOffice(role) && !terms.Has(match, "title-prefix:elect", match.End))
        {
            var (first, end) = match.Tokens;
            discourse.Observe($"{MentionTerms.Key(body)}:{role}", person, first, end);
        }

        return Found.Person(person);
    }

    /// <summary>A name with its titles after it: "Ushakov, President Putin said" holds a title that is not the first one's.</summary>
    public Found? ThenTitle(RuleMatch match)
    {
        if (match.End < match.Items.Count && match.Items[match.End].Sense is Term next && (next.Sense("person") ?? next.Sense("person-short")) is not null) return null;
        if (Named(match) is not { } found) return null;
        var (person, role) = (found.Who[0], terms.Roles(match).Select(r => r.Role).FirstOrDefault());
        if (person.Id is null || role is null || discourse.Holds(person, role) || terms.Has(match, "title-prefix:former", match.End)) return found;
        if (terms.Body(match) is { } body && discourse.Office(MentionTerms.Key(body), role).Same(person)) return found;
        // Nobody is known to lead that body: he may.
        if (role == "leader" && terms.Body(match) is { Kind: EntityKind.Organisation } group && discourse.Office(MentionTerms.Key(group), role).Kind == EntityKind.Office) return found;
        return Serves(role) || discourse.World.OfficesOf(person.Id).IsEmpty || role is "politburo-member" ? found : null;
    }

    /// <summary>A short name of someone named before.</summary>
    public Found? Known(RuleMatch match)
    {
        var range = match.Range("name")!.Value;
        if (IsCut(match, range)) return null;
        if (discourse.Known(terms.Written(match.Items, range)) is { } known) return Found.Person(known);
        if (match.Items[range.Start].Sense is not Term term) return null;
        foreach (var id in term.Senses.Where(s => s.Class == "person-short").Select(s => s.Value))
        {
            if (discourse.World.Actors.TryGetValue(id, out var actor) && discourse.Mentioned(actor.Name)) return Found.Person(Discourse.Person(actor));
        }

        return null;
    }

    // A short name with more of a name after it is another's.
    private static bool IsCut(RuleMatch match, (int Start, int End) name) =>
        name.End == match.End && match.End < match.Items.Count && match.Items[match.End].Sense is NameShape
        && match.Items[name.Start].Sense is Term term && term.Value("person") is null && term.Value("person-short") is not null;

    // "The adviser of President Putin, Ushakov": an owner between title and name leads a state, and the one named does not.
    private bool Owned(RuleMatch match, Entity person, string? role) =>
        match.One("owner")?.Sense is not Term owner || (Serves(role) && terms.FromTerm(owner) is { } leader && discourse.IsLeader(leader) && !leader.Same(person) && !discourse.IsLeader(person));

    // Roles in the service of whoever leads.
    private static bool Serves(string? role) => role is "adviser" or "foreign-policy-adviser" or "national-security-adviser" or "special-envoy" or "negotiator"
        or "spokesperson" or "chief-of-staff" or "deputy-chief-of-staff" or "presidential-aide";

    private bool IsOffice(string role) => discourse.World.Roles.ContainsKey(role) && role is not ("leader" or "adviser" or "special-envoy" or "minister" or "chair" or "spokesperson" or "ambassador");

    private Entity? Who(Item item, string written, IReadOnlyList<(string Role, string? Default)> roles, Entity? body, bool honorific, bool trade)
    {
        if (item.Sense is Term term)
        {
            // "The coach Kim": a trade goes with the names of those told of here, not of whoever is known by it.
            if (trade && term.Value("person") is null) return discourse.Known(written);
            var ids = term.Senses.Where(s => s.Class is "person" or "person-short").Select(s => s.Value).Distinct().ToList();
            var candidates = ids.Select(id => discourse.World.Actors.GetValueOrDefault(id)).OfType<Actor>().ToList();
            if (candidates.Count > 1)
            {
                if (discourse.Known(written) is { } known) return known;
                var fit = candidates.Where(a => roles.Any(r => discourse.Holds(Discourse.Person(a), r.Role)) && (body?.State is null || a.State == body.State)).ToList();
                if (fit.Count == 0) fit = candidates.Where(a => body?.State is not null && a.State == body.State).ToList();
                if (fit.Count != 1 && candidates.Where(a => discourse.Mentioned(a.Name)).ToList() is [var before]) return Discourse.Person(before);
                if (fit.Count == 0 && roles.Count == 0 && body is null) fit = candidates.Where(a => discourse.IsLeader(Discourse.Person(a))).ToList();
                return fit.Count == 1 ? Discourse.Person(fit[0]) : null;
            }

            if (candidates.Count == 1)
            {
                if (term.Value("person") is null && !discourse.Mentioned(candidates[0].Name) && (discourse.Known(written) ?? discourse.Ending(PlainName.Of(written))) is { } introduced) return introduced;
                // A short name under a title of another state is someone else of that name.
                if (term.Value("person") is null && body?.State is { } state && candidates[0].State.Length > 0 && candidates[0].State != state) return Unknown(written, body, roles);
                return Discourse.Person(candidates[0]);
            }
        }

        if ((discourse.Known(written) ?? Holder(written, body, roles)) is { } same) return same;
        // "Ambassador Tourism": one word with marks after a title alone is a common word more often than a name.
        if (roles.Count > 0 && !honorific && !written.Contains(' ', StringComparison.Ordinal) && !string.Equals(PlainName.Of(written), written, StringComparison.Ordinal)) return null;
        return Unknown(written, body, roles);
    }

    // One part of a name under a title is of whoever holds the office, where it is part of the holder's name.
    private Entity? Holder(string written, Entity? body, IReadOnlyList<(string Role, string? Default)> roles)
    {
        if (roles.Count == 0 || (body?.State ?? DefaultState(roles)) is not { } state) return null;
        var (holder, plain) = (discourse.Office(state, roles[0].Role), PlainName.Of(written));
        if (holder.Kind != EntityKind.Person) return null;
        // A lost space glues the next word to the name.
        return plain.StartsWith(holder.Name, StringComparison.Ordinal) || holder.Name.Split(' ').Contains(plain) ? holder : null;
    }

    private static Entity Unknown(string written, Entity? body, IReadOnlyList<(string Role, string? Default)> roles) =>
        new(PlainName.Of(written), EntityKind.Person, body?.State ?? DefaultState(roles));

    private static string? DefaultState(IReadOnlyList<(string Role, string? Default)> roles) =>
        roles.Select(r => r.Default).FirstOrDefault(d => d is { Length: 3 });
}
