using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Articles;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("13/02/2025", "2025-02-13")]
    [InlineData("2025-02-13", "2025-02-13")]
    [InlineData("13-2-2025", "2025-02-13")]
    [InlineData("13.2.2025", "2025-02-13")]
    [InlineData("Thứ năm, 13/2/2025, 10:30 (GMT+7)", "2025-02-13")]
    [InlineData("13/02/2025 10:30", "2025-02-13")]
    [InlineData("13/02/2025 10:30:05 GMT+7", "2025-02-13")]
    [InlineData("Hà Nội, 13/2/2025 – Hai bên đã gặp nhau.", "2025-02-13")]
    [InlineData("Thế giới\n\nMột tiêu đề\n\n13/02/2025 - 10:30\n\nNội dung", "2025-02-13")]
    public void A_line_of_its_own_or_a_head_is_a_dateline(string text, string day)
    {
        Assert.Equal(day, Dateline.Find(text)?.Written);
    }

    [Theory]
    [InlineData("Cuộc điện đàm ngày 12/2/2025 kéo dài 90 phút.")]
    [InlineData("12/2/2025 là ngày hai bên điện đàm.")]
    [InlineData("Ngày 12/2")]
    [InlineData("13/2 10:30")]
    [InlineData("31/02/2025")]
    [InlineData("13/13/2025")]
    [InlineData("13/02/25")]
    [InlineData("1. Một\n2. Hai\n3. Ba\n4. Bốn\n5. Năm\n6. Sáu\n13/02/2025")]
    [InlineData("Tổng thống, ông ấy nói thêm rất nhiều điều, 13/2/2025 – hôm đó")]
    [InlineData("")]
    public void A_date_in_a_sentence_is_none(string text)
    {
        Assert.Null(Dateline.Find(text));
    }
}
