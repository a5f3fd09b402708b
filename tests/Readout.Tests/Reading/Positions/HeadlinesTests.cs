using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Reading.Positions;

public sealed class HeadlinesTests
{
    private const string Body = "Tổng thống Donald Trump hôm nay đã áp thuế lên thép Canada. Ông kêu gọi Canada ngăn chặn ma túy.";

    [Fact]
    public void What_the_text_tells_again_is_one_finding_with_the_words_of_both()
    {
        var reading = Read("Mỹ áp thuế lên thép Canada, kêu gọi Canada ngăn chặn ma túy");

        var outcome = Assert.Single(reading.Outcomes);
        Assert.Equal("Donald Trump", Assert.Single(outcome.Parties));
        Assert.Equal(2, outcome.Evidence.Length);
        var position = Assert.Single(reading.Positions, p => p.Stance == Stance.Demands);
        Assert.Equal("Donald Trump", position.Holder);
        Assert.Equal(2, position.Evidence.Length);
    }

    [Fact]
    public void What_only_the_headline_tells_stays()
    {
        var reading = Read("Nga đình chỉ hiệp ước với Nhật Bản");

        Assert.Equal([["Russia"], ["Donald Trump"]], reading.Outcomes.Select(o => o.Parties.ToArray()));
    }

    [Fact]
    public void Another_act_of_the_same_state_stays()
    {
        var reading = Read("Mỹ đình chỉ hiệp ước hải quan với Nhật Bản");

        Assert.Equal([["United States"], ["Donald Trump"]], reading.Outcomes.Select(o => o.Parties.ToArray()));
    }

    private static ArticleReading Read(string title)
    {
        var article = ArticleComposition.From(new ArticleEntry { Title = title, Body = Body, Published = "2026-02-01", Language = "vi" }, "x", null).Article!;
        return Vietnamese.Reader.Read(article);
    }
}
