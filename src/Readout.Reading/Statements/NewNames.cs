using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Statements;

/// <summary>Speakers whom no pack knows and no title introduces: known by the shape of their name alone.</summary>
internal sealed class NewNames(Document document, OuterText outer, Discourse discourse)
{
    private const int LongestName = 5;
    private const int LongestTitle = 4;
    private const int Farthest = 4;
    private readonly Dictionary<string, Entity> byWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> byLast = new(StringComparer.Ordinal);
    private Dictionary<string, string>? runs;
    private Dictionary<string, Entity>? written;

    /// <summary>The speaker of that name; null for a single word that no longer name has introduced, unless only a name can stand there.</summary>
    public Entity? Find(ItemList items, (int Start, int End) range, bool outlet, bool single)
    {
        var (first, last) = (document.Tokens[items[range.Start].First], document.Tokens[items[range.End - 1].End - 1]);
        var words = document.Text[first.Start..last.End].Replace('\u00a0', ' ');
        if (discourse.Known(words) is { } known) return known;
        if (byWord.TryGetValue(words, out var before)) return before;
        if (!words.Contains(' ') && !outlet)
        {
            if (!single) return null;
            if (Written(PlainName.Of(words)) is { } introduced) return introduced;
            words = Longer(words) ?? words;
        }

        var person = new Entity(PlainName.Of(words), outlet ? EntityKind.Media : EntityKind.Person, null);
        byWord[words] = person;
        foreach (var word in words.Split(' ')) byWord[word] = person;
        byLast[person.Name[(person.Name.LastIndexOf(' ') + 1)..]] = person;
        return person;
    }

    // The longer name that ends in a word, anywhere in the text: capitals side by side that mean nothing else.
    private string? Longer(string word)
    {
        if (runs is not null) return runs.GetValueOrDefault(word);
        runs = new(StringComparer.Ordinal);
        var (items, first) = (document.Items, 0);
        for (var i = 0; i <= items.Count; i++)
        {
            var goes = i < items.Count && Plain(items[i]);
            if (goes && (i == first || document.Sentence(items[i]) == document.Sentence(items[first]))) continue;
            if (i - first is > 1 and <= LongestName)
            {
                var (start, end, last) = (document.Tokens[items[first].First], document.Tokens[items[i - 1].End - 1].End, document.Tokens[items[i - 1].First]);
                runs.TryAdd(document.Text[last.Start..end], document.Text[start.Start..end].Replace('\u00a0', ' '));
            }

            first = goes ? i : i + 1;
        }

        return runs.GetValueOrDefault(word);
    }

    // Parts of names are words too.
    private bool Capital(Item item) => item.Sense is null or Packs.Term && item.End == item.First + 1 && document.Tokens[item.First].Is(TokenFlags.Word | TokenFlags.Capital);

    private bool Plain(Item item) => item.Sense is null && document.Tokens[item.First].Is(TokenFlags.Word | TokenFlags.Capital);

    /// <summary>The person whose name begins at an item; moves on to its last word. One word is a name only where nothing else goes with it.</summary>
    /// <param name="at">The item; the last one of the name afterwards.</param>
    /// <param name="start">Where the words begin that it is one of.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="open">Whether any word may come after the name; else a small one shows that it names a body.</param>
    public Entity? Run(ref int at, int start, int end, bool open)
    {
        if (!Plain(outer.Items[at]) || (at > start && (document.Has(outer.Items[at - 1], "preposition") || document.Has(outer.Items[at - 1], "org-noun")))) return null;
        var first = at;
        while (at + 1 < end && Capital(outer.Items[at + 1]) && outer.SentenceOf(at + 1) == outer.SentenceOf(at)) at++;
        var from = first;
        // "CEO", "HLV": a title in letters.
        while (from <= at && Letters(outer.Items[from])) from++;
        if (from > at || at - from + 1 > LongestName) return null;
        var goesOn = at + 1 < end && outer.Items[at + 1].Sense is null && !outer.IsMark(at + 1) && !document.Has(outer.Items[at + 1], "cap");
        if (goesOn && !open) return null;
        if (from == at && (goesOn || document.Tokens[outer.Items[at].First].Is(TokenFlags.Opening) || (from > start && !document.Has(outer.Items[from - 1], "=,") && !document.Has(outer.Items[from - 1], "pronoun")))) return null;
        return Find(outer.Items, (from, at + 1), false, true);
    }

    /// <summary>The person whose name begins the nearest sentence before that begins with one.</summary>
    public Entity? Introduced(int start)
    {
        for (var i = start - 1; i > 0 && outer.SentenceOf(start) - outer.SentenceOf(i) <= Farthest; i--)
        {
            if (outer.SentenceOf(i - 1) == outer.SentenceOf(i) || !Plain(outer.Items[i]) || !Plain(outer.Items[i + 1])) continue;
            var at = i;
            if (Run(ref at, i, start, true) is { } person && at > i) return person;
        }

        return null;
    }

    private bool Letters(Item item)
    {
        var written = document.Written(item);
        if (written.Length > LongestTitle) return false;
        foreach (var c in written)
        {
            if (char.IsLower(c)) return false;
        }

        return true;
    }

    /// <summary>Whether a name was first seen here.</summary>
    public bool Made(string name) => byLast.TryGetValue(name[(name.LastIndexOf(' ') + 1)..], out var person) && person.Name == name;

    /// <summary>The person whose longer name ends in this single word, or was written with it.</summary>
    public Entity? Fuller(string name) => name.Contains(' ') ? null : byLast.GetValueOrDefault(name) ?? Written(name);

    // "Vladimir Padrino said ...", and later just "Padrino": a part of the name by which a known person was introduced.
    private Entity? Written(string word)
    {
        if (written is not null) return written.GetValueOrDefault(word);
        written = new(StringComparer.Ordinal);
        foreach (var item in outer.Items.Found)
        {
            if (item.Sense is not ActorMention { Who: [{ Kind: EntityKind.Person, Id: not null } person] } mention) continue;
            for (var i = mention.End - 1; i >= mention.First && document.Tokens[i].Is(TokenFlags.Word | TokenFlags.Capital); i--)
            {
                var part = PlainName.Of(document.Text[document.Tokens[i].Start..document.Tokens[i].End]);
                if (person.Name.Contains(part, StringComparison.Ordinal)) written.TryAdd(part, person);
            }
        }

        return written.GetValueOrDefault(word);
    }
}
