using Readout.Reading.Actors;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Statements;

/// <summary>Speakers whom no pack knows and no title introduces: known by the shape of their name alone.</summary>
internal sealed class NewNames(Document document, Discourse discourse)
{
    private const int LongestName = 5;
    private readonly Dictionary<string, Entity> byWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> byLast = new(StringComparer.Ordinal);
    private Dictionary<string, string>? runs;

    /// <summary>The speaker of that name; null for a single word that no longer name has introduced, unless only a name can stand there.</summary>
    public Entity? Find(List<Item> items, (int Start, int End) range, bool outlet, bool single)
    {
        var (first, last) = (document.Tokens[items[range.Start].First], document.Tokens[items[range.End - 1].End - 1]);
        var written = document.Text[first.Start..last.End].Replace('\u00a0', ' ');
        if (discourse.Known(written) is { } known) return known;
        if (byWord.TryGetValue(written, out var before)) return before;
        if (!written.Contains(' ') && !outlet)
        {
            if (!single) return null;
            written = Longer(written) ?? written;
        }

        var person = new Entity(PlainName.Of(written), outlet ? EntityKind.Media : EntityKind.Person, null);
        byWord[written] = person;
        foreach (var word in written.Split(' ')) byWord[word] = person;
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

    /// <summary>The person whose longer name ends in this single word.</summary>
    public Entity? Fuller(string name) => !name.Contains(' ') ? byLast.GetValueOrDefault(name) : null;
}
