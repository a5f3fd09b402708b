using Readout.Cli.Screens.Layout;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Ông Tô Lâm", "Ông Tô Lâm")]
    [InlineData("a\u001b[31mred\u001b[0m", "ared")]
    [InlineData("a\u001b]0;title\u0007b", "a]0;titleb")]
    [InlineData("a\u009b31mb", "a31mb")]
    [InlineData("one\r\ntwo\tthree", "one two three")]
    [InlineData("abc\u202Edcba\u2066x\u2069", "abcdcbax")]
    [InlineData("a\u0000\u0008\u007fb", "ab")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("[red]not markup[/]", "[red]not markup[/]")]
    [InlineData("\u001b", "")]
    [InlineData("\u001b[", "")]
    public void Only_what_can_be_seen_is_left(string text, string expected) => Assert.Equal(expected, Printable.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_unknown() => Assert.Equal("\ufffdx", Printable.Of("\ud800x"));

    [Theory]
    [InlineData("Zelensky", 8)]
    [InlineData("điện đàm", 8)]
    [InlineData("習近平", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("", 0)]
    public void Width_is_in_columns(string text, int width) => Assert.Equal(width, Printable.Width(text));
}
