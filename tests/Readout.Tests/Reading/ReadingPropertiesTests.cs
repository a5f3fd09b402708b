using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;
using Xunit;

namespace Readout.Tests.Reading;

/// <summary>What holds for the reading of any text whatever.</summary>
public sealed class ReadingPropertiesTests
{
    private readonly Reader _reader = new(Vietnamese.Files);

    [Fact]
    public void Evidence_is_the_text() => Hold(text =>
    {
        var article = Of(text);
        Assert.Null(EvidenceCheck.Fault(text, _reader.Read(article)));
        Assert.Equal(text, article.Text);
    });

    [Fact]
    public void Reading_twice_gives_the_same() => Hold(text => Assert.Equal(Written(_reader, Of(text)), Written(_reader, Of(text))));

    [Fact]
    public void Reading_after_other_articles_gives_what_reading_alone_gives()
    {
        // The matcher learns its states as it reads: one that has read everything so far is compared with one that has read nothing.
        var texts = new List<string>();
        Hold(texts.Add, 60);
        var after = texts.ConvertAll(t => Written(_reader, Of(t)));
        texts.Reverse();
        after.Reverse();
        var other = new Reader(Vietnamese.Files);
        for (var i = 0; i < texts.Count; i++) Assert.Equal(after[i], Written(other, Of(texts[i])));
        for (var i = 0; i < texts.Count; i += 12) Assert.Equal(after[i], Written(new Reader(Vietnamese.Files), Of(texts[i])));
    }

    [Fact]
    public void Without_a_publication_date_no_relative_time_gets_a_day() => Hold(text =>
    {
        var reading = _reader.Read(Of(text) with { Published = null });
        Assert.Null(EvidenceCheck.Fault(text, reading));
        Assert.DoesNotContain(reading.Contacts, c => c.DateInferred);
    });

    [Fact]
    public void A_text_in_pieces_of_letters_becomes_one_in_whole_letters() => Hold(text =>
    {
        var composed = ArticleComposition.From(new ArticleEntry { Title = "a", Body = text }, "x", null);
        if (composed.Article is not { } article) return;
        Assert.True(article.Text.IsNormalized(NormalizationForm.FormC));
        Assert.Null(EvidenceCheck.Fault(article.Text, _reader.Read(article)));
    });

    [Fact]
    public void Decomposed_text_is_read_as_composed_text_is()
    {
        const string Sentence = "Ông Trump đã có cuộc điện đàm với Tổng thống Nga hôm 12/2, kéo dài 40 phút.";
        var whole = ArticleComposition.From(new ArticleEntry { Body = Sentence, Published = Vietnamese.ExampleDay }, "x", null).Article!;
        var pieces = ArticleComposition.From(new ArticleEntry { Body = Sentence.Normalize(NormalizationForm.FormD), Published = Vietnamese.ExampleDay }, "x", null).Article!;
        Assert.Equal(whole, pieces);
        Assert.NotEmpty(_reader.Read(whole).Contacts);
    }

    private static void Hold(Action<string> law, int tests = 150) =>
        Prop.ForAll(AnyText.Arbitrary, law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(80));

    private static Article Of(string text) => new() { Id = "x", Text = text, Published = Publication.TryParse(Vietnamese.ExampleDay) };

    /// <summary>The whole reading as text, rules and mentions included.</summary>
    private static string Written(Reader reader, Article article)
    {
        var reading = reader.Read(article);
        var bytes = new ArrayBufferWriter<byte>();
        ReadingJson.Write(bytes, article, reading);
        var rules = Summary.Lines(reading).Select(l => $"{l.Text} <{string.Join(',', l.Rules)}>");
        var mentions = reading.Mentions.Select(m => $"{m.Words} {string.Join('+', m.Names)} <{string.Join(',', m.Rules)}>");
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n" + string.Join('\n', rules.Concat(mentions).Concat(reading.Warnings));
    }
}
