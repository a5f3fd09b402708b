using FsCheck;
using FsCheck.Fluent;
using Readout.Ledger;
using Readout.Ledger.Search;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>Words are found with and without accents, and what is shown is the text itself.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private readonly Told _told = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void FoldingTakesAccentsAndStrokesOffAndKeepsLengths()
    {
        Assert.Equal("cuoc dien dam o da nang, o a e", PlainLetters.Of("Cuộc ĐIỆN đàm ở Đà Nẵng, ö å é"));
        Assert.Equal("lodz orsted x1", PlainLetters.Of("Łódź Ørsted X1"));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || PlainLetters.Of(text).Length == text.Length).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("dien dam", "điện đàm")]
    [InlineData("ĐIỆN ĐÀM", "điện đàm")]
    [InlineData("điện đàm", "điện đàm")]
    [InlineData("dam", "đàm")]
    [InlineData("Da Nang", "Đà Nẵng")]
    [InlineData("o'neill-smith", "O'Neill-Smith")]
    public void WordsAreFoundWithAndWithoutAccentsAndShownAsTheyStand(string typed, string shown)
    {
        using var ledger = Filled(("a", "2025-03-01", "Hai bên điện đàm về Đà Nẵng; ông O'Neill-Smith có mặt."), ("b", "2025-03-02", "Không có gì."));
        var found = Assert.Single(ledger.Search(new SearchQuery(typed)).Articles);
        Assert.Equal("a", found.Place.Article);
        Assert.All(found.Hits, hit => Assert.Equal(found.Text[hit.Start..hit.End], hit.Exact));
        Assert.Contains(shown, string.Join('\'', found.Hits.Select(h => h.Exact)).Replace("Neill'Smith", "Neill-Smith", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void WordsTogetherGoBeforeWordsApartAndTypedAccentsBeforeOthers()
    {
        using var ledger = Filled(
            ("apart", "2025-03-03", "Đàm luận kéo dài, rồi mất điện."),
            ("other", "2025-03-02", "Một câu về diện đảm cho đủ."),
            ("same", "2025-03-01", "Một câu về điện đàm cho đủ."));
        Assert.Equal(["same", "other", "apart"], Ids(ledger.Search(new SearchQuery("điện đàm"))));
        Assert.Equal("apart", Ids(ledger.Search(new SearchQuery("dien dam")))[^1]);
        Assert.Equal(["same"], Ids(ledger.Search(new SearchQuery("dien dam") { To = new(2025, 3, 1) })));
        Assert.Equal(["other", "apart"], Ids(ledger.Search(new SearchQuery("dien dam") { From = new(2025, 3, 2) })));
        Assert.Empty(ledger.Search(new SearchQuery("điện thoại")).Articles);
        Assert.Empty(ledger.Search(new SearchQuery(" \" * ( NEAR")).Articles);
    }

    [Fact]
    public void SomebodyIsFoundByTheNameThatArticlesDoNotUse()
    {
        using var ledger = Open();
        var article = _told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)) with { Text = "Ông Tập nói chuyện." };
        _told.Reread(article, Nothing with { Mentions = [new MentionFinding(new Evidence(0, 6, "Ông Tập"[..6]), ["Xi Jinping"], [])] });
        ledger.Add([article], _told.Read);
        var answer = ledger.Search(new SearchQuery("jinping noi"));
        Assert.Equal(["Ông Tậ", "nói"], Assert.Single(answer.Articles).Hits.Select(h => h.Exact));
        Assert.Equal(new ActorRow("Xi Jinping", 1), Assert.Single(ledger.Search(new SearchQuery("xi")).Actors));
    }

    [Fact]
    public void WhatIsForgottenIsNotFoundAndLeavesNoTrace()
    {
        var path = _files.Path("readout.db");
        using (var ledger = Open())
        {
            var gone = Text("gone", "2025-03-01", "Zyxwvut gặp ông ấy.");
            _told.Reread(gone, Nothing with { Mentions = [new MentionFinding(new Evidence(0, 7, "Zyxwvut"), ["Qponmlk"], [])] });
            ledger.Add([gone, Text("stays", "2025-03-01", "Hai bên gặp nhau.")], _told.Read);
            Assert.Single(ledger.Search(new SearchQuery("zyxwvut")).Articles);
            ledger.Forget([gone], _told.Read);
            Assert.Empty(ledger.Search(new SearchQuery("zyxwvut")).Articles);
            Assert.Empty(ledger.Search(new SearchQuery("qponmlk")).Actors);
            Assert.Single(ledger.Search(new SearchQuery("gap nhau")).Articles);
        }
        foreach (var file in Directory.GetFiles(_files.Folder))
        {
            var bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("yxwvut", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ponmlk", bytes, StringComparison.OrdinalIgnoreCase);
        }
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void AnActorIsFoundByItsNamesAndBringsContactsOfficesAndPositions()
    {
        using var ledger = Open();
        var first = _told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump));
        _told.Reread(first, _told.Read(first) with
        {
            Offices = [new ObservedOffice("RUS:president", "Vladimir Putin", new Evidence(0, 1, "a"))],
            Positions = [new PositionFinding("Vladimir Putin", Stance.Supports, "ceasefire", null, [new Evidence(0, 1, "a")], [])],
            Mentions = [new MentionFinding(new Evidence(0, 1, "a"), ["Vladimir Putin"], [])],
        });
        var later = _told.Article("b", "2025-03-20", Telling.Meeting(ContactStatus.Held, "2025-03-19", Russia, Zelensky));
        _told.Reread(later, _told.Read(later) with { Offices = [new ObservedOffice("RUS:president", "Vladimir Putin", new Evidence(0, 1, "b"))] });
        ledger.Add([later, first], _told.Read);

        var putin = ledger.Actor("putin", 10).Actor!;
        Assert.Equal(("Vladimir Putin", 1, 2), (putin.Name, putin.Contacts, putin.Articles));
        var office = Assert.Single(putin.Offices);
        Assert.Equal(("RUS:president", new(2025, 2, 13), new(2025, 3, 20), 2, "a"), (office.Office, office.First, office.Last, office.Articles, office.Place.Article));
        Assert.Equal("ceasefire", Assert.Single(putin.Positions).Issue);
        Assert.Equal("Vladimir Putin", ledger.Actor("a", 10).Actor!.Name);

        foreach (var typed in new[] { "RUS", "russia", "Russia" })
        {
            var russia = ledger.Actor(typed, 10).Actor!;
            Assert.Equal(("Russia", "RUS", 2), (russia.Name, russia.State, russia.Contacts));
            Assert.Equal("Vladimir Putin", Assert.Single(russia.Offices).Holder);
        }
        Assert.Equal((null, 0), (ledger.Actor("nobody", 10).Actor, ledger.Actor("nobody", 10).Matches.Length));
    }

    private ContactLedger Filled(params (string Id, string Day, string Text)[] articles)
    {
        var ledger = Open();
        ledger.Add([.. articles.Select(a => Text(a.Id, a.Day, a.Text))], _told.Read);
        return ledger;
    }

    private static Article Text(string id, string day, string text) => new() { Id = id, Text = text.Normalize(), Published = Publication.TryParse(day) };

    private ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path("readout.db"));

    private static string[] Ids(SearchAnswer answer) => [.. answer.Articles.Select(a => a.Place.Article)];
}
