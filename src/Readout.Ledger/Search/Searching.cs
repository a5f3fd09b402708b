using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Search;

/// <summary>Searches texts and names.</summary>
internal sealed class Searching(ILedgerStore store)
{
    /// <summary>
    /// The most texts that are ranked. Of more, those with the words together go before others, and the newest before older ones: what
    /// a search costs must not grow with the ledger.
    /// </summary>
    public const int RankedAtMost = 400;

    private const int ActorsShown = 10;

    /// <summary>What is found.</summary>
    public SearchAnswer Of(SearchQuery query)
    {
        var words = SearchWords.Of(query.Text);
        if (words.Folded.IsEmpty) return new SearchAnswer([], [], 0, true);
        var (keys, all) = Candidates(words, query);
        var found = store.ToRank(keys).Where(t => Passes(t.Key, query)).Select(t => new Found(t, new TextHits(words, t.Content, t.TitleLength))).ToList();
        var usual = found.Count == 0 ? 0 : found.Average(c => c.Hits.Words);
        var best = found.Select(c => (Found: c, Score: c.Hits.Score(usual)))
            .OrderByDescending(c => c.Score).ThenByDescending(c => c.Found.Text.Day, StringComparer.Ordinal).ThenBy(c => c.Found.Text.Hash, StringComparer.Ordinal)
            .Take(query.Limit);
        return new SearchAnswer(Actors(words), [.. best.Select(b => Shown(b.Found, b.Score, words))], found.Count, all);
    }

    /// <summary>Actors whose name has all the words, or whom articles call by just these, the most named first.</summary>
    public ImmutableArray<ActorRow> Actors(SearchWords words)
    {
        var named = store.ActorsNamed(words.Folded[0])
            .Where(a => words.Folded.All(w => SearchWords.In(a.Folded).Any(p => a.Folded.AsSpan(p.Start, p.End - p.Start).SequenceEqual(w))))
            .Select(a => a.Value);
        var called = store.Called(string.Join(' ', words.Folded));
        return
        [
            .. named.Concat(called).Distinct(StringComparer.Ordinal)
                .Select(name => new ActorRow(name, store.TextsNaming(name, ActorRow.CountedAtMost))).Where(a => a.Articles > 0)
                .OrderByDescending(a => a.Articles).ThenBy(a => a.Name, StringComparer.Ordinal).Take(ActorsShown),
        ];
    }

    private (List<long> Keys, bool All) Candidates(SearchWords words, SearchQuery query)
    {
        var keys = store.Matching(words.Together, query.From, query.To, RankedAtMost + 1).ToList();
        if (words.Folded.Length > 1 && keys.Count <= RankedAtMost)
        {
            keys = [.. keys.Concat(store.Matching(words.Anywhere, query.From, query.To, (2 * RankedAtMost) + 1)).Distinct()];
        }
        var all = keys.Count <= RankedAtMost;
        return (all ? keys : keys.GetRange(0, RankedAtMost), all);
    }

    private sealed record Found(TextToRank Text, TextHits Hits);

    private bool Passes(long key, SearchQuery query)
    {
        if (!query.Publishers.IsEmpty && !store.Text(key).Places.Any(p => PublisherMatching.Is(p.Publisher, query.Publishers))) return false;
        return query.About is not { } about
            || store.ContactsOfText(key).Any(id => id.Length > 0 && store.Contact(id) is { } contact && store.Passes(contact, about));
    }

    private FoundArticle Shown(Found found, double score, SearchWords words)
    {
        // A word that the text does not have is in a name of somebody whom it calls otherwise.
        var missing = Enumerable.Range(0, words.Folded.Length).Where(i => !found.Hits.Has(i)).Select(i => words.Folded[i]).ToList();
        var mentions = missing.Count == 0 ? [] : store.Reading(found.Text.Key).Mentions
            .Where(m => m.Names.Any(n => missing.Exists(w => SearchWords.Of(n).Folded.Contains(w))))
            .Select(m => (m.Words.Start, m.Words.End));
        var text = found.Text;
        return new FoundArticle(
            PlaceOrder.Shown(store.Text(text.Key).Places[0], text.Hash), text.Content, text.TitleLength, score,
            found.Hits.Evidence(mentions), [.. store.ContactsOfText(text.Key).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)]);
    }
}
