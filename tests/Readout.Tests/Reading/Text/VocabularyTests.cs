using Readout.Reading.Text;
using Xunit;

namespace Readout.Tests.Reading.Text;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("hoà", "HÒA")]
    [InlineData("thủy", "thuỷ")]
    [InlineData("quý", "Quý")]
    [InlineData("\"", "”")]
    [InlineData("nghiêng", "NGHIÊNG")]
    [InlineData("Washington", "washington")]
    [InlineData("xxxxxxhoà", "XXXXXXHÒA")]
    [InlineData("中国", "中国")]
    public void A_word_is_found_however_it_is_written(string added, string written)
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add("before");
        var number = vocabulary.Add(added);
        Assert.Equal(number, vocabulary.Find(written));
        Assert.Equal(number, vocabulary.Add(written));
    }

    [Theory]
    [InlineData("hoa")]
    [InlineData("hò")]
    [InlineData("òa")]
    [InlineData("hòab")]
    [InlineData("Z")]
    [InlineData("中")]
    [InlineData("")]
    public void Other_words_are_not(string written)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in new[] { "hòa", "washington", "中国" }) vocabulary.Add(word);
        Assert.Equal(0, vocabulary.Find(written));
    }

    [Fact]
    public void It_holds_words_of_more_letters_than_a_byte_can_number()
    {
        var vocabulary = new Vocabulary();
        var words = Enumerable.Range(0x100, 0x500).Select(c => (char)c).Where(char.IsLetter).SelectMany(c => new[] { $"{c}", $"x{c}", $"{c}xy" }).ToList();
        foreach (var word in words) vocabulary.Add(word);
        foreach (var word in words)
        {
            var folded = new char[word.Length];
            Folding.Fold(word, folded);
            Assert.Equal(new string(folded), vocabulary[vocabulary.Find(word)]);
        }
    }

    [Fact]
    public void Every_word_of_the_pack_is_found_in_both_spellings()
    {
        var vocabulary = Vietnamese.Pack.Vocabulary;
        for (var number = 1; number < vocabulary.Count; number++)
        {
            var word = vocabulary[number];
            Assert.Equal(number, vocabulary.Find(word));
            Assert.Equal(number, vocabulary.Find(word.ToUpperInvariant()));
            if (Folding.OldSpelling(word) is not { } old) continue;
            var folded = new char[old.Length];
            Folding.Fold(old, folded);
            Assert.Equal(word, new string(folded));
            Assert.Equal(number, vocabulary.Find(old));
        }
    }
}
