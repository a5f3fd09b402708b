using System.Text.Json;
using Readout.Cli.Screens;
using Readout.Cli.Screens.Layout;
using Readout.Reading.Coverage;
using Readout.Tests.Reading;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class CheckPackTests : IDisposable
{
    private static readonly PackReport Report = new(
        "vi",
        [new("vi/lexicon/words.tsv", 1200, 1100), new("shared/offices.tsv", 30, 20)],
        [new("names", ["words"], [new("times", 51, 65, 3), new("names", 2, 2, 0)]), new("contacts", ["words"], [new("contacts", 30, 30, 2)])],
        [
            new("vi/grammar/times.rules:12", "vi.time.day does not find '2025-02-12' in 'Hôm qua.'; found: nothing"),
            new("shared/offices.tsv:7", "a and b (line 6) both hold USA:president from 2001-05-01; bare it means neither", IsRemark: true),
        ]);

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pack_in_a_pipe() => Approval.Verify(Plain(PackScreen.Of(Report)), "Cli");

    [Fact]
    public void Coverage_in_a_pipe()
    {
        var survey = new CoverageSurvey(Vietnamese.Files);
        survey.Read(Vietnamese.Article("Hôm qua, hãng Zorblat Quenby mở cửa lại. Nghị định số 237/2029/77 vẫn có hiệu lực."));
        survey.Read(Vietnamese.Article("Ngoại trưởng Đức Ghijkl Mnopqr nói về một cuộc gặp hoàn toàn khác. Hãng Zorblat Quenby và hãng Stuvw Xyzab đóng cửa."));
        survey.Read(Vietnamese.Article("Khẩu hiệu ở cổng là “mỗi ngày một trang sách hay” treo cao."));
        Approval.Verify(Plain(PackScreen.Of(survey, top: 1)), "Cli");
    }

    [Fact]
    public void A_sound_pack_is_no_failure()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("check-pack", "--languages", Repository.At("languages")));
        Assert.Contains("Nothing is wrong in this pack.", terminal.Out, StringComparison.Ordinal);
        Assert.Empty(terminal.Error);
    }

    [Fact]
    public void A_failing_example_is_a_failure_with_its_place()
    {
        foreach (var (file, text) in Vietnamese.Files.Texts) folder.Write("languages/" + file, text);
        var rules = Vietnamese.Files.Texts["vi/grammar/times.rules"] + "\nrule vi.time.test\n  match zet\n  do relative-day count=1\n  ex Zet. => 2025-02-13\n";
        folder.Write("languages/vi/grammar/times.rules", rules);
        using var terminal = new TestTerminal();
        Assert.Equal(1, terminal.Run("check-pack", "--languages", folder.At("languages")));
        Assert.Contains("vi/grammar/times.rules:", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("1 thing wrong in this pack.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_takes_files_and_folders_and_prints_json_lines()
    {
        folder.Write("news/a.txt", "Hôm qua, hãng Zorblat Quenby mở cửa lại.");
        var more = folder.Write("b.jsonl", """{"id": "b", "body": "Nay hãng Zorblat Quenby đóng cửa."}""" + "\n");
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("check-pack", "--languages", Repository.At("languages"), "--coverage", folder.At("news"), more, "--top", "1", "--format", "jsonl"));
        var records = terminal.Out.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains(records, r => r.GetProperty("record").GetString() == "stage" && r.GetProperty("stage").GetString() == "actors");
        var name = records.Single(r => r.GetProperty("record").GetString() == "unknown" && r.GetProperty("kind").GetString() == "name");
        Assert.Equal(("Zorblat Quenby", 2, 2), (name.GetProperty("phrase").GetString(), name.GetProperty("count").GetInt32(), name.GetProperty("articles").GetInt32()));
    }

    [Theory]
    [InlineData(2, "there is no pack for the language 'yy'", "--language", "yy")]
    [InlineData(2, "--top takes a number from 1 on", "--top", "0")]
    [InlineData(1, "does not exist", "--coverage", "/no/such/file.txt")]
    public void What_cannot_be_done_is_told(int code, string message, params string[] args)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(code, terminal.Run(["check-pack", "--languages", Repository.At("languages"), .. args]));
        Assert.Contains(message, terminal.Error, StringComparison.Ordinal);
    }

    private static string Plain(Page page)
    {
        using var output = new StringWriter { NewLine = "\n" };
        PlainRenderer.Write(page, output);
        return output.ToString();
    }
}
