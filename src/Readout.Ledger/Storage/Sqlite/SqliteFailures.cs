using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>What SQLite's error codes mean to a user of the ledger.</summary>
internal static class SqliteFailures
{
    // SQLite's primary result codes (sqlite.org/rescode.html); the provider has no names for them.
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // The extended codes for a write that failed and for a shared-memory file that cannot grow. SQLite reports a full disk apart, but
    // not a limit on the size of files.
    private const int WriteFailed = 778, SharedMemorySize = 4874;

    /// <summary>The exception to throw for a failure.</summary>
    public static LedgerException Translate(string path, SqliteException failure) => failure.SqliteErrorCode switch
    {
        Busy or Locked => new LedgerLockedException(path, failure),
        ReadOnly or Permission => new LedgerReadOnlyException(path, failure),
        Full => new LedgerDiskFullException(path, failure),
        Io when failure.SqliteExtendedErrorCode is WriteFailed or SharedMemorySize => new LedgerDiskFullException(path, failure),
        Io or Corrupt => new LedgerDamagedException(path, failure.Message, failure),
        NotADatabase => new NotALedgerException(path, failure),
        CannotOpen when !File.Exists(path) && !FolderExists(path) => new LedgerNotFoundException(path, failure),
        CannotOpen when Directory.Exists(path) => new NotALedgerException(path, failure),
        CannotOpen => new LedgerReadOnlyException(path, failure),
        _ => new LedgerDamagedException(path, failure.Message, failure),
    };

    /// <summary>Runs what may fail, translated.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw Translate(path, failure);
        }
    }

    /// <summary>Throws the translation of a failure.</summary>
    [DoesNotReturn]
    public static void Throw(string path, SqliteException failure) => throw Translate(path, failure);

    private static bool FolderExists(string path) => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));
}
