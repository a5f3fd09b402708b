using System.Text;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Articles;

public sealed class ArticleCompositionTests
{
    private static readonly Publication Else = Publication.TryParse("2025-01-01")!;

    [Fact]
    public void The_title_stands_before_the_body()
    {
        var article = From(new ArticleEntry { Title = "Tiêu đề", Body = "Nội dung" }).Article!;
        Assert.Equal("Tiêu đề\nNội dung", article.Text);
        Assert.Equal("Tiêu đề".Length, article.TitleLength);
        Assert.Equal("name", article.Id);
        Assert.Equal("vi", article.Language);
    }

    [Fact]
    public void Title_and_metadata_are_composed_too()
    {
        var entry = new ArticleEntry { Title = "Tiếp".Normalize(NormalizationForm.FormD), Body = "x", Publisher = "Báo".Normalize(NormalizationForm.FormD) };
        var article = From(entry).Article!;
        Assert.Equal("Tiếp".Length, article.TitleLength);
        Assert.Equal("Tiếp\nx", article.Text);
        Assert.Equal("Báo", article.Publisher);
    }

    [Fact]
    public void The_same_text_has_the_same_address_in_any_form()
    {
        var composed = From(new ArticleEntry { Body = "điện đàm" }).Article!;
        var decomposed = From(new ArticleEntry { Body = "điện đàm".Normalize(NormalizationForm.FormD) }).Article!;
        Assert.Equal(composed.TextHash, decomposed.TextHash);
    }

    [Theory]
    [InlineData("2025-02-13", "x", "2025-02-13")]
    [InlineData(" 2025-02-13T20:37:04+07:00 ", "x", "2025-02-13T20:37:04+07:00")]
    [InlineData(null, "2025-03-05\nx", "2025-01-01")]
    [InlineData("", "x", "2025-01-01")]
    public void The_date_comes_from_the_metadata_then_from_the_call(string? written, string body, string published)
    {
        var made = ArticleComposition.From(new ArticleEntry { Published = written, Body = body }, "name", Else);
        Assert.Equal(published, made.Article!.Published!.Written);
        Assert.Empty(made.Warnings);
    }

    [Fact]
    public void The_dateline_serves_where_nothing_else_does()
    {
        Assert.Equal("2025-03-05", From(new ArticleEntry { Body = "5/3/2025\nx" }).Article!.Published!.Written);
    }

    [Fact]
    public void Without_any_date_there_is_a_warning_and_no_date()
    {
        var made = From(new ArticleEntry { Body = "hôm qua" });
        Assert.Null(made.Article!.Published);
        Assert.Equal(ArticleProblemKind.NoDate, Assert.Single(made.Warnings).Kind);
    }

    [Theory]
    [InlineData("13/02/2025")]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    public void A_date_in_another_form_is_named_and_not_guessed(string written)
    {
        var made = From(new ArticleEntry { Published = written, Body = "x" });
        Assert.Null(made.Article!.Published);
        var warning = Assert.Single(made.Warnings);
        Assert.Equal(ArticleProblemKind.UnreadableDate, warning.Kind);
        Assert.Contains(written, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_a_problem()
    {
        Assert.Equal(ArticleProblemKind.NoBody, From(new ArticleEntry()).Problem?.Kind);
        Assert.Equal(ArticleProblemKind.Empty, From(new ArticleEntry { Body = " \n" }).Problem?.Kind);
        Assert.Equal(ArticleProblemKind.NotText, From(new ArticleEntry { Body = "a\0b" }).Problem?.Kind);
        Assert.Equal(ArticleProblemKind.NotText, From(new ArticleEntry { Body = "a\ud800" }).Problem?.Kind);
    }

    private static ArticleComposition From(ArticleEntry entry) => ArticleComposition.From(entry, "name", null);
}
