using System.Text;
using Readout.Reading.Text;

namespace Readout.Reading.Coverage;

/// <summary>Checks the rows of the files of words: rows that stand twice, ids that nothing has, names without capitals.</summary>
internal sealed class WordChecks(PackTables tables)
{
    private static readonly string[] Names = ["person", "person-short", "org", "media", "place", "seat", "state"];

    /// <summary>Runs the checks.</summary>
    public IEnumerable<PackProblem> Run() => Rows().Concat(References()).Concat(Capitals());

    private IEnumerable<PackProblem> Rows()
    {
        var seen = new Dictionary<(string File, string Form, string Class, string Value), PackRow>();
        foreach (var row in tables.Words)
        {
            if (row.Cells[0].Length == 0 || row.Cells[1].Length == 0)
            {
                yield return new PackProblem(row.Place, row.Cells[0].Length == 0 ? "has no form" : $"'{row.Cells[0]}' has no class");
                continue;
            }

            var key = (row.File, Key(row.Cells[0]), row.Cells[1], row.Cells[2]);
            if (!seen.TryAdd(key, row)) yield return new PackProblem(row.Place, $"'{row.Cells[0]}' with class {row.Cells[1]} and value '{row.Cells[2]}' stands already in line {seen[key].Line}", IsRemark: true);
        }

        // A stage asks for the value of a class and takes the first; short names of several persons are meant to have several.
        foreach (var rows in tables.Words.Where(r => r.Cells[1] is not ("person" or "person-short")).GroupBy(r => (r.File, Form: Key(r.Cells[0]), Class: r.Cells[1])))
        {
            if (rows.DistinctBy(r => r.Cells[2]).Skip(1).FirstOrDefault() is { } second)
            {
                yield return new PackProblem(second.Place, $"'{second.Cells[0]}' has class {second.Cells[1]} with another value in line {rows.First().Line}, which is taken", IsRemark: true);
            }
        }
    }

    private IEnumerable<PackProblem> References()
    {
        HashSet<string> states = Ids("states"), places = Ids("places"), actors = [.. Ids("actors"), .. Ids("organisations")], roles = Ids("roles");
        foreach (var row in tables.Words)
        {
            var value = row.Cells[2];
            var missing = row.Cells[1] switch
            {
                "state" or "state-short" => Missing(states, value, "states"),
                "person" or "person-short" => Missing(actors, value, "actors"),
                "org" or "media" => Missing(actors, value, "actors or organisations"),
                "place" => Missing(places, value, "places"),
                "seat" when value.Split('/') is [var state, var place] => Missing(states, state, "states") ?? Missing(places, place, "places"),
                "seat" => $"the value '{value}' of a seat should be STATE/PLACE",
                "title" or "ministry" or "body" => Missing(roles, value, "roles"),
                _ => null,
            };
            if (missing is not null) yield return new PackProblem(row.Place, $"'{row.Cells[0]}': {missing}");
            var sense = new Packs.TermSense(row.Cells[0], row.Cells[1], value, row.Cells[3]);
            if (sense.Setting("default") is { } body && !states.Contains(body) && !actors.Contains(body))
            {
                yield return new PackProblem(row.Place, $"'{row.Cells[0]}': default={body} is neither a state nor an organisation");
            }
        }

        HashSet<string> Ids(string table) => [.. tables.World(table).Select(r => r.Cells[0])];
    }

    private static string? Missing(HashSet<string> known, string id, string table) => known.Contains(id) ? null : $"no {table} table has '{id}'";

    private IEnumerable<PackProblem> Capitals()
    {
        foreach (var row in tables.Words)
        {
            if (Names.Contains(row.Cells[1]) && !row.Cells[0].Any(char.IsUpper))
            {
                yield return new PackProblem(row.Place, $"the name '{row.Cells[0]}' has no capital, so it matches common words too", IsRemark: true);
            }
        }
    }

    // Forms are the same where they match the same words: however tones are placed, but capitals count.
    private static string Key(string form)
    {
        var key = new StringBuilder(form.Length + 4);
        Span<char> folded = stackalloc char[Folding.LongestWord];
        foreach (var part in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.AsSpan(0, Math.Min(part.Length, Folding.LongestWord));
            Folding.Fold(word, folded);
            key.Append(char.IsUpper(word[0]) ? '^' : ' ').Append(folded[..word.Length]);
        }

        return key.ToString();
    }
}
