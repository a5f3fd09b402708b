using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Statements;

/// <summary>Speakers whom no pack knows and no title introduces: known by the shape of their name alone.</summary>
internal sealed class NewNames(Document document, OuterText outer, Discourse discourse)
{
    private const int LongestName = 5;
    private readonly Dictionary<string, Entity> byWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> byLast = new(StringComparer.Ordinal);
    private Dictionary<string, string>? runs;
    private Dictionary<string, Entity>? written;

    /// <summary>The speaker of that name; null for a single word that no longer name has introduced, unless only a name can stand there.</summary>
    public Entity? Find(List<Item> items, (int Start, int End) range, bool outlet, bool single)
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

    private bool Plain(Item item) => item.Sense is null && document.Tokens[item.First].Is(TokenFlags.Word | TokenFlags.Capital);

    /// <summary>Whether a name was first seen here.</summary>
    public bool Made(string name) => byLast.TryGetValue(name[(name.LastIndexOf(' ') + 1)..], out var person) && person.Name == name;

    /// <summary>The person whose longer name ends in this single word, or was written with it.</summary>
    public Entity? Fuller(string name) => name.Contains(' ') ? null : byLast.GetValueOrDefault(name) ?? Written(name);

    // "Vladimir Padrino said ...", and later just "Padrino": a part of the name by which a known person was introduced.
    private Entity? Written(string word)
    {
        if (written is not null) return written.GetValueOrDefault(word);
        written = new(StringComparer.Ordinal);
        foreach (var item in outer.Items)
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
