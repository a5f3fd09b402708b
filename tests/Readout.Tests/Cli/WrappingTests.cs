using Readout.Cli.Screens.Layout;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 100, "one two three")]
    [InlineData("one\u00a0two three", 9, "one two|three")]
    [InlineData("one\u00a0two\u00a0three, x", 8, "one two|three, x")]
    [InlineData("abcdefghij k", 4, "abcd|efgh|ij k")]
    [InlineData("a abcdefghij", 4, "a|abcd|efgh|ij")]
    [InlineData("習近平 x", 4, "習近|平 x")]
    [InlineData("\ud83d\ude00\ud83d\ude00", 2, "\ud83d\ude00|\ud83d\ude00")]
    [InlineData("  ", 4, "")]
    [InlineData("", 4, "")]
    public void Lines_break_at_spaces_and_only_else_within_words(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join("|", Wrapping.Lines(Phrase.Of(text), width).Select(l => l.Text)));

    [Fact]
    public void Tones_go_on_over_a_break()
    {
        var lines = Wrapping.Lines(Phrase.Strong("one two") + Phrase.Dim(" three four"), 8);
        Assert.Equal(["one two", "three", "four"], lines.Select(l => l.Text));
        Assert.Equal([Tone.Strong, Tone.Dim, Tone.Dim], lines.Select(l => l.Pieces[0].Tone));
    }

    [Theory]
    [InlineData(20, "5,5,5")]
    [InlineData(12, "5,5,2")]
    [InlineData(13, "5,5,3")]
    [InlineData(11, "5,4,2")]
    [InlineData(3, "5,4,2")]
    public void Width_goes_to_who_needs_it_most(int room, string expected) =>
        Assert.Equal(expected, string.Join(",", Wrapping.Share([5, 5, 5], [5, 5, 2], [true, false, true], room)));

    [Fact]
    public void A_very_long_word_breaks_and_the_id_beside_it_does_not()
    {
        var grid = new Grid([new("Who"), new("Id", Whole: true)], [[Phrase.Of(new string('x', 300)), Phrase.Of("call-a-b-7f3a2c41d09e")]]);
        using var terminal = new TestTerminal(width: 60);
        terminal.Terminal.Show(new Page().Grid(grid));
        Assert.Contains("call-a-b-7f3a2c41d09e\n", terminal.Out, StringComparison.Ordinal);
        Assert.All(terminal.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 60));
        Assert.Equal(300, terminal.Out.Count(c => c == 'x'));
    }
}
