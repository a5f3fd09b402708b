using System.Runtime.InteropServices;

namespace Readout.Cli;

/// <summary>Turns Ctrl-C and the system's wish to end the program into a cancellation that the work can heed.</summary>
internal static class Interruption
{
    // SIGXFSZ, of the same number on Linux and macOS: a file has grown to the limit set for the process (ulimit -f).
    private const int FileSizeExceeded = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Runs the work and gives its exit code.</summary>
    public static int Run(Func<CancellationToken, int> work)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var tooLarge = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeExceeded, Outlive);
        try
        {
            return work(stop.Token);
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            // Who reads us has seen enough (readout timeline | head).
            return ExitCode.Done;
        }

        // The write that went too far fails all the same, and its failure can be told.
        static void Outlive(PosixSignalContext signal) => signal.Cancel = true;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (stop.IsCancellationRequested) Environment.Exit(ExitCode.Stopped);
            stop.Cancel();
            // Waiting for input heeds nothing; the ledger's transactions make an abrupt end safe.
            _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(ExitCode.Stopped), TaskScheduler.Default);
        }
    }

    private static bool IsBrokenPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 or 232;
}
