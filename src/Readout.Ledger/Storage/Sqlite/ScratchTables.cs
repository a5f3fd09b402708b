namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Lays views over the tables of a ledger file, for one connection alone: a name finds the temporary view before the table. What is written
/// to a view goes into temporary tables, so whatever code runs on the ledger runs on it as it would have been, and the file stays as it is.
/// </summary>
/// <param name="session">A connection of its own, that may only read.</param>
internal sealed class ScratchTables(SqliteSession session)
{
    /// <summary>Narrows a table to some of its rows; it cannot be written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The condition, over the table's columns; the table is named <c>kept</c>.</param>
    public void Narrow(string table, string where) => session.Run($"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} AS kept WHERE {where}");

    /// <summary>Narrows a table to some of its rows, and lets it be written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The condition, over the table's columns; the table is named <c>kept</c>.</param>
    public void Overlay(string table, string where)
    {
        var columns = session.Rows($"SELECT name, type, pk FROM pragma_table_info('{table}', 'main')",
            row => (Name: row.GetString(0), Type: row.GetString(1), Key: row.GetInt32(2)));
        var keys = columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name).ToList();
        var (all, key) = (List(columns.Select(c => c.Name)), List(keys));
        var declared = List(columns.Select(c => $"{c.Name} {c.Type}"));
        session.Run(
            $"""
            CREATE TEMP TABLE own_{table} ({declared}, PRIMARY KEY ({key}));
            CREATE TEMP TABLE gone_{table} ({List(columns.Where(c => c.Key > 0).Select(c => $"{c.Name} {c.Type}"))}, PRIMARY KEY ({key})) WITHOUT ROWID;
            CREATE TEMP VIEW {table} AS
                SELECT {all} FROM main.{table} AS kept WHERE ({where})
                    AND NOT EXISTS (SELECT 1 FROM temp.gone_{table} AS gone WHERE {And(keys, k => $"gone.{k} = kept.{k}")})
                UNION ALL SELECT {all} FROM temp.own_{table};
            CREATE TEMP TRIGGER insert_{table} INSTEAD OF INSERT ON {table} BEGIN
                INSERT OR IGNORE INTO gone_{table} SELECT {List(keys.Select(k => "new." + k))} WHERE new.{keys[0]} IS NOT NULL;
                INSERT OR REPLACE INTO own_{table} VALUES ({List(columns.Select(c => Value(table, c, keys)))});
            END;
            CREATE TEMP TRIGGER update_{table} INSTEAD OF UPDATE ON {table} BEGIN
                INSERT OR IGNORE INTO gone_{table} VALUES ({List(keys.Select(k => "old." + k))});
                DELETE FROM own_{table} WHERE {And(keys, k => $"{k} = old.{k}")};
                INSERT OR REPLACE INTO own_{table} VALUES ({List(columns.Select(c => "new." + c.Name))});
            END;
            CREATE TEMP TRIGGER delete_{table} INSTEAD OF DELETE ON {table} BEGIN
                INSERT OR IGNORE INTO gone_{table} VALUES ({List(keys.Select(k => "old." + k))});
                DELETE FROM own_{table} WHERE {And(keys, k => $"{k} = old.{k}")};
            END
            """);
        foreach (var (name, sql) in session.Rows(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = $0 AND sql IS NOT NULL",
            row => (row.GetString(0), row.GetString(1)), table))
        {
            session.Run($"CREATE INDEX temp.own_{name} ON own_{table} {sql[sql.IndexOf('(', StringComparison.Ordinal)..]}");
        }
    }

    // A number that the table would give by itself goes on after those of the file.
    private static string Value(string table, (string Name, string Type, int Key) column, List<string> keys) =>
        keys.Count == 1 && column.Key == 1 && column.Type == "INTEGER"
            ? $"coalesce(new.{column.Name}, 1 + max((SELECT coalesce(max({column.Name}), 0) FROM main.{table}), (SELECT coalesce(max({column.Name}), 0) FROM own_{table})))"
            : "new." + column.Name;

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);

    private static string And(IEnumerable<string> keys, Func<string, string> part) => string.Join(" AND ", keys.Select(part));
}
