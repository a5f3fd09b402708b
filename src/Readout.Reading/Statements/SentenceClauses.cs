using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Times;

namespace Readout.Reading.Statements;

/// <summary>Says how the clauses of one sentence stand to its words and to each other.</summary>
internal sealed class SentenceClauses(Document document, OuterText outer, int first, int end)
{
    private const int LongestAside = 10;

    /// <summary>Sets stand, content and nesting of the clauses; those that turn out to say nothing are left out.</summary>
    public List<SayingClause> Order(List<SayingClause> clauses)
    {
        var kept = new List<SayingClause>();
        foreach (var clause in clauses)
        {
            if (clause.According ? !PlaceAccording(clause) : !Place(clause, kept)) continue;
            if (kept.Count > 0 && clause.Start < kept[^1].Limit) clause.Limit = Math.Min(clause.Limit, kept[^1].Limit);
            var around = kept.FindLast(k => k.Governs || k.Stand != ClauseStand.Opens);
            if (around is { Stand: ClauseStand.Opens } && clause.Stand == ClauseStand.Opens && clause.Start >= around.Content && clause.Start < around.Limit
                && (Asked(around, clause) || Repeats(around, clause) || !Starting(around, clause))) continue;
            kept.Add(clause);
        }

        Nest(kept);
        return kept;
    }

    // "He said that though ..., he thought ...": his thought is part of what he said.
    private bool Repeats(SayingClause last, SayingClause clause) =>
        last.Name == clause.Name && clause.Subject >= 0 && !last.According && !clause.Marked && !Links(clause.Start - 1);

    // "He urged the community to oppose ...": nobody has opposed yet.
    private bool Asked(SayingClause last, SayingClause clause) =>
        !clause.Marked && clause.Subject >= 0 && !last.Marked && (document.Has(Item(last.Verb), "say-verb:urge") || document.Has(Item(last.Verb), "say-verb:hope")) && Starts(last.Content, clause.Start);

    // A wish or a comment told within what another says is no statement of its own; after a link it is.
    private bool Starting(SayingClause around, SayingClause clause)
    {
        if (clause.Speech is SpeechKind.Speech or SpeechKind.Quoted) return true;
        if (clause.Subject >= 0) return (document.Has(Item(clause.Start - 1), "and") || document.Has(Item(clause.Start - 1), "clause:contrast")) && !Starts(around.Content, clause.Start);
        return !document.Has(Item(clause.Start), "and") || Links(clause.Start + 1);
    }

    private bool Place(SayingClause clause, List<SayingClause> before)
    {
        var at = clause.Start - 1;
        while (at >= first && (IsPause(at) || document.Has(Item(at), "adverb") || Item(at).Sense is TimeMention)) at--;
        var colon = before.Count > 0 && before[^1] is { Colon: true } b && b.Content >= at;
        if (at >= first && Item(at).Sense is not QuotedWords) at = PastDescription(at);
        var between = at >= first && (at == first || IsPause(at - 1) || Item(at - 1).Sense is QuotedWords) && clause.Colon && clause.Content < end && Item(clause.Content).Sense is QuotedWords && at == clause.Start - 2;
        if (at >= first && Item(at).Sense is QuotedWords && (!clause.Marked || between) && clause.Subject >= 0 && !colon)
        {
            clause.Stand = ClauseStand.Follows;
            return true;
        }

        while (clause.Content < end && (document.Has(Item(clause.Content), "=,") || (document.Has(Item(clause.Content), "after-verb") && !clause.Marked))) clause.Content++;
        if (clause.Marked || clause.Subject < 0) return true;
        var rest = clause.Verb + 1;
        while (rest < end && !Words(rest)) rest++;
        if (rest < end && !(Item(rest).Sense is TimeMention && LastWord(rest)) && !(clause.Start - first > LongestAside && Occasion(rest))) return true;
        if (clause.Start - 1 < first || !IsPause(clause.Start - 1)) return rest < end;
        clause.Stand = ClauseStand.Closes;
        return true;
    }

    // "'...', the military expert of Ukraine A said": words on who A is stand between the quotation and the name.
    private int PastDescription(int at)
    {
        for (var i = at; i > first && at - i < LongestAside; i--)
        {
            if (IsPause(i)) return i < at && Item(i - 1).Sense is QuotedWords ? i - 1 : at;
            if (outer.IsMark(i) || Item(i).Sense is QuotedWords || document.Has(Item(i), "say-verb") || document.Has(Item(i), "clause") || document.Has(Item(i), "complementizer")
                || document.Has(Item(i), "copula") || document.Has(Item(i), "passive") || document.Has(Item(i), "adverb") || document.Has(Item(i), "according-to")) return at;
        }

        return at;
    }

