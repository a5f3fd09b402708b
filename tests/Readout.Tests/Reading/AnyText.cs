using FsCheck;
using FsCheck.Fluent;

namespace Readout.Tests.Reading;

/// <summary>Generated texts: words that rules ask for, among all that a text can hold and no writer would write.</summary>
internal static class AnyText
{
    private static readonly string[] Words =
    [
        "Ông Trump", "ông Putin", "Tổng thống Mỹ", "Thủ tướng", "người đồng cấp", "Nga", "Ukraine", "Điện Kremlin", "Reuters", "Abel Bachmann",
        "hai bên", "hai nhà lãnh đạo", "ông", "bà", "nước này", "điện đàm", "cuộc gặp", "hội đàm", "thăm", "tiếp", "gửi điện mừng", "giữa",
        "với", "và", "tại", "Geneva", "Hà Nội", "ngày 12-2", "12/2/2025", "hôm qua", "tháng 2", "từ 5 đến 7/2", "40 phút", "hơn một giờ",
        "kéo dài", "sẽ", "đã", "không", "bị hủy", "đề nghị", "theo", "cho biết", "nói", "rằng", "dẫn lời", "viết trên", "bác bỏ", "ủng hộ",
        "yêu cầu", "lệnh ngừng bắn", "NATO", "nhất trí", "lập nhóm làm việc",
    ];

    private static readonly string[] Marks =
    [
        " ", " ", " ", ", ", ". ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u200b", "\u2028", "\0", "\"", "“", "”", "«", "‘", "’", "(", ")", "[", "((((((((",
        "]]]]", "-", "–", "/", ":", "...", "…", "!", "?", "\u0301", "\u0323\u0302", "\ufeff", "\ufffe", "\ud83d\ude00", "\ud800", "\udfff", "e\u0302\u0301", "ﬁ", "İ", "ǅ", "é", "Đ", "đ",
    ];

    public static Arbitrary<string> Arbitrary { get; } = Arb.From(Texts(), Shorter);

    private static Gen<string> Texts() =>
        from parts in Gen.ListOf(Part())
        select string.Concat(parts);

    private static Gen<string> Part() => Gen.Frequency(
        (8, from word in Gen.Elements(Words) select word + " "),
        (4, Gen.Elements(Marks)),
        (1, from number in Gen.Choose(0, 100_000) select number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        (1, from code in Gen.Choose(0, 0xffff) select ((char)code).ToString()),
        (1, from length in Gen.Choose(1, 300) from letter in Gen.Elements('a', 'Ộ', '9', '"', '\u0301') select new string(letter, length)));

    private static IEnumerable<string> Shorter(string text)
    {
        for (var size = text.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= text.Length; at += size) yield return text.Remove(at, size);
        }
    }
}
