using Xunit;

namespace Readout.Tests.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => ["read", "timeline", "show", "why", "disagreements", "statements", "search", "actor", "positions", "gaps", "plans", "explain", "reading", "decide", "decisions", "export", "forget", "rebuild", "check-pack"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_commands_help_shows_examples(string command)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run(command, "--help"));
        Assert.Contains($"\nExamples:\n  ", terminal.Out, StringComparison.Ordinal);
        Assert.Contains($"readout {command}", terminal.Out, StringComparison.Ordinal);
        Assert.Empty(terminal.Error);
    }

    [Fact]
    public void The_programs_help_lists_commands_and_exit_codes()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run());
        foreach (var command in Commands) Assert.Contains($"\n  {command}", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\nExit codes:\n  0    ", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("split")]
    [InlineData("reject")]
    [InlineData("set")]
    [InlineData("confirm")]
    [InlineData("undo")]
    [InlineData("import")]
    public void Every_sort_of_decision_has_help_with_examples(string sort)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(0, terminal.Run("decide", sort, "--help"));
        Assert.Contains($"readout decide {sort} ", terminal.Out[terminal.Out.IndexOf("\nExamples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: Option '--by' is required.\nerror: Option '--reason' is required.\nreadout decide undo --help shows how.\n", "decide", "undo", "d-1")]
    [InlineData("error: Unrecognized command or argument 'reed'.\nreadout --help shows how.\n", "reed")]
    [InlineData("error: Required argument 'PATH' missing for command: 'read'.\nreadout read --help shows how.\n", "read")]
    [InlineData("error: 'x' is no day: --from takes 2025-02-13.\nreadout timeline --help shows how.\n", "timeline", "--from", "x")]
    [InlineData("error: 'x' is no date: --published takes 2025-02-13 or 2025-02-13T20:37:00+07:00.\nreadout read --help shows how.\n", "read", "a", "--published", "x")]
    public void A_wrong_command_line_is_told_in_a_line_or_two(string message, params string[] args)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(2, terminal.Run(args));
        Assert.Equal(message, terminal.Error);
        Assert.Empty(terminal.Out);
    }

    [Fact]
    public void Missing_language_packs_are_a_wrong_command_line()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(2, terminal.Run("reading", "-", "--languages", "/no/such/folder"));
        Assert.Contains("/no/such/folder does not exist", terminal.Error, StringComparison.Ordinal);
    }
}
