using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;
using Xunit;

namespace Readout.Tests.Reading.Packs;

public sealed class LexiconTests
{
    private readonly Vocabulary _vocabulary = new();
    private readonly LabelTable _labels = new();

    [Theory]
    [InlineData("hội đàm trực tuyến hôm nay", "hội đàm trực tuyến=online")]
    [InlineData("hội đàm trực tiếp", "hội đàm=meeting")]
    [InlineData("HỘI ĐÀM", "HỘI ĐÀM=meeting")]
    [InlineData("hội. đàm", "")]
    [InlineData("Hội\nĐàm", "")]
    [InlineData("nước Anh", "")]
    [InlineData("Anh trả lời", "Anh=state+brother")]
    [InlineData("anh trả lời", "anh=brother")]
    [InlineData("hoà bình", "hoà bình=peace")]
    [InlineData("Liên hợp quốc họp", "Liên hợp quốc=un")]
    [InlineData("liên hợp quốc họp", "")]
    public void The_longest_form_that_is_written_so_is_found(string text, string found)
    {
        var lexicon = Of(
            ("hội đàm", "meeting"), ("hội đàm trực tuyến", "online"), ("Anh", "state"), ("anh", "brother"), ("hòa bình", "peace"), ("Liên Hợp Quốc", "un"));
        var tokens = new Tokenizer(_vocabulary).Tokenize(text);
        var match = lexicon.Longest(tokens, 0, tokens.Count, out var end);
        Assert.Equal(found, match is null ? "" : $"{text[..tokens[end - 1].End]}={string.Join('+', match.Term!.Senses.Select(s => s.Value))}");
        Assert.Equal(match is null, end == 0);
    }

    [Fact]
    public void A_form_ends_before_the_limit()
    {
        var lexicon = Of(("a b", "two"), ("a", "one"));
        var tokens = new Tokenizer(_vocabulary).Tokenize("a b");
        Assert.Equal("one", lexicon.Longest(tokens, 0, 1, out _)!.Term!.Senses[0].Value);
        Assert.Equal("two", lexicon.Longest(tokens, 0, 2, out _)!.Term!.Senses[0].Value);
    }

    [Fact]
    public void A_sense_has_its_class_and_its_value_as_labels()
    {
        var lexicon = Of(("a", "one"));
        var match = lexicon.Longest(new Tokenizer(_vocabulary).Tokenize("a"), 0, 1, out _)!;
        Assert.Equal(["word", "word:one"], match.Labels.ToArray().Select(l => _labels[l]));
    }

    private Lexicon Of(params (string Form, string Value)[] forms)
    {
        var lexicon = new Lexicon(_vocabulary, _labels);
        foreach (var (form, value) in forms) lexicon.Add(new TermSense(form, "word", value, ""));
        lexicon.Seal();
        return lexicon;
    }
}
