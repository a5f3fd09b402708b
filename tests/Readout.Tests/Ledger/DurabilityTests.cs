using System.Diagnostics;
using System.Globalization;
using Readout.Ledger;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>What was acknowledged stays, whatever becomes of the process, the disk or the rights.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const string SetPriv = "/usr/bin/setpriv";
    private const string WithoutOverride = "--bounding-set=-dac_override,-dac_read_search";
    private const int Kills = 200;
    private const int KillsBetweenRebuilds = 40;

    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    private string Ledger => _files.Path("readout.db");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AProcessKilledAtAnyMomentLosesNothingItWasToldIsKept()
    {
        var chance = new Random(4);
        var (next, acknowledged, before) = (0, new HashSet<int>(), 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using (var writer = OtherWriter.Start(Ledger, next, 1000))
            {
                // Most are killed in the midst of writing, some while they open the ledger or make it.
                var wanted = chance.Next(5) == 0 ? 0 : chance.Next(1, 6);
                for (var line = 0; line < wanted; line++) acknowledged.Add(int.Parse(writer.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
                Wait(TimeSpan.FromMilliseconds(wanted == 0 ? chance.Next(200) : chance.NextDouble() * 12));
                writer.Kill();
                // What it said before it was killed was acknowledged, too.
                while (writer.StandardOutput.ReadLine() is { } line) acknowledged.Add(int.Parse(line, CultureInfo.InvariantCulture));
                Assert.True(writer.WaitForExit(OtherWriter.Patience));
                Assert.True(writer.ExitCode is not (0 or 2 or 3), "it ended by itself: " + writer.StandardError.ReadToEnd());
            }

            if (!File.Exists(Ledger)) continue;
            using var ledger = ContactLedger.OpenOrCreate(Ledger);
            var held = ledger.Articles().Select(a => a.Place.Article).ToList();
            Assert.Equal(held.Count, held.Distinct().Count());
            var batches = held.GroupBy(id => int.Parse(id.Split('-')[0], CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Count());
            Assert.All(batches, b => Assert.Equal(OtherWriter.Batch(_told, b.Key).Count, b.Value));
            Assert.Empty(acknowledged.Except(batches.Keys));
            Assert.True(held.Count >= before, "articles were lost");
            before = held.Count;
            next = batches.Count == 0 ? 0 : batches.Keys.Max() + 1;
            if (kill % KillsBetweenRebuilds == 0) AssertAsMadeAnew(ledger, batches.Keys);
        }

        Assert.True(acknowledged.Count > Kills, $"only {acknowledged.Count} batches were acknowledged");
    }

    [Fact]
    public void TwoProcessesThatWriteAtOnceBothSucceed()
    {
        const int batches = 60;
        using var one = OtherWriter.Start(Ledger, 0, batches);
        using var two = OtherWriter.Start(Ledger, batches / 2, batches);
        foreach (var writer in new[] { one, two })
        {
            var (said, complaint) = (writer.StandardOutput.ReadToEnd(), writer.StandardError.ReadToEnd());
            Assert.True(writer.WaitForExit(OtherWriter.Patience));
            Assert.True(writer.ExitCode == 0, complaint);
            Assert.Equal(batches, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        using var ledger = ContactLedger.OpenOrCreate(Ledger);
        AssertAsMadeAnew(ledger, Enumerable.Range(0, batches / 2 * 3));
    }

    [Fact]
    public void AFileThatMayNotGrowSaysSoAndLosesNothing()
    {
        if (!OperatingSystem.IsLinux()) return;
        // The blocks of a shell's limit are of 1024 bytes: enough for the tables and some batches.
        using var writer = OtherWriter.Start(Ledger, 0, 100_000, "bash", "-c", "ulimit -f 600; exec \"$@\"", "bash");
        var (said, complaint) = (writer.StandardOutput.ReadToEnd(), writer.StandardError.ReadToEnd());
        Assert.True(writer.WaitForExit(OtherWriter.Patience));
        Assert.Equal(3, writer.ExitCode);
        Assert.StartsWith($"{nameof(LedgerDiskFullException)}: {Ledger}: ", complaint, StringComparison.Ordinal);
        var acknowledged = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(acknowledged);
        using var ledger = ContactLedger.OpenOrCreate(Ledger);
        AssertAsMadeAnew(ledger, acknowledged);
        ledger.Add(OtherWriter.Batch(_told, acknowledged.Count), _told.Read);
    }

    [Fact]
    public void AFileThatMayNotBeWrittenSaysSoAndCanBeAsked()
    {
        // Root may write everything, so it must try without that right.
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !CanGiveUpRights()) return;
        using (var ledger = ContactLedger.OpenOrCreate(Ledger)) ledger.Add(OtherWriter.Batch(_told, 0), _told.Read);
        var before = File.ReadAllBytes(Ledger);
        File.SetUnixFileMode(Ledger, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var writer = OtherWriter.Start(Ledger, 1, 1, SetPriv, WithoutOverride);
        var (said, complaint) = (writer.StandardOutput.ReadToEnd(), writer.StandardError.ReadToEnd());
        Assert.True(writer.WaitForExit(OtherWriter.Patience));
        Assert.Equal((3, ""), (writer.ExitCode, said));
        Assert.StartsWith($"{nameof(LedgerReadOnlyException)}: {Ledger}: ", complaint, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Ledger));
    }

    // Where rights cannot be given up (no program for it, or a sandbox that forbids it), there is nothing to try.
    private static bool CanGiveUpRights()
    {
        if (!File.Exists(SetPriv)) return false;
        using var probe = Process.Start(SetPriv, [WithoutOverride, "/bin/true"]);
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }

    // A sleep is too coarse to hit a moment within a write.
    private static void Wait(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time) Thread.SpinWait(20);
    }

    private void AssertAsMadeAnew(ContactLedger ledger, IEnumerable<int> batches)
    {
        var found = LedgerFiles.Export(ledger);
        var made = _files.Path("made.db");
        File.Delete(made);
        using (var anew = ContactLedger.OpenOrCreate(made))
        {
            anew.Add([.. batches.SelectMany(b => OtherWriter.Batch(_told, b))], _told.Read);
            Assert.Equal(LedgerFiles.Export(anew), found);
        }

        ledger.Rebuild(_told.Read);
        Assert.Equal(found, LedgerFiles.Export(ledger));
    }
}
