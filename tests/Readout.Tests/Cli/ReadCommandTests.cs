using System.Text;
using Readout.Ledger;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public ReadCommandTests() => Ledger = folder.At("desk.db");

    private string Ledger { get; }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_can_be_read_is_stored_and_the_rest_is_named()
    {
        var good = folder.Write("good.txt", "12/2/2025\nHai bên đã gặp nhau.");
        var file = folder.Write("news.jsonl", "{\"id\": \"a\", \"body\": \"Một.\", \"published\": \"2025-02-13\"}\nnot json\n{\"id\": \"b\", \"body\": \"Hai.\"}\n");
        var (code, output, error) = Run("read", good, folder.At("missing.txt"), file);
        Assert.Equal(1, code);
        Assert.EndsWith($"\n3 new articles, 2 not read, 1 warning. {Ledger} holds 0 contacts.\n", output, StringComparison.Ordinal);
        Assert.Equal(3, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"error: {folder.At("missing.txt")} does not exist.", error, StringComparison.Ordinal);
        Assert.Contains($"error: {file}, line 2: is not JSON", error, StringComparison.Ordinal);
        Assert.Contains($"warning: {file}, line 3: has no publication date.", error, StringComparison.Ordinal);
        Assert.Equal(3, Texts());
    }

    [Fact]
    public void The_same_again_is_known_and_another_address_is_a_place()
    {
        const string first = "{\"body\": \"Một.\", \"published\": \"2025-02-13\", \"url\": \"https://a.example\"}\n";
        var once = folder.Write("once.jsonl", first);
        var again = folder.Write("again.jsonl", first + first.Replace("a.example", "b.example", StringComparison.Ordinal));
        Assert.Equal(0, Run("read", once).Code);
        var (code, output, _) = Run("read", again);
        Assert.Equal(0, code);
        Assert.Contains("new place", output, StringComparison.Ordinal);
        Assert.Equal(1, Texts());
    }

    [Fact]
    public void Quiet_prints_errors_only()
    {
        var (code, output, error) = Run("read", folder.Write("a.txt", "Một."), folder.At("b.txt"), "--quiet");
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("error: ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_path_leaves_no_ledger_behind()
    {
        Assert.Equal(1, Run("read", folder.At("nowhere")).Code);
        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public void A_file_that_is_no_ledger_stays_as_it_is()
    {
        const string text = "Someone's notes, long enough to be anything at all. " + "And more of them, and more of them, and more of them.";
        folder.Write("desk.db", text);
        foreach (var command in new string[][] { ["read", folder.Write("a.txt", "1/2/2025\nMột.")], ["timeline"], ["export"], ["rebuild"] })
        {
            var (code, output, error) = Run(command);
            Assert.Equal(3, code);
            Assert.Empty(output);
            Assert.StartsWith($"error: {Ledger}: ", error, StringComparison.Ordinal);
        }

        Assert.Equal(text, File.ReadAllText(Ledger));
    }

    [Fact]
    public void Questions_to_a_ledger_that_is_not_there_say_how_to_make_one()
    {
        foreach (var command in new string[][] { ["timeline"], ["show", "x"], ["statements"], ["explain", "x"], ["plans"], ["export"], ["forget", "x"], ["rebuild"] })
        {
            var (code, _, error) = Run(command);
            Assert.Equal(3, code);
            Assert.Contains("readout read PATH makes one", error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public void Ids_that_nothing_answers_to_are_told()
    {
        Run("read", folder.Write("a.txt", "1/2/2025\nMột."));
        Assert.Equal((1, ""), (Run("show", "nothing").Code, Run("show", "nothing").Output));
        Assert.Equal(1, Run("explain", "nothing").Code);
        Assert.Contains("«", Run("explain", "a").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_keeps_what_was_stored_and_reading_goes_on_from_there()
    {
        using var stop = new CancellationTokenSource();
        var lines = string.Concat(Enumerable.Range(0, 450).Select(i => $"{{\"id\": \"{i}\", \"body\": \"Bài số {i}.\", \"published\": \"2025-02-13\"}}\n"));
        var input = new CancellingStream(Encoding.UTF8.GetBytes(lines), afterHalf: stop.Cancel);
        using (var terminal = new TestTerminal(input: () => input, stop: stop.Token))
        {
            Assert.Equal(130, terminal.Run("read", "-", "--ledger", Ledger, "--languages", Repository.At("languages")));
            Assert.Contains("200 articles had been stored", terminal.Error, StringComparison.Ordinal);
        }

        Assert.Equal(200, Texts());
        Assert.Equal(0, Run("read", folder.Write("all.jsonl", lines)).Code);
        Assert.Equal(450, Texts());
    }

    [Fact]
    public void An_article_is_forgotten_by_a_name_that_fits_it_alone()
    {
        var file = folder.Write("two.jsonl",
            "{\"id\": \"a\", \"body\": \"Một.\", \"published\": \"2025-02-13\", \"url\": \"https://a.example/1\"}\n"
            + "{\"id\": \"a\", \"body\": \"Hai.\", \"published\": \"2025-02-14\", \"url\": \"https://a.example/2\"}\n");
        Run("read", file);
        Assert.Equal(1, Run("forget", "b").Code);
        var (code, output, error) = Run("forget", "a");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("error: 2 articles answer to 'a': ", error, StringComparison.Ordinal);
        Assert.Equal(2, Texts());
        Assert.Equal(0, Run("forget", "https://a.example/2").Code);
        Assert.Equal($"1 article forgotten, 0 contacts changed. {Ledger} holds 0 contacts.\n", Run("forget", "a").Output);
        Assert.Equal(0, Texts());
    }

    [Fact]
    public void A_rebuild_changes_nothing_and_export_is_lines()
    {
        Run("read", folder.Write("a.jsonl", "{\"id\": \"a\", \"body\": \"Tổng thống Nga Vladimir Putin điện đàm với Tổng thống Mỹ Donald Trump hôm 12-2.\", \"published\": \"2025-02-13\"}\n"));
        var before = Run("export", "--format", "jsonl").Output;
        var (code, output, _) = Run("rebuild");
        Assert.Equal(0, code);
        Assert.StartsWith("1 text read again, 0 read otherwise than before.", output, StringComparison.Ordinal);
        Assert.Equal(before, Run("export", "--format", "jsonl").Output);
    }

    private (int Code, string Output, string Error) Run(params string[] args)
    {
        using var terminal = new TestTerminal();
        string[] packs = args[0] is "read" or "rebuild" or "explain" or "forget" ? ["--languages", Repository.At("languages")] : [];
        return (terminal.Run([.. args, "--ledger", Ledger, .. packs]), terminal.Out, terminal.Error);
    }

    private int Texts()
    {
        using var ledger = ContactLedger.OpenToRead(Ledger);
        return ledger.Counts().Texts;
    }

    private sealed class CancellingStream(byte[] bytes, Action afterHalf) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position > Length / 2) afterHalf();
            return base.Read(buffer, offset, Math.Min(count, 1024));
        }

        public override int Read(Span<byte> buffer) => base.Read(buffer.Length > 1024 ? buffer[..1024] : buffer);
    }
}
