using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Statements;

/// <summary>Gathers what the rules say of the clauses of saying.</summary>
internal sealed class ClauseFinder(Document document, OuterText outer)
{
    private static readonly Entity Nameless = new("unnamed", EntityKind.Unnamed, null);
    private readonly Dictionary<int, SayingClause> clauses = [];
    private readonly Dictionary<int, (int From, bool Colon, string Rule)> contents = [];

    /// <summary>Clauses by the sentence they stand in, in text order.</summary>
    public ILookup<int, SayingClause> Run(StageRules rules)
    {
        rules.Find(outer.Items, outer.Sentences, Take);
        var ordered = clauses.Values.OrderBy(c => c.Start).ThenBy(c => c.Verb).ToList();
        SayingClause? before = null;
        foreach (var clause in ordered)
        {
            if (contents.TryGetValue(clause.Verb, out var content))
            {
                clause.Content = content.From + 1;
                clause.Marked = true;
                clause.Colon = content.Colon;
                if (content.Rule != clause.Rules[0]) clause.Rules.Add(content.Rule);
            }

            if (clause.Who.IsEmpty)
            {
                var same = before is not null && outer.Sentences[before.Verb] == outer.Sentences[clause.Verb];
                clause.Who = same ? before!.Who : Subject(clause.Verb) is { } at ? Who(outer.Items[at]) : [];
                if (same) clause.Relay.AddRange(before!.Relay);
            }

            clause.Name = Name(clause.Who);
            if (clause.Name.Length > 0) before = clause;
        }

        return ordered.Where(c => c.Name.Length > 0).ToLookup(c => outer.Sentences[c.Verb]);
    }

    /// <summary>The name of one speaker or of several together.</summary>
    public static string Name(ImmutableArray<Entity> who) => who.Length switch
    {
        0 => "",
        1 => who[0].Name,
        _ => string.Join(", ", who[..^1].Select(w => w.Name)) + " and " + who[^1].Name,
    };

    private void Take(RuleMatch match)
    {
        var rule = match.Rule;
        switch (rule.Operation)
        {
            case "content":
                var (verb, from) = (match.Range("verb")!.Value.Start, match.Range("from")!.Value.Start);
                if (!contents.TryGetValue(verb, out var known) || from < known.From) contents[verb] = (from, document.Has(match.Items[from], "=:"), rule.Id);
                break;
            case "clause" or "according":
                var (subject, word) = (match.Range("who")!.Value.Start, match.Range("verb")!.Value.Start);
                if (rule.Operation == "clause" && !CanSpeak(subject, word)) return;
                Add(new SayingClause(Math.Min(subject, word), word, rule.Id)
                {
                    Subject = subject,
                    Who = Who(match.Items[subject]),
                    According = rule.Operation == "according",
                    Speech = Speech(rule),
                });
                break;
            case "elided":
                var left = match.Range("verb")!.Value.Start;
                if (!clauses.ContainsKey(left) && !IsNoun(left)) Add(new SayingClause(match.Range("start")!.Value.Start, left, rule.Id) { Speech = Speech(rule) });
                break;
            case "words":
                var (word0, of, mark) = (match.Range("verb")!.Value.Start, match.Range("who")!.Value.Start, match.Range("from")!.Value.Start);
                clauses.Remove(word0);
                contents[word0] = (mark, document.Has(match.Items[mark], "=:"), rule.Id);
                Add(new SayingClause(word0, word0, rule.Id) { Subject = of, Who = Who(match.Items[of]) });
                break;
            case "headline":
                var head = match.Range("who")!.Value.Start;
                if (head > 0 && outer.Sentences[head - 1] == outer.Sentences[head]) return;
                Add(new SayingClause(head, head + 1, rule.Id) { Subject = head, Who = Who(match.Items[head]), Marked = true, Colon = true });
                break;
            case "relayed":
                var (outlet, source) = (match.Range("outlet")!.Value.Start, match.Range("who")!.Value.Start);
                var said = match.Range("verb")!.Value.Start;
                clauses.Remove(said);
                var clause = new SayingClause(outlet, said, rule.Id) { Subject = source, Who = Who(match.Items[source]) };
                if (match.Items[said].Sense is QuotedWords) clause.Content = said;
                clause.Relay.Add(Name(Who(match.Items[outlet])));
                Add(clause);
                break;
            default:
                throw new PackException($"{rule.Place}: the statements stage has no operation '{rule.Operation}'");
        }
    }

    // The nearest subject counts; a verb that says by itself before one that does not.
    private void Add(SayingClause clause)
    {
        if (clause.Subject >= 0 && clause.Who.IsEmpty) return;
        if (clauses.TryGetValue(clause.Verb, out var known) && known.Subject >= 0)
        {
            if (known.Relay.Count > 0 || known.Subject > clause.Subject || (known.Subject == clause.Subject && known.Speech == SpeechKind.Speech)) return;
        }

        clauses[clause.Verb] = clause;
    }

    // "A met B, saying ...": a name between a verb and a comma is no subject, one in apposition is.
    private bool CanSpeak(int subject, int verb)
    {
        if (IsNoun(verb)) return false;
        var before = subject - 1;
        if (before >= 0 && outer.Sentences[before] == outer.Sentences[subject])
        {
            var item = outer.Items[before];
            if (document.Has(item, "preposition") && outer.Items[subject].Sense is Term) return false;
            if (document.Has(item, "native") || (outer.Items[subject].First == item.End && (document.Has(item, "unnamed-actor") || document.Has(item, "source-noun")))) return false;
            if (document.Has(item, "passive") && !document.Has(outer.Items[verb], "say-verb:call") && !document.Has(outer.Items[verb], "say-verb:describe")) return false;
            if (document.Has(outer.Items[subject + 1], "=,") && verb > subject + 1)
            {
                return document.Has(item, "=,") || document.Has(item, "=-") || item.Sense is ActorMention or QuotedWords;
            }
        }

        return true;
    }

    // A word of saying after a preposition, or with an owner, is a noun.
    private bool IsNoun(int verb) =>
        document.Has(outer.Items[verb - 1], "nominal") || (verb + 1 < outer.Items.Count && document.Has(outer.Items[verb + 1], "=của"));

    private static SpeechKind Speech(RuleDefinition rule) => rule.Constant("speech") switch
    {
        "attitude" => SpeechKind.Attitude,
        "weak" => SpeechKind.Weak,
        "quoted" => SpeechKind.Quoted,
        _ => SpeechKind.Speech,
    };

    // The subject of a sentence whose verb of saying has none of its own: the nearest name that begins a clause.
    private int? Subject(int verb)
    {
        int? first = null;
        for (var i = verb - 1; i >= 0 && outer.Sentences[i] == outer.Sentences[verb]; i--)
        {
            var item = outer.Items[i];
            if (!(document.Has(item, "actor") || document.Has(item, "capital")) || document.Has(item, "oblique")) continue;
            first = i;
            if (i == 0 || outer.Sentences[i - 1] != outer.Sentences[i]) return i;
            var before = outer.Items[i - 1];
            if (document.Has(before, "clause") || document.Has(before, "=,") || before.Sense is Times.TimeMention) return i;
        }

        return first;
    }

    // A government's seat that speaks is named as the text names it.
    private ImmutableArray<Entity> Who(Item item) => item.Sense switch
    {
        ActorMention { Building: { } id, Who: [var state] } when document.Pack.World.Places.TryGetValue(id, out var seat) => [state with { Name = seat.Name }],
        ActorMention m => m.Who,
        PlaceMention { Capital: { } state } => [state],
        Term => [Nameless],
        _ => [],
    };
}
