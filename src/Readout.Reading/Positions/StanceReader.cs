using System.Collections.Immutable;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Times;

namespace Readout.Reading.Positions;

/// <summary>Gathers what the rules say of each word that takes a position, and makes positions of it.</summary>
internal sealed class StanceReader(Document document, ImmutableArray<StatementFinding> statements)
{
    private const string IssueClass = "issue";
    private const string Other = "other";
    private const int Tail = 8;
    private const int Near = 6;
    private const int Head = 14;
    private readonly SortedDictionary<int, StanceDraft> drafts = [];
    private readonly HolderFinder holders = new(document, statements);
    private readonly IssueFinder issues = new(document);
    private readonly SubjectTies ties = new(document);
    private readonly List<Taken> taken = [];
    private readonly Dictionary<(string Holder, string Issue), List<Taken>> byIssue = [];
    private readonly SetAside setAside = new(document);
    private (Stance Stance, int At, int Holder)? last;

    /// <summary>The positions of the article, in text order.</summary>
    public ImmutableArray<PositionFinding> Run(StageRules rules)
    {
        rules.Find(document.Items, Take);
        foreach (var draft in drafts.Values) Finish(draft);
        return [.. Headlines.Join(taken, document.Article.TitleLength, t => t.Evidence, Same, Joined).Select(t => new PositionFinding(t.Holder, t.Stance, t.Issue, t.On, [.. t.Evidence], [.. t.Rules]))];
    }

    private void Take(RuleMatch match)
    {
        switch (match.Rule.Operation)
        {
            case "object":
                holders.NoteObject(match.Range("who")!.Value.Start, match.Rule.Id);
                return;
            case "speech":
                holders.NoteSpeech(match.Range("verb")!.Value.Start, match.Range("who")!.Value.Start, match.Rule.Id);
                return;
        }

        var at = match.Range("stance")!.Value.Start;
        if (match.Rule.Operation == "drop")
        {
            setAside.Add(at, match.Rule.Id);
            return;
        }

        if (Draft(at, match.Rule) is not { } draft) return;
        switch (match.Rule.Operation)
        {
            case "take" or "judge" when draft.Holder is not null:
                return;
            case "take":
                break;
            case "deter":
                draft.IsThreat = true;
                break;
            case "open":
                draft.Open = match.Rule.Constant("other") ?? Other;
                break;
            case "deem":
                draft.Open = match.Rule.Constant("other") ?? Other;
                draft.IsSaid = true;
                draft.Of = match.One("of") ?? draft.Of;
                break;
            case "list":
                draft.IsList = true;
                foreach (var i in issues.Following(match.Range("issue")!.Value.Start)) draft.Add(i, i + 1, issues.At(i));
                break;
            case "judge":
                draft.IsSaid = true;
                break;
            case "held":
                draft.Holder = match.One("who");
                draft.Issues.Clear();
                break;
            case "under":
                draft.Under = match.Range("by")!.Value.Start;
                draft.Also.Add(match.Rule.Id);
                return;
            case "negate":
                draft.Also.Add(match.Rule.Id);
                if (draft.Stance is Stance.Supports) draft.Stance = Stance.Rejects;
                else if (draft.Stance is Stance.Rejects) draft.Stance = Stance.Supports;
                else setAside.Add(at);
                return;
            case "noun":
                draft.IsNoun = true;
                draft.Also.Add(match.Rule.Id);
                return;
            default:
                throw new PackException($"{match.Rule.Place}: the positions stage has no operation '{match.Rule.Operation}'");
        }

        draft.Rules.Add(match.Rule.Id);
        draft.IsPlain = match.Rule.Constant("subject") == "plain";
        if (match.Range("points") is { } pointing) draft.Add(pointing.Start, pointing.End, null);
        foreach (var key in (ReadOnlySpan<string>)["issue", "also"])
        {
            if (match.Range(key) is not { } range) continue;
            var i = range.End > at && key == "issue" ? issues.Sharper(range.Start) : range.Start;
            if (issues.At(i) is not { } issue) continue;
            if (key == "issue" && match.Rule.Operation == "take") draft.Nearest(i, issue);
            else draft.Add(i, i + 1, issue);
        }

        if (match.Rule.Constant("on") is { } fixedIssue) draft.Add(match.Start, match.End, fixedIssue.Replace('_', ' '));
    }

