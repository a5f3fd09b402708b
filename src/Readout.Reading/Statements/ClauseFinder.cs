using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Packs;

namespace Readout.Reading.Statements;

/// <summary>Gathers what the rules say of the clauses of saying.</summary>
internal sealed class ClauseFinder
{
    // Shorter quotations before a comma are titles as often as not.
    private const int LeastQuoted = 5;
    private readonly Document document;
    private readonly OuterText outer;
    private readonly NewNames names;
    private readonly Speakers speakers;
    private readonly Dictionary<int, SayingClause> clauses = [];
    private readonly List<(int Verb, int Start, string Rule, bool Pronoun, SpeechKind Speech)> descriptions = [];
    private readonly List<(int Start, int Verb, int? From, RuleDefinition Rule)> attributed = [];
    private readonly Dictionary<int, (int From, bool Colon, string Rule)> contents = [];

    /// <summary>Makes one for a text, be it an article's or that of a quotation in it.</summary>
    public ClauseFinder(Document document, OuterText outer, Discourse discourse)
    {
        (this.document, this.outer) = (document, outer);
        names = new NewNames(document, outer, discourse);
        speakers = new Speakers(document, outer, names, discourse);
    }

    /// <summary>Clauses by the sentence they stand in, in text order.</summary>
    public ILookup<int, SayingClause> Run(StageRules rules)
    {
        rules.Find(outer.Items, Take);
        foreach (var (verb, start, rule, pronoun, speech) in descriptions)
        {
            if (pronoun && clauses.TryGetValue(verb, out var named) && named.Subject == start) clauses.Remove(verb);
            if (!clauses.ContainsKey(verb)) Add(new SayingClause(start, verb, rule) { Subject = start, Described = true, OnlyQuoted = !pronoun, Speech = speech });
        }

        foreach (var (start, verb, from, rule) in attributed) Attribute(start, verb, from, rule);
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

            speakers.Settle(clause, before, person);
            if (clause.Name.Length > 0) before = clause;
            if (clause is { Who: [{ IsPerson: true }], Speech: not SpeechKind.Attitude } && !speakers.Continues(person, clause)) person = clause;
        }

