using Readout.Reading.Coverage;
using Xunit;

namespace Readout.Tests.Reading.Coverage;

public sealed class CoverageSurveyTests
{
    [Theory]
    [InlineData("Hôm qua, hãng Zorblat Quenby mở cửa lại.", UnknownKind.Name, "Zorblat Quenby")]
    [InlineData("Hôm qua, Ngoại trưởng Đức Zorblat Quenby gặp ông Putin.", UnknownKind.Office, "Zorblat Quenby")]
    [InlineData("Ông Trump nói về một cuộc gặp hoàn toàn khác.", UnknownKind.Contact, "cuộc gặp hoàn toàn khác")]
    [InlineData("Nghị định số 237/2029/77 vẫn có hiệu lực.", UnknownKind.Time, "#/#/#")]
    [InlineData("Khẩu hiệu ở cổng là “mỗi ngày một trang sách hay” treo cao.", UnknownKind.Saying, "\"…\" treo cao")]
    public void What_no_stage_takes_is_counted(string text, UnknownKind kind, string phrase)
    {
        var survey = Survey(text);
        var found = survey.Top(kind, 10).ToList();
        Assert.True(found.Exists(u => u.Phrase == phrase), string.Join(" | ", found.Select(u => u.Phrase)));
        Assert.Contains(found.Find(u => u.Phrase == phrase)!.Exact, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_is_not_counted()
    {
        var survey = Survey("Hôm 12/2, Tổng thống Mỹ Donald Trump điện đàm với Tổng thống Nga Vladimir Putin trong 90 phút. “Đó là một cuộc nói chuyện rất tốt”, ông Trump nói.");
        Assert.All(Enum.GetValues<UnknownKind>(), kind => Assert.Empty(survey.Top(kind, 10)));
    }

    [Fact]
    public void Counts_articles_and_keeps_the_first_example()
    {
        var survey = Survey("Hôm qua, hãng Zorblat Quenby và hãng Zorblat Quenby mở cửa.", "Nay hãng Zorblat Quenby đóng cửa.");
        var found = Assert.Single(survey.Top(UnknownKind.Name, 10));
        Assert.Equal(new UnknownPhrase(UnknownKind.Name, "Zorblat Quenby", 3, 2, "x", "Hôm qua, hãng ", "Zorblat Quenby", " và hãng Zorblat Quenby mở cửa"), found);
    }

    [Fact]
    public void Articles_without_a_contact_can_be_left_out()
    {
        var survey = new CoverageSurvey(Vietnamese.Files, onlyWithContacts: true);
        survey.Read(Vietnamese.Article("Hôm qua, hãng Zorblat Quenby mở cửa lại."));
        survey.Read(Vietnamese.Article("Hôm qua, ông Trump gặp ông Putin tại Abcdef Ghijkl."));
        Assert.Equal((2, 1), (survey.Articles, survey.Counted));
        Assert.Equal(["Abcdef Ghijkl"], survey.Top(UnknownKind.Name, 10).Select(u => u.Phrase));
    }

    [Fact]
    public void Memory_is_bounded_and_frequent_phrases_stay()
    {
        var survey = new CoverageSurvey(Vietnamese.Files, mostPhrases: 100);
        for (var i = 0; i < 500; i++) survey.Read(Vietnamese.Article($"Nay hãng Zorblat Quenby mua Firma{Letters(i)} Bix."));
        Assert.True(survey.Phrases(UnknownKind.Name) <= 100);
        Assert.True(survey.Cut(UnknownKind.Name));
        var first = survey.Top(UnknownKind.Name, 1).Single();
        Assert.Equal(("Zorblat Quenby", 500), (first.Phrase, first.Count));
    }

    private static string Letters(int number) => $"{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}";

    private static CoverageSurvey Survey(params string[] texts)
    {
        var survey = new CoverageSurvey(Vietnamese.Files);
        foreach (var text in texts) survey.Read(Vietnamese.Article(text));
        return survey;
    }
}
