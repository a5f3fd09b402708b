using Readout.Reading.Actors;
using Readout.Reading.Packs;
using Readout.Reading.Text;
using Readout.Reading.Times;

namespace Readout.Reading.Statements;

/// <summary>Gives each quotation and each reported content its speaker, sentence by sentence.</summary>
internal sealed class Attribution(Document document, OuterText outer)
{
    private const int CarriedOver = 3;
    private const int MostOutlets = 40;
    private const int FarthestOutlet = 4;
    private const string Unnamed = "unnamed";
    private const string Observers = "observers";
    private const string Experts = "experts";
    private readonly List<(string Outlet, string Source, string? State)> outlets = [];
    private (SayingClause Clause, int Sentence)? last;

    /// <summary>The statements found so far.</summary>
    public List<StatementFinding> Found { get; } = [];

    /// <summary>The quotations among them.</summary>
    public List<(QuotedWords Quote, StatementFinding Statement)> Quoted { get; } = [];

    /// <summary>Reads one sentence that has clauses or quotations.</summary>
    /// <param name="first">Its first item.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="found">Its clauses.</param>
    /// <param name="quoted">The first of its quotations among those of the text.</param>
    /// <param name="quotedEnd">One past the last of them.</param>
    public void Read(int first, int end, List<SayingClause> found, int quoted, int quotedEnd)
    {
        var clauses = new SentenceClauses(document, outer, first, end).Order(found);
        Relay(clauses);
        for (; quoted < quotedEnd; quoted++)
        {
            var (i, quote) = outer.Quotations[quoted];
            var owner = Owner(clauses, i);
            if (owner is null && StandsAlone(first, end, quote) && last is { } carried && outer.SentenceOf(first) - carried.Sentence <= CarriedOver) owner = carried.Clause;
            if (owner is null || !IsSaid(owner, first, i, quote) || document.Slice(quote.First, quote.Last) is not { Exact.Length: > 0 } words) continue;
            Add(owner, StatementMode.Direct, words, first, end);
            Quoted.Add((quote, Found[^1]));
            last = (owner, outer.SentenceOf(first));
        }

        foreach (var clause in clauses)
        {
            if (clause is { IsOutlet: true, Stand: ClauseStand.Closes } && clauses.Count > 1) continue;
            last = (clause, outer.SentenceOf(first));
            if (clause.OnlyRelays || clause.OnlyQuoted || !clause.Governs) continue;
            var (from, to) = clause.Stand == ClauseStand.Opens ? (clause.Content, clause.End) : (first, clause.Start);
            Trim(ref from, ref to);
            if (Spoken(from, to) < (clause.Stand == ClauseStand.Opens ? 2 : 4)) continue;
            if (outer.Items[from].Sense is QuotedWords && (clause.Stand == ClauseStand.Follows || outer.IsMark(from + 1))) continue;
            if (clause.Stand != ClauseStand.Opens && document.Has(outer.Items[from], "preposition") && clause.Stand == ClauseStand.Closes && !clause.According) continue;
            Add(clause, StatementMode.Indirect, document.Slice(outer.Items[from].First, outer.Items[to - 1].End), first, end);
        }
    }

    // Outlets named in the sentence relay what persons say in it, and later what the same source says.
    private void Relay(List<SayingClause> clauses)
    {
        var named = clauses.Find(c => c.IsOutlet && (c.OnlyRelays || c.Stand == ClauseStand.Closes));
        foreach (var clause in clauses)
        {
            for (var o = clause.Outer; o is not null && clause.Relay.Count < 6; o = o.Outer)
            {
                if (o.Speech == SpeechKind.Quoted) continue;
                AddRelay(clause, Called(o));
                foreach (var further in o.Relay) AddRelay(clause, further);
            }

            if (clause.IsOutlet) continue;
            var hidden = clause.Who[0].Kind == EntityKind.Unnamed;
            if (hidden && (On(clause.Start) ?? To(clause.Verb)) is { } on)
            {
                AddRelay(clause, on);
                outlets.Add((on, clause.Name, clause.Who[0].State));
            }

            if (named is not null) AddRelay(clause, named.Name);
            var (source, state) = (clause.Name, clause.Who[0].State);
            foreach (var outlet in clause.Relay.Where(r => clauses.Exists(c => c.IsOutlet && c.Name == r)).Concat(clause.Relay.Count > 0 && clause.Rules[0].EndsWith("outlet-quotes", StringComparison.Ordinal) ? [clause.Relay[0]] : []))
            {
                outlets.Add((outlet, source, state));
            }

            if (clause.Relay.Count == 0 && outlets.FindLast(o => o.Source == source || (o.State is not null && o.State == state) || (hidden && Secret(clause))) is { Outlet: { } known }) clause.Relay.Add(known);
        }

        foreach (var clause in clauses.Where(c => c.IsOutlet && !c.OnlyRelays)) outlets.Add((clause.Name, clause.Name, null));
        if (outlets.Count > MostOutlets) outlets.RemoveRange(0, outlets.Count - MostOutlets);
    }

    // "On the channel A, experts said": the outlet right before those who have no names.
    private string? On(int start)
    {
        for (var i = start - 1; i > 0 && start - i <= FarthestOutlet && outer.SentenceOf(i - 1) == outer.SentenceOf(start); i--)
        {
            if (document.Has(outer.Items[i], "media") && document.Has(outer.Items[i - 1], "medium-lead") && outer.Items[i].Sense is ActorMention { Who: [var outlet] }) return outlet.Name;
        }

        return null;
    }

