using System.Text;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Articles;

public sealed class ArticleLineTests
{
    [Fact]
    public void Every_property_of_the_form_is_read()
    {
        var (entry, problem) = Read("""
            {"id": 7, "language": "vi", "published": "2025-02-13", "publisher": "Báo", "url": null, "title": "T", "body": "B",
             "file": "a.txt", "more": {"deep": [1, {"id": "not this"}]}}
            """);
        Assert.Null(problem);
        Assert.Equal(
            new ArticleEntry { Id = "7", Language = "vi", Published = "2025-02-13", Publisher = "Báo", Title = "T", Body = "B", File = "a.txt" },
            entry);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"body\": \"a\"} {\"body\": \"b\"}")]
    [InlineData("{\"body\": \"a\"")]
    [InlineData("{'body': 'a'}")]
    [InlineData("{\"body\": [\"a\"]}")]
    [InlineData("{\"body\": true}")]
    [InlineData("{\"body\": \"\\ud800\"}")]
    public void A_broken_line_is_a_problem_and_no_exception(string line)
    {
        var (entry, problem) = Read(line);
        Assert.Null(entry);
        Assert.Equal(ArticleProblemKind.BrokenJson, problem?.Kind);
    }

    [Fact]
    public void A_thousand_brackets_are_a_problem_and_no_stack()
    {
        Assert.Equal(ArticleProblemKind.BrokenJson, Read("{\"x\": " + new string('[', 100_000)).Problem?.Kind);
    }

    [Fact]
    public void Broken_utf8_in_a_line_is_named_as_such()
    {
        Assert.Equal(ArticleProblemKind.BrokenUtf8, ArticleLine.Read([.. "{\"body\": \""u8, 0xFF, .. "\"}"u8]).Problem?.Kind);
    }

    private static (ArticleEntry? Entry, ArticleProblem? Problem) Read(string line) => ArticleLine.Read(Encoding.UTF8.GetBytes(line));
}
