using System.Text;
using Readout.Cli.Intake;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class ArticleIntakeTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_read_in_ordinal_order_whatever_the_file_system_says()
    {
        foreach (var name in new[] { "b.txt", "a.txt", "B.txt", "c/a.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "picture.png" })
        {
            folder.Write(name, "2025-01-01\n" + name);
        }

        Assert.Equal(["B.txt", "a.txt", "b.txt", "a/z.txt", "a/b/c.txt", "c/a.txt"], Read(folder.Path).Select(i => i.Article!.Text[11..]));
    }

    [Fact]
    public void A_folders_metadata_describes_its_texts()
    {
        folder.Write("0.txt", "0");
        folder.Write("1.txt", "1");
        folder.Write("articles.jsonl", """
            {"id": "one", "published": "2025-02-13", "url": "https://a.example", "file": "1.txt"}
            {"id": "two", "published": "2025-02-14", "url": "https://b.example", "file": "1.txt"}
            {"id": "three", "published": "2025-02-15", "title": "T", "body": "B"}
            """);
        var items = Read(folder.Path);
        Assert.Equal(["one", "two", "three", "0"], items.Select(i => i.Article!.Id));
        Assert.Equal(["1", "1", "T\nB", "0"], items.Select(i => i.Article!.Text));
        Assert.Equal("https://b.example", items[1].Article!.Url);
        Assert.Empty(items[1].Notes);
        Assert.Single(items[3].Notes);
    }

    [Fact]
    public void A_text_that_is_named_itself_has_its_metadata_too_and_is_read_once()
    {
        var text = folder.Write("1.txt", "1");
        var metadata = folder.Write("articles.jsonl", "{\"id\": \"one\", \"published\": \"2025-02-13\", \"file\": \"1.txt\"}\nnot json\n");
        var items = Read(text, metadata, text, folder.Path);
        Assert.Equal("one", items[0].Article!.Id);
        Assert.Single(items, i => i.Article is not null);
        Assert.Contains("line 2", items[1].Notes[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_line_is_named_and_the_others_are_read()
    {
        var file = folder.Write("news.jsonl", [
            .. "{\"body\": \"1\", \"published\": \"2025-01-01\"}\n\n{broken\n{\"body\": \""u8, 0xC3, .. "\"}\n{\"title\": 1}\n{\"id\": \"x\"}\r\n{\"body\": \"7\"}"u8]);
        var items = Read(file);
        Assert.Equal(["news-1", "news-5", "news-7"], items.Where(i => i.Article is not null).Select(i => i.Article!.Id));
        Assert.Equal([3, 4, 6], items.SelectMany(i => i.Notes).Where(n => n.Failed).Select(n => n.Line!.Value));
    }

    [Fact]
    public void What_is_not_there_or_not_text_is_named_and_the_rest_is_read()
    {
        var empty = folder.Write("empty.txt", "");
        var binary = folder.Write("binary.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 1]);
        var broken = folder.Write("broken.txt", [0x61, 0xFF]);
        var good = folder.Write("good.txt", "2025-01-01\nx");
        var none = Directory.CreateDirectory(folder.At("none")).FullName;
        var items = Read(folder.At("missing.txt"), empty, binary, broken, folder.At("missing.jsonl"), folder.At("missing"), none, good);
        Assert.Equal("good", Assert.Single(items, i => i.Article is not null).Article!.Id);
        Assert.Equal(
            ["does not exist", "is empty", "does not hold text", "is not valid UTF-8 at byte 1", "does not exist", "does not exist",
                "holds no .txt or .jsonl files"],
            items.SelectMany(i => i.Notes).Select(n => n.Message));
        Assert.All(items.SelectMany(i => i.Notes), n => Assert.True(n.Failed));
    }

    [Fact]
    public void Too_large_a_text_or_line_is_refused_and_the_rest_is_read()
    {
        var large = folder.At("large.txt");
        using (var stream = File.Create(large)) stream.SetLength(200L * 1024 * 1024);
        var lines = folder.At("large.jsonl");
        using (var stream = File.Create(lines))
        {
            stream.Write("{\"body\": \"a\", \"published\": \"2025-01-01\"}\n"u8);
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)'x');
            for (var i = 0; i < 20; i++) stream.Write(block);
            stream.Write("\n{\"body\": \"b\", \"published\": \"2025-01-01\"}\n"u8);
        }

        var items = Read(large, lines);
        Assert.Equal(["large-1", "large-3"], items.Where(i => i.Article is not null).Select(i => i.Article!.Id));
        Assert.Equal([null, 2], items.SelectMany(i => i.Notes).Select(n => n.Line));
        Assert.All(items.SelectMany(i => i.Notes), n => Assert.Contains("16 MiB", n.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_leads_nowhere_outside_its_folder()
    {
        folder.Write("secret.txt", "secret");
        var file = folder.Write("in/articles.jsonl", """
            {"file": "../secret.txt"}
            {"file": "/etc/passwd"}
            {"file": "gone.txt"}
            {"file": "."}
            """);
        var items = Read(file);
        Assert.All(items, i => Assert.Null(i.Article));
        Assert.Equal([1, 2, 3, 4], items.SelectMany(i => i.Notes).Select(n => n.Line!.Value));
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        folder.Write("a/x.txt", "2025-01-01\nx");
        Directory.CreateSymbolicLink(folder.At("a/up"), folder.Path);
        Directory.CreateSymbolicLink(folder.At("a/self"), folder.At("a/self"));
        Directory.CreateSymbolicLink(folder.At("again"), folder.At("a"));
        Assert.Single(Read(folder.Path), i => i.Article is not null);
    }

    [Fact]
    public void Five_hundred_folders_deep_is_not_too_deep()
    {
        var deep = string.Join('/', Enumerable.Repeat("d", 500));
        folder.Write(deep + "/x.txt", "2025-01-01\nx");
        Assert.Single(Read(folder.Path));
    }

    [Theory]
    [InlineData("2025-01-01\nMột bài", "stdin")]
    [InlineData(" {\"id\": \"a\", \"body\": \"Một bài\", \"published\": \"2025-01-01\"}", "a")]
    [InlineData("\uFEFF{\"id\": \"a\", \"body\": \"Một bài\", \"published\": \"2025-01-01\"}\n", "a")]
    public void Standard_input_may_be_a_text_or_lines(string input, string id)
    {
        var item = Assert.Single(Intake(Encoding.UTF8.GetBytes(input)).From(["-"]));
        Assert.Equal(id, item.Article!.Id);
        Assert.EndsWith("Một bài", item.Article.Text, StringComparison.Ordinal);
        Assert.Empty(item.Notes);
    }

    [Fact]
    public void A_language_without_a_pack_is_named()
    {
        var file = folder.Write("x.jsonl", "{\"body\": \"x\", \"language\": \"../vi\"}\n");
        Assert.Contains("../vi", Assert.Single(Read(file)).Notes[0].Message, StringComparison.Ordinal);
    }

    private static List<IntakeItem> Read(params string[] paths) => [.. Intake([]).From(paths)];

    private static ArticleIntake Intake(byte[] input) =>
        new(publishedElse: null, () => new MemoryStream(input), language => language == "vi");
}
