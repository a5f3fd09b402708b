using Readout.Reading.Text;
using Xunit;

namespace Readout.Tests.Reading.Text;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(new Vocabulary());

    [Theory]
    [InlineData("Ông Trump nói.", "Ông|Trump|nói|.")]
    [InlineData("12-2", "12|-|2")]
    [InlineData("40phút", "40|phút")]
    [InlineData("F16 bay", "F16|bay")]
    [InlineData("a\u00a0b\u200bc", "a|b|c")]
    [InlineData("“Vâng”", "“|Vâng|”")]
    [InlineData("\ud83d\ude00!", "\ud83d\ude00|!")]
    [InlineData("e\u0323\u0302m", "e\u0323\u0302m")]
    [InlineData("a\r\nb", "a|\n|b")]
    [InlineData("", "")]
    public void A_text_is_cut_into_words_numbers_and_marks(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.Tokenize(text).Select(t => text[t.Start..t.End])));

    [Theory]
    [InlineData("BộTài chínhMỹ", "Bộ|Tài|chính|Mỹ")]
    [InlineData("TheoReuters", "Theo|Reuters")]
    [InlineData("tấnReutersngày", "tấn|Reuters|ngày")]
    [InlineData("vàngliên tục", "vàng|liên|tục")]
    [InlineData("Abcdenhận", "Abcde|nhận")]
    [InlineData("YouTube McTominay", "YouTube|McTominay")]
    [InlineData("nghiêng những", "nghiêng|những")]
    [InlineData("Guterrès", "Guterrès")]
    public void A_lost_space_is_found_beside_a_known_word(string text, string tokens)
    {
        var known = new Vocabulary();
        foreach (var word in (string[])["bộ", "tài", "chính", "mỹ", "theo", "reuters", "ngày", "vàng", "liên", "nhận", "youtube", "nh", "ng"]) known.Add(word);
        Assert.Equal(tokens, string.Join('|', new Tokenizer(known).Tokenize(text).Select(t => text[t.Start..t.End])));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_mark() => Assert.Equal([0, 1], Tokenizer.Tokenize("\ud800x").Select(t => t.Start));

    [Theory]
    [InlineData("Một. Hai! Ba? Bốn… Năm", 5)]
    [InlineData("Một\nhai\n\nba", 4)]
    [InlineData("Ông J. Vance nói.", 1)]
    [InlineData("Giá là 25.4 đồng.", 1)]
    [InlineData("Ông nói \"Vâng.\" Rồi ông đi.", 2)]
    [InlineData("Ở Moskva.Tổng thống đến.", 2)]
    [InlineData("Vân vân... và thế thôi.", 1)]
    public void Sentences_end_where_they_end(string text, int sentences) =>
        Assert.Equal(sentences, Tokenizer.Tokenize(text).Select(t => t.Sentence).Distinct().Count());

    [Fact]
    public void Flags_tell_what_a_token_looks_like()
    {
        var tokens = Tokenizer.Tokenize("Ngày 12/2, Nga");
        Assert.Equal(
            [
                TokenFlags.Word | TokenFlags.Capital | TokenFlags.Opening,
                TokenFlags.Number,
                TokenFlags.Mark | TokenFlags.Glued,
                TokenFlags.Number | TokenFlags.Glued,
                TokenFlags.Mark | TokenFlags.Glued,
                TokenFlags.Word | TokenFlags.Capital,
            ],
            tokens.Select(t => t.Flags));
    }

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        var sentences = Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("a ", 10_000))).GroupBy(t => t.Sentence);
        Assert.All(sentences, s => Assert.InRange(s.Count(), 1, 600));
    }
}
