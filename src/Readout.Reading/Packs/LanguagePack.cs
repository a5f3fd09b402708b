using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Packs;

/// <summary>
/// A language with the world it speaks of, loaded and compiled: lexicon, grammar by stage, and the tables of the matcher.
/// Not for use by several threads at once.
/// </summary>
public sealed class LanguagePack
{
    /// <summary>The stages that have a grammar file, in the order in which they run.</summary>
    public static readonly IReadOnlyList<string> Stages =
        ["times", "times-composed", "names", "actors", "groups", "contacts", "contact-details", "statements", "positions", "outcomes"];

    private readonly Dictionary<string, StageRules> stages = new(StringComparer.Ordinal);

    private LanguagePack(string language, World world)
    {
        Language = language;
        World = world;
        Lexicon = new Lexicon(Vocabulary, Labels);
        Segmenter = new Segmenter(Lexicon, Vocabulary, Labels, Signatures);
        Tokenizer = new Tokenizer(Vocabulary);
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Known words.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Labels of items.</summary>
    public LabelTable Labels { get; } = new();

    /// <summary>Sets of labels.</summary>
    public SignatureTable Signatures { get; } = new();

    /// <summary>Known forms.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Cuts texts into tokens.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>Turns tokens into items.</summary>
    public Segmenter Segmenter { get; }

    /// <summary>The compiled rules of a stage.</summary>
    public StageRules Stage(string name) => stages[name];

    /// <summary>Every rule of the pack.</summary>
    public IEnumerable<RuleDefinition> Rules => Stages.SelectMany(s => stages[s].Rules);

    /// <summary>Loads a language.</summary>
    /// <param name="files">The files of the languages folder.</param>
    /// <param name="language">ISO 639-1 code; the folder of that name must be there.</param>
    /// <exception cref="PackException">A file is broken; the message names file and line.</exception>
    public static LanguagePack Load(PackFiles files, string language)
    {
        var pack = new LanguagePack(language, WorldLoader.Load(files));
        var lexicon = files.Below($"{language}/lexicon/", ".tsv").ToList();
        if (lexicon.Count == 0) throw new PackException($"there is no pack for the language '{language}': {language}/lexicon/ has no .tsv file");
        foreach (var (file, text) in lexicon)
        {
            foreach (var row in TableFile.Rows(file, text, "form", "class", "value", "note"))
            {
                pack.Lexicon.Add(new TermSense(row[0], row[1], row[2], row[3]));
            }
        }

        var rules = new Dictionary<string, List<RuleDefinition>>(StringComparer.Ordinal);
        foreach (var stage in Stages)
        {
            var file = $"{language}/grammar/{stage}.rules";
            var parser = new RuleFileParser(pack.Labels, pack.Lexicon.AddLiteral);
            rules[stage] = files.Texts.TryGetValue(file, out var text) ? [.. parser.Parse(file, text)] : [];
        }

        if (rules.Values.SelectMany(r => r).GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new PackException($"{twice.Last().Place}: a rule {twice.Key} stands already at {twice.First().Place}");
        }

        pack.Lexicon.Seal();
        foreach (var stage in Stages) pack.stages[stage] = new StageRules(rules[stage], pack.Signatures);
        return pack;
    }
}
