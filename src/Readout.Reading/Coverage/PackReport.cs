using System.Collections.Immutable;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>What a file of words or of the world holds.</summary>
/// <param name="Name">The file, by its path below the languages folder.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Forms">How many different first cells: forms of words, ids, offices.</param>
public sealed record PackTable(string Name, int Rows, int Forms);

/// <summary>What a layer holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lexicon">The files of words that it sees.</param>
/// <param name="Stages">Its stages.</param>
public sealed record PackLayerContents(string Name, ImmutableArray<string> Lexicon, ImmutableArray<PackStage> Stages);

/// <summary>What a stage holds.</summary>
/// <param name="Name">Its name, which is that of its grammar file.</param>
/// <param name="Rules">How many rules.</param>
/// <param name="Examples">How many sentences in which they must fire.</param>
/// <param name="CounterExamples">How many sentences in which they must not.</param>
public sealed record PackStage(string Name, int Rules, int Examples, int CounterExamples);

/// <summary>What is in a language pack and the world it speaks of, and what is wrong there.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Tables">The files of words, then those of the world.</param>
/// <param name="Layers">The layers; none where the pack does not load.</param>
/// <param name="Problems">What is wrong, by file and line.</param>
public sealed record PackReport(
    string Language, ImmutableArray<PackTable> Tables, ImmutableArray<PackLayerContents> Layers, ImmutableArray<PackProblem> Problems)
{
    /// <summary>Whether all of it works; remarks do not count.</summary>
    public bool IsSound => Problems.All(p => p.IsRemark);

    /// <summary>Looks through a pack and runs the examples of its rules.</summary>
    /// <param name="files">The files of the languages folder.</param>
    /// <param name="language">ISO 639-1 code.</param>
    /// <exception cref="PackException">There is no such pack.</exception>
    public static PackReport Of(PackFiles files, string language)
    {
        if (!files.Texts.TryGetValue($"{language}/pack.json", out var json)) throw new PackException($"there is no pack for the language '{language}': {language}/pack.json is missing");
        var tables = PackTables.Read(files, language);
        var problems = new List<PackProblem>(tables.Problems);
        var layers = ImmutableArray<PackLayerContents>.Empty;
        problems.AddRange(new TextChecks(files, language).Run());
        problems.AddRange(new WordChecks(tables).Run());
        problems.AddRange(new WorldChecks(tables).Run());
        try
        {
            var declared = PackLayer.Parse($"{language}/pack.json", json);
            var missing = LayerChecks.Missing(declared, $"{language}/pack.json").ToList();
            problems.AddRange(missing);
            problems.AddRange(LayerChecks.Run(declared, tables, language));
            var pack = LanguagePack.Load(files, language);
            if (missing.Count == 0) layers = [.. declared.Select(l => new PackLayerContents(l.Name, l.Lexicon, [.. l.Stages.Select(s => Stage(s, pack.Stage(s).Rules))]))];
            if (missing.Count == 0) problems.AddRange(new ExampleChecks(files, language).Run(pack.Rules));
        }
        catch (PackException e)
        {
            var colon = e.Message.IndexOf(": ", StringComparison.Ordinal);
            problems.Add(colon < 0 ? new PackProblem(language, e.Message) : new PackProblem(e.Message[..colon], e.Message[(colon + 2)..]));
        }
        catch (ArgumentException) when (problems.Exists(p => !p.IsRemark))
        {
            // An id that stands twice keeps the world from loading; the checks above have told which.
        }

        return new PackReport(language, [.. tables.Contents], layers, [.. problems.Distinct().OrderBy(p => p.IsRemark).ThenBy(p => p.Place, PlaceOrder.Instance)]);
    }

    private static PackStage Stage(string name, IReadOnlyList<RuleDefinition> rules) =>
        new(name, rules.Count, rules.Sum(r => r.Examples.Length), rules.Sum(r => r.CounterExamples.Length));

    // By file, then by number: line 9 before line 10.
    private sealed class PlaceOrder : IComparer<string>
    {
        public static PlaceOrder Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            var ((a, m), (b, n)) = (Cut(x!), Cut(y!));
            return string.CompareOrdinal(a, b) is var order and not 0 ? order : m.CompareTo(n);
        }

        private static (string File, int Line) Cut(string place)
        {
            var colon = place.LastIndexOf(':');
            return colon >= 0 && int.TryParse(place.AsSpan(colon + 1), out var line) ? (place[..colon], line) : (place, 0);
        }
    }
}
