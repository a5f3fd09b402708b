using System.Collections.Immutable;
using Readout.Reading.Packs;

namespace Readout.Tests.Reading.Packs;

/// <summary>A language of one layer, for tests of loading.</summary>
internal static class SmallPack
{
    public const string Rule = "rule x.a\n  match a\n  do keep\n  ex a => b\n";

    public static PackFiles Files(string rules = Rule, string lexicon = "form\tclass\tvalue\tnote\n", params (string File, string Text)[] more)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        texts["x/pack.json"] = """{"layers": [{"name": "names", "lexicon": ["words"], "stages": ["times"]}]}""";
        texts["x/lexicon/words.tsv"] = lexicon;
        texts["x/grammar/times.rules"] = rules;
        foreach (var (file, text) in more) texts[file] = text;
        return new PackFiles(texts.ToImmutable());
    }

    public static LanguagePack Load(string rules = Rule, string lexicon = "form\tclass\tvalue\tnote\n", params (string File, string Text)[] more) =>
        LanguagePack.Load(Files(rules, lexicon, more), "x");
}
