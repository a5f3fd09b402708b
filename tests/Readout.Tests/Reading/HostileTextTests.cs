using System.Text;
using Readout.Reading;
using Xunit;
using Xunit.Abstractions;

namespace Readout.Tests.Reading;

/// <summary>
/// The worst texts for each grammar, a million characters each. What is measured is steps of the matcher, not seconds: four times the text may
/// cost no more than a little over four times the steps, and no text more than a fixed number of steps a character.
/// </summary>
public sealed class HostileTextTests(ITestOutputHelper output)
{
    private const int Size = 1_000_000;

    public static TheoryData<string> Worst =>
    [
        "ông Trump ", "Ông Trump, ", "ông Putin và ", "Nga – Mỹ – ", "Tổng thống Mỹ ", "Tổng thống, Thủ tướng kiêm ", "người đồng cấp ", "hai nhà lãnh đạo ", "ông ",
        "Abel ", "Abel-", "Nguyễn ", "ngày 12/2 ", "12/2/", "1-", "từ ngày 5 đến ngày ", "40 phút ", "hơn một giờ ", "hai ngày trước đó ", "cuối tháng ",
        "cuộc gặp ", "cuộc gặp giữa ", "điện đàm với ", "ông Trump điện đàm ", "sẽ không ", "Ông Trump sẽ gặp ông Putin tại Geneva. ", "thăm ", "tại Geneva ",
        "\"", "“", "“ông ", "ông Trump nói: “", "theo Reuters, ", "cho biết ", "nói rằng ", "dẫn lời ông Peskov ", "bác bỏ ", "Nga không ủng hộ lệnh ngừng bắn ", "yêu cầu ", "nếu ",
        "nhất trí ", "lập nhóm làm việc ", "(", "(((ông Trump)", "[", ". ", "\n", "…", "a", "ộ", "\u0301", "9", "-", " ", "\0", "\ud800", "A. ", "x\n",
    ];

    [Theory]
    [MemberData(nameof(Worst))]
    public void No_text_costs_more_than_its_length(string piece)
    {
        var (part, whole) = (Repeated(piece, Size / 4), Repeated(piece, Size));
        var reader = Vietnamese.Reader;
        reader.Read(Vietnamese.Article(Repeated(piece, 10_000)));
        var first = Steps(reader, part);
        var second = Steps(reader, whole);
        output.WriteLine($"{piece.Trim()}: {first} steps for {part.Length}, {second} for {whole.Length}: {(double)second / whole.Length:0.0} a character");
        Assert.InRange(second, 0, (first * 4.2) + 10_000);
        Assert.InRange(second, 0, whole.Length * 150L);
    }

    private static long Steps(Reader reader, string text)
    {
        var before = Vietnamese.Pack.Steps;
        var reading = reader.Read(new() { Id = "x", Text = text, Published = Vietnamese.Article("x").Published });
        Assert.Null(EvidenceCheck.Fault(text, reading));
        return Vietnamese.Pack.Steps - before;
    }

    private static string Repeated(string piece, int size)
    {
        var text = new StringBuilder(size + piece.Length);
        while (text.Length < size) text.Append(piece);
        return text.ToString();
    }
}
