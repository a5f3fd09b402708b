using Readout.Reading.Coverage;
using Readout.Reading.Packs;
using Readout.Tests.Reading.Packs;
using Xunit;

namespace Readout.Tests.Reading.Coverage;

public sealed class PackReportTests
{
    private const string Words = "vi/lexicon/names-persons.tsv";
    private const string Header = "form\tclass\tvalue\tnote\n";

    [Fact]
    public void The_pack_of_the_checkout_is_sound()
    {
        var report = PackReport.Of(Vietnamese.Files, "vi");
        Assert.Empty(report.Problems.Where(p => !p.IsRemark));
        Assert.Contains(report.Tables, t => t is { Name: Words, Rows: > 1000 });
        var stages = report.Layers.SelectMany(l => l.Stages).ToList();
        Assert.Equal(Vietnamese.Pack.Rules.Count, stages.Sum(s => s.Rules));
        Assert.Equal(Vietnamese.Pack.Rules.Sum(r => r.Examples.Length), stages.Sum(s => s.Examples));
    }

    [Theory]
    [InlineData("Abel Bachmann\tperson\tnobody-at-all\t", "2: 'Abel Bachmann': no actors table has 'nobody-at-all'", false)]
    [InlineData("Abel\u0301 Bachmann\tperson\tdonald-trump\t", "2: is not in NFC", false)]
    [InlineData("Nhà Xám\tseat\tUSA\t", "2: 'Nhà Xám': the value 'USA' of a seat should be STATE/PLACE", false)]
    [InlineData("phó chủ bút\ttitle\tsub-editor\t", "2: 'phó chủ bút': no roles table has 'sub-editor'", false)]
    [InlineData("chủ bút\ttitle\tpresident\tdefault=XYZ", "2: 'chủ bút': default=XYZ is neither a state nor an organisation", false)]
    [InlineData("\tperson\tdonald-trump\t", "2: has no form", false)]
    [InlineData("abel\tperson\tdonald-trump\t", "2: the name 'abel' has no capital", true)]
    [InlineData("Abel\tperson\tdonald-trump\t\nAbel\tperson\tdonald-trump\tagain", "3: 'Abel' with class person and value 'donald-trump' stands already in line 2", true)]
    [InlineData("Hoà Abel\tperson\tdonald-trump\t\nHòa Abel\tperson\tdonald-trump\t", "3: 'Hòa Abel' with class person", true)]
    [InlineData("ấy\tpronoun\ta\t\nẤy\tpronoun\tb\t\nấy\tpronoun\tc\t", "4: 'ấy' has class pronoun with another value in line 2", true)]
    public void A_row_that_is_wrong_is_told_with_its_line(string rows, string message, bool remark)
    {
        var report = Unloaded(Words, Header + rows + "\n");
        Assert.Contains(report.Problems, p => $"{p.Place}: {p.Message}".StartsWith($"{Words}:{message}", StringComparison.Ordinal) && p.IsRemark == remark);
    }

    [Theory]
    [InlineData("USA:president\tnobody\t2001\t\t\tx", "names the actor 'nobody', which no table has", false)]
    [InlineData("XQX:president\tdonald-trump\t2001\t\t\tx", "names the body 'XQX', which no table has", false)]
    [InlineData("USA:jester\tdonald-trump\t2001\t\t\tx", "names the role 'jester', which roles.tsv has not", false)]
    [InlineData("USA\tdonald-trump\t2001\t\t\tx", "should be BODY:ROLE", false)]
    [InlineData("USA:president\tdonald-trump\tsoon\t\t\tx", "is no date", false)]
    [InlineData("USA:president\tdonald-trump\t2001-05-01\t2000-05-01\t\tx", "leaves USA:president before taking it", false)]
    [InlineData("USA:president\tdonald-trump\t2001\t\t\t", "has no source", false)]
    [InlineData("USA:president\tjoe-biden\t2001-01-20\t2002-01-20\t\tx\nUSA:president\tdonald-trump\t2001-05-01\t\t\tx", "donald-trump and joe-biden (line 2) both hold USA:president from 2001-05-01", true)]
    public void An_office_that_is_wrong_is_told(string rows, string message, bool remark)
    {
        var report = Unloaded("shared/offices.tsv", "office\tholder\tfrom\tto\ttitle\tsource\n" + rows + "\n");
        Assert.Contains(report.Problems, p => p.Place.StartsWith("shared/offices.tsv:", StringComparison.Ordinal) && p.Message.Contains(message, StringComparison.Ordinal) && p.IsRemark == remark);
    }

