using NodaTime;
using NodaTime.Text;

namespace Readout.Reading.Packs;

/// <summary>Loads <c>languages/shared</c>.</summary>
public static class WorldLoader
{
    /// <summary>Loads the tables that are there; one that is missing is empty.</summary>
    /// <exception cref="PackException">A table is broken.</exception>
    public static World Load(PackFiles files)
    {
        var states = Rows("states.tsv", "code", "name", "capital").Select(r => new State(r[0], r[1], r[2]));
        var places = Rows("places.tsv", "id", "name", "state", "kind").Select(r => new Place(r[0], r[1], r[2], r[3]));
        var actors = Rows("actors.tsv", "id", "kind", "name", "state")
            .Concat(Rows("organisations.tsv", "id", "kind", "name", "state"))
            .Select(r => new Actor(r[0], r[1], r[2], r[3]));
        var roles = Rows("roles.tsv", "role", "title").Select(r => KeyValuePair.Create(r[0], r[1]));
        var holdings = Rows("offices.tsv", "office", "holder", "from", "to", "title", "source")
            .Select(r => new Holding(r[0], r[1], Day(r[2], false), r[3].Length == 0 ? null : Day(r[3], true), r[4]))
            .ToList();
        var leading = Rows("leading-roles.tsv", "state", "role").Select(r => KeyValuePair.Create(r[0], r[1]));
        var events = Rows("events.tsv", "id", "kind", "date", "place", "participants")
            .Select(r => new NamedEvent(r[0], r[1], Day(r[2], false), r[3], [.. r[4].Split(',')]));
        return new World(states, places, actors, roles, holdings, leading, events);

        IEnumerable<string[]> Rows(string name, params string[] header)
        {
            var file = "shared/" + name;
            return files.Texts.TryGetValue(file, out var text) ? TableFile.Rows(file, text, header) : [];
        }
    }

    // "2025", "2025-05" or "2025-05-06"; an end is the first day after the day, month or year named... a day itself is the hand-over day.
    internal static LocalDate Day(string written, bool end)
    {
        var parts = written.Split('-');
        if (parts.Length == 3) return LocalDatePattern.Iso.Parse(written) is { Success: true } day ? day.Value : throw Broken();
        if (!int.TryParse(parts[0], out var year) || parts.Length > 2) throw Broken();
        if (parts.Length == 1) return new LocalDate(end ? year + 1 : year, 1, 1);
        if (!int.TryParse(parts[1], out var month) || month is < 1 or > 12) throw Broken();
        var first = new LocalDate(year, month, 1);
        return end ? first.PlusMonths(1) : first;

        PackException Broken() => new($"shared/offices.tsv: '{written}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
    }
}
