using System.Collections.Immutable;
using Readout.Reading;

namespace Readout.Ledger.Search;

/// <summary>Where the words of a search stand in one text, and how well the text answers it.</summary>
internal sealed class TextHits
{
    // Of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): how soon further hits count less, how much length
    // counts, and what a hit in the title weighs. Words are not weighed by rarity: every text that is ranked has all of them.
    private const double Saturation = 1.2, ByLength = 0.75, InTitle = 3;

    // A word that was typed with other accents is likely another word.
    private const double OtherAccents = 0.5;

    private readonly string _text;
    private readonly List<Hit> _hits = [];
    private readonly double[] _weights;
    private readonly bool _together;

    /// <summary>Finds the words in a text.</summary>
    /// <param name="words">The words.</param>
    /// <param name="text">The text.</param>
    /// <param name="titleLength">How much of it is its title.</param>
    public TextHits(SearchWords words, string text, int titleLength)
    {
        _text = text;
        var folded = PlainLetters.Of(text);
        _weights = new double[words.Folded.Length];
        var run = 0;
        foreach (var (start, end) in SearchWords.In(folded))
        {
            Words++;
            var word = folded.AsSpan(start, end - start);
            // How many words stand here as they were typed, one after another; they go on, or begin anew.
            run = word.SequenceEqual(words.Folded[run]) ? run + 1 : word.SequenceEqual(words.Folded[0]) ? 1 : 0;
            var asTyped = false;
            for (var i = 0; i < words.Folded.Length; i++)
            {
                if (!word.SequenceEqual(words.Folded[i])) continue;
                var same = text.AsSpan(start, end - start).Equals(words.Typed[i], StringComparison.OrdinalIgnoreCase)
                    || string.Equals(words.Typed[i], words.Folded[i], StringComparison.Ordinal);
                asTyped |= same;
                _weights[i] += (start < titleLength ? InTitle : 1) * (same ? 1 : OtherAccents);
                if (_hits.Count == 0 || _hits[^1].Start != start) _hits.Add(new Hit(start, end));
            }

            if (_hits.Count > 0 && _hits[^1].Start == start) _hits[^1].AsTyped = asTyped;
            if (run < words.Folded.Length) continue;
            foreach (var hit in _hits.TakeLast(run)) hit.Together = true;
            (_together, run) = (true, 0);
        }
    }

    private sealed class Hit(int start, int end)
    {
        public int Start => start;

        public int End => end;

        public bool AsTyped { get; set; }

        public bool Together { get; set; }
    }

    /// <summary>How many words the text has.</summary>
    public int Words { get; }

    /// <summary>Whether a word of the search stands in the text; one that does not is a name by which it says who somebody is.</summary>
    public bool Has(int word) => _weights[word] > 0;

    /// <summary>How well the text answers.</summary>
    /// <param name="usualWords">How many words the texts that are ranked have on average.</param>
    public double Score(double usualWords)
    {
        var length = 1 - ByLength + (ByLength * Words / Math.Max(1, usualWords));
        var sum = 0.0;
        foreach (var found in _weights)
        {
            var weight = found > 0 ? found : 1;
            sum += weight * (Saturation + 1) / (weight + (Saturation * length));
        }
        return _together ? 2 * sum : sum;
    }

    /// <summary>
    /// The words as evidence, in text order; neighbours that only spaces part are one. Where some stand together, or with the accents that
    /// were typed, the others are passed over.
    /// </summary>
    /// <param name="more">Further places to show.</param>
    public ImmutableArray<Evidence> Evidence(IEnumerable<(int Start, int End)> more)
    {
        var hits = _together ? _hits.FindAll(h => h.Together) : _hits;
        if (hits.Exists(h => h.AsTyped)) hits = hits.FindAll(h => h.AsTyped);
        var places = hits.Select(h => (h.Start, h.End)).Concat(more).Where(p => p.Start >= 0 && p.End <= _text.Length && p.Start < p.End)
            .Distinct().Order().ToList();
        var joined = new List<(int Start, int End)>();
        foreach (var place in places)
        {
            if (joined.Count > 0 && (place.Start <= joined[^1].End || _text.AsSpan(joined[^1].End, place.Start - joined[^1].End) is " "))
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, place.End));
            }
            else joined.Add(place);
        }
        return [.. joined.Select(p => new Evidence(p.Start, p.End, _text[p.Start..p.End]))];
    }
}
