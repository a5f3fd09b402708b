using System.Globalization;
using System.Reflection;
using System.Text;
using Xunit;

namespace Readout.Tests.Architecture;

/// <summary>What holds for every source file of the product.</summary>
public sealed class SourceRulesTests
{
    private static readonly string[] EmptyNames = ["Helper", "Manager", "Utils", "Util", "Base", "Common"];

    [Fact]
    public void No_languages_words_stand_in_code()
    {
        var found = Sources().SelectMany(file => File.ReadLines(file).Select((line, i) => (file, Number: i + 1, Code: WithoutComment(line))))
            .Where(x => Words(x.Code).Any(word => word.Any(IsForeignLetter) && !IsLetterTable(x.file, word)))
            .Select(x => $"{Path.GetRelativePath(Repository.Root, x.file)}:{x.Number}: {x.Code.Trim()}");
        Assert.Empty(found);
    }

    [Fact]
    public void Files_are_short()
    {
        var lengths = Sources().Select(file => (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count())).ToList();
        Assert.DoesNotContain(lengths, x => x.Lines > 600);
        var long300 = lengths.Where(x => x.Lines >= 300).ToList();
        Assert.True(long300.Count * 10 <= lengths.Count, "More than one file in ten has 300 lines or more: " + string.Join(", ", long300));
    }

    [Fact]
    public void Classes_are_sealed()
    {
        Assert.Empty(Types().Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName));
    }

    [Fact]
    public void No_type_is_called_after_nothing()
    {
        Assert.Empty(Types().Where(t => EmptyNames.Any(n => t.Name.EndsWith(n, StringComparison.Ordinal))).Select(t => t.FullName));
    }

    private static string WithoutComment(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).Normalize(NormalizationForm.FormC);
    }

    private static IEnumerable<string> Words(string code)
    {
        var start = -1;
        for (var i = 0; i <= code.Length; i++)
        {
            var letter = i < code.Length && char.IsLetter(code[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            yield return code[start..i];
            start = -1;
        }
    }

    // The folding of text knows letters, not words.
    private static bool IsLetterTable(string file, string word) =>
        file.Contains($"{Path.DirectorySeparatorChar}Text{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && word.All(IsForeignLetter);

    private static bool IsForeignLetter(char c) => c > '\u007f' && char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter;

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<Type> Types() => new[]
        {
            typeof(Readout.Reading.ArticleReading).Assembly, typeof(Readout.Ledger.ContactLedger).Assembly, typeof(Readout.Cli.CommandLine).Assembly,
        }
        .SelectMany(a => a.GetTypes())
        .Where(t => t.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && !t.Name.Contains('<')
            && t.FullName != "Program" && t.Namespace?.StartsWith("Readout", StringComparison.Ordinal) == true);
}