        return ordered.Where(c => c.Name.Length > 0).ToLookup(c => outer.SentenceOf(c.Verb));
    }

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

                if (rule.Operation == "clause" && !CanSpeak(subject, subject + 1, word, rule.Constant("of") is not null)) return;
                if (rule.Operation == "clause" && PointsBack(subject)) descriptions.Add((word, subject, rule.Id, true, Speech(rule)));
                else if (rule.Operation == "clause" && (TitleOf(subject) ?? Titled(subject) ?? FormerOf(subject)) is { } first) subject = first;
                Add(new SayingClause(Math.Min(subject, word), word, rule.Id)
                {
                    Subject = subject,
                    Who = match.One("body") is { } body ? speakers.Local(body, match.Items[subject]) : speakers.Together(subject) ?? Speakers.Whose(speakers.Who(match.Items[subject]), match.One("whose")),
                    According = rule.Operation == "according",
                    Speech = Speech(rule),
                });
                break;
            case "affiliated":
                var (whole, at) = (match.Range("who")!.Value, match.Range("verb")!.Value.Start);
                if (IsNoun(at)) return;
                var who = match.Items[whole.Start].Sense is ActorMention or Term ? speakers.Who(match.Items[whole.Start]) : names.Find(match.Items, whole, false, false) is { } one ? [one] : [];
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
                if (!according && TitleOf(name.Start) is { } bearer)
                {
                    Add(new SayingClause(bearer, does, rule.Id) { Subject = bearer, Who = speakers.Who(match.Items[bearer]), Speech = Speech(rule) });
                    break;
                }

                if ((!according && !CanSpeak(name.Start, name.End, does)) || names.Find(match.Items, name, match.Range("outlet") is { } o && o.End > o.Start, rule.Constant("single") is not null) is not { } named) return;
                if (rule.Constant("kind") is not null && named is { Kind: EntityKind.Person, Id: null, State: null }) named = named with { Kind = EntityKind.Organisation };
                Add(new SayingClause(Math.Min(name.Start, does), does, rule.Id) { Subject = name.End - 1, Who = [named], According = according, Speech = Speech(rule) });
                break;
            case "fronted":
                var front = match.Range("verb")!.Value.Start;
                var by = match.Range("who")!.Value.Start;
                Add(new SayingClause(front, front, rule.Id) { Subject = front, Who = speakers.Who(match.Items[by]), Limit = by - 1 });
                break;
            case "document":
                var written = match.Range("verb")!.Value.Start;
                var paper = match.Range("who")!.Value.Start;
                if (!IsNoun(written)) Add(new SayingClause(paper, written, rule.Id) { Subject = paper, Document = true });
                break;
            case "someone":
                if (!IsNoun(match.Range("verb")!.Value.Start)) descriptions.Add((match.Range("verb")!.Value.Start, match.Range("start")!.Value.Start, rule.Id, rule.Constant("as") is not null, Speech(rule)));
                break;
            case "attributed":
                attributed.Add((match.Range("start")!.Value.Start, match.Range("verb")!.Value.Start, match.Range("from")?.Start, rule));
                break;
            case "words":
                var (word0, of, mark) = (match.Range("verb")!.Value.Start, match.Range("who")!.Value.Start, match.Range("from")!.Value.Start);
                clauses.Remove(word0);
                contents[word0] = (mark, document.Has(match.Items[mark], "=:"), rule.Id);
                Add(new SayingClause(word0, word0, rule.Id) { Subject = of, Who = speakers.Who(match.Items[of]), Words = true, Limit = match.Range("quote")?.End ?? int.MaxValue });
                break;
            case "headline":
                var head = match.Range("who")!.Value.Start;
                if (head > 0 && outer.SentenceOf(head - 1) == outer.SentenceOf(head)) return;
                Add(new SayingClause(head, head + 1, rule.Id) { Subject = head, Who = speakers.Who(match.Items[head]), Marked = true, Colon = true });
                break;
            case "relayed":
                var (outlet, source) = (match.Range("outlet")!.Value.Start, match.Range("who")!.Value.Start);
                var said = match.Range("verb")!.Value.Start;
                if (clauses.TryGetValue(said, out var quoted) && quoted.Start < outlet && quoted.Relay.Count > 1) break;
                clauses.Remove(said);
                var clause = new SayingClause(outlet, said, rule.Id) { Subject = source, Who = speakers.Who(match.Items[source]) };
                if (match.Items[said].Sense is QuotedWords) clause.Content = said;
                foreach (var through in match.All("outlet")) clause.Relay.Add(Speakers.Name(speakers.Who(through)));
                Add(clause);
                break;
            default:
                throw new PackException($"{rule.Place}: the statements stage has no operation '{rule.Operation}'");
        }
    }

    // What no other rule found a speaker for.
    private void Attribute(int start, int verb, int? from, RuleDefinition rule)
    {
        if (IsNoun(verb) || (clauses.TryGetValue(verb, out var known) && known.Subject >= 0)) return;
        if (from is null && start >= 2 && outer.Items[start - 2].Sense is QuotedWords quote && quote.Last - quote.First < LeastQuoted && Before(start - 2) is not null) return;
        var who = speakers.In(start, verb, rule.Constant("named") is not null);
        if (who.IsEmpty && rule.Constant("named") is not null) return;
        if (who.IsEmpty && document.Has(outer.Items[start], "quantifier")) who = [Speakers.Nameless];
        clauses.Remove(verb);
        if (from is { } colon) contents.TryAdd(verb, (colon, true, rule.Id));
        clauses[verb] = new SayingClause(start, verb, rule.Id) { Subject = start, Who = who, Described = who.IsEmpty, OnlyQuoted = true };
    }

    // The nearest subject counts; a verb that says by itself before one that does not.
    private void Add(SayingClause clause)
    {
        if (clause.Subject >= 0 && clause.Who.IsEmpty && !clause.Described && !clause.Document) return;
        if (clauses.TryGetValue(clause.Verb, out var known) && known.Subject >= 0)
        {
            if (known.Relay.Count > 0 || known.Subject > clause.Subject || (known.Subject == clause.Subject && known.Speech == SpeechKind.Speech)) return;
        }

        clauses[clause.Verb] = clause;
    }

    // "A met B, saying ...": a name between a verb and a comma is no subject, one in apposition is.
    private bool CanSpeak(int subject, int end, int verb, bool owner = false)
    {
        if (IsNoun(verb)) return false;
        var before = subject - 1;
        if (before >= 0 && outer.SentenceOf(before) == outer.SentenceOf(subject))
        {
            var item = outer.Items[before];
            if (document.Has(item, "preposition") && outer.Items[subject].Sense is not (ActorMention or PlaceMention)) return false;
            if (!owner && outer.Items[subject].Sense is PlaceMention && document.Has(item, "preposition:relation")) return false;
            if (document.Has(item, "native") || OfAnonymous(subject)) return false;
            if (document.Has(item, "passive") && !document.Has(outer.Items[verb], "say-verb:call") && !document.Has(outer.Items[verb], "say-verb:describe")) return false;
            if (document.Has(outer.Items[end], "=,") && verb > end)
            {
                return document.Has(item, "=,") || document.Has(item, "=-") || item.Sense is ActorMention or QuotedWords || IsFirst(subject);
            }
        }

        return true;
    }

    // Whether nobody is named before in the sentence, who could be the subject instead.
    private bool IsFirst(int subject)
    {
        for (var i = subject - 1; i >= 0 && outer.SentenceOf(i) == outer.SentenceOf(subject); i--)
        {
            if (document.Has(outer.Items[i], "actor") || document.Has(outer.Items[i], "capital") || document.Has(outer.Items[i], "say-verb")) return false;
        }

        return document.Has(outer.Items[subject], "person-actor");
    }

    // "A, a former official of the alliance now at an institute, said": A speaks, not some official.
    private int? FormerOf(int subject)
    {
        if (!document.Has(outer.Items[subject], "unnamed-actor") || Before(subject) is not { } former || !document.Has(outer.Items[former], "former")) return null;
        return Before(former) is { } comma && document.Has(outer.Items[comma], "=,") && Before(comma) is { } name && document.Has(outer.Items[name], "person-actor")
            && !document.Has(outer.Items[name], "oblique") ? name : null;
    }

    // "A defence official of Israel said": the state is not who speaks.
    private bool OfAnonymous(int subject)
    {
        for (var i = subject - 1; i >= 0 && subject - i <= 3 && outer.SentenceOf(i) == outer.SentenceOf(subject) && !outer.IsMark(i); i--)
        {
            if (document.Has(outer.Items[i], "unnamed-actor") || document.Has(outer.Items[i], "source-noun")) return true;
            if (outer.Items[i].Sense is ActorMention or QuotedWords || document.Has(outer.Items[i], "say-verb")) return false;
        }

        return false;
    }

    // A former office, or a pronoun after a quotation, is someone told of just before.
    private bool PointsBack(int subject)
    {
        var before = subject - 1;
        if (before < 0 || outer.SentenceOf(before) != outer.SentenceOf(subject)) return false;
        if (document.Has(outer.Items[subject], "anaphor") && document.Has(outer.Items[subject], "person-actor"))
        {
            if (outer.IsMark(before)) before--;
            return before >= 0 && outer.Items[before].Sense is QuotedWords && outer.SentenceOf(before) == outer.SentenceOf(subject);
        }

        return document.Has(outer.Items[before], "former") && document.Has(outer.Items[subject], "office-only");
    }

    // "A, adviser to the President B said": A speaks.
    private int? Titled(int subject) =>
        Before(subject) is { } before && document.Has(outer.Items[before], "person-actor") && document.Has(outer.Items[subject], "person-actor")
        && !document.Has(outer.Items[before], "oblique") && !document.Has(outer.Items[subject], "anaphor") ? before : null;

    // "A, chairman of the company B, said": the title is part of the mention of A, and what it is of comes right after it.
    private int? TitleOf(int subject) =>
        Before(subject) is { } before && outer.Items[before].Sense is ActorMention { Who: [{ IsPerson: true }] } && !document.Has(outer.Items[before], "anaphor")
        && !document.Has(outer.Items[before], "oblique") && !document.Has(outer.Items[subject], "person-actor") ? before : null;

    private int? Before(int item) => item > 0 && outer.SentenceOf(item - 1) == outer.SentenceOf(item) ? item - 1 : null;

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
}
