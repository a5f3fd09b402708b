using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Statements;

/// <summary>Says who speaks in a clause: whom its subject names, or whom the words before it have told of.</summary>
internal sealed class Speakers(Document document, OuterText outer, NewNames names, Discourse discourse)
{
    // Speakers are looked for in so many sentences before.
    private const int Near = 3;
    private const string TogetherValue = "together";

    /// <summary>One without a name.</summary>
    public static readonly Entity Nameless = new("unnamed", EntityKind.Unnamed, null);

    /// <summary>Settles who speaks in a clause.</summary>
    /// <param name="clause">The clause; its speaker and name are set, the name is empty where nobody can be told.</param>
    /// <param name="before">The last clause before it.</param>
    /// <param name="person">The last one in which a person speaks.</param>
    public void Settle(SayingClause clause, SayingClause? before, SayingClause? person)
    {
        if (clause.Document)
        {
            clause.Who = before is not null && outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) <= Near ? before.Who : Issuer(clause.Start);
        }
        else if (clause.Described)
        {
            clause.Who = Described(clause.Start, person, before);
            if (clause.Who.IsEmpty && clause.OnlyQuoted) clause.Who = [Nameless];
        }
        else if (clause.Who.IsEmpty)
        {
            var same = before is not null && (outer.SentenceOf(before.Verb) == outer.SentenceOf(clause.Verb) || (GoesOn(clause) && outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) == 1));
            clause.Who = same ? before!.Who : Subject(clause.Verb) is { } at ? Who(outer.Items[at]) : [];
            if (same) clause.Relay.AddRange(before!.Relay);
        }

        if (person is not null && (Overlooked(clause, person) || SameOffice(clause, person))) clause.Who = person.Who;
        if (before is not null && !clause.Described && clause.Subject >= 0 && PastCaption(clause, before)) clause.Who = before.Who;
        if (before is not null && GoesOnAs(clause, before)) clause.Who = before.Who;
        if (clause is { Subject: > 0, Who: [{ Kind: EntityKind.Office }] } && document.Has(outer.Items[clause.Subject - 1], "quantifier")) clause.Who = [Nameless with { State = clause.Who[0].State }];
        if (clause.Who is [{ IsPerson: true, Id: null } alone] && names.Fuller(alone.Name) is { } full) clause.Who = [full];
        clause.Name = Name(clause.Who);
    }

    /// <summary>The name of one speaker or of several together.</summary>
    public static string Name(ImmutableArray<Entity> who) => who.Length switch
    {
        0 => "",
        1 => who[0].Name,
        _ => string.Join(", ", who[..^1].Select(w => Listed(w.Name))) + " and " + Listed(who[^1].Name),
    };

    private static string Listed(string name) => name.StartsWith("United ", StringComparison.Ordinal) ? "the " + name : name;

    /// <summary>Whether the last person who spoke goes on in the same sentence.</summary>
    public bool Continues(SayingClause? before, SayingClause clause) =>
        before is not null && before.Name == clause.Name && outer.SentenceOf(before.Verb) == outer.SentenceOf(clause.Verb);

    // A pronoun after a sentence whose speaker only the shape of his name told: the stage of actors did not see him.
    private bool Overlooked(SayingClause clause, SayingClause before)
    {
        if (clause.Subject < 0 || clause.Described || !document.Has(outer.Items[clause.Subject], "anaphor") || !document.Has(outer.Items[clause.Subject], "person-actor")) return false;
        if (before.Who is not [{ Id: null } one] || !names.Made(one.Name) || outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) is < 1 or > 2) return false;
        for (var i = clause.Subject - 1; i > before.Verb; i--)
        {
            if (document.Has(outer.Items[i], "person-actor") && !document.Has(outer.Items[i], "anaphor") && outer.SentenceOf(i) != outer.SentenceOf(before.Verb)) return false;
        }

        return true;
    }

    // "The commander of Iran" whom no list knows, after one of that state has spoken.
    private bool SameOffice(SayingClause clause, SayingClause before) =>
        clause.Who is [{ Kind: EntityKind.Office, State: { } state }] && before.Who is [{ Kind: EntityKind.Person, Leads: false, State: { } home }] && home == state
        && clause.Subject >= 0 && outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) <= Near;

    // "The official of Iran said further": whoever has just spoken.
    private bool GoesOnAs(SayingClause clause, SayingClause before) =>
        clause.Who is [{ Kind: EntityKind.Unnamed or EntityKind.Office } unknown] && before.Who is [{ Kind: EntityKind.Person }] && outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) is 0 or 1
        && (unknown.State is null || before.Who[0].State is null || unknown.State == before.Who[0].State)
        && clause.Subject >= 0 && !document.Has(outer.Items[clause.Subject], "group")
        && (document.Has(outer.Items[clause.Verb], "addition") || (clause.Verb + 1 < outer.Items.Count && document.Has(outer.Items[clause.Verb + 1], "after-verb:addition")));

    // A pronoun right after the credit of a picture does not mean whom the caption names; "this official" goes on with one who has no name.
    private bool PastCaption(SayingClause clause, SayingClause before)
    {
        if (!document.Has(outer.Items[clause.Subject], "anaphor") || outer.SentenceOf(clause.Verb) - outer.SentenceOf(before.Verb) > Near + 2) return false;
        if (document.Has(outer.Items[clause.Subject], "someone")) return before.Who[0].Kind == EntityKind.Unnamed;
        var credit = clause.Subject - 1;
        return credit >= 0 && outer.SentenceOf(credit) == outer.SentenceOf(clause.Subject) && document.Has(outer.Items[credit], "credit");
    }

    // A semicolon ends a sentence, but "; at the same time he asks" goes on with the subject before it.
    private bool GoesOn(SayingClause clause) => clause.Start > 0 && outer.SentenceOf(clause.Start - 1) != outer.SentenceOf(clause.Start) && document.Has(outer.Items[clause.Start - 1], "=;");

    // The first person named as a subject in the last sentence that has one, or the last speaker, not far back.
    private ImmutableArray<Entity> Described(int start, SayingClause? speaker, SayingClause? before)
    {
        Entity? found = null;
        var (sentence, at) = (outer.SentenceOf(start), start);
        var meant = outer.Items[start].Sense is ActorMention { Who: [{ IsPerson: true } he] } ? he : null;
        var honorific = meant is not null ? discourse.Honorific(meant) : (outer.Items[start].Sense as Term)?.Value("honorific");
        for (var i = start - 1; i >= 0 && outer.SentenceOf(start) - outer.SentenceOf(i) <= Near; i--)
        {
            if (found is not null && outer.SentenceOf(i) != sentence) break;
            if (!document.Has(outer.Items[i], "person-actor") || document.Has(outer.Items[i], "oblique") || outer.Items[i].Sense is not ActorMention { Who: [var one] } || !discourse.CanBe(one, honorific)) continue;
            (found, sentence, at) = (one, outer.SentenceOf(i), i);
            if (i > 0 && document.Has(outer.Items[i - 1], "clause:contrast")) break;
        }

        // Nobody was named since one spoke who has no name.
        if (before is { Who: [{ Kind: EntityKind.Unnamed }] } && before.Name == before.Who[0].Name && honorific is not null && outer.SentenceOf(start) - outer.SentenceOf(before.Verb) <= 1 && (found is null || at < before.Verb)) return before.Who;
        if (speaker is not null && outer.SentenceOf(start) - outer.SentenceOf(speaker.Verb) <= Near && (found is null || outer.SentenceOf(speaker.Verb) > sentence || (outer.SentenceOf(speaker.Verb) == sentence && speaker.Start <= at))) return speaker.Who;
        if (found is null && meant is not null) return [meant];
        return found is not null ? [found] : names.Introduced(start) is { } introduced && discourse.CanBe(introduced, honorific) ? [introduced] : [];
    }

    /// <summary>Whom the words before a verb of saying name: a person, else a body; nobody where they only describe one.</summary>
    /// <param name="start">The first of the words.</param>
    /// <param name="verb">One past the last.</param>
    /// <param name="open">Whether any word may come after a name.</param>
    public ImmutableArray<Entity> In(int start, int verb, bool open)
    {
        int? body = null;
        for (var i = start; i < verb; i++)
        {
            var item = outer.Items[i];
            if (document.Has(item, "=("))
            {
                while (i + 1 < verb && !document.Has(outer.Items[i], "=)")) i++;
            }
            else if (document.Has(item, "actor") && !document.Has(item, "oblique"))
            {
                if (document.Has(item, "person-actor") || document.Has(item, "unnamed-actor")) return Who(item);
                body ??= i;
            }
            else if (names.Run(ref i, start, verb, open) is { } named)
            {
                return [named];
            }
        }

        return body is { } at ? Who(outer.Items[at]) : [];
    }

    // Whose a document is that nobody was said to speak in: of the first actor of the sentence before that has one.
    private ImmutableArray<Entity> Issuer(int start)
    {
        int? found = null;
        for (var i = start - 1; i >= 0 && outer.SentenceOf(start) - outer.SentenceOf(i) <= Near; i--)
        {
            if (found is { } at && outer.SentenceOf(i) != outer.SentenceOf(at)) break;
            if (document.Has(outer.Items[i], "actor") && !document.Has(outer.Items[i], "oblique")) found = i;
        }

        return found is { } first ? Who(outer.Items[first]) : [];
    }

    /// <summary>Whom "the sides" means: the last who were named together; null for any other word.</summary>
    public ImmutableArray<Entity>? Together(int at)
    {
        if (outer.Items[at].Sense is not Term term || term.Value("collective") is not TogetherValue) return null;
        for (var i = at - 1; i >= 0 && outer.SentenceOf(at) - outer.SentenceOf(i) <= Near; i--)
        {
            if (outer.Items[i].Sense is ActorMention { Who: { Length: > 1 } who }) return who;
        }

        return null;
    }

    /// <summary>A group by those to whom it belongs: the allies of a state.</summary>
    public static ImmutableArray<Entity> Whose(ImmutableArray<Entity> who, Item? owner) =>
        who is [var all] && owner is not null && Owner(owner.Value) is { } whose ? [all with { Name = $"{all.Name} of {Listed(whose.Name)}", State = whose.State }] : who;

    /// <summary>A body of a city or region, by the name of the place.</summary>
    public ImmutableArray<Entity> Local(Item body, Item place) =>
        (body.Sense as Term)?.Value("local-body") is { } pattern && place.Sense is PlaceMention where
            ? [new Entity(pattern.Replace("{}", where.Name, StringComparison.Ordinal), EntityKind.Organisation, where.State)]
            : [];

    private static Entity? Owner(Item item) => item.Sense switch
    {
        ActorMention { Who: [var one] } => one,
        PlaceMention { Capital: { } state } => state,
        _ => null,
    };

    // The subject of a sentence whose verb of saying has none of its own: the nearest name that begins a clause.
    private int? Subject(int verb)
    {
        int? first = null;
        for (var i = verb - 1; i >= 0 && outer.SentenceOf(i) == outer.SentenceOf(verb); i--)
        {
            var item = outer.Items[i];
            if (!(document.Has(item, "actor") || document.Has(item, "capital")) || document.Has(item, "oblique")) continue;
            first = i;
            if (i == 0 || outer.SentenceOf(i - 1) != outer.SentenceOf(i)) return i;
            var before = outer.Items[i - 1];
            if (document.Has(before, "clause") || document.Has(before, "=,") || before.Sense is Times.TimeMention) return i;
        }

        return first;
    }

    /// <summary>Whom an item names as a speaker; a government's seat is named as the text names it.</summary>
    public ImmutableArray<Entity> Who(Item item) => item.Sense switch
    {
        ActorMention { Building: { } id, Who: [var state] } when document.Pack.World.Places.TryGetValue(id, out var seat) => [state with { Name = seat.Name }],
        ActorMention { Voice: { } voice, Who: [var state] } => [state with { Name = voice, Kind = EntityKind.Organisation }],
        ActorMention m => m.Who,
        PlaceMention { Capital: { } state } => [state],
        Term t => [Nameless with { Name = t.Value("collective") ?? Nameless.Name, Role = t.Value("source-noun") }],
        _ => [],
    };
}
