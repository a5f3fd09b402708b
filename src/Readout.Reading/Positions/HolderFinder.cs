using Readout.Reading.Actors;

namespace Readout.Reading.Positions;

/// <summary>Finds whose a stance is: the nearest subject before its word, or whoever says it.</summary>
internal sealed class HolderFinder(Document document, IReadOnlyList<StatementFinding> statements)
{
    private const int Reach = 45;
    private const int Nested = 3;
    private readonly Dictionary<int, string> objects = [];
    private readonly Dictionary<int, List<string>> ruled = [];
    private readonly SortedDictionary<int, int> speeches = [];
    private readonly Dictionary<string, Entity> named = [];
    private List<int>? verbs;
    private List<StatementFinding>? quotes;

    /// <summary>Notes that an item is the object of a verb and no subject.</summary>
    public void NoteObject(int item, string rule) => objects[item] = rule;

    /// <summary>Notes who speaks with a verb of saying; the nearest counts.</summary>
    public void NoteSpeech(int verb, int who, string rule)
    {
        if (objects.ContainsKey(who) || (speeches.TryGetValue(verb, out var known) && who <= known)) return;
        speeches[verb] = who;
        Rule(who, rule);
    }

    /// <summary>Ids of the rules by which an item came to be a holder.</summary>
    public IEnumerable<string> RulesOf(int who) => ruled.TryGetValue(who, out var rules) ? rules : [];

    private void Rule(int who, string rule)
    {
        if (!ruled.TryGetValue(who, out var rules)) ruled.Add(who, rules = []);
        if (!rules.Contains(rule)) rules.Add(rule);
    }

    /// <summary>The item that names the subject of a word; null where none is near.</summary>
    /// <param name="at">The word.</param>
    public int? Subject(int at)
    {
        foreach (var (subject, _) in Subjects(at)) return subject;
        return null;
    }

    /// <summary>The items that may name the subject of a word, the nearest first: whom each stands for, and where it stands.</summary>
    /// <param name="at">The word.</param>
    public IEnumerable<(int Subject, int Place)> Subjects(int at)
    {
        var asked = Asked(at);
        var sentence = document.Sentence(document.Items[at]);
        string? passed = null;
        for (var i = at - 1; i >= 0 && i >= at - Reach && document.Sentence(document.Items[i]) == sentence; i--)
        {
            if (objects.TryGetValue(i, out var rule))
            {
                passed = rule;
                continue;
            }

            if (!document.Has(document.Items[i], "first-person") && (!IsSubject(i) || HolderNames(document.Items[i].Sense).Any(asked.Contains))) continue;
            if (Quoted(i) is { } speaker && document.Has(document.Items[i], "anaphor") && HolderNames(document.Items[i].Sense).Contains(speaker)) continue;
            if (passed is not null) Rule(i, passed);
            yield return (Reported(i) ?? i, i);
        }
    }

    // Nobody calls on himself: who is named right after the word is asked, not asking.
    private List<string> Asked(int at)
    {
        for (var i = at + 1; i <= at + 2 && i < document.Items.Count; i++)
        {
            if (document.Items[i].Sense is ActorMention) return [.. HolderNames(document.Items[i].Sense)];
        }

        return [];
    }

    // "The king said they would not allow it": a pronoun right after a verb of saying means who speaks.
    private int? Reported(int at)
    {
        if (!document.Has(document.Items[at], "anaphor") || document.Has(document.Items[at], "both")) return null;
        for (var i = at - 1; i >= at - 2 && i >= 0; i--)
        {
            if (speeches.TryGetValue(i, out var who) && who < i) return who;
        }

        return null;
    }

    /// <summary>The name of who says the words at an item inside quotation marks, as the stage of statements found it.</summary>
    public string? Quoted(int at)
    {
        return QuoteAt(at) is { } quote ? Named(quote.Speaker) : null;
    }

    // Direct statements stand in text order and do not overlap but for quotes within quotes, where the inner one counts.
    private StatementFinding? QuoteAt(int at)
    {
        quotes ??= [.. statements.Where(s => s.Mode == StatementMode.Direct).OrderBy(s => s.Words.Start)];
        var start = document.Tokens[document.Items[at].First].Start;
        var (low, high) = (0, quotes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotes[middle].Words.Start <= start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && i >= low - Nested; i--)
        {
            if (start < quotes[i].Words.End) return quotes[i];
        }

        return null;
    }

