using NodaTime;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>Checks the tables of the world: ids that stand twice or nowhere, dates, and offices with two holders at a time.</summary>
internal sealed class WorldChecks(PackTables tables)
{
    /// <summary>Runs the checks.</summary>
    public IEnumerable<PackProblem> Run() => Twice().Concat(References()).Concat(Offices());

    private IEnumerable<PackProblem> Twice()
    {
        foreach (var (name, rows) in new[]
        {
            ("state", tables.World("states")), ("place", tables.World("places")), ("role", tables.World("roles")), ("leading role of", tables.World("leading-roles")),
            ("actor", tables.World("actors").AddRange(tables.World("organisations"))),
        })
        {
            foreach (var same in rows.GroupBy(r => r.Cells[0]).Where(g => g.Count() > 1))
            {
                foreach (var row in same.Skip(1)) yield return new PackProblem(row.Place, $"the {name} '{same.Key}' stands already at {same.First().Place}");
            }
        }
    }

    private IEnumerable<PackProblem> References()
    {
        HashSet<string> states = Ids("states"), places = Ids("places"), actors = [.. Ids("actors"), .. Ids("organisations")], roles = Ids("roles");
        return Check("states", 2, places, "place")
            .Concat(Check("places", 2, states, "state"))
            .Concat(Check("actors", 3, states, "state"))
            .Concat(Check("organisations", 3, states, "state"))
            .Concat(Check("offices", 1, actors, "actor"))
            .Concat(Check("leading-roles", 1, roles, "role"))
            .Concat(tables.World("offices").SelectMany(Office));

        HashSet<string> Ids(string table) => [.. tables.World(table).Select(r => r.Cells[0])];

        IEnumerable<PackProblem> Check(string table, int column, HashSet<string> known, string what) => tables.World(table)
            .Where(r => (r.Cells[column].Length > 0 || table is "offices" or "leading-roles")
                && !r.Cells[column].Split(';').All(id => known.Contains(id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..])))
            .Select(r => new PackProblem(r.Place, $"'{r.Cells[0]}' names the {what} '{r.Cells[column]}', which no table has"));

        IEnumerable<PackProblem> Office(PackRow row)
        {
            if (row.Cells[0].Split(':') is not [var body, var role])
            {
                yield return new PackProblem(row.Place, $"the office '{row.Cells[0]}' should be BODY:ROLE");
                yield break;
            }

            if (!states.Contains(body) && !actors.Contains(body)) yield return new PackProblem(row.Place, $"'{row.Cells[0]}' names the body '{body}', which no table has");
            // With a title of its own an office needs no pattern.
            if (!roles.Contains(role) && row.Cells[4].Length == 0) yield return new PackProblem(row.Place, $"'{row.Cells[0]}' names the role '{role}', which roles.tsv has not");
            if (row.Cells[5].Length == 0) yield return new PackProblem(row.Place, $"'{row.Cells[0]}' of {row.Cells[1]} has no source");
        }
    }

    private IEnumerable<PackProblem> Offices()
    {
        foreach (var office in tables.World("offices").GroupBy(r => r.Cells[0]))
        {
            var held = new List<(PackRow Row, LocalDate From, LocalDate Until)>();
            foreach (var row in office)
            {
                if (Period(row) is not { } period)
                {
                    yield return new PackProblem(row.Place, $"'{row.Cells[2]}' or '{row.Cells[3]}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
                    continue;
                }

                if (period.From >= period.Until) yield return new PackProblem(row.Place, $"{row.Cells[1]} leaves {office.Key} before taking it");
                held.Add((row, period.From, period.Until));
            }

            if (!SoleRoles.Contains(office.Key[(office.Key.IndexOf(':', StringComparison.Ordinal) + 1)..])) continue;
            held.Sort((a, b) => a.From.CompareTo(b.From));
            for (var i = 1; i < held.Count; i++)
            {
                var (before, after) = (held[i - 1], held[i]);
                if (before.Until <= after.From || before.Row.Cells[1] == after.Row.Cells[1] || before.Row.Cells[4] != after.Row.Cells[4]) continue;
                // Known to the month or the year only, one may well have followed the other.
                if (IsVague(before.Row.Cells[3]) || IsVague(after.Row.Cells[2])) continue;
                yield return new PackProblem(
                    after.Row.Place, $"{after.Row.Cells[1]} and {before.Row.Cells[1]} (line {before.Row.Line}) both hold {office.Key} from {after.Row.Cells[2]}; bare it means neither", IsRemark: true);
            }
        }
    }

    private static bool IsVague(string date) => date.Length is > 0 and < 10;

    private static (LocalDate From, LocalDate Until)? Period(PackRow row)
    {
        try
        {
            return (WorldLoader.Day(row.Cells[2], false), row.Cells[3].Length == 0 ? LocalDate.MaxIsoValue : WorldLoader.Day(row.Cells[3], true));
        }
        catch (PackException)
        {
            return null;
        }
    }
}
