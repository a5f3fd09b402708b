using Readout.Tests.Reading;
using Xunit;

namespace Readout.Tests.Architecture;

/// <summary>What CONTRIBUTING.md tells of rules is complete.</summary>
public sealed class GuideTests
{
    private static readonly string[] Guides = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"];
    private static readonly string[] Folders = ["src/", "tests/", "languages/", "bench/", "samples/"];

    [Fact]
    public void Every_operation_that_rules_name_is_told_of()
    {
        var guide = File.ReadAllText(Repository.At("CONTRIBUTING.md"));
        var untold = Vietnamese.Pack.Rules.Select(r => r.Operation).Distinct().Where(o => !guide.Contains($"`{o}`", StringComparison.Ordinal)).ToList();
        Assert.True(untold.Count == 0, "CONTRIBUTING.md, under Operations, does not tell of: " + string.Join(", ", untold));
    }

    [Fact]
    public void Files_that_the_guides_name_are_there()
    {
        foreach (var guide in Guides)
        {
            var text = File.ReadAllText(Repository.At(guide));
            foreach (var path in text.Split('`').Where((_, i) => i % 2 == 1).Where(IsPath))
            {
                Assert.True(Path.Exists(Repository.At(path)), $"{guide} names {path}, which is not there");
            }
        }
    }

    private static bool IsPath(string code) =>
        code.IndexOfAny([' ', '*', '\n', '<', '…']) < 0 && Folders.Any(f => code.StartsWith(f, StringComparison.Ordinal));
}