    /// <summary>Whether two items stand inside the same quotation marks.</summary>
    public bool SameQuote(int one, int other)
    {
        return QuoteAt(one) is { } quote && quote == QuoteAt(other);
    }

    private string? Named(string speaker) => Who(speaker) is { } entity ? NameOf(entity) : null;

    private Entity? Who(string name)
    {
        if (named.Count == 0)
        {
            foreach (var item in document.Items.Found)
            {
                if (item.Sense is not ActorMention mention) continue;
                foreach (var who in mention.Who) named.TryAdd(who.Name, who);
            }
        }

        return named.GetValueOrDefault(name);
    }

    /// <summary>The state that an actor of the article acts for, ISO 3166-1 alpha-3; his name where he acts for none.</summary>
    public string StateNamed(string name) => Who(name)?.State ?? name;

    /// <summary>The item that names who says the words at an item; null where that is not told near.</summary>
    public int? Speaker(int at)
    {
        verbs ??= [.. speeches.Keys];
        var sentence = document.Sentence(document.Items[at]);
        var next = verbs.BinarySearch(at);
        if (next < 0) next = ~next;
        if (next > 0 && Near(verbs[next - 1]) is { } before) return before;
        if (next < verbs.Count && Near(verbs[next]) is { } after) return after;
        return null;

        int? Near(int verb) =>
            document.Sentence(document.Items[verb]) == sentence && Math.Abs(verb - at) <= Reach ? speeches[verb] : null;
    }

    /// <summary>The name under which an entity holds a position: one whom the article does not name speaks for the state.</summary>
    public string? NameOf(Entity who) => Name(who) is { } name && (who.Kind != EntityKind.Unnamed) ? name
        : who.State is { } code && document.Pack.World.States.TryGetValue(code, out var state) ? state.Name : null;

    /// <summary>The state that a person quoted acts for; null where he acts for none.</summary>
    public string? StateOf(string speaker) => Who(speaker)?.State;

    /// <summary>The state that the subject at an item acts for, ISO 3166-1 alpha-3; null where it acts for none.</summary>
    public string? StateOf(int at)
    {
        if (document.Has(document.Items[at], "first-person")) return Speaker(at) is { } speaker ? StateOf(speaker) : null;
        return document.Items[at].Sense switch
        {
            PlaceMention { Capital: { } capital } => capital.State,
            ActorMention { Who: [var who, ..] } => who.State,
            _ => null,
        };
    }

    /// <summary>The names of those who hold what this item is the subject of.</summary>
    public IEnumerable<string> HolderNames(int at)
    {
        var item = document.Items[at];
        if (document.Has(item, "first-person"))
        {
            var who = Quoted(at) is { } quoted && Who(quoted) is { } entity ? entity
                : Speaker(at) is { } speaker && document.Items[speaker].Sense is ActorMention { Who: [var one, ..] } ? one : null;
            if (who is null) return [];
            var asState = document.Has(item, "first-person:state") && who.State is not null;
            return (asState ? document.Pack.World.States.GetValueOrDefault(who.State!)?.Name : NameOf(who)) is { } name ? [name] : [];
        }

        return HolderNames(item.Sense);
    }

    /// <summary>The names of those who hold what this mention is the subject of.</summary>
    public IEnumerable<string> HolderNames(object? sense)
    {
        switch (sense)
        {
            case PlaceMention { Capital: { } capital }:
                yield return capital.Name;
                break;
            case ActorMention mention:
                foreach (var who in mention.Who)
                {
                    if (NameOf(who) is { } name) yield return name;
                }

                break;
        }
    }

    // Persons who act for no state are experts, businessmen and relatives: what they want is no state's position.
    private static string? Name(Entity who) => who.Kind switch
    {
        EntityKind.Media => null,
        EntityKind.Person or EntityKind.Office or EntityKind.Unnamed when who.State is null => null,
        _ => who.Name,
    };

    private bool IsSubject(int i)
    {
        var item = document.Items[i];
        var named = item.Sense is ActorMention || item.Sense is PlaceMention { Capital: not null };
        if (!named || document.Has(item, "media")) return false;

        // Some words are prepositions before a noun and conjunctions before a clause: "because of Iran", "because Iran refuses".
        var governed = document.Has(item, "oblique") || (i > 0 && document.Has(document.Items[i - 1], "preposition"));
        return !governed || document.Has(document.Items[i - 1], "clause");
    }
}
