using Readout.Reading.Times;
using Xunit;

namespace Readout.Tests.Times;

public sealed class EdtfIntervalTests
{
    [Theory]
    [InlineData("2025-02-12", "2025-02-12", 1)]
    [InlineData("2025-02", "2025-02", 28)]
    [InlineData("2024", "2024", 366)]
    [InlineData("2025-02-12/2025-02-13", "2025-02-12/2025-02-13", 2)]
    [InlineData("2025-01/2025-02-28", "2025-01-01/2025-02-28", 59)]
    [InlineData("2025-02-01/2025-02-28", "2025-02", 28)]
    [InlineData("2025-02-12/..", "2025-02-12/..", null)]
    [InlineData("../2025-02", "../2025-02-28", null)]
    [InlineData("2025-02-12T14:00", "2025-02-12", 1)]
    [InlineData("2025-02~", "2025-02", 28)]
    public void ReadsAndWrites(string text, string written, int? days)
    {
        var interval = EdtfInterval.TryParse(text);
        Assert.Equal(written, interval?.ToString());
        Assert.Equal(days, interval?.Days);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("2025-13")]
    [InlineData("2025-02-30")]
    [InlineData("2025-2-3")]
    [InlineData("PAST_REF")]
    [InlineData("2025-W07")]
    [InlineData("2025-02-13/2025-02-12")]
    public void RefusesTheRest(string? text) => Assert.Null(EdtfInterval.TryParse(text));

    [Theory]
    [InlineData("2025-02", "2025-02-12/2025-03-01", "2025-02-12/2025-02-28", 0)]
    [InlineData("2025-02-12/..", "2025-02-01/2025-02-13", "2025-02-12/2025-02-13", 0)]
    [InlineData("2025-02-12", "2025-02-13", null, 1)]
    [InlineData("2025-02-12/2025-02-14", "2025-02-01/2025-02-10", null, 2)]
    public void Meets(string one, string two, string? shared, int apart)
    {
        var (a, b) = (EdtfInterval.TryParse(one)!.Value, EdtfInterval.TryParse(two)!.Value);
        Assert.Equal((shared, apart), (a.Intersect(b)?.ToString(), a.DaysApart(b)));
        Assert.Equal((shared, apart), (b.Intersect(a)?.ToString(), b.DaysApart(a)));
    }
}
