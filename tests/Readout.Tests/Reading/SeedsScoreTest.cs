using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Readout.Reading.Format;
using Xunit;
using Xunit.Abstractions;

namespace Readout.Tests.Reading;

/// <summary>The scores on the five seed articles, where they stand beside the checkout; elsewhere there is nothing to measure.</summary>
public sealed class SeedsScoreTest(ITestOutputHelper output)
{
    private static readonly (string Score, double Least)[] Thresholds =
    [
        ("contacts F1", 0.90), ("date right", 1.00), ("duration right", 1.00), ("main right", 1.00),
        ("direct statements with the right speaker", 0.95), ("indirect statements with the right speaker", 0.70),
        ("times value F1", 0.95), ("positions F1", 0.60), ("evidence verbatim", 1.00),
    ];

    [Fact]
    public void The_seeds_are_read_as_well_as_they_must_be()
    {
        var (shared, articles) = (Seeds.Shared, Seeds.ArticlesFile);
        if (!File.Exists(articles) || !File.Exists(Path.Join(shared, "eval", "score.py"))) return;
        var readings = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(readings, Readings());
            var scores = Score(shared, readings, articles);
            foreach (var (name, value) in scores) output.WriteLine($"{name,-50} {value:0.000}");
            var missed = Thresholds.Where(t => !(scores.FirstOrDefault(s => s.Name.StartsWith(t.Score, StringComparison.Ordinal)).Value >= t.Least))
                .Select(t => $"{t.Score}: {scores.FirstOrDefault(s => s.Name.StartsWith(t.Score, StringComparison.Ordinal)).Value:0.000}, at least {t.Least:0.00} is asked");
            Assert.True(!missed.Any(), string.Join('\n', missed));
        }
        finally
        {
            File.Delete(readings);
        }
    }

    private static byte[] Readings()
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var article in Seeds.Articles())
        {
            ReadingJson.Write(bytes, article, Vietnamese.Reader.Read(article));
            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static List<(string Name, double Value)> Score(string shared, string readings, string articles)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        string[] arguments = [Path.Join(shared, "eval", "score.py"), Path.Join(shared, "gold", "seeds.jsonl"), readings, "--texts", articles, "--json"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        using var json = JsonDocument.Parse(written);
        return [.. json.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.GetDouble()))];
    }
}
