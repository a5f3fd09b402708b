using System.Text;
using Xunit;

namespace Readout.Tests.Cli;

/// <summary>Decisions by the command line, over the samples.</summary>
public sealed class DecideCommandTests : IDisposable
{
    private const string Call = "call-macron-putin-713b0e2646a7";
    private const string KremlinAccount = "call-macron-putin-";
    private readonly TestFolder folder = new();

    public DecideCommandTests() => Run("read", Repository.At("samples"), "--quiet", "--languages", Repository.At("languages"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_value_is_set_shown_and_taken_back()
    {
        var (code, output, error) = Decide("set", "713b0e", "duration", "PT45M", "--bound", "about");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Set: duration of " + Call, output, StringComparison.Ordinal);
        Assert.Contains("in force", output, StringComparison.Ordinal);
        Assert.Contains("a test, 2026-03-20", output, StringComparison.Ordinal);
        var shown = Run("show", "713b0e").Output;
        Assert.Contains("How long: about 45 min   decided · d-", shown, StringComparison.Ordinal);
        var id = shown[shown.IndexOf("d-", StringComparison.Ordinal)..][..14];
        Assert.Equal(0, Decide("undo", id[..6]).Code);
        Assert.DoesNotContain("decided", Run("show", "713b0e").Output, StringComparison.Ordinal);
        Assert.Contains("undone by d-", Run("decisions").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_is_told_on_both_pages_and_a_merge_heals_it()
    {
        var second = Run("show", "713b0e").Output.Split('\n').Select(l => l.Trim()).Last(l => l.Contains(KremlinAccount, StringComparison.Ordinal)).Split(' ')[^1];
        var other = second == Call ? Run("show", "713b0e").Output.Split('\n').First(l => l.Contains(KremlinAccount, StringComparison.Ordinal) && !l.Contains(Call, StringComparison.Ordinal)).Trim().Split(' ')[^1] : second;
        Assert.Equal(0, Decide("split", other).Code);
        Assert.Contains($"split on 2026-03-20; the other part is {Call}", Run("show", other).Output, StringComparison.Ordinal);
        Assert.Contains($"split on 2026-03-20; the other part is {other}", Run("show", Call).Output, StringComparison.Ordinal);
        var (code, output, _) = Decide("merge", Call, other, "--at", "2026-03-21");
        Assert.Equal(0, code);
        Assert.Contains("in force", output, StringComparison.Ordinal);
        Assert.Contains("overruled", Run("decisions").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the other part", Run("show", other).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_contact_says_so_where_its_link_led()
    {
        Assert.Equal(0, Decide("reject", "713b0e").Code);
        var (code, output, error) = Run("show", Call);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"error: '{Call}' was rejected by a test on 2026-03-20: so it is (d-", error, StringComparison.Ordinal);
        Assert.DoesNotContain("713b0e", Run("timeline").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_go_from_one_ledger_to_another()
    {
        Decide("set", "713b0e", "place", "Moscow");
        Decide("confirm", "642e9e");
        var log = Run("decisions", "--format", "jsonl").Output;
        Assert.Equal(2, log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var export = Run("export").Output;
        folder.Write("log.jsonl", log + "{\"kind\":\"guess\"}\n");
        File.Delete(folder.At("desk.db"));
        Run("read", Repository.At("samples"), "--quiet", "--languages", Repository.At("languages"));
        var (code, output, error) = Run("decide", "import", folder.At("log.jsonl"));
        Assert.Equal(1, code);
        Assert.StartsWith("2 new decisions. ", output, StringComparison.Ordinal);
        Assert.StartsWith($"error: {folder.At("log.jsonl")}, line 3: has no \"kind\" that is known.", error, StringComparison.Ordinal);
        Assert.Equal(export, Run("export").Output);
        using var terminal = new TestTerminal(input: () => new MemoryStream(Encoding.UTF8.GetBytes(log)));
        Assert.Equal(0, terminal.Run("decide", "import", "-", "--ledger", folder.At("desk.db")));
        Assert.StartsWith("0 new decisions, 2 already known.", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no contact answers to 'nobody'", "merge", "713b0e", "nobody")]
    [InlineData("this decision merges less than two contacts", "merge", "713b0e", "713b0e")]
    [InlineData("fits several contacts", "reject", "visit")]
    [InlineData("these are all accounts of their contact", "split", "86baaf")]
    [InlineData("sets the date to 'soon'", "set", "713b0e", "date", "soon")]
    [InlineData("no decision answers to 'd-9'", "undo", "d-9")]
    public void What_cannot_be_decided_says_why(string message, params string[] words)
    {
        var (code, output, error) = Decide(words);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was decided.\n", error, StringComparison.Ordinal);
        Assert.Equal("", Run("decisions", "--format", "jsonl").Output);
    }

    private (int Code, string Output, string Error) Decide(params string[] words) => Run(["decide", .. words, "--by", "a test", "--reason", "so it is"]);

    private (int Code, string Output, string Error) Run(params string[] args)
    {
        using var terminal = new TestTerminal();
        return (terminal.Run([.. args, "--ledger", folder.At("desk.db")]), terminal.Out, terminal.Error);
    }
}
