using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>An open connection that keeps its prepared statements and names its parameters <c>$0</c>, <c>$1</c> …</summary>
internal sealed class SqliteSession(string path, SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return SqliteFailures.Guard(Path, command.ExecuteNonQuery);
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return SqliteFailures.Guard(Path, command.ExecuteScalar) is var value and not DBNull ? value : null;
    }

    /// <summary>A count or a number.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        Convert.ToInt64(Scalar(sql, values) ?? 0L, CultureInfo.InvariantCulture);

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return SqliteFailures.Guard(Path, () =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        });
    }

    /// <summary>Begins a transaction; one at a time.</summary>
    /// <param name="write">Whether it takes the right to write at once.</param>
    public void Begin(bool write) =>
        _transaction = SqliteFailures.Guard(Path, () => connection.BeginTransaction(deferred: !write));

    /// <summary>Commits.</summary>
    public void Commit()
    {
        var transaction = _transaction ?? throw new InvalidOperationException("there is no transaction");
        SqliteFailures.Guard(Path, () =>
        {
            transaction.Commit();
            return true;
        });
        End();
    }

    /// <summary>Ends the transaction; what was not committed is undone.</summary>
    public void End()
    {
        try
        {
            _transaction?.Dispose();
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself (a full disk does that); there is nothing left to undo.
        }
        _transaction = null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        End();
        foreach (var command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter($"${i}", null));
            _prepared[sql] = command;
        }
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