    private StanceDraft? Draft(int at, RuleDefinition rule)
    {
        var value = rule.Constant("value");
        if (drafts.TryGetValue(at, out var draft))
        {
            if (Enum.TryParse<Stance>(value, true, out var told)) draft.Stance = told;
            return draft;
        }

        if (value is null && document.Items[at].Sense is Term term)
        {
            foreach (var sense in term.Senses)
            {
                if (sense.Class is not (IssueClass or "break") && Enum.TryParse<Stance>(sense.Value, true, out _)) (value, _) = (sense.Value, 0);
                if (value is not null) break;
            }
        }

        if (!Enum.TryParse<Stance>(value, true, out var stance)) return null;
        drafts.Add(at, draft = new StanceDraft(at, stance));
        return draft;
    }

    private void Finish(StanceDraft draft)
    {
        if (draft.Rules.Count == 0) return;
        var open = draft is { Open: not null, Issues.Count: 0, Under: null };
        if (open)
        {
            var named = draft.IsSaid && draft.Stance is not Stance.Demands ? issues.Inside(draft.Item) : issues.After(draft.Item);
            draft.Add(named ?? draft.Item, (named ?? draft.Item) + 1, named is { } i ? issues.Near(i) : draft.Open!.Replace('_', ' '));
        }

        if (draft.Issues.Count == 0) return;
        var stance = draft.Stance;
        var at = draft.Item;
        if (draft.Under is { } over)
        {
            // "Calls on B to accept it" is what the caller demands, not what B accepts.
            if (!drafts.TryGetValue(over, out var outer) || setAside.Contains(over) || outer.IsNoun || stance is Stance.Rejects or Stance.Demands) return;
            (stance, at) = (outer.Stance, over);
        }

        if (setAside.Contains(draft.Item) || (draft.IsNoun && draft.Holder is null && !draft.IsList)) return;
        var holder = draft.Holder is { } told ? document.IndexOf(told) : (open && !draft.IsSaid ? ties.PlainSubject(holders, at) : Holder(draft, at)) ?? -1;
        var quoted = draft.Holder is null && (holder < 0 || ((draft.IsSaid || draft.IsThreat) && !holders.SameQuote(holder, at))) ? holders.Quoted(at) : null;
        if (holder < 0 && quoted is null) return;
        if ((open && holder < 0) || (holder < 0 && ties.FollowsPronoun(at))) return;
        if (draft.Of is { } of && holders.StateOf(document.IndexOf(of)) is { } asked && asked == (quoted is null ? holders.StateOf(holder) : holders.StateOf(quoted))) return;
        string[] names = quoted is not null ? [quoted] : [.. holders.HolderNames(holder)];
        if (open) names = [.. names.Where(n => !Told(n, draft.Item))];
        if (!ties.MeetsOthers(draft.Item, quoted is null ? holders.StateOf(holder) : holders.StateOf(quoted))) return;
        last = (stance, draft.Item, holder);
        string[] rules = [.. draft.Rules, .. draft.Also, .. holders.RulesOf(holder), .. setAside.RulesAround(draft.Item)];
        var first = true;
        var before = draft.IsSaid && draft.Issues.Exists(i => i.First < draft.Item);
        foreach (var (start, end, named) in draft.Issues.OrderBy(i => i.First))
        {
            if (before && start > draft.Item) continue;
            var issue = named ?? Earlier(start);
            if (issue is null) continue;
            var evidence = Evidence(first ? Math.Min(at, draft.Item) : start, first ? holder : -1, draft.Item, start, end);
            first = false;
            foreach (var name in names) Add(new Taken(name, stance, issue) { On = On(draft.Item), State = quoted is null ? holders.StateOf(holder) : holders.StateOf(quoted) }, evidence, rules);
        }
    }

