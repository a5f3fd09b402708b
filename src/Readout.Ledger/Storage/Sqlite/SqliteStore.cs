using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Reading;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>A ledger in one SQLite file.</summary>
internal sealed class SqliteStore : ILedgerStore
{
    // Where more accounts than these are meant, all of the past is derived.
    private const int SettledAtOnce = 16;

    private readonly SqliteSession _session;
    private readonly Terms _terms;
    private AsOf? _asOf;
    private SqliteAsOf? _hiding;
    private SqlitePast? _past;
    private int _readers;

    private SqliteStore(SqliteSession session) => (_session, _terms) = (session, new Terms(session));

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
    public ILedgerStore Of(AsOf asOf, Action<ILedgerStore, IStoreWrite, AccountChange, IReadOnlyCollection<long>> derive)
    {
        // A connection of its own: what is hidden there is not hidden here, and what others write meanwhile is not seen there.
        var view = OpenToRead(_session.Path);
        try
        {
            view._session.Begin(write: false);
            view._readers = 1;
            view._asOf = asOf;
            var hiding = view._hiding = new SqliteAsOf(view._session, asOf);
            var change = new AccountChange();
            var moved = hiding.Hide(change);
            // It writes to temporary tables alone, and goes with the connection.
            var write = new SqliteWrite(view._session, view._terms, WriteSort.Scratch);
            view._past = new SqlitePast(view._session, change, moved, hiding.Parts, (part, again) => derive(view, write, part, again), () =>
            {
                hiding.MarkStale();
                write.Commit();
            });
            return view;
        }
        catch
        {
            view.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public IStoreWrite BeginWrite() => _asOf is null ? new SqliteWrite(_session, _terms) : throw new InvalidOperationException("the past is not written");

    /// <inheritdoc />
    public IStoreWrite BeginRemoval() => new SqliteWrite(_session, _terms, WriteSort.Overwriting);

    /// <inheritdoc />
    public IDisposable BeginRead()
    {
        if (_readers++ == 0) _session.Begin(write: false);
        return new ReadScope(this);
    }

    /// <inheritdoc />
    public int Derivation => (int)_session.Number("SELECT value FROM facts WHERE name = 'derivation'");

    /// <inheritdoc />
    public ImmutableArray<Decision> Decisions() =>
        [.. _session.Rows("SELECT content FROM decisions", row => row.GetString(0)).ConvertAll(Read).Where(Knows)];

    /// <inheritdoc />
    public ImmutableArray<Decision> LaterDecisions() => _asOf is null
        ? []
        : [.. _session.Rows("SELECT content FROM decisions", row => row.GetString(0)).ConvertAll(Read).Where(d => !Knows(d))];

    /// <inheritdoc />
    public Decision? Decision(string id) =>
        _session.Scalar("SELECT content FROM decisions WHERE id = $0", id) is string content && Read(content) is var found && Knows(found) ? found : null;

    /// <inheritdoc />
    public TextPlaces? TextOfAccount(string accountId) =>
        _session.Scalar("SELECT text_key FROM accounts WHERE id = $0", accountId) is long key ? Text(key) : null;

    /// <inheritdoc />
    public LocalDate? LastDay => _asOf is { } asOf ? asOf.Day :
        _session.Scalar("SELECT max(day) FROM places") is string day ? LocalDatePattern.Iso.Parse(day).Value : null;

    /// <inheritdoc />
    public LedgerCounts Counts()
    {
        _past?.SettleAll();
        return _session.Rows(
            "SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM places), (SELECT count(*) FROM accounts), (SELECT count(*) FROM contacts)",
            row => new LedgerCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)))[0];
    }

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
    public ImmutableArray<TextSummary> Texts()
    {
        _past?.SettleAll();
        return
        [
            .. _session.Rows(
                """
                SELECT t.key, t.length, (SELECT count(DISTINCT a.contact_id) FROM accounts a WHERE a.text_key = t.key)
                FROM texts t JOIN places p ON p.key = t.place_key ORDER BY coalesce(p.day, '~'), p.article, t.hash
                """,
                row => new TextSummary(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2))),
        ];
    }

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
    public IEnumerable<ContactRow> Contacts(ContactFilter filter, bool latestFirst) => Lists().Of(filter, latestFirst);

    /// <inheritdoc />
    public bool Passes(ContactRow contact, ContactFilter filter) => Lists().Passes(contact, filter);

    /// <inheritdoc />
    public ContactRow? Contact(string id)
    {
        _past?.SettleFor([id]);
        return _session.Rows($"SELECT {SqliteRecords.ContactColumns} FROM contacts WHERE id = $0", SqliteRecords.ReadContact, id).SingleOrDefault();
    }

    /// <inheritdoc />
    public PlacedAccount? Placed(string id)
    {
        _past?.SettleFor([id]);
        return _session.Rows($"{SqliteRecords.AccountRows} WHERE a.id = $0", SqliteRecords.ReadPlaced, id).SingleOrDefault();
    }

    /// <inheritdoc />
    public ImmutableArray<string> AccountsNamed(string id, int limit)
    {
        var typed = id.ToLowerInvariant();
        var exact = _session.Rows("SELECT id FROM accounts WHERE id = $0 OR hex = $1 ORDER BY id LIMIT 2", row => row.GetString(0), typed, AccountIds.KeyOf(typed));
        if (exact.Count > 0 || typed.Length == 0) return [.. exact];
        return
        [
            .. _session.Rows(
                $"""
                SELECT id FROM accounts WHERE id >= $0 AND id < $1
                UNION SELECT id FROM accounts WHERE hex >= $0 AND hex < $1 ORDER BY 1 LIMIT {limit}
                """,
                row => row.GetString(0), typed, typed + "\uFFFF"),
        ];
    }

    /// <inheritdoc />
    public ImmutableArray<PlacedAccount> AccountsOf(string contactId)
    {
        _past?.SettleFor([contactId]);
        var accounts = _session.Rows($"{SqliteRecords.AccountRows} WHERE a.contact_id = $0", SqliteRecords.ReadPlaced, contactId);
        accounts.Sort((a, b) => Account.CompareCanonically(a.Account, b.Account));
        return [.. accounts];
    }

    /// <inheritdoc />
    public ImmutableArray<string> ContactsOfText(long key)
    {
        if (_past is not null) _past.SettleFor(_session.Rows("SELECT id FROM accounts WHERE text_key = $0", row => row.GetString(0), key));
        return [.. _session.Rows("SELECT coalesce(contact_id, '') FROM accounts WHERE text_key = $0 ORDER BY ordinal", row => row.GetString(0), key)];
    }

    /// <inheritdoc />
    public ImmutableArray<string> ContactsNamed(string id, int limit)
    {
        var typed = id.ToLowerInvariant();
        _past?.SettleFor(AccountsNamed(id, SettledAtOnce));
        var exact = _session.Rows(
            "SELECT DISTINCT contact_id FROM accounts WHERE (id = $0 OR hex = $1) AND contact_id IS NOT NULL ORDER BY contact_id LIMIT 2",
            row => row.GetString(0), typed, AccountIds.KeyOf(typed));
        if (exact.Count > 0 || typed.Length == 0) return [.. exact];
        if (_past is not null && AccountsNamed(id, SettledAtOnce).Length == SettledAtOnce) _past.SettleAll();
        // U+FFFF sorts after whatever an id goes on with.
        return
        [
            .. _session.Rows(
                $"""
                SELECT contact_id FROM accounts WHERE id >= $0 AND id < $1 AND contact_id IS NOT NULL
                UNION SELECT contact_id FROM accounts WHERE hex >= $0 AND hex < $1 AND contact_id IS NOT NULL ORDER BY 1 LIMIT {limit}
                """,
                row => row.GetString(0), typed, typed + "\uFFFF"),
        ];
    }

    /// <inheritdoc />
    public ImmutableArray<long> Matching(string expression, LocalDate? from, LocalDate? to, int limit) =>
    [
        .. _session.Rows(
            """
            SELECT e.text_key FROM search s JOIN text_entries e ON e.document = s.rowid
            WHERE search MATCH $0 AND s.rowid >= $1 AND s.rowid < $2 ORDER BY s.rowid DESC LIMIT $3
            """,
            row => row.GetInt64(0), expression, from is { } first ? DocumentNumbers.From(first) : 0L,
            Sooner(to, _hiding?.LastPublished) is { } last ? DocumentNumbers.From(last.PlusDays(1)) : long.MaxValue, limit),
    ];

    private static LocalDate? Sooner(LocalDate? a, LocalDate? b) => a is { } one && b is { } other ? LocalDate.Min(one, other) : a ?? b;

    /// <inheritdoc />
    public IReadOnlyList<TextToRank> ToRank(IReadOnlyCollection<long> keys) => _session.Rows(
        """
        SELECT t.key, t.hash, t.content, p.title_length, p.day FROM json_each($0) j
        JOIN texts t ON t.key = j.value JOIN places p ON p.key = t.place_key
        """,
        row => new TextToRank(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), SqliteRecords.Text(row, 4)),
        ContactList.Json(keys));

    /// <inheritdoc />
    public SortedDictionary<string, ImmutableArray<long>> TextsWith(Facet facet, string? typed)
    {
        var found = new SortedDictionary<string, ImmutableArray<long>>(StringComparer.Ordinal);
        foreach (var term in typed is null ? _terms.Holding(facet, "") : _terms.Meant(facet, typed))
        {
            var texts = _session.Rows("SELECT DISTINCT text_key FROM text_terms WHERE term = $0", row => row.GetInt64(0), term.Key);
            found[term.Value] = [.. found.GetValueOrDefault(term.Value, []).Concat(texts).Distinct()];
        }
        return found;
    }

    /// <inheritdoc />
    public ImmutableArray<(string Value, int Texts)> ValuesOf(Facet facet) =>
    [
        .. _session.Rows(
            """
            SELECT t.value, count(DISTINCT x.text_key) FROM terms t JOIN text_terms x ON x.term = t.key
            WHERE t.facet = $0 GROUP BY t.key ORDER BY t.value
            """,
            row => (row.GetString(0), row.GetInt32(1)), (int)facet),
    ];

    /// <inheritdoc />
    public ImmutableArray<Term> ActorsNamed(string folded) => [.. _terms.Holding(Facet.Actor, folded)];

    /// <inheritdoc />
    public ImmutableArray<string> Called(string folded) =>
    [
        .. _terms.Exact(Facet.Alias, folded).Select(t => (t.Value, Texts: _terms.Texts(t.Key, ActorRow.CountedAtMost))).Where(t => t.Texts > 0)
            .OrderByDescending(t => t.Texts).ThenBy(t => t.Value, StringComparer.Ordinal).Select(t => t.Value),
    ];

    /// <inheritdoc />
    public ImmutableArray<(string Folded, int Texts)> NamesOf(string name) =>
    [
        .. _terms.Of(Facet.Alias, name).Select(t => (t.Folded, Texts: _terms.Texts(t.Key, ActorRow.CountedAtMost))).Where(t => t.Texts > 0)
            .OrderByDescending(t => t.Texts).ThenBy(t => t.Folded, StringComparer.Ordinal),
    ];

    /// <inheritdoc />
    public string? StateNamed(string name) => _terms.Exact(Facet.StateName, PlainLetters.Of(name)).Select(t => t.Value).FirstOrDefault();

    /// <inheritdoc />
    public ImmutableArray<string> NamesOfState(string code) =>
    [
        .. _terms.Exact(Facet.State, code).SelectMany(s => _terms.Of(Facet.StateName, s.Value))
            .SelectMany(n => _terms.Exact(Facet.Participant, n.Folded)).Select(t => t.Value).Distinct(StringComparer.Ordinal),
    ];

    /// <inheritdoc />
    public int CountContacts(ContactFilter filter) => Lists().Count(filter);

    // What came after the moment asked about is not walked through.
    private ContactList Lists()
    {
        _past?.SettleAll();
        return new(_session, _terms, _hiding?.LastDay() ?? ContactNumbers.NoDay);
    }

    /// <inheritdoc />
    public ImmutableArray<OfficeSightings> Sightings(string? officeBegins, string? holder) =>
    [
        .. _terms.Offices(officeBegins, holder).Select(term => _session.Rows(
            "SELECT min(day), max(day), count(*) FROM sightings WHERE term = $0",
            row => (First: row.IsDBNull(0) ? 0 : row.GetInt32(0), Last: row.IsDBNull(1) ? 0 : row.GetInt32(1), Texts: row.GetInt32(2)),
            term.Key)[0] is { Texts: > 0 } seen ? Seen(term, seen) : null).OfType<OfficeSightings>(),
    ];

    /// <inheritdoc />
    public OfficeSightings? SightingsOf(string title, string holder)
    {
        if (_terms.Of(Facet.Titled, $"{title}\t{holder}") is not [var term]) return null;
        var seen = _session.Rows(
            "SELECT min(day), max(day), count(*) FROM sightings WHERE term = $0 HAVING count(*) > 0",
            row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), term.Key);
        return seen is [var one] ? Seen(term, one) : null;
    }

    private OfficeSightings Seen(Term term, (int First, int Last, int Texts) seen)
    {
        var tab = term.Value.IndexOf('\t', StringComparison.Ordinal);
        // Of several of the first day, the one whose hash comes first: a choice that no order of arrival can change.
        var first = _session.Number(
            "SELECT t.key FROM sightings s JOIN texts t ON t.key = s.text_key WHERE s.term = $0 AND s.day = $1 ORDER BY t.hash LIMIT 1",
            term.Key, seen.First);
        return new OfficeSightings(
            term.Value[..tab], term.Value[(tab + 1)..], ContactNumbers.DayOf(seen.First),
            ContactNumbers.DayOf(seen.Last) ?? LastDated(term.Key), seen.Texts, first);
    }

    private LocalDate? LastDated(long term) => _session.Scalar(
        "SELECT max(day) FROM sightings WHERE term = $0 AND day < $1", term, ContactNumbers.NoDay) is long day ? ContactNumbers.DayOf((int)day) : null;

    /// <inheritdoc />
    public int TextsNaming(string name, int bound) => _terms.Of(Facet.Actor, name).Sum(t => _terms.Texts(t.Key, bound));

    /// <inheritdoc />
    public void Dispose() => _session.Dispose();

    private bool Knows(Decision decision) => _asOf is null || _asOf.Knows(decision.At);

    private Decision Read(string content) => DecisionLines.Read(content) is ({ } decision, _)
        ? decision
        : throw new LedgerDamagedException(_session.Path, "a decision that is kept cannot be read");

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
