using System.Text;
using Readout.Reading.Articles;
using Readout.Reading.Format;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>
/// Runs the examples of rules. One holds when a finding has exactly its summary and the rule had a part in it: in the finding itself, or
/// in a mention of those it names.
/// </summary>
internal sealed class ExampleChecks(PackFiles files, string language)
{
    private static readonly Publication? Published = Publication.TryParse("2025-02-13");
    private readonly Reader reader = new(files);

    /// <summary>Runs the examples of all rules.</summary>
    public IEnumerable<PackProblem> Run(IReadOnlyList<RuleDefinition> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var example in rule.Examples)
            {
                var reading = Read(example.Text);
                var lines = Summary.Lines(reading).ToList();
                var named = reading.Mentions.Any(m => m.Rules.Contains(rule.Id));
                if (lines.Exists(l => l.Text == example.Found && (named || l.Rules.Contains(rule.Id)))) continue;
                var instead = lines.Count == 0 ? "nothing" : string.Join(" | ", lines.Select(l => l.Text));
                yield return new PackProblem(example.Place, $"{rule.Id} does not find '{example.Found}' in '{example.Text}'; found: {instead}");
            }

            foreach (var text in rule.CounterExamples)
            {
                var found = Summary.Lines(Read(text)).Where(l => l.Rules.Contains(rule.Id)).ToList();
                if (found.Count > 0) yield return new PackProblem(PlaceOf(rule, text), $"{rule.Id} must find nothing in '{text}'; found: {string.Join(" | ", found.Select(l => l.Text))}");
            }
        }
    }

    private ArticleReading Read(string text) =>
        reader.Read(new Article { Id = "example", Language = language, Text = text.Normalize(NormalizationForm.FormC), Published = Published });

    // Counter-examples do not carry their line; it is one of those after the rule's.
    private string PlaceOf(RuleDefinition rule, string text)
    {
        var colon = rule.Place.LastIndexOf(':');
        if (colon < 0 || !files.Texts.TryGetValue(rule.Place[..colon], out var file)) return rule.Place;
        var number = 0;
        var from = int.Parse(rule.Place.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var line in file.Split('\n'))
        {
            number++;
            if (number > from && line.TrimStart().StartsWith("no", StringComparison.Ordinal) && line.TrimEnd().EndsWith(text, StringComparison.Ordinal)) return $"{rule.Place[..colon]}:{number}";
        }

        return rule.Place;
    }
}
