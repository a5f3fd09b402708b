using System.Xml.Linq;
using Xunit;

namespace Readout.Tests.Architecture;

/// <summary>A project may use only those before it on the way of the data.</summary>
public sealed class ProjectOrderTests
{
    private static readonly string[] Order = ["Readout.Reading", "Readout.Ledger", "Readout.Web", "Readout.Cli"];

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Repository.At("src")).Select(d => Path.GetFileName(d))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_those_before_it(string project)
    {
        var place = Array.IndexOf(Order, project);
        Assert.True(place >= 0, $"{project} has no place in the order; give it one here and in ARCHITECTURE.md.");
        Assert.All(References(project), used => Assert.InRange(Array.IndexOf(Order, used), 0, place - 1));
    }

    [Fact]
    public void Reading_knows_no_storage_and_no_screen()
    {
        Assert.Equal(["NodaTime"], Packages("Readout.Reading"));
    }

    [Fact]
    public void The_ledger_knows_no_screen()
    {
        Assert.DoesNotContain(Packages("Readout.Ledger"), p => p.StartsWith("Spectre", StringComparison.Ordinal) || p == "System.CommandLine");
    }

    private static IEnumerable<string> References(string project) =>
        Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> Packages(string project) => Load(project).Descendants("PackageReference")
        .Where(r => r.Attribute("PrivateAssets") is null).Select(r => r.Attribute("Include")!.Value);

    private static XDocument Load(string project) => XDocument.Load(Repository.At("src", project, project + ".csproj"));
}