    // "An official told the channel A": through whom those came who have no names.
    private string? To(int verb)
    {
        for (var i = verb; i + 1 < outer.Items.Count && i - verb <= FarthestOutlet && outer.SentenceOf(i + 1) == outer.SentenceOf(verb); i++)
        {
            if ((i == verb || document.Has(outer.Items[i], "preposition:relation")) && outer.Items[i + 1].Sense is ActorMention { Who: [{ Kind: EntityKind.Media } outlet] }) return outlet.Name;
        }

        return null;
    }

    // Observers and experts speak in public; those who hide their names told someone.
    private static bool Secret(SayingClause clause) => clause.Who[0].Role is not (Observers or Experts) && clause.Name == clause.Who[0].Name;

    private static string Called(SayingClause clause) =>
        clause.Who is [{ Kind: EntityKind.Unnamed, State: null, Role: Observers or Experts }] && clause.Name == Unnamed ? clause.Who[0].Role! : clause.Name;

    private static void AddRelay(SayingClause clause, string name)
    {
        if (name != clause.Name && !clause.Relay.Contains(name)) clause.Relay.Add(name);
    }

    // Whose words a quotation is: of the clause after it, else of the innermost clause whose content it stands in.
    private static SayingClause? Owner(List<SayingClause> clauses, int at)
    {
        SayingClause? owner = null;
        foreach (var clause in clauses)
        {
            if (clause.Stand != ClauseStand.Opens && at < clause.Start)
            {
                if (clause.IsOutlet && clauses.Count > 1) continue;
                return owner is { Colon: true } ? owner : clause;
            }

            if (clause.Stand == ClauseStand.Opens ? at >= clause.Content && at < clause.End : at > clause.Verb) owner = clause;
        }

        return owner;
    }

    private bool StandsAlone(int first, int end, QuotedWords quote)
    {
        var capital = document.Tokens[quote.First].Is(TokenFlags.Capital);
        var words = 0;
        for (var i = first; i < end; i++)
        {
            if (outer.Items[i].Sense is QuotedWords) continue;
            if (!outer.IsMark(i)) words++;
        }

        return words == 0 || (capital && quote.Last - quote.First >= 10 && outer.Items[first].Sense == (object)quote);
    }

    // Names and coined words stand in quotation marks too: they are short, and follow a noun.
    private bool IsSaid(SayingClause clause, int first, int at, QuotedWords quote)
    {
        var length = quote.Last - quote.First;
        if (at > first && (document.Has(outer.Items[at - 1], "titled") || (at > first + 1 && document.Has(outer.Items[at - 1], "=:") && document.Has(outer.Items[at - 2], "titled")))) return false;
        if (clause is { OnlyQuoted: true, Stand: ClauseStand.Opens, Colon: false, Who: [{ Kind: EntityKind.Unnamed }] } && length <= 4) return false;
        if (length > 6 || clause.Stand == ClauseStand.Follows || clause.Colon || at == first) return true;
        var before = outer.Items[at - 1];
        // What "observers" call something is a way of speaking, nobody's words.
        if (clause is { Speech: SpeechKind.Quoted, Who: [{ Kind: EntityKind.Unnamed, State: null }] } && length <= 4) return false;
        if (document.Has(before, "num") || document.Has(before, "counted")) return false;
        if (document.Tokens[quote.First].Is(TokenFlags.Capital) && clause.Stand == ClauseStand.Opens && at != clause.Content) return false;
        return length > 1 || at == clause.Content || document.Has(before, "copula");
    }

    // How many words outside quotation marks.
    private int Spoken(int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            if (outer.Items[i].Sense is not (QuotedWords or TimeMention) && !outer.IsMark(i)) words += outer.Items[i].End - outer.Items[i].First;
        }

        return words;
    }

    private void Trim(ref int from, ref int to)
    {
        while (from < to && outer.IsMark(from)) from++;
        while (to > from && outer.IsMark(to - 1) && !Brackets(to - 1)) to--;
        bool Brackets(int at) => document.Text[document.Tokens[outer.Items[at].First].Start] is ')' or ']';
    }

    private void Add(SayingClause clause, StatementMode mode, Evidence words, int first, int end)
    {
        var (from, to) = clause.Stand == ClauseStand.Opens ? (first, Math.Min(clause.Content, end)) : (clause.Start, end);
        var near = clause.Verb >= first && clause.Verb < end;
        Found.Add(new StatementFinding(clause.Name, mode, words, near ? Date(from, to) : null, near ? Medium(from, to) : null, [.. clause.Relay], [.. clause.Rules]));
    }

    private string? Date(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (outer.Items[i].Sense is TimeMention { From: not null, Type: TimexType.Date or TimexType.Time } time) return time.Edtf;
        }

        return null;
    }

    private string? Medium(int from, int to)
    {
        var lead = int.MinValue;
        for (var i = from; i < to; i++)
        {
            var item = outer.Items[i];
            if (document.Has(item, "medium-lead")) lead = i;
            if (i - lead <= 4 && item.Sense is Term term && term.Value("medium") is { } medium) return medium;
        }

        return null;
    }
}
