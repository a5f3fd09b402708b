using FsCheck;
using FsCheck.Fluent;
using Readout.Reading.Matching;
using Xunit;

namespace Readout.Tests.Reading.Matching;

/// <summary>The automaton against a matcher that tries everything, on small random patterns and texts.</summary>
public sealed class AutomatonTests
{
    private const int Labels = 4;

    private static readonly bool[] LongestAndShortest = [true, false];

    private sealed record Case(List<Pattern> Patterns, List<List<int>> Text);

    [Fact]
    public void It_finds_what_trying_everything_finds() => Hold(c =>
    {
        var found = new List<(int Pattern, int End)>();
        foreach (var longest in LongestAndShortest)
        {
            var (automaton, items, signatures) = Build(c, longest);
            for (var from = 0; from < items.Count; from++)
            {
                Run(automaton, items, from, items.Count, found);
                var expected = c.Patterns.Select((p, i) => (Pattern: i, Ends: Ends(p, items, signatures, from).Where(e => e > from).ToList()))
                    .Where(x => x.Ends.Count > 0)
                    .Select(x => (x.Pattern, End: longest ? x.Ends.Max() : x.Ends.Min()));
                Assert.Equal(expected, found.OrderBy(f => f.Pattern));
            }
        }
    });

    [Fact]
    public void It_never_looks_past_the_end_given() => Hold(c =>
    {
        var (automaton, items, _) = Build(c);
        var (whole, part) = (new List<(int, int End)>(), new List<(int, int End)>());
        for (var end = 1; end <= items.Count; end++)
        {
            Run(automaton, items, 0, end, part);
            Assert.All(part, f => Assert.InRange(f.End, 1, end));
            var shorter = new ItemList();
            foreach (var item in items.Take(end)) shorter.Add(item);
            Run(automaton, shorter, 0, end, whole);
            Assert.Equal(whole, part);
        }
    });

    [Fact]
    public void Whatever_matched_can_be_walked_and_its_captures_lie_within() => Hold(c =>
    {
        var (automaton, items, _) = Build(c);
        var found = new List<(int Pattern, int End)>();
        for (var from = 0; from < items.Count; from++)
        {
            Run(automaton, items, from, items.Count, found);
            foreach (var (pattern, end) in found.ToArray())
            {
                var captures = automaton.Capture(pattern, items.Cells, from, end);
                for (var name = 0; name < 2; name++)
                {
                    Assert.All(captures.All(name), r => Assert.True(from <= r.Start && r.Start <= r.End && r.End <= end));
                }
            }
        }
    });

    [Fact]
    public void What_it_learned_from_one_text_changes_nothing_for_the_next()
    {
        Hold(c =>
        {
            foreach (var longest in LongestAndShortest)
            {
                var (learned, items, signatures) = Build(c, longest);
                var (one, two) = (new List<(int, int)>(), new List<(int, int)>());
                for (var from = items.Count - 1; from >= 0; from--) Run(learned, items, from, items.Count, one);
                for (var from = 0; from < items.Count; from++)
                {
                    Run(learned, items, from, items.Count, one);
                    Run(new Automaton(c.Patterns, signatures, longest), items, from, items.Count, two);
                    Assert.Equal(two, one);
                }
            }
        });
    }

    // A table with a row for each state has room for so many classes; walks may meet more before the next scan.
    [Fact]
    public void Classes_that_only_a_walk_has_met_lead_no_scan_astray()
    {
        const int Many = 220;
        var signatures = new SignatureTable();
        Pattern.Element Labelled(int label) => new([label], []);
        var patterns = Enumerable.Range(0, Many).SelectMany(l => new Pattern[]
        {
            new Pattern.Sequence([Labelled(l), new Pattern.Capture(0, Labelled(Many))]),
            new Pattern.Sequence([Labelled(Many), new Pattern.Capture(0, Labelled(l))]),
        }).ToList();
        var found = new List<(int Pattern, int End)>();
        for (var last = 1; last < Many; last++)
        {
            var learned = new Automaton(patterns, signatures, true);
            Hold(learned, Many, 0);
            for (var label = 0; label < Many; label++) Hold(learned, label, Many);
            Hold(learned, Many, last);
        }

        void Hold(Automaton learned, int one, int two)
        {
            var items = new ItemList();
            items.Add(new Item(0, 1, signatures.Intern([one])));
            items.Add(new Item(1, 2, signatures.Intern([two])));
            Run(learned, items, 0, 2, found);
            Assert.Equal([(one == Many ? (two * 2) + 1 : one * 2, 2)], found);
            Assert.Equal((1, 2), learned.Capture(found[0].Pattern, items.Cells, 0, 2).First(0));
        }
    }

