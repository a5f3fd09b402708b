using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading.Actors;

/// <summary>Words that point back to someone named before.</summary>
internal sealed class BackwardMentions(Document document, Discourse discourse, MentionTerms terms)
{
    private const int FarthestBack = 8;

    /// <summary>"He", "she", "the general": of the sort the word tells.</summary>
    public Found? Singular(RuleMatch match)
    {
        var rank = (match.One("pronoun")?.Sense as Term)?.Sense("pronoun")?.Setting("rank");
        if (match.Rule.Constant("unnamed") is not null && discourse.Unnamed(document.Sentence(match.Items[match.Start])) is { } unnamed)
        {
            return new Found([unnamed], ["actor", "unnamed-actor", "anaphor"]);
        }

        if (discourse.Subject(document.Sentence(match.Items[match.Start]), rank) is not { } he) return null;
        var found = Found.Back(he);
        return match.Rule.Constant("unnamed") is null ? found : found with { Labels = [.. found.Labels, "someone"] };
    }

    /// <summary>"This country".</summary>
    public Found? State(RuleMatch match) =>
        discourse.ThatState(document.Sentence(match.Items[match.Start])) is { } state ? new Found([state], ["actor", "state", "anaphor"]) : null;

    /// <summary>"This organisation", "this newspaper".</summary>
    public Found? Organisation(RuleMatch match)
    {
        var outlet = match.Rule.Constant("kind") == "media";
        return discourse.LastBody(outlet) is { } body ? new Found([body], ["actor", outlet ? "media" : "organisation", "anaphor"]) : null;
    }

    /// <summary>"Both", "the two countries", "they".</summary>
    public Found? Plural(RuleMatch match)
    {
        var term = match.One("pronoun")?.Sense as Term;
        var both = term?.Sense("both");
        var role = both?.Setting("role");
        var pair = discourse.Pair(both?.Setting("as") == "states", role, int.TryParse(both?.Setting("count"), out var n) ? n : 2);
        if (role is not null) pair = [.. pair.Select(e => e.Kind == EntityKind.State && e.State is { } code ? discourse.Office(code, role) : e)];
        if (pair.Count == 0) return both is null ? null : new Found([], ["both"], role);
        return new Found(pair, both is null ? ["actor", "group", "anaphor"] : pair.Count > 2 ? ["actor", "group", "anaphor", "both", "several"] : ["actor", "group", "anaphor", "both"], role);
    }

    /// <summary>"They": the last that were named together, or without names, not far back; never a family's name.</summary>
    public Found? They(RuleMatch match)
    {
        var item = match.Items[match.Start];
        if (match.End < match.Items.Count && document.Tokens[match.Items[match.End].First].Is(TokenFlags.Capital) && document.Sentence(match.Items[match.End]) == document.Sentence(item)) return null;
        var group = discourse.Group(document.Sentence(item));
        if (group.Count == 0) return null;
        return group is [{ Kind: EntityKind.Unnamed }]
            ? new Found(group, ["actor", "unnamed-actor", "anaphor"])
            : new Found(group, ["actor", "group", "anaphor"]);
    }

    /// <summary>"The Russian official": the last one spoken of.</summary>
    public Found? PersonOf(RuleMatch match) =>
        terms.Body(match) is { State: { } state } && discourse.LastOf(state) is { } person ? Found.Back(person) : null;

    /// <summary>"The Russian diplomat": the last one spoken of who leads no state; else whoever holds the role the rule names, else unnamed.</summary>
    public Found? Diplomat(RuleMatch match)
    {
        if (terms.Body(match) is not { State: { } state }) return null;
        if (match.Rule.Constant("role") is { } role) return new Found([discourse.Office(state, role)], ["actor", "person-actor", "anaphor"], role);
        var near = int.TryParse(match.Rule.Constant("near"), out var n) ? n : FarthestBack;
        var governed = match.Start > 0 && document.Has(match.Items[match.Start - 1], "preposition");
        return !governed && discourse.LastServant(state, document.Sentence(match.Items[match.Start]) - near) is { } person ? Found.Back(person) : new Found([new Entity("unnamed", EntityKind.Unnamed, state)], ["actor", "unnamed-actor"]);
    }

    /// <summary>"The lieutenant general": whom the rank introduced.</summary>
    public Found? Rank(RuleMatch match) =>
        (match.One("rank")?.Sense as Term)?.Sense("rank") is { } rank && discourse.ByRank(rank.Form) is { } person ? Found.Back(person) : null;
}
