using System.Diagnostics;
using System.Globalization;
using Readout.Ledger;
using Readout.Reading;
using Readout.Reading.Articles;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>
/// A process of its own that writes small batches into a ledger and says so after each: <c>LEDGER FIRST COUNT</c>. Each line it
/// prints is the number of a batch that the ledger has acknowledged.
/// </summary>
internal static class OtherWriter
{
    private const int ArticlesOfABatch = 2;

    /// <summary>How long to wait for whatever another process does before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The process's own work.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 3) return 2;
        var (first, count) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
        try
        {
            var told = new Told();
            using var ledger = ContactLedger.OpenOrCreate(args[0]);
            var output = Console.Out;
            for (var batch = first; batch < first + count; batch++)
            {
                ledger.Add(Batch(told, batch), told.Read);
                output.WriteLine(batch.ToString(CultureInfo.InvariantCulture));
                output.Flush();
            }
            return 0;
        }
        catch (LedgerException e)
        {
            Console.Error.WriteLine($"{e.GetType().Name}: {e.Message}");
            return 3;
        }
    }

    /// <summary>The articles of a batch, the same in every process; their ids begin with its number.</summary>
    public static List<Article> Batch(Told told, int batch) =>
    [
        .. Enumerable.Range(0, ArticlesOfABatch).Select(i => told.Article(
            string.Create(CultureInfo.InvariantCulture, $"{batch}-{i}"), $"2025-02-{(batch % 20) + 5:00}",
            i == 0
                ? Telling.Call($"2025-02-{(batch % 7) + 3:00}", Putin, Trump)
                : Telling.Meeting(batch % 3 == 0 ? ContactStatus.Planned : ContactStatus.Held, $"2025-03-{(batch % 9) + 1:00}", Lavrov, Rubio))),
    ];

    /// <summary>Starts such a process.</summary>
    /// <param name="ledger">The ledger file.</param>
    /// <param name="first">The number of its first batch.</param>
    /// <param name="count">How many batches it writes, if nobody ends it.</param>
    /// <param name="before">A command that starts it, such as one that takes rights away; empty for none.</param>
    public static Process Start(string ledger, int first, int count, params string[] before)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words =
        [
            .. before, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            typeof(OtherWriter).Assembly.Location, ledger,
            first.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture),
        ];
        start.FileName = words[0];
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        start.Environment["DOTNET_TieredPGO"] = "0";
        // The runtime maps its own code through a large file, which a limit on the size of files would forbid.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("the other writer did not start");
    }
}
