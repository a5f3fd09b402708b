using Readout.Cli.Screens;
using Readout.Reading;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class WordingTests
{
    [Theory]
    [InlineData("2025-02-12", false, "2025-02-12")]
    [InlineData("2025-08", false, "2025-08")]
    [InlineData("2025-08-18", true, "about 2025-08-18")]
    [InlineData("2025-08~", false, "about 2025-08")]
    [InlineData("2025-02-12/2025-02-13", false, "2025-02-12 to 13")]
    [InlineData("2025-08-01/2025-08-31", false, "2025-08")]
    [InlineData("2025-01-01/2025-12-31", false, "2025")]
    [InlineData("2025-08-01/2025-08-30", false, "2025-08-01 to 30")]
    [InlineData("2025-02-28/2025-03-01", false, "2025-02-28 to 2025-03-01")]
    [InlineData("2025-02/2025-03", false, "2025-02 to 03")]
    [InlineData("../2025-02-13", false, "by 2025-02-13")]
    [InlineData("2025-02-13/..", false, "from 2025-02-13")]
    [InlineData(null, false, "undated")]
    public void Dates_keep_their_precision(string? edtf, bool inferred, string written) => Assert.Equal(written, Wording.Date(edtf, inferred));

    [Theory]
    [InlineData("PT90M", DurationBound.Exact, "90 min")]
    [InlineData("PT1H15M", DurationBound.Exact, "75 min")]
    [InlineData("PT1H", DurationBound.AtLeast, "≥60 min")]
    [InlineData("PT3H", DurationBound.AtMost, "≤180 min")]
    [InlineData("PT40M", DurationBound.About, "about 40 min")]
    [InlineData("PT5H30M", null, "5 h 30 min")]
    [InlineData("PT12H", null, "12 h")]
    [InlineData("P3D", null, "3 days")]
    [InlineData("P1D", null, "1 day")]
    [InlineData("soon", null, "soon")]
    [InlineData(null, null, "")]
    public void Durations_keep_their_bounds(string? iso, DurationBound? bound, string written) => Assert.Equal(written, Wording.Duration(iso, bound));

    [Theory]
    [InlineData("7f3a2c", "call-a-b-7f3a2c41d09e", "call-a-b-8f3a2c41d09e")]
    [InlineData("7f3a2c4", "call-a-b-7f3a2c41d09e", "call-a-c-7f3a2c51d09e")]
    [InlineData("7f3a2c41d09e", "call-a-b-7f3a2c41d09e", "call-a-b-7f3a2c41d09f")]
    [InlineData("7f3a", "call-a-b-7f3a")]
    [InlineData("plain", "plain")]
    public void Short_ids_are_as_long_as_they_must_be(string expected, params string[] ids) => Assert.Equal(expected, Wording.ShortIds(ids)(ids[0]));

    [Fact]
    public void Evidence_is_quoted_in_place()
    {
        const string text = "Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai. TẠI ĐÂY rồi một hai ba bốn năm sáu bảy tám chín mười mười một.\nDòng khác";
        var start = text.IndexOf("TẠI ĐÂY", StringComparison.Ordinal);
        Assert.Equal(
            "… năm sáu bảy tám chín mười mười một mười hai. «TẠI ĐÂY» rồi một hai ba bốn năm sáu bảy tám chín mười …",
            Quotation.Of(new Evidence(start, start + 7, "TẠI ĐÂY"), text).Text);
        Assert.Equal("«Dòng» khác", Quotation.Of(new Evidence(text.Length - 9, text.Length - 5, "Dòng"), text).Text);
        Assert.Equal("«x»", Quotation.Of(new Evidence(900, 901, "x"), text).Text);
        Assert.Equal("«x»", Quotation.Of(new Evidence(0, 1, "x"), text).Text);
    }
}
