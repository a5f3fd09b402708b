using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Positions;

/// <summary>Makes outcomes of what the rules say: agreements, decisions, proposals and exchanges with their parties.</summary>
internal sealed class OutcomeReader(Document document, ImmutableArray<StatementFinding> statements)
{
    private const int Tail = 24;
    private const int Head = 14;
    private const int Reach = 120;
    private const int Near = 4;
    private readonly HolderFinder holders = new(document, statements);
    private readonly SortedDictionary<int, Draft> found = [];
    private readonly SubjectTies ties = new(document);
    private readonly SetAside setAside = new(document);

    /// <summary>The outcomes of the article, in text order.</summary>
    public ImmutableArray<OutcomeFinding> Run(StageRules rules)
    {
        rules.Find(document.Items, Take);
        var outcomes = new List<OutcomeFinding>();
        foreach (var (at, (kind, parties, rule, end, any, plain)) in found)
        {
            if (setAside.Contains(at)) continue;
            List<Item> items = parties.Count > 0 ? parties : any ? Group(at, -1) : Subject(at, plain) is { } subject ? [document.Items[subject]] : [];
            string[] names = [.. items.SelectMany(i => holders.HolderNames(i.Sense)).Distinct()];
            if (names.Length == 0 && parties is [{ Sense: ActorMention { Who: [] } }]) names = [.. Group(at, 1).SelectMany(i => holders.HolderNames(i.Sense)).Distinct()];
            if (names.Length == 0 && !any) continue;
            if (!any && items is [var one] && !ties.MeetsOthers(at, holders.StateOf(document.IndexOf(one)))) continue;
            var evidence = Evidence(at, items.Count > 0 && (!any || parties.Count > 0) ? document.IndexOf(items[0]) : -1, end);
            if (outcomes.Skip(outcomes.Count - Near).Any(o => o.Kind == kind && o.Parties.SequenceEqual(names) && Same(o, evidence))) continue;
            outcomes.Add(new OutcomeFinding(kind, [.. names], [evidence], [rule, .. setAside.RulesAround(at)]));
        }

        return [.. Headlines.Join(outcomes, document.Article.TitleLength, o => o.Evidence, (title, text) => title.Kind == text.Kind && Meet(title, text), Joined)];
    }

    private static OutcomeFinding Joined(OutcomeFinding text, OutcomeFinding title) =>
        text with { Evidence = [.. title.Evidence, .. text.Evidence], Rules = [.. text.Rules.Union(title.Rules)] };

    // Whether two outcomes have a party in common: the same, or one that acts for the same state.
    private bool Meet(OutcomeFinding one, OutcomeFinding other) =>
        one.Parties.Select(holders.StateNamed).Intersect(other.Parties.Select(holders.StateNamed)).Any();

    private static bool Same(OutcomeFinding known, Evidence evidence) => known.Evidence.Any(e => e.Start < evidence.End && evidence.Start < e.End);

    private int? Subject(int at, bool plain)
    {
        if (!plain) return holders.Subject(at);
        return ties.PlainSubject(holders, at);
    }

    private void Take(RuleMatch match)
    {
        switch (match.Rule.Operation)
        {
            case "object":
                holders.NoteObject(match.Range("who")!.Value.Start, match.Rule.Id);
                return;
        }

        var at = match.Range("outcome")!.Value.Start;
        if (match.Rule.Operation == "drop")
        {
            setAside.Add(at, match.Rule.Id);
            return;
        }

        if (match.Rule.Operation != "outcome" || !Enum.TryParse<OutcomeKind>(match.Rule.Constant("value"), true, out var kind))
        {
            throw new PackException($"{match.Rule.Place}: the outcomes stage has no operation '{match.Rule.Operation}', or its value is no kind of outcome");
        }

        List<Item> parties = [.. match.All("who"), .. match.All("also")];
        var draft = new Draft(kind, parties, match.Rule.Id, match.End, match.Rule.Constant("parties") == "any", match.Rule.Constant("subject") == "plain");
        if (!found.TryGetValue(at, out var known) || known.Parties.Count < parties.Count || (known.Plain && !draft.Plain)) found[at] = draft;
    }

    // "The parties": those last named together. Before "both sides agreed ..." at the head of an article, those named next.
    private List<Item> Group(int at, int step)
    {
        for (var i = at + step; i >= 0 && i < document.Items.Count && Math.Abs(i - at) < Reach; i += step)
        {
            if (document.Items[i].Sense is ActorMention { Who.Length: > 1 }) return [document.Items[i]];
        }

        return [];
    }

    private bool BreaksBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (document.Has(document.Items[i], "break:mark")) return true;
        }

        return false;
    }

    private Evidence Evidence(int at, int party, int end)
    {
        var items = document.Items;
        var first = at;
        if (party >= 0 && party < first && first - party <= Head && !BreaksBetween(party, first)) first = party;
        var last = end;
        while (last < items.Count && last < end + Tail && document.Sentence(items[last]) == document.Sentence(items[at]) && !document.Has(items[last], "break:mark") && !document.Has(items[last], "line")) last++;
        return document.Slice(items[first].First, items[last - 1].End);
    }

    /// <summary>What a rule says of one word that tells an outcome.</summary>
    /// <param name="Kind">The kind of outcome.</param>
    /// <param name="Parties">Items that name the parties.</param>
    /// <param name="Rule">Id of the rule.</param>
    /// <param name="End">One past the last item that the rule matched.</param>
    /// <param name="Any">Whether the parties are whoever was named together.</param>
    /// <param name="Plain">Whether the party is the subject, which must be plain.</param>
    private sealed record Draft(OutcomeKind Kind, List<Item> Parties, string Rule, int End, bool Any, bool Plain);
}