    // "According to A, ..." or "..., according to A".
    private bool PlaceAccording(SayingClause clause)
    {
        var at = clause.Verb - 1;
        var opens = document.Has(Item(clause.Verb), "upper");
        while (at >= first && (document.Has(Item(at), "adverb") || document.Has(Item(at), "line"))) opens |= document.Has(Item(at--), "upper");
        // The credit of a picture has lost its full stop.
        opens |= at > first && document.Has(Item(at), "cap") && document.Has(Item(at - 1), "=:");
        if (at < first || opens || (!IsPause(at) && Item(at).Sense is not QuotedWords && document.Has(Item(at), "clause")))
        {
            clause.Content = Comma(clause) is { } comma ? comma + 1 : clause.Subject + 1;
            clause.Marked = true;
            return true;
        }

        if (Item(at).Sense is QuotedWords || (IsPause(at) && at > first && Item(at - 1).Sense is QuotedWords))
        {
            clause.Stand = ClauseStand.Follows;
            return true;
        }

        if (!IsPause(at)) return false;
        if (Comma(clause) is { } next)
        {
            clause.Content = next + 1;
            clause.Marked = true;
            return at - first < LongestAside;
        }

        clause.Stand = ClauseStand.Closes;
        return true;
    }

    // The comma after the speaker, past an apposition ("according to the spokesman, Mr A, ...").
    private int? Comma(SayingClause clause)
    {
        var farthest = clause.Subject + 1 < end && document.Has(Item(clause.Subject + 1), "cap") ? LongestAside * 2 : LongestAside;
        for (var i = clause.Subject + 1; i < end && i - clause.Subject < farthest; i++)
        {
            if (!document.Has(Item(i), "=,")) continue;
            if (i + 2 < end && Item(i + 1).Sense is ActorMention { Who: [var who] } && who.Name == clause.Name && document.Has(Item(i + 2), "=,")) return i + 2;
            return i;
        }

        return null;
    }

    // Content ends at the sentence's end, or where another clause takes over; a clause within content is told by its speaker.
    private void Nest(List<SayingClause> clauses)
    {
        for (var k = 0; k < clauses.Count; k++)
        {
            var clause = clauses[k];
            clause.End = Math.Min(end, clause.Limit);
            if (clause.Stand != ClauseStand.Opens) continue;
            if (Conceded(clause)) clause.End = Pause(clause);
            foreach (var next in clauses.Skip(k + 1))
            {
                if (next.Start < clause.Content)
                {
                    if (next.Words && next.Start > clause.Verb && next.Name != clause.Name) next.Outer ??= clause;
                    continue;
                }

                if (next.Start >= clause.Limit) break;
                var starts = Starts(clause.Content, next.Start);
                if (next.Stand != ClauseStand.Opens || (next.Subject < 0 && next.Start > clause.Content) || (Links(next.Start - 1) && !starts))
                {
                    clause.End = next.Start;
                    while (clause.End > clause.Content && (Links(clause.End - 1) || IsPause(clause.End - 1))) clause.End--;
                    break;
                }

                if (starts && next.Subject >= 0 && next.Governs) clause.OnlyRelays = true;
                if (next.Name != clause.Name) next.Outer ??= clause;
                break;
            }
        }
    }

    // "Though he said ..., they doubt it": what comes after the comma is not his.
    private bool Conceded(SayingClause clause) => clause.Start - 1 == first && clause.Subject >= 0 && !clause.According && document.Has(Item(first), "concession");

    private int Pause(SayingClause clause)
    {
        for (var i = clause.Content; i + 1 < clause.End; i++)
        {
            if (document.Has(Item(i), "=,") && (document.Has(Item(i + 1), "actor") || document.Has(Item(i + 1), "collective") || document.Has(Item(i + 1), "source-noun"))) return i;
        }

        return clause.End;
    }

    private bool Starts(int content, int start)
    {
        for (var i = content; i < start; i++)
        {
            if (!(IsPause(i) || document.Has(Item(i), "adverb") || document.Has(Item(i), "preposition") || document.Has(Item(i), "clause") || Item(i).Sense is TimeMention)) return false;
        }

        return true;
    }

    private Item Item(int at) => outer.Items[at];

    private bool Links(int at) =>
        at >= first && (document.Has(Item(at), "and") || document.Has(Item(at), "clause:contrast") || document.Has(Item(at), "clause:time") || document.Has(Item(at), "=;"));

    private bool IsPause(int at) => document.Has(Item(at), "=,") || document.Has(Item(at), "=-") || document.Has(Item(at), "line");

    private bool Words(int at) => !outer.IsMark(at) && !document.Has(Item(at), "after-verb");

    // "He said at the press conference": where it was said, and nothing else, up to the end.
    private bool Occasion(int at)
    {
        if (!document.Has(Item(at), "preposition")) return false;
        for (var i = at + 1; i < end && i - at <= LongestAside; i++)
        {
            if (document.Has(Item(i), "medium")) return Tail(i + 1);
        }

        return false;
    }

    private bool Tail(int at)
    {
        while (at < end && (outer.IsMark(at) || Item(at).Sense is TimeMention or ActorMention or PlaceMention || document.Has(Item(at), "preposition"))) at++;
        return at == end;
    }

    private bool LastWord(int at)
    {
        for (var i = at + 1; i < end; i++)
        {
            if (Words(i)) return false;
        }

        return true;
    }
}
