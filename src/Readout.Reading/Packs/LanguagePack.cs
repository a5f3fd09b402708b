using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// A language with the world it speaks of, loaded and compiled: lexicon by layer, grammar by stage, and the tables of the matcher.
/// Not for use by several threads at once.
/// </summary>
public sealed class LanguagePack
{
    private readonly Dictionary<string, StageRules> stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Segmenter> segmenters = new(StringComparer.Ordinal);
    private readonly List<RuleDefinition> rules = [];
    private readonly PlainSignatures plain;
    private readonly FormTrie trie = new();
    private FormFinder forms = null!;

    private LanguagePack(string language, World world)
    {
        Language = language;
        World = world;
        Tokenizer = new Tokenizer(Vocabulary);
        plain = new PlainSignatures(Vocabulary, Labels, Signatures);
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>The state whose home affairs newspapers of this language tell of, ISO 3166-1 alpha-3; null where the pack names none.</summary>
    public string? Home { get; private init; }

    /// <summary>Known words.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Labels of items.</summary>
    public LabelTable Labels { get; } = new();

    /// <summary>Sets of labels.</summary>
    public SignatureTable Signatures { get; } = new();

    /// <summary>Cuts texts into tokens.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>Every rule of the pack, in the order in which their stages run.</summary>
    public IReadOnlyList<RuleDefinition> Rules => rules;

    /// <summary>Steps of the matcher so far, over all stages (see <see cref="Automaton.Steps"/>).</summary>
    public long Steps => stages.Values.Sum(s => s.Steps);

    /// <summary>The compiled rules of a stage.</summary>
    public StageRules Stage(string name) => stages[name];

    /// <summary>What turns tokens into the items that a layer's stages see.</summary>
    public Segmenter Layer(string name) => segmenters[name];

    /// <summary>What the tokens of a text are by themselves, for the segmenters of all layers.</summary>
    internal TokenSigns Signs(string text, List<Token> tokens, Workspace workspace)
    {
        var signs = new TokenSigns(text, tokens, workspace.Numbers.Take());
        forms.Find(text, tokens, signs.Sightings);
        return signs;
    }

    /// <summary>New lists for reading with this pack.</summary>
    internal Workspace NewWorkspace() => new(new Senses(forms.Terms));

    /// <summary>Loads a language.</summary>
    /// <param name="files">The files of the languages folder.</param>
    /// <param name="language">ISO 639-1 code; the folder of that name must be there.</param>
    /// <exception cref="PackException">A file is missing or broken; the message names file and line.</exception>
    public static LanguagePack Load(PackFiles files, string language)
    {
        var file = $"{language}/pack.json";
        if (!files.Texts.TryGetValue(file, out var text)) throw new PackException($"there is no pack for the language '{language}': {file} is missing");
        var layers = PackLayer.Parse(file, text);
        var pack = new LanguagePack(language, WorldLoader.Load(files)) { Home = PackLayer.Home(text) };
        var loaded = layers.Select(layer => pack.Load(files, layer)).ToList();
        pack.Seal(loaded);
        if (pack.rules.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new PackException($"{twice.Last().Place}: a rule {twice.Key} stands already at {twice.First().Place}");
        }

        return pack;
    }

    private void Seal(List<(string Layer, Lexicon Lexicon)> loaded)
    {
        var renumbered = trie.Seal(Vocabulary.Count);
        foreach (var (_, lexicon) in loaded) lexicon.Seal(renumbered);
        forms = new FormFinder(trie, [.. loaded.Select(l => l.Lexicon)], plain, Labels, Signatures);
        for (var i = 0; i < loaded.Count; i++) segmenters.Add(loaded[i].Layer, new Segmenter(forms, i));
    }

    private (string Layer, Lexicon Lexicon) Load(PackFiles files, PackLayer layer)
    {
        var lexicon = new Lexicon(Vocabulary, Labels, trie, [.. layer.Keep]);
        foreach (var source in layer.Lexicon)
        {
            var colon = source.IndexOf(':', StringComparison.Ordinal);
            var classes = colon < 0 ? null : source[(colon + 1)..].Split(',');
            var file = $"{Language}/lexicon/{(colon < 0 ? source : source[..colon])}.tsv";
            if (!files.Texts.TryGetValue(file, out var text)) throw new PackException($"{Language}/pack.json: layer {layer.Name} names {file}, which is missing");
            foreach (var row in TableFile.Rows(file, text, "form", "class", "value", "note"))
            {
                if (classes is null || classes.Contains(row[1])) lexicon.Add(new TermSense(row[0], string.Intern(row[1]), row[2], row[3]));
            }
        }

        var parsed = new List<(string Stage, IReadOnlyList<RuleDefinition> Rules)>();
        foreach (var stage in layer.Stages)
        {
            var file = $"{Language}/grammar/{stage}.rules";
            if (!files.Texts.TryGetValue(file, out var text)) throw new PackException($"{Language}/pack.json: stage {stage} has no {file}");
            parsed.Add((stage, new RuleFileParser(Labels, lexicon.AddLiteral).Parse(file, text)));
        }

        foreach (var (stage, list) in parsed)
        {
            stages.Add(stage, new StageRules(list, Signatures));
            rules.AddRange(list);
        }

        return (layer.Name, lexicon);
    }
}
