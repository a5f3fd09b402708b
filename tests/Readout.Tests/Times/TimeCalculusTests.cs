using NodaTime;
using NodaTime.Text;
using Readout.Reading.Times;
using Xunit;

namespace Readout.Tests.Times;

public sealed class TimeCalculusTests
{
    private static readonly LocalDate Anchor = new(2025, 2, 13);

    [Theory]
    [InlineData(null, 2, 12, "2025-02-12")]
    [InlineData(null, 8, 13, "2025-08-13")]
    [InlineData(null, 8, 20, "2024-08-20")]
    [InlineData(null, 12, 31, "2024-12-31")]
    [InlineData(2022, 12, 31, "2022-12-31")]
    [InlineData(null, 2, 29, "2024-02-29")]
    [InlineData(2023, 2, 29, null)]
    [InlineData(null, 2, 30, null)]
    [InlineData(null, 13, 1, null)]
    [InlineData(2025, 1, 0, null)]
    [InlineData(99999, 1, 1, null)]
    public void A_day(int? year, int month, int day, string? value) => Assert.Equal(value, TimeCalculus.Day(year, month, day, Anchor)?.Value);

    [Fact]
    public void Without_an_anchor_the_year_stays_open()
    {
        Assert.Equal("XXXX-02-12", TimeCalculus.Day(null, 2, 12, null)?.Value);
        Assert.Null(TimeCalculus.Day(null, 2, 12, null)!.From);
        Assert.Equal("XXXX-02", TimeCalculus.Month(null, 2, null)?.Value);
        Assert.Null(TimeCalculus.Relative("D", -1, null));
        Assert.Null(TimeCalculus.Weekday(1, null, null));
    }

    [Theory]
    [InlineData("D", -1, "2025-02-12", "2025-02-12", "2025-02-12")]
    [InlineData("W", 0, "2025-W07", "2025-02-10", "2025-02-16")]
    [InlineData("W", -7, "2024-W52", "2024-12-23", "2024-12-29")]
    [InlineData("W", -6, "2025-W01", "2024-12-30", "2025-01-05")]
    [InlineData("M", -2, "2024-12", "2024-12-01", "2024-12-31")]
    [InlineData("M", 0, "2025-02", "2025-02-01", "2025-02-28")]
    [InlineData("Y", -46, "1979", "1979-01-01", "1979-12-31")]
    [InlineData("D", 3001, null, null, null)]
    [InlineData("X", 1, null, null, null)]
    public void So_many_away(string unit, int offset, string? value, string? from, string? to)
    {
        var time = TimeCalculus.Relative(unit, offset, Anchor);
        Assert.Equal((value, from, to), (time?.Value, Iso(time?.From), Iso(time?.To)));
    }

    [Theory]
    [InlineData(1, null, "2025-02-10")]
    [InlineData(4, null, "2025-02-13")]
    [InlineData(5, null, "2025-02-07")]
    [InlineData(5, 0, "2025-02-14")]
    [InlineData(1, 1, "2025-02-17")]
    [InlineData(7, -1, "2025-02-09")]
    public void A_weekday(int weekday, int? weeks, string value) => Assert.Equal(value, TimeCalculus.Weekday(weekday, weeks, Anchor)?.Value);

    [Theory]
    [InlineData("2025-02-04", "2025-02-05", "2025-02-04/2025-02-05")]
    [InlineData("2024-12-30", "2024-01-02", "2024-12-30/2025-01-02")]
    [InlineData("2025-02-05", "2025-02-04", null)]
    public void Days_from_one_to_another(string first, string last, string? value) =>
        Assert.Equal(value, TimeCalculus.Range(TimeCalculus.Day(Day(first)), TimeCalculus.Day(Day(last)))?.Value);

    [Fact]
    public void Quarters_and_seasons()
    {
        Assert.Equal("2025-04-01 2025-06-30", Days(TimeCalculus.Quarter(2025, 2)));
        Assert.Equal("2025-12-01 2026-02-28", Days(TimeCalculus.Season(2025, "WI")));
        Assert.Null(TimeCalculus.Quarter(2025, 5));
        Assert.Null(TimeCalculus.Year(0));
    }

    [Fact]
    public void Lengths()
    {
        Assert.Equal("PT1H15M", TimeCalculus.Length((1, "TH"), (15, "TM")).Value);
        Assert.Equal("P3D", TimeCalculus.Length((3, "D")).Value);
        Assert.Equal("P1DT2H", TimeCalculus.Length((1, "D"), (2, "TH")).Value);
    }

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static string? Iso(LocalDate? day) => day is { } d ? TimeCalculus.Iso(d) : null;

    private static string Days(TimeValue? time) => $"{Iso(time?.From)} {Iso(time?.To)}";
}
