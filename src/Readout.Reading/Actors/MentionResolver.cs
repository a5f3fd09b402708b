using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>The closed set of operations by which rules make mentions, and whom each stands for.</summary>
internal sealed class MentionResolver
{
    private readonly MentionTerms terms;
    private readonly PersonMentions persons;
    private readonly OfficeMentions offices;
    private readonly BodyMentions bodies;
    private readonly BackwardMentions back;

    /// <summary>Makes one for an article.</summary>
    public MentionResolver(Document document, Discourse discourse)
    {
        terms = new MentionTerms(document, discourse);
        persons = new PersonMentions(discourse, terms);
        offices = new OfficeMentions(document, discourse, terms);
        bodies = new BodyMentions(document, discourse, terms);
        back = new BackwardMentions(document, discourse, terms);
    }

    /// <summary>Whom a match stands for; null where it cannot be told.</summary>
    public Found? Resolve(RuleMatch match) => match.Rule.Operation switch
    {
        "person" => persons.Named(match),
        "person-then-title" => persons.ThenTitle(match),
        "known-name" => persons.Known(match),
        "office" => offices.Held(match),
        "bare-title" => offices.Bare(match),
        "counterpart" => offices.Counterpart(match),
        "offices-of-both" => offices.OfBoth(match),
        "unnamed" => new Found([new Entity("unnamed", EntityKind.Unnamed, terms.Body(match)?.State, (match.One("kind")?.Sense as Term)?.Value("unnamed"))], ["actor", "unnamed-actor"]),
        "ministry" => bodies.Ministry(match),
        "body" => bodies.Body(match),
        "state" => terms.Body(match) is { } s ? Found.State(s) : null,
        "state-pair" => bodies.States(match),
        "seat" => bodies.Seat(match),
        "organisation" => bodies.One(match, "org", EntityKind.Organisation) is { } o ? Found.Organisation(o, (match.One("body")?.Sense as Term)?.Value("place")) : null,
        "media" => bodies.One(match, "media", EntityKind.Media) is { } m ? Found.Media(m) : null,
        "place" => bodies.Place(match),
        "singular" => back.Singular(match),
        "that-state" => back.State(match),
        "that-body" => back.Organisation(match),
        "they" => back.They(match),
        "credit" => bodies.One(match, "media", EntityKind.Media) is { } c ? Found.Credit(c) : null,
        "plural" => back.Plural(match),
        "person-of" => back.PersonOf(match),
        "diplomat-of" => back.Diplomat(match),
        "bare-rank" => back.Rank(match),
        var other => throw new PackException($"{match.Rule.Place}: the actors stage has no operation '{other}'"),
    };

    /// <summary>The entity that a short name means by itself.</summary>
    public Entity? FromTerm(Term term) => terms.FromTerm(term);
}
