using Readout.Reading.Actors;
using Readout.Reading.Matching;

namespace Readout.Reading.Statements;

/// <summary>Speakers whom no pack knows and no title introduces: known by the shape of their name alone.</summary>
internal sealed class NewNames(Document document, Discourse discourse)
{
    private readonly Dictionary<string, Entity> byWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> byLast = new(StringComparer.Ordinal);

    /// <summary>The speaker of that name; null for a single word that no longer name has introduced.</summary>
    public Entity? Find(List<Item> items, (int Start, int End) range, bool outlet)
    {
        var (first, last) = (document.Tokens[items[range.Start].First], document.Tokens[items[range.End - 1].End - 1]);
        var written = document.Text[first.Start..last.End].Replace('\u00a0', ' ');
        if (discourse.Known(written) is { } known) return known;
        if (byWord.TryGetValue(written, out var before)) return before;
        if (!written.Contains(' ') && !outlet) return null;
        var person = new Entity(PlainName.Of(written), outlet ? EntityKind.Media : EntityKind.Person, null);
        byWord[written] = person;
        foreach (var word in written.Split(' ')) byWord[word] = person;
        byLast[person.Name[(person.Name.LastIndexOf(' ') + 1)..]] = person;
        return person;
    }

    /// <summary>Whether a name was first seen here.</summary>
    public bool Made(string name) => byLast.TryGetValue(name[(name.LastIndexOf(' ') + 1)..], out var person) && person.Name == name;

    /// <summary>The person whose longer name ends in this single word.</summary>
    public Entity? Fuller(string name) => !name.Contains(' ') ? byLast.GetValueOrDefault(name) : null;
}
