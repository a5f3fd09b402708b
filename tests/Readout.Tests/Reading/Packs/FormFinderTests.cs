using FsCheck;
using FsCheck.Fluent;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;
using Xunit;

namespace Readout.Tests.Reading.Packs;

/// <summary>One walk for all layers finds what each layer's own lexicon finds.</summary>
public sealed class FormFinderTests
{
    private static readonly string[] Words = ["a", "A", "b", "B", "c", "z", "7", "12", ",", ". ", "/"];

    private sealed record Case(List<List<string>> Layers, string Text);

    [Fact]
    public void Every_layer_sees_its_longest_form() =>
        Prop.ForAll(Cases().ToArbitrary(), Hold).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(30));

    private static void Hold(Case c)
    {
        var (vocabulary, labels, signatures, trie) = (new Vocabulary(), new LabelTable(), new SignatureTable(), new FormTrie());
        var lexicons = c.Layers.ConvertAll(forms =>
        {
            var lexicon = new Lexicon(vocabulary, labels, trie);
            foreach (var form in forms.Distinct()) lexicon.Add(new TermSense(form, "word", form, ""));
            return lexicon;
        });
        var renumbered = trie.Seal(vocabulary.Count);
        lexicons.ForEach(l => l.Seal(renumbered));
        var finder = new FormFinder(trie, lexicons, new PlainSignatures(vocabulary, labels, signatures), labels, signatures);
        var senses = new Senses(finder.Terms);
        var tokens = new Tokenizer(vocabulary).Tokenize(c.Text);

        // Twice: what is remembered of the first time changes nothing.
        for (var time = 0; time < 2; time++)
        {
            var sightings = new List<int>();
            finder.Find(c.Text, tokens, sightings);
            for (var at = 0; at < tokens.Count; at++)
            {
                for (var layer = 0; layer < lexicons.Count; layer++)
                {
                    var seen = finder.Seen(layer)[sightings[at]];
                    var alone = lexicons[layer].Longest(tokens, at, tokens.Count, out var end);
                    Assert.Same(alone?.Term, seen.Sense == 0 ? null : senses.Of(seen.Sense));
                    Assert.Equal(alone is null ? 1 : end - at, seen.Length);
                    Assert.Equal(finder.See(c.Text, tokens, at, layer, tokens.Count), seen);
                }
            }
        }
    }

    private static Gen<Case> Cases() =>
        from first in Gen.NonEmptyListOf(Form())
        from second in Gen.NonEmptyListOf(Form())
        from text in Gen.NonEmptyListOf(Gen.Elements(Words))
        from glued in Gen.ListOf(Gen.Elements(true, false))
        select new Case([[.. first], [.. second]], string.Concat(text.Select((w, i) => w + (glued.ElementAtOrDefault(i) ? "" : " "))));

    private static Gen<string> Form() =>
        from words in Gen.NonEmptyListOf(Gen.Elements("a", "A", "b", "B", "c", "7"))
        select string.Join(' ', words.Take(4));
}
