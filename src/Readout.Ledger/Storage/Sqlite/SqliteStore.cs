using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>A ledger in one SQLite file.</summary>
internal sealed class SqliteStore : ILedgerStore
{
    private const int PageSize = 500;

    private const string AccountRows = $"""
        SELECT a.id, a.ordinal, a.finding, t.hash, t.key, a.contact_id, a.rule, a.because, {SqliteRecords.PlaceColumns}
        FROM accounts a JOIN texts t ON t.key = a.text_key JOIN places p ON p.key = t.place_key
        """;

    private readonly SqliteSession _session;
    private int _readers;

    private SqliteStore(SqliteSession session) => _session = session;

    /// <summary>Opens a ledger file to write, and makes it where there is none.</summary>
    /// <param name="path">The ledger file.</param>
    /// <param name="mostPages">The size in pages at which the disk counts as full, for tests; null sets no bound.</param>
    public static SqliteStore OpenOrCreate(string path, int? mostPages = null)
    {
        var session = SqliteFile.OpenOrCreate(path);
        if (mostPages is { } pages) session.Scalar($"PRAGMA max_page_count = {pages}");
        return new SqliteStore(session);
    }

    /// <summary>Opens a ledger file for questions only.</summary>
    public static SqliteStore OpenToRead(string path) => new(SqliteFile.OpenToRead(path));

    /// <inheritdoc />
    public IStoreWrite BeginWrite() => new SqliteWrite(_session, AccountRows);

    /// <inheritdoc />
    public IStoreWrite BeginRemoval() => new SqliteWrite(_session, AccountRows, overwrites: true);

    /// <inheritdoc />
    public IDisposable BeginRead()
    {
        if (_readers++ == 0) _session.Begin(write: false);
        return new ReadScope(this);
    }

    /// <inheritdoc />
    public int Derivation => (int)_session.Number("SELECT value FROM facts WHERE name = 'derivation'");

    /// <inheritdoc />
    public LocalDate? LastDay =>
        _session.Scalar("SELECT max(day) FROM places") is string day ? LocalDatePattern.Iso.Parse(day).Value : null;

