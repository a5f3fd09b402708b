using System.Text;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Articles;

public sealed class ArticleBytesTests
{
    [Fact]
    public void Text_in_any_form_comes_out_composed()
    {
        var decomposed = "điện đàm".Normalize(NormalizationForm.FormD);
        var (text, problem) = ArticleBytes.Decode(Encoding.UTF8.GetBytes(decomposed));
        Assert.Null(problem);
        Assert.Equal("điện đàm".Normalize(NormalizationForm.FormC), text);
        Assert.NotEqual(decomposed, text);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        Assert.Equal("Ngày 12-2", ArticleBytes.Decode([0xEF, 0xBB, 0xBF, .. "Ngày 12-2"u8]).Text);
    }

    [Fact]
    public void Line_ends_and_spaces_stay_as_they_are()
    {
        Assert.Equal(" a\r\n b \n", ArticleBytes.Decode(" a\r\n b \n"u8).Text);
    }

    [Theory]
    [InlineData(new byte[0], ArticleProblemKind.Empty)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, ArticleProblemKind.Empty)]
    [InlineData(new byte[] { 0x20, 0x0A, 0x09 }, ArticleProblemKind.Empty)]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 }, ArticleProblemKind.NotText)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, ArticleProblemKind.NotText)]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, ArticleProblemKind.NotText)]
    public void What_is_no_text_is_told_apart(byte[] bytes, ArticleProblemKind kind)
    {
        var (text, problem) = ArticleBytes.Decode(bytes);
        Assert.Null(text);
        Assert.Equal(kind, problem?.Kind);
        Assert.EndsWith(".", problem!.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xC3 }, 1)]
    [InlineData(new byte[] { 0x61, 0x62, 0xFF, 0x63 }, 2)]
    [InlineData(new byte[] { 0xC6, 0xB0, 0xED, 0xA0, 0x80 }, 2)]
    [InlineData(new byte[] { 0x61, 0xC0, 0x80 }, 1)]
    public void Broken_utf8_is_named_by_its_byte(byte[] bytes, int offset)
    {
        var (_, problem) = ArticleBytes.Decode(bytes);
        Assert.Equal(ArticleProblemKind.BrokenUtf8, problem?.Kind);
        Assert.Equal(offset, problem!.ByteOffset);
        Assert.Contains($"byte {offset}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_stray_control_character_does_not_make_a_text_binary()
    {
        Assert.NotNull(ArticleBytes.Decode(Encoding.UTF8.GetBytes("\u001b[31m" + new string('a', 200))).Text);
    }

    [Fact]
    public void Over_the_limit_is_refused()
    {
        Assert.Equal(ArticleProblemKind.TooLarge, ArticleBytes.Decode(new byte[ArticleBytes.Limit + 1]).Problem?.Kind);
    }
}
