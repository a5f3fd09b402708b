using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Statements;

/// <summary>Gathers what the rules say of the clauses of saying.</summary>
internal sealed class ClauseFinder(Document document, OuterText outer, Discourse discourse)
{
    private const int Near = 3;
    private static readonly Entity Nameless = new("unnamed", EntityKind.Unnamed, null);
    private readonly Dictionary<int, SayingClause> clauses = [];
    private readonly List<(int Verb, int Start, string Rule, bool Pronoun)> descriptions = [];
    private readonly NewNames names = new(document, discourse);
    private readonly Dictionary<int, (int From, bool Colon, string Rule)> contents = [];

    /// <summary>Clauses by the sentence they stand in, in text order.</summary>
    public ILookup<int, SayingClause> Run(StageRules rules)
    {
        rules.Find(outer.Items, outer.Sentences, Take);
        foreach (var (verb, start, rule, pronoun) in descriptions)
        {
            if (!clauses.ContainsKey(verb)) Add(new SayingClause(start, verb, rule) { Described = true, OnlyQuoted = !pronoun });
        }

        var ordered = clauses.Values.OrderBy(c => c.Start).ThenBy(c => c.Verb).ToList();
        SayingClause? before = null;
        SayingClause? person = null;
        foreach (var clause in ordered)
        {
            if (contents.TryGetValue(clause.Verb, out var content))
            {
                clause.Content = content.From + 1;
                clause.Marked = true;
                clause.Colon = content.Colon;
                if (content.Rule != clause.Rules[0]) clause.Rules.Add(content.Rule);
            }

            if (clause.Described)
            {
                var near = person is not null && outer.Sentences[clause.Verb] - outer.Sentences[person.Verb] <= Near ? person : null;
                clause.Who = LastPerson(clause.Start, near?.Verb ?? -1) is { } last ? [last] : near?.Who ?? [];
            }
            else if (clause.Who.IsEmpty)
            {
                var same = before is not null && outer.Sentences[before.Verb] == outer.Sentences[clause.Verb];
                clause.Who = same ? before!.Who : Subject(clause.Verb) is { } at ? Who(outer.Items[at]) : [];
                if (same) clause.Relay.AddRange(before!.Relay);
            }

            clause.Name = Name(clause.Who);
            if (clause.Name.Length > 0) before = clause;
            if (clause.Who is [{ IsPerson: true }]) person = clause;
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
                if (rule.Operation == "clause" && !CanSpeak(subject, subject + 1, word)) return;
                if (rule.Operation == "clause" && subject > 0 && Titled(subject - 1, subject)) subject--;
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
            case "named":
                var (name, does) = (match.Range("who")!.Value, match.Range("verb")!.Value.Start);
                var according = rule.Constant("form") is not null;
                if ((!according && !CanSpeak(name.Start, name.End, does)) || names.Find(match.Items, name, match.Range("outlet") is { } o && o.End > o.Start) is not { } named) return;
                Add(new SayingClause(Math.Min(name.Start, does), does, rule.Id) { Subject = name.End - 1, Who = [named], According = according, Speech = Speech(rule) });
                break;
            case "someone":
                if (!IsNoun(match.Range("verb")!.Value.Start)) descriptions.Add((match.Range("verb")!.Value.Start, match.Range("start")!.Value.Start, rule.Id, rule.Constant("as") is not null));
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
    private bool CanSpeak(int subject, int end, int verb)
    {
        if (IsNoun(verb)) return false;
        var before = subject - 1;
        if (before >= 0 && outer.Sentences[before] == outer.Sentences[subject])
        {
            var item = outer.Items[before];
            if (document.Has(item, "preposition") && outer.Items[subject].Sense is Term) return false;
            if (document.Has(item, "native") || OfAnonymous(subject)) return false;
            if (document.Has(item, "passive") && !document.Has(outer.Items[verb], "say-verb:call") && !document.Has(outer.Items[verb], "say-verb:describe")) return false;
            if (document.Has(outer.Items[end], "=,") && verb > end)
            {
                return document.Has(item, "=,") || document.Has(item, "=-") || item.Sense is ActorMention or QuotedWords;
            }
        }

        return true;
    }

    // "A defence official of Israel said": the state is not who speaks.
    private bool OfAnonymous(int subject)
    {
        for (var i = subject - 1; i >= 0 && subject - i <= 3 && outer.Sentences[i] == outer.Sentences[subject] && !outer.IsMark(i); i--)
        {
            if (document.Has(outer.Items[i], "unnamed-actor") || document.Has(outer.Items[i], "source-noun")) return true;
            if (outer.Items[i].Sense is ActorMention or QuotedWords || document.Has(outer.Items[i], "say-verb")) return false;
        }

        return false;
    }

    // "A, adviser to the President B said": A speaks.
    private bool Titled(int before, int subject) =>
        outer.Sentences[before] == outer.Sentences[subject] && document.Has(outer.Items[before], "person-actor") && document.Has(outer.Items[subject], "person-actor")
        && !document.Has(outer.Items[before], "oblique") && !document.Has(outer.Items[subject], "anaphor");

    // The first person named as a subject in the last sentence that has one, not far back.
    private Entity? LastPerson(int before, int after)
    {
        Entity? found = null;
        for (var i = before - 1; i > after && outer.Sentences[before] - outer.Sentences[i] <= 2; i--)
        {
            if (found is not null && outer.Sentences[i] != outer.Sentences[i + 1]) break;
            if (document.Has(outer.Items[i], "person-actor") && !document.Has(outer.Items[i], "oblique") && outer.Items[i].Sense is ActorMention { Who: [var one] }) found = one;
        }

        return found;
    }

    // A word of saying after a preposition, or with an owner, is a noun.
    private bool IsNoun(int verb) =>
        document.Has(outer.Items[verb - 1], "nominal") || (verb + 1 < outer.Items.Count && document.Has(outer.Items[verb + 1], "owner"));

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
