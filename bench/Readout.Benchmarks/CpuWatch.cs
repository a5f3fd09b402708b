namespace Readout.Benchmarks;

/// <summary>
/// Processor time of this process, so that what else the machine does counts little. Garbage collection counts, on whatever thread.
/// </summary>
internal readonly struct CpuWatch
{
    private readonly TimeSpan start;

    private CpuWatch(TimeSpan start) => this.start = start;

    public TimeSpan Elapsed => Environment.CpuUsage.TotalTime - start;

    public static CpuWatch StartNew() => new(Environment.CpuUsage.TotalTime);
}
