namespace Readout.Ledger;

/// <summary>The ledger file cannot do what was asked. The message names the file and can be shown to the user as it is.</summary>
public abstract class LedgerException : Exception
{
    private protected LedgerException(string path, string message, Exception? inner)
        : base(message, inner) => Path = path;

    /// <summary>The ledger file.</summary>
    public string Path { get; }
}

/// <summary>There is no file at the path, or its folder does not exist.</summary>
public sealed class LedgerNotFoundException(string path, Exception? inner = null)
    : LedgerException(path, $"{path}: there is no ledger here", inner);

/// <summary>The file is something else: not SQLite, or another program's database.</summary>
public sealed class NotALedgerException(string path, Exception? inner = null)
    : LedgerException(path, $"{path}: this file is not a readout ledger; it was left as it is", inner);

/// <summary>A newer version of the program made the file.</summary>
public sealed class NewerLedgerException(string path, int found, int known)
    : LedgerException(path, $"{path}: this ledger was made by a newer readout (schema {found}; this one knows {known})", null)
{
    /// <summary>The schema version of the file.</summary>
    public int Found { get; } = found;

    /// <summary>The newest schema version this program knows.</summary>
    public int Known { get; } = known;
}

/// <summary>An older version of the program made the file, and it may not be written, so it cannot be brought up to date.</summary>
public sealed class OlderLedgerException(string path, int found, int known, Exception? inner = null)
    : LedgerException(
        path,
        $"{path}: this ledger was made by an older readout (schema {found}; this one writes {known}) and cannot be brought up to date here; "
        + "copy it to where it can be written", inner)
{
    /// <summary>The schema version of the file.</summary>
    public int Found { get; } = found;

    /// <summary>The schema version that this program writes.</summary>
    public int Known { get; } = known;
}

/// <summary>Another process writes to the ledger and did not finish in time.</summary>
public sealed class LedgerLockedException(string path, Exception? inner = null)
    : LedgerException(path, $"{path}: the ledger is locked by another process; nothing was written, try again", inner);

/// <summary>The file or its folder may not be written.</summary>
public sealed class LedgerReadOnlyException(string path, Exception? inner = null)
    : LedgerException(path, $"{path}: the ledger cannot be written here (read-only file or folder)", inner);

/// <summary>The disk is full, or the file may grow no further.</summary>
public sealed class LedgerDiskFullException(string path, Exception? inner = null)
    : LedgerException(path, $"{path}: there is no room to write (the disk is full, or a limit on the size of files is reached); "
        + "this batch was not kept, what was kept before is safe", inner);

/// <summary>The file is damaged, or the operating system failed to read or write it.</summary>
public sealed class LedgerDamagedException(string path, string detail, Exception? inner = null)
    : LedgerException(path, $"{path}: the ledger cannot be read or written ({detail})", inner);
