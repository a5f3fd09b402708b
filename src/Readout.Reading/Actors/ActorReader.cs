using System.Runtime.InteropServices;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Actors;

/// <summary>The stages of actors: shapes of names, mentions with coreference, then groups and pairs.</summary>
internal sealed class ActorReader
{
    private readonly Document document;
    private readonly Discourse discourse;
    private readonly MentionResolver resolver;
    private (int End, Entity? Who) last;

    /// <summary>Makes one for an article.</summary>
    public ActorReader(Document document)
    {
        this.document = document;
        discourse = new Discourse(document.Pack.World, document.Anchor);
        resolver = new MentionResolver(document, discourse);
    }

    /// <summary>What has been named in the article, for later stages.</summary>
    public Discourse Discourse => discourse;

    /// <summary>Replaces mentions by items labelled <c>actor</c> and by what sort of actor they are.</summary>
    public void Run(StageRules names, StageRules actors, StageRules groups)
    {
        document.Replace(names, m => document.Make(m.Tokens.First, m.Tokens.End, new NameShape(m.Rule.Id, m.Rule.Constant("state")), "name"));
        document.Replace(actors, Mention);
        document.Replace(groups, Group);
    }

    private Item? Mention(RuleMatch match)
    {
        var found = resolver.Resolve(match);
        if (found is null) return null;
        var (first, end) = match.Tokens;
        var oblique = Oblique(match.Items, match.Start);
        string[] labels = match.Rule.Constant("sent") is null ? found.Labels : [.. found.Labels, "delegation"];
        if (oblique) labels = [.. labels, "oblique"];
        if (found.Place is not null) return document.Make(first, end, found.Place, labels);
        Note(match, found, oblique);
        var who = new Entity[found.Who.Count];
        for (var i = 0; i < who.Length; i++) who[i] = found.Who[i] is { IsPerson: true } person && discourse.Leads(person) ? person with { Leads = true } : found.Who[i];
        var mention = new ActorMention(first, end, ImmutableCollectionsMarshal.AsImmutableArray(who), Rules(match), found.Title, found.Building, found.Voice);
        return document.Make(first, end, mention, labels);
    }

    // The rules that saw a name by its shape are part of how a mention came about.
    private static string[] Rules(RuleMatch match)
    {
        List<string>? shapes = null;
        for (var i = match.Start; i < match.End; i++)
        {
            if (match.Items[i].Sense is NameShape shape) (shapes ??= []).Add(shape.Rule);
        }

        return shapes is null ? match.Rule.Alone : [.. shapes, match.Rule.Id];
    }

    // A mention after a preposition is no subject; one joined to the last by a conjunction makes a pair with it.
    private void Note(RuleMatch match, Found found, bool oblique)
    {
        var start = match.Start;
        var subject = !oblique && (start == 0 || !document.Has(match.Items[start - 1], "and"));
        discourse.Note(found.Who, document.Sentence(match.Items[start]), subject);
        if (found.Who.Count == 1 && last.Who is not null && start >= 1 && (document.Has(match.Items[start - 1], "and") || AreStates(match.Items[start - 1], found.Who[0])) && last.End == match.Items[start - 1].First)
        {
            discourse.SetPair([last.Who, found.Who[0]], document.Sentence(match.Items[start]));
        }

        last = (match.Items[match.End - 1].End, found.Who.Count == 1 ? found.Who[0] : null);
    }

    // "Ukraine, Russia": two states with nothing but a comma between them.
    private bool AreStates(Item between, Entity who) => who.Kind == EntityKind.State && last.Who is { Kind: EntityKind.State } && document.Written(between) is ",";

    private Item? Group(RuleMatch match)
    {
        List<Item> parts = [.. match.All("who")];
        var who = new List<Entity>();
        string? title = null;
        foreach (var part in parts)
        {
            if (OfOfficials(match, part)) title = null;
            switch (part.Sense)
            {
                case ActorMention m:
                    foreach (var e in m.Who)
                    {
                        // "The leaders of France, Germany and Britain": the title holds for the bare states after it.
                        var entity = title is not (null or "negotiator" or "special-envoy" or "adviser") && e.Kind == EntityKind.State && e.State is { } code && !document.Has(part, "seat")
                            ? discourse.Office(code, title)
                            : e;
                        if (!who.Exists(w => w.Same(entity))) who.Add(entity);
                    }

                    title = m.Title ?? (m.Who.Any(w => w.IsPerson) ? null : title);
                    break;
                case PlaceMention { Capital: { } capital }:
                    if (!who.Exists(w => w.Same(capital))) who.Add(capital);
                    break;
                case Term term:
                    if (resolver.FromTerm(term) is { } known && !who.Exists(w => w.Same(known))) who.Add(known);
                    break;
            }
        }

        // "According to A, B and C agreed": A is not of their number.
        if (who.Count < 2 || (match.Start > 0 && who.Count > 2 && document.Has(match.Items[match.Start - 1], "preposition:source"))) return null;
        if (match.Rule.Operation == "both-named")
        {
            var role = (match.One("both")?.Sense as ActorMention)?.Title;
            if (who.TrueForAll(w => w.Kind == EntityKind.State)) who = [.. who.Select(w => role is null ? w : discourse.Office(w.State!, role))];
        }
        else if (match.Rule.Operation == "pair" && who.Exists(w => w.Kind == EntityKind.State) && who.Exists(w => w.IsPerson))
        {
            return null;
        }

        discourse.SetPair(who, document.Sentence(match.Items[match.Start]));
        var (first, end) = match.Tokens;
        var rules = parts.Select(p => p.Sense).OfType<ActorMention>().SelectMany(m => m.Rules).Append(match.Rule.Id).Distinct();
        return document.Make(
            first, end, new ActorMention(first, end, [.. who], [.. rules]), "actor", "group", match.Rule.Operation == "pair" ? "pair" : "list",
            Oblique(match.Items, match.Start) ? "oblique" : "subject", match.Rule.Constant("sent") is null ? "group" : "delegation");
    }

    // "The foreign minister of A and officials of B": no minister of B.
    private bool OfOfficials(RuleMatch match, Item part)
    {
        var at = match.Items.IndexOf(part.First);
        return at > match.Start && (document.Has(match.Items[at - 1], "unnamed-actor") || (at > 1 && document.Has(match.Items[at - 2], "unnamed-actor")));
    }

    private bool Oblique(ItemList items, int start) => start > 0
        && (document.Has(items[start - 1], "preposition:relation") || document.Has(items[start - 1], "preposition:place") || document.Has(items[start - 1], "preposition:direction"));
}