    [Fact]
    public void Holders_who_follow_each_other_are_no_problem()
    {
        var report = Unloaded("shared/offices.tsv", "office\tholder\tfrom\tto\ttitle\tsource\n"
            + "USA:president\tjoe-biden\t2021-01-20\t2025-01-20\t\tx\nUSA:president\tdonald-trump\t2025-01-20\t\t\tx\n");
        Assert.DoesNotContain(report.Problems, p => p.Message.Contains("both hold", StringComparison.Ordinal));
    }

    [Fact]
    public void An_actor_who_stands_twice_is_told_though_the_pack_does_not_load()
    {
        var actors = Vietnamese.Files.Texts["shared/actors.tsv"];
        var report = Changed("shared/actors.tsv", actors.TrimEnd('\n') + "\ndonald-trump\tperson\tDonald Trump\tUSA\n");
        Assert.Contains(report.Problems, p => p.Message.StartsWith("the actor 'donald-trump' stands already at shared/actors.tsv:", StringComparison.Ordinal));
        Assert.Empty(report.Layers);
        Assert.False(report.IsSound);
    }

    [Fact]
    public void An_example_that_fails_is_told_with_its_line()
    {
        const string Rules = "vi/grammar/times.rules";
        var text = Vietnamese.Files.Texts[Rules] + "\nrule vi.time.test\n  match zet\n  do relative-day count=1\n  ex Zet. => 2025-02-13\n  no Zet hai.\n";
        var first = text.Split('\n').ToList().FindIndex(l => l.Contains("ex Zet", StringComparison.Ordinal)) + 1;
        var report = Changed(Rules, text);
        Assert.Equal(
            [$"{Rules}:{first}", $"{Rules}:{first + 1}"],
            report.Problems.Where(p => !p.IsRemark).Select(p => p.Place));
        Assert.Contains("vi.time.test does not find '2025-02-13' in 'Zet.'; found: 2025-02-14", report.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("vi.time.test must find nothing in 'Zet hai.'; found: 2025-02-14", report.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_keeps_a_pack_from_loading_is_told_with_its_line()
    {
        var report = Changed("vi/grammar/times.rules", "rule vi.x\n  match x\n");
        Assert.Contains(report.Problems, p => p is { Place: "vi/grammar/times.rules:1", IsRemark: false });
        Assert.Empty(report.Layers);
    }

    [Fact]
    public void A_pack_without_the_layers_of_reading_is_told()
    {
        var report = PackReport.Of(SmallPack.Files(), "x");
        Assert.Contains(report.Problems, p => p.Message.StartsWith("has no layer 'contacts'", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.Message.StartsWith("has no stage 'actors'", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_no_layer_takes_are_told()
    {
        var report = Changed("vi/lexicon/forgotten.tsv", Header + "một\tnothing\tx\t\nhai\tnothing\tx\t\n");
        Assert.Contains(report.Problems, p => p is { Place: "vi/lexicon/forgotten.tsv:2", IsRemark: false } && p.Message.EndsWith("(2 rows)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_without_a_pack_is_refused() => Assert.Throws<PackException>(() => PackReport.Of(Vietnamese.Files, "yy"));

    // Tables are checked whether the pack loads or not; its examples would only take time here.
    private static PackReport Unloaded(string file, string text) =>
        PackReport.Of(new PackFiles(Vietnamese.Files.Texts.SetItem(file, text).SetItem("vi/grammar/times.rules", "rule")), "vi");

    private static PackReport Changed(string file, string text) =>
        PackReport.Of(new PackFiles(Vietnamese.Files.Texts.SetItem(file, text)), "vi");
}
