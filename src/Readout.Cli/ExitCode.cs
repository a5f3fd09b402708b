namespace Readout.Cli;

/// <summary>What the program tells the shell; help and README list them.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Something was not read or not found; the rest was done.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line or the language packs are wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The ledger file cannot be used.</summary>
    public const int Ledger = 3;

    /// <summary>A fault in the program itself.</summary>
    public const int Failed = 70;

    /// <summary>Stopped by Ctrl-C; what had been stored stays.</summary>
    public const int Stopped = 130;
}
