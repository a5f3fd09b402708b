using System.Collections.Immutable;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger;

/// <summary>
/// The ledger: a pure function of the articles it was given, in whatever order and batches they came.
/// Every failure of the file itself is a <see cref="LedgerException"/> whose message can be shown as it is.
/// One instance is for one thread at a time.
/// </summary>
public sealed class ContactLedger : IDisposable
{
    /// <summary>Opens a ledger file to read and write, and makes it where there is none.</summary>
    /// <param name="path">The ledger file.</param>
    public static ContactLedger OpenOrCreate(string path) => throw new NotImplementedException();

    /// <summary>Opens a ledger file that must exist, for questions only; works on a read-only file.</summary>
    /// <param name="path">The ledger file.</param>
    public static ContactLedger OpenToRead(string path) => throw new NotImplementedException();

    /// <summary>
    /// Adds articles in one transaction: when this returns, all of them are kept on disk; when it throws, none is.
    /// The ledger decides what has to be read: a text it knows is not read again unless its first known
    /// publication moves.
    /// </summary>
    /// <param name="batch">The articles; the same one twice is one.</param>
    /// <param name="reader">Reads one article; called on this thread, before anything is written where possible.</param>
    /// <param name="cancellation">Gives up before the next article is read or the batch is written; nothing of the batch is kept then.</param>
    public AddReceipt Add(IReadOnlyCollection<Article> batch, Func<Article, ArticleReading> reader, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Reads every stored article again and derives all contacts anew, in one transaction.</summary>
    /// <param name="reader">Reads one article.</param>
    /// <param name="progress">Told how many articles have been read, out of how many.</param>
    /// <param name="cancellation">Gives up; the ledger stays as it was.</param>
    public RebuildReceipt Rebuild(
        Func<Article, ArticleReading> reader, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts() => throw new NotImplementedException();

    /// <summary>The contacts that pass a filter, by date; undated ones stand at the publication that first told of them.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<TimelineRow> Timeline(ContactFilter? filter = null) => throw new NotImplementedException();

    /// <summary>Finds one contact by the id of any of its accounts: in full, a unique beginning, or the hexadecimal part alone.</summary>
    /// <param name="id">What the user typed.</param>
    public ContactLookup Find(string id) => throw new NotImplementedException();

    /// <summary>Contacts in full, by date, as <see cref="Export"/> writes them.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<Contact> Contacts(ContactFilter? filter = null) => throw new NotImplementedException();

    /// <summary>Statements of all articles, by publication and place in the text.</summary>
    /// <param name="filter">What to keep; null keeps all.</param>
    public IEnumerable<StatementRow> Statements(StatementFilter? filter = null) => throw new NotImplementedException();

    /// <summary>The texts of the ledger with the places they stand at, by publication.</summary>
    public IEnumerable<ArticleRow> Articles() => throw new NotImplementedException();

    /// <summary>
    /// Stored articles, with text and reading, that carry a name: the given id, a URL, or the beginning (eight digits or more) of
    /// the text's hash. Two texts may carry one given id, so there may be several.
    /// </summary>
    /// <param name="name">What the user typed.</param>
    public ImmutableArray<StoredArticle> FindArticles(string name) => throw new NotImplementedException();

    /// <summary>Fields on which sources conflict, the sharpest first.</summary>
    /// <param name="filter">Which contacts to look at; null looks at all.</param>
    public ImmutableArray<Disagreement> Disagreements(ContactFilter? filter = null) => throw new NotImplementedException();

    /// <summary>Writes all contacts as JSON Lines in the ledger format: UTF-8, LF, the same bytes for the same articles.</summary>
    /// <param name="output">Where to write; not closed.</param>
    /// <param name="filter">What to keep; null keeps all.</param>
    public void Export(Stream output, ContactFilter? filter = null) => throw new NotImplementedException();

    /// <summary>Closes the file.</summary>
    public void Dispose() => throw new NotImplementedException();
}
