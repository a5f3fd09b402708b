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
        rules.Find(outer.Items, Take);
        foreach (var (verb, start, rule, pronoun) in descriptions)
        {
            if (clauses.TryGetValue(verb, out var named) && named.Subject == start) clauses.Remove(verb);
            if (!clauses.ContainsKey(verb)) Add(new SayingClause(start, verb, rule) { Subject = start, Described = true, OnlyQuoted = !pronoun });
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
                clause.Who = Described(clause.Start, person);
            }
            else if (clause.Who.IsEmpty)
            {
                var same = before is not null && outer.Sentences[before.Verb] == outer.Sentences[clause.Verb];
                clause.Who = same ? before!.Who : Subject(clause.Verb) is { } at ? Who(outer.Items[at]) : [];
                if (same) clause.Relay.AddRange(before!.Relay);
            }

            if (person is not null && Overlooked(clause, person)) clause.Who = person.Who;
            if (clause.Who is [{ IsPerson: true, Id: null } alone] && names.Fuller(alone.Name) is { } full) clause.Who = [full];
            clause.Name = Name(clause.Who);
            if (clause.Name.Length > 0) before = clause;
            if (clause is { Who: [{ IsPerson: true }], Speech: not SpeechKind.Attitude } && !Continues(person, clause)) person = clause;
        }

        return ordered.Where(c => c.Name.Length > 0).ToLookup(c => outer.Sentences[c.Verb]);
    }

    /// <summary>The name of one speaker or of several together.</summary>
    public static string Name(ImmutableArray<Entity> who) => who.Length switch
    {
        0 => "",
        1 => who[0].Name,
        _ => string.Join(", ", who[..^1].Select(w => Listed(w.Name))) + " and " + Listed(who[^1].Name),
    };

    private static string Listed(string name) => name.StartsWith("United ", StringComparison.Ordinal) ? "the " + name : name;

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
                // "The institute A (France) said", "the newspaper B (Britain) said": what stands in brackets does not speak.
                if (rule.Operation == "clause" && subject > 1 && document.Has(outer.Items[subject - 1], "=("))
                {
                    if (!document.Has(outer.Items[subject - 2], "actor")) return;
                    subject -= 2;
                }

                if (rule.Operation == "clause" && !CanSpeak(subject, subject + 1, word)) return;
                if (rule.Operation == "clause" && PointsBack(subject)) descriptions.Add((word, subject, rule.Id, true));
                else if (rule.Operation == "clause" && subject > 0 && Titled(subject - 1, subject)) subject--;
                Add(new SayingClause(Math.Min(subject, word), word, rule.Id)
                {
                    Subject = subject,
                    Who = Who(match.Items[subject]),
                    According = rule.Operation == "according",
                    Speech = Speech(rule),
                });
                break;
            case "affiliated":
                var (whole, at) = (match.Range("who")!.Value, match.Range("verb")!.Value.Start);
                if (IsNoun(at)) return;
                var who = match.Items[whole.Start].Sense is ActorMention ? Who(match.Items[whole.Start]) : names.Find(match.Items, whole, false) is { } one ? [one] : [];
                if (clauses.TryGetValue(at, out var other) && other.Subject == whole.Start) clauses.Remove(at);
                Add(new SayingClause(whole.Start, at, rule.Id) { Subject = at, Who = who });
                break;
            case "elided":
                var left = match.Range("verb")!.Value.Start;
                if (match.Range("from") is { } colon) contents[left] = (colon.Start, true, rule.Id);
                else if (IsNoun(left)) return;
                if (!clauses.ContainsKey(left)) Add(new SayingClause(match.Range("start")!.Value.Start, left, rule.Id) { Speech = Speech(rule) });
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
        if (clause.Subject >= 0 && clause.Who.IsEmpty && !clause.Described) return;
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
            if (document.Has(item, "preposition") && outer.Items[subject].Sense is not (ActorMention or PlaceMention)) return false;
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

    private bool Continues(SayingClause? before, SayingClause clause) =>
        before is not null && before.Name == clause.Name && outer.Sentences[before.Verb] == outer.Sentences[clause.Verb];

    // A pronoun after a sentence whose speaker only the shape of his name told: the stage of actors did not see him.
    private bool Overlooked(SayingClause clause, SayingClause before)
    {
        if (clause.Subject < 0 || clause.Described || !document.Has(outer.Items[clause.Subject], "anaphor") || !document.Has(outer.Items[clause.Subject], "person-actor")) return false;
        if (before.Who is not [{ Id: null } one] || !names.Made(one.Name) || outer.Sentences[clause.Verb] - outer.Sentences[before.Verb] is < 1 or > 2) return false;
        for (var i = clause.Subject - 1; i > before.Verb; i--)
        {
            if (document.Has(outer.Items[i], "person-actor") && !document.Has(outer.Items[i], "anaphor") && outer.Sentences[i] != outer.Sentences[before.Verb]) return false;
        }

        return true;
    }

    // A former office, or a pronoun after a quotation, is someone told of just before.
    private bool PointsBack(int subject)
    {
        var before = subject - 1;
        if (before < 0 || outer.Sentences[before] != outer.Sentences[subject]) return false;
        if (document.Has(outer.Items[subject], "anaphor") && document.Has(outer.Items[subject], "person-actor"))
        {
            if (outer.IsMark(before)) before--;
            return before >= 0 && outer.Items[before].Sense is QuotedWords && outer.Sentences[before] == outer.Sentences[subject];
        }

        return document.Has(outer.Items[before], "former") && document.Has(outer.Items[subject], "office-only");
    }

    // "A, adviser to the President B said": A speaks.
    private bool Titled(int before, int subject) =>
        outer.Sentences[before] == outer.Sentences[subject] && document.Has(outer.Items[before], "person-actor") && document.Has(outer.Items[subject], "person-actor")
        && !document.Has(outer.Items[before], "oblique") && !document.Has(outer.Items[subject], "anaphor");

    // The first person named as a subject in the last sentence that has one, or the last speaker, not far back.
    private ImmutableArray<Entity> Described(int start, SayingClause? speaker)
    {
        Entity? found = null;
        var (sentence, at) = (outer.Sentences[start], start);
        for (var i = start - 1; i >= 0 && outer.Sentences[start] - outer.Sentences[i] <= Near; i--)
        {
            if (found is not null && outer.Sentences[i] != sentence) break;
            if (!document.Has(outer.Items[i], "person-actor") || document.Has(outer.Items[i], "oblique") || outer.Items[i].Sense is not ActorMention { Who: [var one] }) continue;
            (found, sentence, at) = (one, outer.Sentences[i], i);
        }

        if (speaker is not null && outer.Sentences[start] - outer.Sentences[speaker.Verb] <= Near && (found is null || outer.Sentences[speaker.Verb] > sentence || (outer.Sentences[speaker.Verb] == sentence && speaker.Start <= at))) return speaker.Who;
        return found is null ? [] : [found];
    }

    // A word of saying after a preposition, or with an owner, is a noun.
    private bool IsNoun(int verb) =>
        (verb > 0 && (document.Has(outer.Items[verb - 1], "nominal") || document.Has(outer.Items[verb - 1], "passive"))) || (verb + 1 < outer.Items.Count && document.Has(outer.Items[verb + 1], "owner"));

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
        ActorMention { Voice: { } voice, Who: [var state] } => [state with { Name = voice, Kind = EntityKind.Organisation }],
        ActorMention m => m.Who,
        PlaceMention { Capital: { } state } => [state],
        Term => [Nameless],
        _ => [],
    };
}