    /// <inheritdoc />
    public LedgerCounts Counts() => _session.Rows(
        "SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM places), (SELECT count(*) FROM accounts), (SELECT count(*) FROM contacts)",
        row => new LedgerCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)))[0];

    /// <inheritdoc />
    public TextPlaces? Find(string textHash) =>
        _session.Scalar("SELECT key FROM texts WHERE hash = $0", textHash) is long key ? Text(key) : null;

    /// <inheritdoc />
    public TextPlaces Text(long key)
    {
        var places = _session.Rows(
            $"SELECT {SqliteRecords.PlaceColumns} FROM places p WHERE p.text_key = $0", row => SqliteRecords.ReadPlace(row, 0), key);
        places.Sort(PlaceOrder.Instance);
        var hash = _session.Scalar("SELECT hash FROM texts WHERE key = $0", key) as string
            ?? throw new InvalidOperationException($"text {key} is not in the store");
        return new TextPlaces(key, hash, [.. places]);
    }

    /// <inheritdoc />
    public string Content(long key) => (string)_session.Scalar("SELECT content FROM texts WHERE key = $0", key)!;

    /// <inheritdoc />
    public ArticleReading Reading(long key) => ReadingRecord.Reading(
        (string)_session.Scalar("SELECT content FROM readings WHERE text_key = $0 ORDER BY revision DESC LIMIT 1", key)!);

    /// <inheritdoc />
    public ImmutableArray<TextSummary> Texts() =>
    [
        .. _session.Rows(
            """
            SELECT t.key, t.length, (SELECT count(DISTINCT a.contact_id) FROM accounts a WHERE a.text_key = t.key)
            FROM texts t JOIN places p ON p.key = t.place_key ORDER BY coalesce(p.day, '~'), p.article, t.hash
            """,
            row => new TextSummary(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2))),
    ];

    /// <inheritdoc />
    public ImmutableArray<long> TextsNamed(string name)
    {
        var keys = _session.Rows(
            "SELECT text_key FROM places WHERE article = $0 UNION SELECT text_key FROM places WHERE url = $0", row => row.GetInt64(0), name);
        if (keys.Count == 0 && name.Length >= 8 && name.All(char.IsAsciiHexDigit))
        {
            var hash = name.ToLowerInvariant();
            // "g" sorts right after the last hexadecimal digit, so this is the range of all hashes that begin so.
            keys = _session.Rows("SELECT key FROM texts WHERE hash >= $0 AND hash < $1 ORDER BY hash", row => row.GetInt64(0), hash, hash + "g");
        }
        return [.. keys];
    }

    /// <inheritdoc />
    public IEnumerable<ContactRow> Contacts(ContactFilter filter)
    {
        var from = filter.From is { } first ? LocalDatePattern.Iso.Format(first) : null;
        var to = filter.To is { } last ? LocalDatePattern.Iso.Format(last) : null;
        // Page by page: no statement stays open while the caller works, and memory does not grow with the ledger.
        var (afterDay, afterId) = ("", "");
        while (true)
        {
            var page = _session.Rows(
                $"""
                SELECT {SqliteRecords.ContactColumns} FROM contacts
                WHERE (sort_day, id) > ($0, $1)
                  AND ($2 IS NULL OR CASE WHEN date IS NULL THEN sort_day <> '~' AND sort_day >= $2 ELSE last IS NULL OR last >= $2 END)
                  AND ($3 IS NULL OR CASE WHEN date IS NULL THEN sort_day <= $3 ELSE first IS NULL OR first <= $3 END)
                ORDER BY sort_day, id LIMIT {PageSize}
                """,
                SqliteRecords.ReadContact, afterDay, afterId, from, to);
            foreach (var row in page)
            {
                yield return row;
                (afterDay, afterId) = (SqliteRecords.SortDay(row.Row.SortDay), row.Row.Id);
            }
            if (page.Count < PageSize) yield break;
        }
    }

    /// <inheritdoc />
    public IEnumerable<ContactRow> Plans()
    {
        var (afterDay, afterId) = ("", "");
        while (true)
        {
            var page = _session.Rows(
                $"SELECT {SqliteRecords.ContactColumns} FROM contacts WHERE plan AND (sort_day, id) > ($0, $1) ORDER BY sort_day, id LIMIT {PageSize}",
                SqliteRecords.ReadContact, afterDay, afterId);
            foreach (var row in page) yield return row;
            if (page.Count < PageSize) yield break;
            (afterDay, afterId) = (SqliteRecords.SortDay(page[^1].Row.SortDay), page[^1].Row.Id);
        }
    }

    /// <inheritdoc />
    public ContactRow? Contact(string id) =>
        _session.Rows($"SELECT {SqliteRecords.ContactColumns} FROM contacts WHERE id = $0", SqliteRecords.ReadContact, id).SingleOrDefault();

    /// <inheritdoc />
    public ImmutableArray<PlacedAccount> AccountsOf(string contactId)
    {
        var accounts = _session.Rows(
            $"{AccountRows} WHERE a.contact_id = $0",
            row => new PlacedAccount(
                SqliteRecords.ReadAccount(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), SqliteRecords.ReadPlace(row, 8)),
                row.GetString(5), new MergeReason(row.GetString(6), row.GetString(7)), row.GetInt64(4)),
            contactId);
        accounts.Sort((a, b) => Account.CompareCanonically(a.Account, b.Account));
        return [.. accounts];
    }

    /// <inheritdoc />
    public ImmutableArray<string> ContactsOfText(long key) =>
        [.. _session.Rows("SELECT contact_id FROM accounts WHERE text_key = $0 ORDER BY ordinal", row => row.GetString(0), key)];

    /// <inheritdoc />
    public ImmutableArray<string> ContactsNamed(string id, int limit)
    {
        var typed = id.ToLowerInvariant();
        var exact = _session.Rows(
            "SELECT DISTINCT contact_id FROM accounts WHERE id = $0 OR hex = $1 ORDER BY contact_id LIMIT 2",
            row => row.GetString(0), typed, AccountIds.KeyOf(typed));
        if (exact.Count > 0 || typed.Length == 0) return [.. exact];
        // U+FFFF sorts after whatever an id goes on with.
        return
        [
            .. _session.Rows(
                $"""
                SELECT contact_id FROM accounts WHERE id >= $0 AND id < $1
                UNION SELECT contact_id FROM accounts WHERE hex >= $0 AND hex < $1 ORDER BY 1 LIMIT {limit}
                """,
                row => row.GetString(0), typed, typed + "\uFFFF"),
        ];
    }

    /// <inheritdoc />
    public void Dispose() => _session.Dispose();

    private sealed class ReadScope(SqliteStore store) : IDisposable
    {
        private bool _ended;

        public void Dispose()
        {
            if (_ended) return;
            _ended = true;
            if (--store._readers == 0) store._session.End();
        }
    }
}
