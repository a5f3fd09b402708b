using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger;

/// <summary>Takes articles into a store, and derives what they change.</summary>
internal sealed class Writing(ILedgerStore store, Func<Article, ArticleReading> reader, CancellationToken cancellation)
{
    // Readings made before the store was locked, so that reading never keeps another process waiting.
    private readonly Dictionary<Article, ArticleReading> _ahead = [];
    private readonly Dictionary<string, ImmutableArray<string>> _warnings = new(StringComparer.Ordinal);
    private readonly AccountChange _change = new();
    private DecisionBook _book = DecisionBook.Empty;
    private int _read;

    /// <summary>Adds a batch.</summary>
    public AddReceipt Add(IReadOnlyCollection<Article> batch)
    {
        var articles = batch.Select(a => (Article: a, Hash: a.TextHash)).ToList();
        var texts = articles.GroupBy(a => a.Hash, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(a => a.Article).Order(PlaceOrder.Instance).ToList(), StringComparer.Ordinal);
        foreach (var (hash, places) in texts) ReadAhead(hash, places);

        cancellation.ThrowIfCancellationRequested();
        using var write = Begin(store.BeginWrite);
        var fresh = new HashSet<Article>(ReferenceEqualityComparer.Instance);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (hash, places) in texts) Take(write, hash, places, fresh, known);
        var touched = Derive(write);
        cancellation.ThrowIfCancellationRequested();
        write.Commit();

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<AddedArticle>(articles.Count);
        foreach (var (article, hash) in articles)
        {
            var outcome = !fresh.Remove(article) ? AddOutcome.Known
                : known.Contains(hash) || seen.Contains(hash) ? AddOutcome.NewPlace : AddOutcome.New;
            if (outcome != AddOutcome.Known) seen.Add(hash);
            added.Add(new AddedArticle(article, outcome, outcome == AddOutcome.Known ? [] : _warnings.GetValueOrDefault(hash, [])));
        }
        return new AddReceipt(added.DrainToImmutable(), _read, touched);
    }

    /// <summary>Takes articles away again.</summary>
    public ForgetReceipt Forget(IReadOnlyCollection<Article> articles)
    {
        using var write = Begin(store.BeginRemoval);
        var (places, texts) = (0, 0);
        foreach (var group in articles.GroupBy(a => a.TextHash, StringComparer.Ordinal))
        {
            if (store.Find(group.Key) is not { } text) continue;
            var gone = text.Places.Where(p => group.Any(a => PlaceOrder.Instance.Compare(p, a) == 0)).ToList();
            var left = text.Places.Except(gone, ReferenceEqualityComparer.Instance).Cast<Article>().ToList();
            if (left.Count == 0)
            {
                write.ReplaceAccounts(text.Key, [], IsRejected, _change);
                write.SetSketch(text.Key, null, null);
                texts++;
            }
            write.RemovePlaces(text.Key, gone, left.FirstOrDefault());
            places += gone.Count;
            if (left.Count == 0 || gone.Count == 0) continue;
            var moved = gone.Contains(text.Places[0]);
            var content = store.Content(text.Key);
            left = left.ConvertAll(p => p with { Text = content });
            // The text counts from its next place now, and is read as published there.
            if (moved) Keep(write, text.Key, text.Hash, left[0]);
            KeepBeside(write, text.Key, left);
        }
        var touched = Derive(write);
        cancellation.ThrowIfCancellationRequested();
        write.Commit();
        return new ForgetReceipt(places, texts, touched);
    }

    /// <summary>Takes decisions in.</summary>
    public DecideReceipt Decide(IReadOnlyCollection<Decision> decisions)
    {
        using var write = Begin(store.BeginWrite);
        var fresh = decisions.Where(write.AddDecision).ToList();
        var before = _book;
        _book = DecisionBook.Of([.. before.All, .. fresh]);
        var turned = before.InForce.Except(_book.InForce).Concat(_book.InForce.Except(before.InForce)).ToList();
        foreach (var decision in turned) _change.Decided.UnionWith(decision.Accounts);
        foreach (var account in turned.Where(d => d.Kind == DecisionKind.Reject).SelectMany(d => d.Accounts).Distinct(StringComparer.Ordinal))
        {
            if (store.TextOfAccount(account) is not { } text) continue;
            write.ReplaceAccounts(text.Key, Accounts(store, write, text), IsRejected, _change);
        }
        var touched = Derive(write);
        cancellation.ThrowIfCancellationRequested();
        write.Commit();
        return new DecideReceipt(fresh.Count, decisions.Count - fresh.Count, touched);
    }

    /// <summary>Reads all texts again and derives everything anew.</summary>
    public RebuildReceipt Rebuild(IProgress<RebuildProgress>? progress)
    {
        using var write = Begin(store.BeginWrite);
        write.DropDerived();
        var texts = store.Texts();
        var changed = 0;
        write.DropPlaceReadings();
        foreach (var summary in texts)
        {
            var text = store.Text(summary.Key);
            var article = text.Places[0] with { Text = store.Content(summary.Key) };
            if (Keep(write, text.Key, text.Hash, article)) changed++;
            foreach (var beside in FirstKnown.Beside(text.Places)) write.SetPlaceReading(text.Key, beside, Read(beside with { Text = article.Text }));
            progress?.Report(new RebuildProgress(_read, texts.Length));
        }
        Derive(write);
        write.SetDerivation(Derivation.Number);
        cancellation.ThrowIfCancellationRequested();
        write.Commit();
        return new RebuildReceipt(texts.Length, changed, store.Counts().Contacts);
    }

    /// <summary>Derives everything anew from the readings that are kept, where another derivation made the contacts.</summary>
    public static void BringUpToDate(ILedgerStore store)
    {
        if (store.Derivation == Derivation.Number) return;
        // What is kept is read, so no article is: it has the reading of each text at hand.
        var writing = new Writing(store, _ => throw new InvalidOperationException("nothing is to be read"), CancellationToken.None);
        using var write = writing.Begin(store.BeginWrite);
        write.DropDerived();
        foreach (var summary in store.Texts())
        {
            var text = store.Text(summary.Key);
            var article = text.Places[0];
            writing._ahead[article] = store.Reading(summary.Key);
            writing.Keep(write, text.Key, text.Hash, article);
        }
        writing.Derive(write);
        write.SetDerivation(Derivation.Number);
        write.Commit();
    }

    // Decisions are read under the lock, so that no other process decides between this and what is derived.
    private IStoreWrite Begin(Func<IStoreWrite> begin)
    {
        var write = begin();
        try
        {
            _book = DecisionBook.Of(store.Decisions());
            return write;
        }
        catch
        {
            write.Dispose();
            throw;
        }
    }

    // Who held an office is known from all articles together, so bare offices are looked up when all of these are in.
    private int Derive(IStoreWrite write)
    {
        foreach (var key in write.FollowOffices()) write.ReplaceAccounts(key, Accounts(store, write, store.Text(key)), IsRejected, _change);
        return Derivation.Derive(write, _change, _book);
    }

    // The ids come from what the article itself says, so they do not change with what others tell of its offices.
    private static ImmutableArray<Account> Accounts(ILedgerStore store, IStoreWrite write, TextPlaces text) =>
    [
        .. Account.Of(text.Hash, text.Places[0], store.Reading(text.Key).Contacts)
            .Select(a => a with { Finding = BareOffices.Resolve(a.Finding, a.PublishedDay, write.HolderOf) }),
    ];

    private bool IsRejected(string accountId) => _book.Rejecting(accountId) is not null;

    /// <summary>Derives what is otherwise as of a moment, where its hiding of what came later has been noted.</summary>
    /// <param name="store">The ledger as of the moment.</param>
    /// <param name="write">Writes to it.</param>
    /// <param name="change">What was hidden.</param>
    /// <param name="moved">Texts to be filed anew.</param>
    public static void DeriveAsOf(ILedgerStore store, IStoreWrite write, AccountChange change, IReadOnlyCollection<long> moved)
    {
        var book = DecisionBook.Of(store.Decisions());
        var all = DecisionBook.Of([.. book.All, .. store.LaterDecisions()]);
        foreach (var decision in book.InForce.Concat(all.InForce)) change.Decided.UnionWith(decision.Accounts);
        var again = moved.Where(key => !IsFiledSo(store, Accounts(store, write, store.Text(key)))).ToHashSet();
        foreach (var account in change.Decided.Where(a => (book.Rejecting(a) is null) != (all.Rejecting(a) is null)))
        {
            if (store.TextOfAccount(account) is { } text) again.Add(text.Key);
        }
        foreach (var key in again.Order())
        {
            var (text, reading) = (store.Text(key), store.Reading(key));
            write.ReplaceAccounts(key, Accounts(store, write, text), id => book.Rejecting(id) is not null, change);
            SetSketch(store, write, key, text.Places[0], reading);
        }
        Derivation.Derive(write, change, book);
    }

    // Most offices are held by whom later articles name, too.
    private static bool IsFiledSo(ILedgerStore store, ImmutableArray<Account> accounts) => accounts.All(a =>
        store.Placed(a.Id) is { Account: var filed } && filed.Place == a.Place && filed.Published == a.Published && filed.Siblings == a.Siblings
        && ReadingRecord.Write(filed.Finding) == ReadingRecord.Write(a.Finding));

    private void ReadAhead(string hash, List<Article> places)
    {
        if (store.Find(hash) is { } text && PlaceOrder.Instance.Compare(text.Places[0], places[0]) <= 0) return;
        _ahead[places[0]] = Read(places[0]);
    }

    private void Take(IStoreWrite write, string hash, List<Article> places, HashSet<Article> fresh, HashSet<string> known)
    {
        var text = store.Find(hash);
        if (text is not null) known.Add(hash);
        var stored = text?.Places.ToList() ?? [];
        var first = stored.Count > 0 ? stored[0] : null;
        var key = text?.Key ?? 0;
        foreach (var place in places)
        {
            if (stored.Exists(s => PlaceOrder.Instance.Compare(s, place) == 0)) continue;
            fresh.Add(place);
            stored.Add(place);
            // The places come sorted, so the first of them is the only one that can be canonical.
            var canonical = first is null || (ReferenceEquals(place, places[0]) && PlaceOrder.Instance.Compare(place, first) < 0);
            if (first is null) key = write.AddText(hash, place);
            else write.AddPlace(key, place, canonical);
            first ??= place;
            if (canonical) Keep(write, key, hash, place);
        }
        if (stored.Count == 1 || !places.Exists(fresh.Contains)) return;
        stored.Sort(PlaceOrder.Instance);
        KeepBeside(write, key, stored.ConvertAll(p => p with { Text = places[0].Text }));
    }

    // What is asked as of a moment may need the text as it read at a place that was known before the canonical one.
    private void KeepBeside(IStoreWrite write, long key, List<Article> places)
    {
        foreach (var place in FirstKnown.Beside(places))
        {
            if (!write.HasPlaceReading(key, place)) write.SetPlaceReading(key, place, Read(place));
        }
    }

    private bool Keep(IStoreWrite write, long key, string hash, Article article)
    {
        var reading = _ahead.Remove(article, out var ahead) ? ahead : Read(article);
        _warnings[hash] = reading.Warnings;
        var changed = write.AddReading(key, reading);
        write.ReplaceAccounts(key, Account.Of(hash, article, reading.Contacts), IsRejected, _change);
        SetSketch(store, write, key, article, reading);
        return changed;
    }

    // Origins are counted for contacts, so texts that tell of none need no comparison.
    private static void SetSketch(ILedgerStore store, IStoreWrite write, long key, Article article, ArticleReading reading)
    {
        var words = reading.Contacts.IsEmpty ? null : article.Text.Length > 0 ? article.Text : store.Content(key);
        write.SetSketch(key, article.Published?.Day, words is null ? null : Sketch.Of(words));
    }

    private ArticleReading Read(Article article)
    {
        cancellation.ThrowIfCancellationRequested();
        _read++;
        return reader(article);
    }
}
