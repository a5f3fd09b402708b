using System.Buffers;
using System.Text;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;
using Xunit;

namespace Readout.Tests.Articles;

public sealed class ReadingJsonTests
{
    [Fact]
    public void A_reading_is_written_as_the_format_says()
    {
        const string text = "Ông A nói: “Đã xong”.\nTổng thống B < 40 phút";
        var words = new Evidence(12, 19, text[12..19]);
        var reading = new ArticleReading(
            [
                new ContactFinding(ContactKind.Call, ContactStatus.Held, [new Participant("A", "RUS", true), new Participant("B", null, true)],
                    "2025-02-12", false, "PT40M", DurationBound.AtMost, null, null, true, [words], []),
            ],
            [new StatementFinding("A", StatementMode.Direct, words, null, null, ["RT"], ["vi.statement.direct"])],
            [new PositionFinding("A", Stance.Rejects, "temporary ceasefire", null, [words], [])],
            [new OutcomeFinding(OutcomeKind.Agreement, ["A", "B"], [], [])],
            [new TimeFinding(words, TimexType.Duration, "PT40M", DurationBound.AtMost, [])],
            [], []);
        var output = new ArrayBufferWriter<byte>();
        ReadingJson.Write(output, new Article { Id = "003", Text = text }, reading);
        Assert.Equal(
            """
            {"article":"003","published":null,"language":"vi","contacts":[{"kind":"call","status":"held","participants":["A","B"],
            "date":"2025-02-12","dateInferred":false,"duration":"PT40M","durationBound":"atMost","place":null,"initiator":null,"counts":[],"main":true,
            "evidence":[{"start":12,"end":19,"exact":"Đã xong"}]}],"statements":[{"speaker":"A","mode":"direct","start":12,"end":19,
            "exact":"Đã xong","date":null,"medium":null,"relay":["RT"]}],"positions":[{"holder":"A","stance":"rejects",
            "issue":"temporary ceasefire","evidence":[{"start":12,"end":19,"exact":"Đã xong"}]}],"outcomes":[{"kind":"agreement",
            "parties":["A","B"],"evidence":[]}],"times":[{"start":12,"end":19,"exact":"Đã xong","type":"DURATION","value":"PT40M"}]}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
