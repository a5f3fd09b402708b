using Readout.Reading.Format;
using Xunit;

namespace Readout.Tests.Reading;

/// <summary>The specs of each language, run.</summary>
public sealed class SpecTests
{
    private static readonly Dictionary<string, (string Language, SpecCase Case)> All = Load();

    public static TheoryData<string> Places => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_text_says_what_its_spec_says(string place)
    {
        var (language, spec) = All[place];
        var article = Vietnamese.Article(spec.Text, spec.Published) with { Language = language };
        Assert.True(spec.Published is null || article.Published is not null, $"{place}: '{spec.Published}' is no date");
        var reading = Vietnamese.Reader.Read(article);
        var lines = Summary.Lines(reading).ToList();
        var missing = spec.Found.Where(f => !lines.Exists(l => l.Text == f)).Select(f => "missing: " + f);
        var wrong = spec.NotFound.Where(f => Spec.HasAny(reading, f) ?? lines.Exists(l => l.Text == f)).Select(f => "must not be found: " + f);
        var faults = missing.Concat(wrong).ToList();
        Assert.True(
            faults.Count == 0,
            $"{place}\n{spec.Text}\n{string.Join('\n', faults)}\nfound:{string.Concat(lines.Select(l => $"\n  {l.Text}  <{string.Join(", ", l.Rules)}>"))}");
    }

    [Fact]
    public void Each_stage_has_a_spec()
    {
        Assert.Superset(
            new HashSet<string> { "times.md", "actors.md", "contacts.md", "statements.md", "positions.md" },
            Directory.EnumerateFiles(Repository.At("languages", "vi", "spec")).Select(f => Path.GetFileName(f)).ToHashSet());
    }

    private static Dictionary<string, (string Language, SpecCase Case)> Load()
    {
        var all = new Dictionary<string, (string, SpecCase)>();
        foreach (var folder in Directory.EnumerateDirectories(Repository.At("languages")).Order(StringComparer.Ordinal))
        {
            var specs = Path.Join(folder, "spec");
            if (!Directory.Exists(specs)) continue;
            var language = Path.GetFileName(folder);
            foreach (var file in Directory.EnumerateFiles(specs, "*.md").Order(StringComparer.Ordinal))
            {
                foreach (var c in Spec.Cases($"{language}/spec/{Path.GetFileName(file)}", File.ReadAllText(file))) all.Add(c.Place, (language, c));
            }
        }

        return all;
    }
}
