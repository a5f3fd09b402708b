using Readout.Reading.Text;
using Xunit;

namespace Readout.Tests.Reading.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("HOÀ", "hòa")]
    [InlineData("hòa", "hòa")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("Thụy", "thụy")]
    [InlineData("uỷ", "ủy")]
    [InlineData("quý", "quý")]
    [InlineData("quỳ", "quỳ")]
    [InlineData("hoàn", "hoàn")]
    [InlineData("toán", "toán")]
    [InlineData("oà", "òa")]
    [InlineData("ĐÀM", "đàm")]
    [InlineData("Mỹ", "mỹ")]
    [InlineData("“", "\"")]
    [InlineData("»", "\"")]
    [InlineData("’", "'")]
    [InlineData("–", "-")]
    [InlineData("—", "-")]
    [InlineData("", "")]
    [InlineData("9", "9")]
    public void Words_fold_to_one_form(string written, string folded) => Assert.Equal(folded, Fold(written));

    [Fact]
    public void Folding_twice_changes_nothing_and_lengths_stay()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            foreach (var word in new[] { $"{(char)c}", $"h{(char)c}", $"o{(char)c}", $"{(char)c}y" })
            {
                var once = Fold(word);
                Assert.Equal(word.Length, once.Length);
                Assert.Equal(once, Fold(once));
            }
        }
    }

    private static string Fold(string word)
    {
        var target = new char[word.Length];
        Folding.Fold(word, target);
        return new string(target);
    }
}
