using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;
using Readout.Ledger.Storage;
using Readout.Ledger.Storage.Sqlite;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger;

/// <summary>
/// The ledger: a pure function of the articles it was given, in whatever order and batches they came.
/// Every failure of the file itself is a <see cref="LedgerException"/> whose message can be shown as it is.
/// One instance is for one thread and one thing at a time: walk a list to its end, or leave its loop, before adding.
/// </summary>
public sealed class ContactLedger : IDisposable
{
    private readonly ILedgerStore _store;
    private readonly Asking _asking;

    /// <summary>A ledger in a store of any kind.</summary>
    internal ContactLedger(ILedgerStore store) => (_store, _asking) = (store, new Asking(store));

    /// <summary>Opens a ledger file to read and write, and makes it where there is none.</summary>
    /// <param name="path">The ledger file.</param>
    public static ContactLedger OpenOrCreate(string path)
    {
        var store = SqliteStore.OpenOrCreate(path);
        try
        {
            Writing.BringUpToDate(store);
            return new ContactLedger(store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a ledger file that must exist, for questions only. It works on a read-only file, unless an older version made it: then it
    /// must first be brought up to date.
    /// </summary>
    /// <param name="path">The ledger file.</param>
    public static ContactLedger OpenToRead(string path)
    {
        try
        {
            return new(Current(SqliteStore.OpenToRead(path), path));
        }
        catch (OlderLedgerException older)
        {
            try
            {
                OpenOrCreate(path).Dispose();
            }
            catch (LedgerReadOnlyException failure)
            {
                throw new OlderLedgerException(path, older.Found, older.Known, failure);
            }
            return new(SqliteStore.OpenToRead(path));
        }
    }

    /// <summary>
    /// Adds articles in one transaction: when this returns, all of them are kept on disk; when it throws, none is.
    /// The ledger decides what has to be read: a text it knows is not read again unless its first known
    /// publication moves.
    /// </summary>
    /// <param name="batch">The articles; the same one twice is one.</param>
    /// <param name="reader">Reads one article; called on this thread, before anything is written where possible.</param>
    /// <param name="cancellation">Gives up before the next article is read or the batch is written; nothing of the batch is kept then.</param>
    public AddReceipt Add(IReadOnlyCollection<Article> batch, Func<Article, ArticleReading> reader, CancellationToken cancellation = default) =>
        new Writing(_store, reader, cancellation).Add(batch);

    /// <summary>
    /// Takes articles away, in one transaction, as if they had never been added. An article is a text at a place; the text goes with its
    /// last place. The file keeps no copy of what has gone.
    /// </summary>
    /// <param name="articles">The articles; those that the ledger does not hold are passed over.</param>
    /// <param name="reader">Reads a text again that counts from another place now.</param>
    /// <param name="cancellation">Gives up; the ledger stays as it was.</param>
    public ForgetReceipt Forget(
        IReadOnlyCollection<Article> articles, Func<Article, ArticleReading> reader, CancellationToken cancellation = default) =>
        new Writing(_store, reader, cancellation).Forget(articles);

    /// <summary>
    /// Takes decisions in, in one transaction. They count among all others by when they were made, whatever order they come in, and hold for
    /// accounts that come later, too.
    /// </summary>
    /// <param name="decisions">The decisions; one that the ledger has is passed over.</param>
    /// <param name="cancellation">Gives up; the ledger stays as it was.</param>
    public DecideReceipt Decide(IReadOnlyCollection<Decision> decisions, CancellationToken cancellation = default) =>
        new Writing(_store, _ => throw new InvalidOperationException("deciding reads nothing"), cancellation).Decide(decisions);

    /// <summary>Reads every stored article again and derives all contacts anew, in one transaction.</summary>
    /// <param name="reader">Reads one article.</param>
    /// <param name="progress">Told how many articles have been read, out of how many.</param>
    /// <param name="cancellation">Gives up; the ledger stays as it was.</param>
    public RebuildReceipt Rebuild(
        Func<Article, ArticleReading> reader, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default) =>
        new Writing(_store, reader, cancellation).Rebuild(progress);

    /// <summary>An article's place as lists show it.</summary>
    /// <param name="article">The article.</param>
    public static ArticlePlace PlaceOf(Article article) => PlaceOrder.Shown(article, article.TextHash);

    /// <summary>The day that is asked about: that of the latest publication; null where no publication is known.</summary>
    public LocalDate? LastDay => _store.LastDay;

    /// <summary>
    /// The ledger as of a moment: what could be known from the articles published by then and from the decisions made by then. It answers
    /// every question as a ledger would that was given no others, and sees nothing that is written after it was asked for.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <returns>A ledger for questions alone, to be disposed by itself.</returns>
    public ContactLedger AsOf(AsOf moment) => new(_store.Of(moment, Writing.DeriveAsOf));

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts() => _store.Counts();

    /// <summary>The contacts that pass a filter, by date; undated ones stand at the publication that first told of them.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<TimelineRow> Timeline(ContactFilter? filter = null) => InOneView(() => _asking.Rows(filter).Select(c => c.Row));

    /// <summary>The last contacts of <see cref="Timeline"/>, in its order.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    /// <param name="count">How many, at most.</param>
    public ImmutableArray<TimelineRow> Latest(ContactFilter? filter, int count)
    {
        using var view = _store.BeginRead();
        return [.. _store.Contacts(filter ?? new ContactFilter(), latestFirst: true).Take(count).Select(c => c.Row).Reverse()];
    }

    /// <summary>Articles and actors that have all words of a query.</summary>
    /// <param name="query">What to search for.</param>
    public SearchAnswer Search(SearchQuery query)
    {
        using var view = _store.BeginRead();
        return new Searching(_store).Of(query);
    }

    /// <summary>Whom a name means: by the canonical name, by a name that articles use, or by a part of one.</summary>
    /// <param name="name">What the user typed; a state's code will do too.</param>
    /// <param name="contacts">The most contacts to give.</param>
    public ActorLookup Actor(string name, int contacts)
    {
        using var view = _store.BeginRead();
        return new AskingActors(_store).Find(name, contacts);
    }

    /// <summary>What holders held to on an issue, and where that changed: by issue, holder and time.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public ImmutableArray<StanceRun> Positions(PositionFilter? filter = null)
    {
        using var view = _store.BeginRead();
        return new AskingPositions(_store).Runs(filter ?? new PositionFilter());
    }

    /// <summary>What sources say of how many contacts there were, held against the record, by date of the contact they count.</summary>
    /// <param name="filter">Which counted contacts to keep; null keeps all.</param>
    public IEnumerable<CountGap> Gaps(ContactFilter? filter = null) => InOneView(() => new AskingGaps(_store).Of(filter));

    /// <summary>The issues on which positions are known, the most told of first.</summary>
    public ImmutableArray<IssueRow> Issues()
    {
        using var view = _store.BeginRead();
        return new AskingPositions(_store).Issues();
    }

    /// <summary>Finds one contact by the id of any of its accounts: in full, a unique beginning, or the hexadecimal part alone.</summary>
    /// <param name="id">What the user typed.</param>
    public ContactLookup Find(string id)
    {
        using var view = _store.BeginRead();
        return _asking.Find(id);
    }

    /// <summary>Contacts in full, by date, as <see cref="Export"/> writes them.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<Contact> Contacts(ContactFilter? filter = null) =>
        InOneView(() => _asking.Rows(filter).Select(c => _asking.Full(c, withWords: true)));

    /// <summary>Statements of all articles, by publication and place in the text.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<StatementRow> Statements(StatementFilter? filter = null) =>
        InOneView(() => new AskingStatements(_store).Of(filter ?? new StatementFilter()));

    /// <summary>The text with a given content address; null where the ledger does not hold it.</summary>
    /// <param name="textHash">The hash, in full.</param>
    public string? TextOf(string textHash)
    {
        using var view = _store.BeginRead();
        return _store.Find(textHash) is { } text ? _store.Content(text.Key) : null;
    }

    /// <summary>The texts of the ledger with the places they stand at, by publication.</summary>
    public IEnumerable<ArticleRow> Articles() => InOneView(_asking.Articles);

    /// <summary>
    /// Stored articles, with text and reading, that carry a name: the given id, a URL, or the beginning (eight digits or more) of
    /// the text's hash. Two texts may carry one given id, so there may be several.
    /// </summary>
    /// <param name="name">What the user typed.</param>
    public ImmutableArray<StoredArticle> FindArticles(string name)
    {
        using var view = _store.BeginRead();
        return _asking.Named(name);
    }

    /// <summary>
    /// The articles, each a text at one place, that carry a name: the given id, a URL, or the beginning (eight digits or more) of the
    /// text's hash, which is carried at all its places.
    /// </summary>
    /// <param name="name">What the user typed.</param>
    public ImmutableArray<Article> FindPlaces(string name)
    {
        using var view = _store.BeginRead();
        return _asking.PlacesNamed(name);
    }

    /// <summary>
    /// The contacts that were plans, by date, with their lives and what has become of them: judged on the day of the latest publication in
    /// the ledger, never by the clock.
    /// </summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<Plan> Plans(ContactFilter? filter = null) => InOneView(() => _asking.Plans(filter));

    /// <summary>All decisions, those decided later first, with what they do now.</summary>
    public IEnumerable<DecisionRow> Decisions() => InOneView(() => new DecisionList(_store).All());

    /// <summary>
    /// Why two accounts are, or are not, one contact. Ids are those of accounts, in full, a unique beginning, or the hexadecimal part alone; the id
    /// of a contact is that of its earliest account.
    /// </summary>
    /// <param name="first">What the user typed for the one.</param>
    /// <param name="second">What the user typed for the other.</param>
    public WhyLookup Why(string first, string second)
    {
        using var view = _store.BeginRead();
        return new Comparing(_store).Of(first, second);
    }

    /// <summary>Fields on which sources conflict, the sharpest first.</summary>
    /// <param name="filter">Which contacts to look at; null looks at all.</param>
    public ImmutableArray<Disagreement> Disagreements(ContactFilter? filter = null)
    {
        using var view = _store.BeginRead();
        return
        [
            .. _asking.Rows(filter).Where(c => c.Row.Conflicts > 0)
                .SelectMany(c => _asking.Full(c, withWords: false).Fields
                    .Where(f => f.Agreement == Agreement.Conflicting)
                    .Select(f => new Disagreement(c.Row, f, Sharpness.Of(f))))
                .OrderByDescending(d => d.Sharpness).ThenBy(d => d.Contact.Id, StringComparer.Ordinal).ThenBy(d => d.Field.Field),
        ];
    }

    /// <summary>Writes all contacts as JSON Lines in the ledger format: UTF-8, LF, the same bytes for the same articles.</summary>
    /// <param name="output">Where to write; not closed.</param>
    /// <param name="filter">What to keep; null keeps all.</param>
    public void Export(Stream output, ContactFilter? filter = null)
    {
        using var view = _store.BeginRead();
        LedgerExport.Write(_asking.Rows(filter).Select(c => _asking.Full(c, withWords: false)), output);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _store.Dispose();

    // A step to a newer schema leaves the contacts to be derived; whoever comes between the two must not see an empty ledger.
    private static SqliteStore Current(SqliteStore store, string path)
    {
        if (store.Derivation != 0 || store.Counts().Texts == 0) return store;
        store.Dispose();
        throw new OlderLedgerException(path, Schema.Version, Schema.Version);
    }

    // What another process writes while a list is being walked must not tear it.
    private IEnumerable<T> InOneView<T>(Func<IEnumerable<T>> ask)
    {
        using var view = _store.BeginRead();
        foreach (var item in ask()) yield return item;
    }
}