    // What is said goes back to who says it; a threat does where one is told, else to its subject.
    private int? Holder(StanceDraft draft, int at) => draft switch
    {
        { IsThreat: true } => holders.Speaker(at) ?? (holders.Quoted(at) is null ? holders.Subject(at) : null),
        { IsSaid: true } => holders.Speaker(at) ?? Lister(at),
        _ => ties.PlainSubject(holders, at) ?? (draft.IsPlain ? null : holders.Subject(at)),
    };

    // "The plan demands neutrality. Ukraine must also ...": who made the last demand or offer goes on with it.
    private int? Lister(int at) =>
        last is { } l && l.Stance is Stance.Demands or Stance.Offers && document.Sentence(document.Items[at]) - document.Sentence(document.Items[l.At]) <= 1 ? l.Holder : null;

    // Whether a word stands in the evidence of what its holder was already found to want.
    private bool Told(string holder, int item)
    {
        var at = document.Tokens[document.Items[item].First].Start;
        for (var i = taken.Count - 1; i >= 0 && i >= taken.Count - Near; i--)
        {
            if (taken[i].Holder == holder && taken[i].Evidence.Exists(e => e.Start <= at && at < e.End)) return true;
        }

        return false;
    }

    private void Add(Taken position, Evidence evidence, string[] rules)
    {
        if (!byIssue.TryGetValue((position.Holder, position.Issue), out var same)) byIssue.Add((position.Holder, position.Issue), same = []);
        var known = position.Issue == Other ? null : same.Find(t => t.Stance == position.Stance);
        if (known is null)
        {
            // The same words give one holder one stance on an issue: the first.
            if (same.TakeLast(Near).Any(t => Overlaps(t, evidence))) return;
            same.Add(known = position);
            taken.Add(known);
        }

        if (known.Evidence.Count == 0 || !Overlaps(known, evidence)) known.Evidence.Add(evidence);
        known.Rules.UnionWith(rules);
    }

    private static bool Overlaps(Taken known, Evidence evidence) => known.Evidence[^1] is var e && e.Start < evidence.End && evidence.Start < e.End;

    // "Rejected this proposal": what the last position was about, else the last issue named.
    private string? Earlier(int at)
    {
        if (taken.Count > 0 && document.Tokens[document.Items[at].First].Start - taken[^1].Evidence[^1].Start < 800) return taken[^1].Issue;
        return issues.Before(at);
    }

    private Evidence Evidence(int at, int holder, int trigger, int start, int end)
    {
        var items = document.Items;
        var first = Math.Min(at, start);
        if (holder < 0)
        {
            while (first > 0 && start - first < Head && document.Sentence(items[first - 1]) == document.Sentence(items[start]) && !document.Has(items[first - 1], "break:mark") && !document.Has(items[first - 1], "and")) first--;
        }
        else if (holder < first && first - holder <= Head) first = holder;

        var last = Math.Max(end, Math.Max(at, holder < 0 ? at : trigger) + 1);
        var stop = last + Tail;
        while (last < items.Count && last < stop && document.Sentence(items[last]) == document.Sentence(items[last - 1]) && !document.Has(items[last], "break:mark") && !document.Has(items[last], "line")) last++;
        return document.Slice(items[first].First, items[last - 1].End);
    }

    private string? On(int at)
    {
        var sentence = document.Sentence(document.Items[at]);
        for (var i = at - 1; i >= 0 && i >= at - Head && document.Sentence(document.Items[i]) == sentence; i--)
        {
            if (document.Items[i].Sense is TimeMention { Type: TimexType.Date or TimexType.Time, Edtf: { } day }) return day;
        }

        return null;
    }

    private static Taken Joined(Taken text, Taken title)
    {
        text.Evidence.Insert(0, title.Evidence[0]);
        text.Rules.UnionWith(title.Rules);
        return text;
    }

    private static bool Same(Taken title, Taken text) =>
        title.Stance == text.Stance && (title.Holder == text.Holder || (title.State is not null && title.State == text.State)) && (title.Issue == text.Issue || title.Issue == Other || text.Issue == Other);

    private sealed record Taken(string Holder, Stance Stance, string Issue)
    {
        public string? State { get; init; }

        public string? On { get; init; }

        public List<Evidence> Evidence { get; } = [];

        public HashSet<string> Rules { get; } = [];
    }
}
