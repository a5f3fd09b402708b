using Microsoft.Data.Sqlite;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>Opens ledger files, and makes sure that they are ledgers before anything in them is touched.</summary>
internal static class SqliteFile
{
    // Of the file's pages, in KiB: a write touches many indexes, and SQLite's own 2 MB make it read them again and again.
    private const int Cache = 64 * 1024;

    // The provider tries again for this long where another process writes.
    private const int PatienceSeconds = 5;

    /// <summary>Opens a ledger to write; makes it where there is none.</summary>
    public static SqliteSession OpenOrCreate(string path)
    {
        var session = Connect(path, SqliteOpenMode.ReadWriteCreate, path);
        try
        {
            if (!IsLedger(session)) Create(session);
            Migrate(session);
            session.Scalar("PRAGMA journal_mode = WAL");
            session.Run("PRAGMA synchronous = FULL");
            session.Run($"PRAGMA cache_size = -{Cache}");
            session.Run("PRAGMA foreign_keys = ON");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Opens a ledger for questions only.</summary>
    public static SqliteSession OpenToRead(string path)
    {
        if (!File.Exists(path)) throw Directory.Exists(path) ? new NotALedgerException(path) : new LedgerNotFoundException(path);
        try
        {
            return Checked(Connect(path, SqliteOpenMode.ReadOnly, path));
        }
        catch (LedgerReadOnlyException) when (NothingPending(path))
        {
            // A write-ahead ledger needs a file beside it even to be read; where its folder forbids that, and no write is pending,
            // it can be read as it lies.
            return Checked(Connect(path, SqliteOpenMode.ReadOnly, new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri + "?immutable=1"));
        }
    }

    private static SqliteSession Checked(SqliteSession session)
    {
        try
        {
            // An empty file is a database without tables: nothing to ask here.
            if (!IsLedger(session)) throw new NotALedgerException(session.Path);
            var found = Version(session);
            if (found > Schema.Version) throw new NewerLedgerException(session.Path, found, Schema.Version);
            if (found < Schema.Version) throw new OlderLedgerException(session.Path, found, Schema.Version);
            session.Run($"PRAGMA cache_size = -{Cache}");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static SqliteSession Connect(string path, SqliteOpenMode mode, string source)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            // A pooled connection would hold the file open after Dispose.
            Pooling = false,
            DefaultTimeout = PatienceSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            SqliteFailures.Throw(path, failure);
        }
        return new SqliteSession(path, connection);
    }

    // The tables are looked for first: they come in one step with the mark, so whoever sees them while another process makes the ledger
    // sees the mark, too.
    private static bool IsLedger(SqliteSession session)
    {
        var isEmpty = session.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (session.Number("PRAGMA application_id") == Schema.ApplicationId) return true;
        if (!isEmpty || Version(session) != 0) throw new NotALedgerException(session.Path);
        return false;
    }

    private static void Create(SqliteSession session)
    {
        session.Begin(write: true);
        // Another process may have made it while this one waited.
        if (!IsLedger(session))
        {
            session.Run(Schema.Kept);
            session.Run(Schema.Derived);
            session.Run($"PRAGMA application_id = {Schema.ApplicationId}");
            session.Run($"PRAGMA user_version = {Schema.Version}");
        }
        session.Commit();
    }

    private static void Migrate(SqliteSession session)
    {
        var found = Version(session);
        if (found > Schema.Version) throw new NewerLedgerException(session.Path, found, Schema.Version);
        if (found == Schema.Version) return;
        session.Begin(write: true);
        // Another process may have done it while this one waited.
        if (Version(session) < Schema.Version)
        {
            for (var version = Version(session); version < Schema.Version; version++) session.Run(Schema.Migrations[version - 1]);
            session.Run(Schema.DropDerived);
            session.Run(Schema.Derived);
            session.Run($"PRAGMA user_version = {Schema.Version}");
        }
        session.Commit();
    }

    private static int Version(SqliteSession session) => (int)session.Number("PRAGMA user_version");

    private static bool NothingPending(string path) => !File.Exists(path + "-wal") || new FileInfo(path + "-wal").Length == 0;
}
