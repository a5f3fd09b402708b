using System.Text;
using Readout.Cli.Intake;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\n", "1:a")]
    [InlineData("a\nb", "1:a 2:b")]
    [InlineData("\n\na\r\n", "1: 2: 3:a\r")]
    [InlineData("aaaaaaaa\nbbbbbbbbb\nc\n", "1:aaaaaaaa 2:TOO LONG 3:c")]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "1:TOO LONG")]
    public void Lines_come_out_whole_however_the_stream_is_cut(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var piece = 1; piece <= 5; piece++)
        {
            for (var head = 0; head <= Math.Min(3, bytes.Length); head++)
            {
                Assert.Equal(expected, string.Join(" ", Lines(bytes, head, piece)));
            }
        }
    }

    [Fact]
    public void A_line_may_be_longer_than_the_buffer_and_shorter_than_the_limit()
    {
        var text = new string('a', 300_000) + "\n" + new string('b', 500_001) + "\nc";
        var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), default, 500_000);
        Assert.True(reader.Read());
        Assert.Equal(300_000, reader.Line.Length);
        Assert.True(reader.Read());
        Assert.True(reader.TooLong);
        Assert.True(reader.Read());
        Assert.Equal("c", Encoding.UTF8.GetString(reader.Line));
        Assert.False(reader.Read());
    }

    private static IEnumerable<string> Lines(byte[] bytes, int head, int piece)
    {
        var reader = new LineReader(new Pieces(bytes[head..], piece), bytes.AsMemory(0, head), limit: 8);
        while (reader.Read()) yield return $"{reader.Number}:{(reader.TooLong ? "TOO LONG" : Encoding.UTF8.GetString(reader.Line))}";
    }

    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