    // The matches at one place, and no other.
    private static void Run(Automaton automaton, ItemList items, int from, int end, List<(int Pattern, int End)> found)
    {
        if (automaton.Scan(items.Cells[..end], from, found) != from) found.Clear();
    }

    private static (Automaton Automaton, ItemList Items, SignatureTable Signatures) Build(Case c, bool longest = true)
    {
        var signatures = new SignatureTable();
        var items = new ItemList();
        foreach (var (labels, i) in c.Text.Select((labels, i) => (labels, i))) items.Add(new Item(i, i + 1, signatures.Intern([.. labels])));
        return (new Automaton(c.Patterns, signatures, longest), items, signatures);
    }

    private static HashSet<int> Ends(Pattern pattern, ItemList items, SignatureTable signatures, int from)
    {
        switch (pattern)
        {
            case Pattern.Element e:
                return from < items.Count && e.Labels.All(l => signatures.Has(items[from].Signature, l)) && !e.Without.Any(l => signatures.Has(items[from].Signature, l))
                    ? [from + 1]
                    : [];
            case Pattern.Sequence s:
                HashSet<int> at = [from];
                foreach (var part in s.Parts) at = [.. at.SelectMany(a => Ends(part, items, signatures, a))];
                return at;
            case Pattern.Choice c:
                return [.. c.Options.SelectMany(o => Ends(o, items, signatures, from))];
            case Pattern.Capture c:
                return Ends(c.Part, items, signatures, from);
            case Pattern.Repeat r:
                HashSet<int> ends = r.Least == 0 ? [from] : [];
                HashSet<int> reached = [from];
                for (var i = 1; i <= r.Most; i++)
                {
                    reached = [.. reached.SelectMany(a => Ends(r.Part, items, signatures, a))];
                    if (i >= r.Least) ends.UnionWith(reached);
                }

                return ends;
            default:
                throw new InvalidOperationException();
        }
    }

    private static void Hold(Action<Case> law) =>
        Prop.ForAll(Cases().ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(20));

    private static Gen<Case> Cases() =>
        from patterns in Gen.NonEmptyListOf(APattern(3))
        from text in Gen.NonEmptyListOf(Gen.SubListOf(Enumerable.Range(0, Labels)))
        select new Case([.. patterns.Take(5)], [.. text.Take(12).Select(l => l.ToList())]);

    private static Gen<Pattern> APattern(int depth) => depth == 0 ? Element() : Gen.Frequency(
        (2, Element()),
        (2, Several(depth).Select(parts => (Pattern)new Pattern.Sequence([.. parts]))),
        (1, Several(depth).Select(parts => (Pattern)new Pattern.Choice([.. parts]))),
        (1, Captured(depth)),
        (1, Repeated(depth)));

    private static Gen<Pattern> Captured(int depth) =>
        from name in Gen.Choose(0, 1)
        from part in APattern(depth - 1)
        select (Pattern)new Pattern.Capture(name, part);

    private static Gen<Pattern> Repeated(int depth) =>
        from part in APattern(depth - 1)
        from least in Gen.Choose(0, 2)
        from more in Gen.Choose(0, 2)
        from lazy in Gen.Elements(true, false)
        select (Pattern)new Pattern.Repeat(part, least, Math.Max(1, least + more), lazy);

    private static Gen<List<Pattern>> Several(int depth) =>
        from first in APattern(depth - 1)
        from second in APattern(depth - 1)
        from third in APattern(depth - 1)
        from count in Gen.Choose(1, 3)
        select new List<Pattern> { first, second, third }.GetRange(0, count);

    private static Gen<Pattern> Element() =>
        from with in Gen.SubListOf(Enumerable.Range(0, Labels))
        from without in Gen.Choose(-4, Labels - 1)
        select (Pattern)new Pattern.Element([.. with.Take(2)], without < 0 ? [] : [without]);
}
