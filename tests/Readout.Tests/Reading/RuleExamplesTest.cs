using Readout.Reading.Format;
using Readout.Reading.Packs;
using Xunit;

namespace Readout.Tests.Reading;

/// <summary>
/// The examples of the grammar files, each a case. An example holds when a finding has exactly this summary and the rule had a part in
/// it: in the finding itself, or in a mention of those it names.
/// </summary>
public sealed class RuleExamplesTest
{
    public static TheoryData<string, string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var rule in Rules())
        {
            foreach (var example in rule.Examples) data.Add(rule.Id, example.Text, example.Found, example.Place);
        }

        return data;
    }

    public static TheoryData<string, string> CounterExamples()
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in Rules())
        {
            foreach (var text in rule.CounterExamples) data.Add(rule.Id, text);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_finds_what_its_example_says(string rule, string text, string found, string place)
    {
        var reading = Vietnamese.Read(text);
        var lines = Summary.Lines(reading).ToList();
        var names = reading.Mentions.Any(m => m.Rules.Contains(rule));
        Assert.True(
            lines.Exists(l => l.Text == found && (names || l.Rules.Contains(rule))),
            $"{place}: {rule}: {text}\nexpected: {found}\nfound:{string.Concat(lines.Select(l => $"\n  {l.Text}  <{string.Join(", ", l.Rules)}>"))}"
            + $"\nnamed:{string.Concat(reading.Mentions.Select(m => $"\n  {m.Words.Exact} = {string.Join(" + ", m.Names)}  <{string.Join(", ", m.Rules)}>"))}");
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void A_rule_finds_nothing_where_it_must_not(string rule, string text)
    {
        var lines = Vietnamese.Summaries(text).FindAll(l => l.Rules.Contains(rule));
        Assert.True(lines.Count == 0, $"{rule}: {text}\nfound:{string.Concat(lines.Select(l => $"\n  {l.Text}"))}");
    }

    private static IEnumerable<RuleDefinition> Rules() =>
        Directory.EnumerateDirectories(Repository.At("languages"))
            .Select(f => Path.GetFileName(f))
            .Where(l => Vietnamese.Files.Texts.ContainsKey($"{l}/pack.json"))
            .Order(StringComparer.Ordinal)
            .SelectMany(l => LanguagePack.Load(Vietnamese.Files, l).Rules);
}
