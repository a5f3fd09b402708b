using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Xunit;

namespace Readout.Tests.Reading.Matching;

public sealed class PatternParserTests
{
    [Theory]
    [InlineData("hội", "=hội")]
    [InlineData("Hội", "=hội")]
    [InlineData("\"hội đàm\"", "=hội đàm")]
    [InlineData("a b c", "(=a =b =c)")]
    [InlineData("[a \"b c\" d]", "(=a|=b c|=d)")]
    [InlineData("<actor>", "actor")]
    [InlineData("<actor&group>", "actor&group")]
    [InlineData("<actor!media!oblique>", "actor!media!oblique")]
    [InlineData("<!break>", "!break")]
    [InlineData("<a:b>", "a:b")]
    [InlineData("x:<actor>", "0:actor")]
    [InlineData("x:<a> y:(b | c) x:[d e]", "(0:a 1:(=b|=c) 0:(=d|=e))")]
    [InlineData("a?", "=a{0,1}")]
    [InlineData("<a>{2,5}", "a{2,5}")]
    [InlineData("(a b | c)", "((=a =b)|=c)")]
    [InlineData("<num> & / & <num>", "(num =/&glued num&glued)")]
    [InlineData("~", "skip{0,8}?")]
    [InlineData("$two", "(=một =hai)")]
    [InlineData("..7", "!break{0,7}?")]
    [InlineData("a ..3 b", "(=a !break{0,3}? =b)")]
    public void The_notation_means(string pattern, string tree)
    {
        var labels = new LabelTable();
        var parser = new PatternParser(labels, _ => { });
        parser.Define("skip", "<skip>", "f:1");
        parser.Define("two", "một hai", "f:2");
        Assert.Equal(tree, Tree(parser.Parse(pattern, "f:3"), labels));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a |", "empty")]
    [InlineData("(a", "a bracket is not closed")]
    [InlineData("a)", "nothing can follow")]
    [InlineData("<a", "a label is not closed")]
    [InlineData("[a b", "a list of words is not closed")]
    [InlineData("\"a b", "a literal is not closed")]
    [InlineData("\"\"", "a word is missing")]
    [InlineData("$three", "$three is not defined")]
    [InlineData("~", "$skip is not defined")]
    [InlineData("a{2}", "{m,n}")]
    [InlineData("a{3,2}", "{m,n}")]
    [InlineData("a{0,25}", "at most 24")]
    [InlineData("a{x,2}", "a number is missing")]
    [InlineData("a &", "ends")]
    [InlineData("x:", "x:")]
    public void A_broken_pattern_is_refused_with_its_place(string pattern, string why)
    {
        var parser = new PatternParser(new LabelTable(), _ => { });
        if (pattern == "x:")
        {
            // Not a capture: a word that ends in a colon.
            Assert.IsType<Pattern.Element>(parser.Parse(pattern, "f:1"));
            return;
        }

        var e = Assert.Throws<PackException>(() => parser.Parse(pattern, "vi/grammar/x.rules:12"));
        Assert.StartsWith("vi/grammar/x.rules:12: column ", e.Message, StringComparison.Ordinal);
        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Literals_are_handed_on()
    {
        var literals = new List<string>();
        new PatternParser(new LabelTable(), literals.Add).Parse("a [b \"c d\"] <e>", "f:1");
        Assert.Equal(["a", "b", "c d"], literals);
    }

    private static string Tree(Pattern pattern, LabelTable labels) => pattern switch
    {
        Pattern.Element e => string.Join('&', e.Labels.Select(l => labels[l])) + string.Concat(e.Without.Select(l => "!" + labels[l])),
        Pattern.Sequence s => $"({string.Join(' ', s.Parts.Select(p => Tree(p, labels)))})",
        Pattern.Choice c => $"({string.Join('|', c.Options.Select(p => Tree(p, labels)))})",
        Pattern.Repeat r => $"{Tree(r.Part, labels)}{{{r.Least},{r.Most}}}{(r.Lazy ? "?" : "")}",
        Pattern.Capture c => $"{c.Name}:{Tree(c.Part, labels)}",
        _ => throw new InvalidOperationException(),
    };
}
