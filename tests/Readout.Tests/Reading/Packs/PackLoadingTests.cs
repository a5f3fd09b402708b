using Readout.Reading.Packs;
using Xunit;

namespace Readout.Tests.Reading.Packs;

/// <summary>A broken pack is refused with its file and line.</summary>
public sealed class PackLoadingTests
{
    [Fact]
    public void A_sound_pack_loads() => Assert.Equal(["x.a"], SmallPack.Load().Rules.Select(r => r.Id));

    [Theory]
    [InlineData("rule x.a\n  match a\n  do keep\n", "x/grammar/times.rules:1: rule x.a has no example")]
    [InlineData("rule x.a\n  do keep\n  ex a => b\n", "x/grammar/times.rules:1: rule x.a has no match line")]
    [InlineData("rule x.a\n  match a\n  ex a => b\n", "x/grammar/times.rules:1: rule x.a has no do line")]
    [InlineData("rule\n  match a\n  do keep\n  ex a => b\n", "x/grammar/times.rules:1: a rule needs an id")]
    [InlineData("# why\n\nrule x.a\n  match a\n  do keep time=@t\n  ex a => b\n", "x/grammar/times.rules:5: no pattern above keeps 't'")]
    [InlineData("rule x.a\n  match a\n  do keep time\n  ex a => b\n", "x/grammar/times.rules:3: 'time' should be key=value")]
    [InlineData("rule x.a\n  match a\n  do keep\n  ex a\n", "x/grammar/times.rules:4: write 'ex SENTENCE => FOUND'")]
    [InlineData("rule x.a\n  match (a\n  do keep\n  ex a => b\n", "x/grammar/times.rules:2: column 3")]
    [InlineData("define x\n", "x/grammar/times.rules:1: write 'define NAME = PATTERN'")]
    [InlineData("match a\n", "x/grammar/times.rules:1: 'match' is not known here")]
    [InlineData("rule x.a\n  find a\n", "x/grammar/times.rules:2: 'find' is not known here")]
    [InlineData("rule x.a\n  match (<a>{0,24}){0,24}\n  do keep\n  ex a => b\n", "x/grammar/times.rules:1: rule x.a could span 576 items")]
    [InlineData(SmallPack.Rule + SmallPack.Rule, "x/grammar/times.rules:5: a rule x.a stands already at x/grammar/times.rules:1")]
    public void A_broken_rule_is_refused(string rules, string message) => Refused(message, () => SmallPack.Load(rules));

    [Theory]
    [InlineData("form\tclass\tvalue\n", "x/lexicon/words.tsv:1: the header should be form TAB class TAB value TAB note")]
    [InlineData("# source\nform\tclass\tvalue\tnote\na\tb\tc\td\te\n", "x/lexicon/words.tsv:3: 5 cells, but the header has 4")]
    [InlineData("form\tclass\tvalue\tnote\n\tb\tc\t\n", "the form '' is empty")]
    public void A_broken_table_is_refused(string lexicon, string message) => Refused(message, () => SmallPack.Load(lexicon: lexicon));

    [Theory]
    [InlineData("x/pack.json", "{", "x/pack.json: ")]
    [InlineData("x/pack.json", "{}", "x/pack.json: ")]
    [InlineData("x/pack.json", """{"layers": [{"name": "a", "lexicon": ["none"]}]}""", "x/lexicon/none.tsv, which is missing")]
    [InlineData("x/pack.json", """{"layers": [{"name": "a", "stages": ["none"]}]}""", "stage none has no x/grammar/none.rules")]
    [InlineData("shared/offices.tsv", "office\tholder\tfrom\tto\ttitle\tsource\nA:b\tc\tsoon\t\t\t\n", "'soon' is no date")]
    [InlineData("shared/offices.tsv", "office\tholder\tfrom\tto\ttitle\tsource\nA:b\tc\t2025-13\t\t\t\n", "'2025-13' is no date")]
    public void A_broken_file_is_refused(string file, string text, string message) => Refused(message, () => SmallPack.Load(more: (file, text)));

    [Fact]
    public void A_language_without_a_pack_is_refused() => Refused("there is no pack for the language 'yy'", () => LanguagePack.Load(SmallPack.Files(), "yy"));

    [Fact]
    public void An_operation_that_no_stage_knows_is_refused()
    {
        var files = Vietnamese.Files;
        var broken = files with { Texts = files.Texts.SetItem("vi/grammar/times-composed.rules", "rule vi.x\n  match x\n  do foretell\n  ex x => x\n") };
        Refused("vi/grammar/times-composed.rules:1: the times stage has no operation 'foretell'", () =>
            new Readout.Reading.Reader(broken).Read(Vietnamese.Article("x")));
    }

    private static void Refused(string message, Action load) =>
        Assert.Contains(message, Assert.Throws<PackException>(load).Message, StringComparison.Ordinal);
}
