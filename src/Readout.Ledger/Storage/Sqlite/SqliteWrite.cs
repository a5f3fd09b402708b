using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Ledger.Identity;
using Readout.Ledger.Search;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>One write to a ledger file: a transaction that holds the right to write from its beginning.</summary>
internal sealed class SqliteWrite : IStoreWrite
{
    // "Or replace": an account that moved to another group takes its contact with it, whichever group is written first.
    private static readonly string InsertContact =
        $"INSERT OR REPLACE INTO contacts ({SqliteRecords.ContactColumns}) VALUES ({string.Join(", ", Enumerable.Range(0, 19).Select(i => $"${i}"))})";

    // A place is what it consists of, so this finds the one row of it, whatever is missing there.
    private const string ThisPlace = """
        text_key = $0 AND article = $1 AND language = $2 AND title_length = $3 AND written IS $4 AND day IS $5 AND moment IS $6
        AND publisher IS $7 AND url IS $8
        """;

    // Readings are kept at hand until they are indexed, but not those of a whole rebuild.
    private const int ReadingsAtHand = 1000;

    private readonly SqliteSession _session;
    private readonly Terms _terms;
    private readonly SqlitePlacings _placings;
    private readonly SqliteSketches _sketches;
    private readonly WriteSort _sort;
    private readonly SearchIndexing _indexing;
    private readonly Dictionary<long, ArticleReading> _readings = [];

    /// <summary>Begins the write.</summary>
    /// <param name="session">The open file.</param>
    /// <param name="terms">The terms of its index.</param>
    /// <param name="sort">What becomes of what is written.</param>
    public SqliteWrite(SqliteSession session, Terms terms, WriteSort sort = WriteSort.Usual)
    {
        (_session, _terms, _placings, _sketches, _sort) = (session, terms, new SqlitePlacings(session), new SqliteSketches(session), sort);
        if (sort == WriteSort.Overwriting) session.Scalar("PRAGMA secure_delete = ON");
        if (sort != WriteSort.Scratch) session.Begin(write: true);
        _indexing = new SearchIndexing(session, terms);
        // What another write undid or took away must not be known still.
        terms.Forget();
    }

    /// <inheritdoc />
    public long AddText(string hash, Article article)
    {
        _session.Run("INSERT INTO texts (hash, length, content) VALUES ($0, $1, $2)", hash, article.Text.Length, article.Text);
        var key = _session.Number("SELECT last_insert_rowid()");
        AddPlace(key, article, canonical: true);
        return key;
    }

    /// <inheritdoc />
    public void AddPlace(long key, Article article, bool canonical)
    {
        _session.Run(
            """
            INSERT INTO places (text_key, article, language, title_length, written, day, moment, publisher, url)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
            """,
            SqliteRecords.Values(key, article));
        if (canonical) _session.Run("UPDATE texts SET place_key = last_insert_rowid() WHERE key = $0", key);
    }

    /// <inheritdoc />
    public void RemovePlaces(long key, IReadOnlyCollection<Article> gone, Article? canonical)
    {
        foreach (var article in gone) _session.Run($"DELETE FROM places WHERE {ThisPlace}", SqliteRecords.Values(key, article));
        if (canonical is not null)
        {
            _session.Run($"UPDATE texts SET place_key = (SELECT key FROM places WHERE {ThisPlace}) WHERE key = $0", SqliteRecords.Values(key, canonical));
            return;
        }
        _session.Run("DELETE FROM readings WHERE text_key = $0", key);
        _session.Run("DELETE FROM texts WHERE key = $0", key);
    }

    /// <inheritdoc />
    public void SetPlaceReading(long key, Article article, ArticleReading reading) =>
        _session.Run($"UPDATE places SET reading = $9 WHERE {ThisPlace}", [.. SqliteRecords.Values(key, article), ReadingRecord.Write(reading)]);

    /// <inheritdoc />
    public bool HasPlaceReading(long key, Article article) =>
        _session.Number($"SELECT count(*) FROM places WHERE {ThisPlace} AND reading IS NOT NULL", SqliteRecords.Values(key, article)) > 0;

    /// <inheritdoc />
    public void DropPlaceReadings() => _session.Run("UPDATE places SET reading = NULL WHERE reading IS NOT NULL");

    /// <inheritdoc />
    public bool AddReading(long key, ArticleReading reading)
    {
        var content = ReadingRecord.Write(reading);
        var last = _session.Scalar("SELECT content FROM readings WHERE text_key = $0 ORDER BY revision DESC LIMIT 1", key) as string;
        if (string.Equals(last, content, StringComparison.Ordinal)) return false;
        _session.Run(
            "INSERT INTO readings (text_key, revision, content) SELECT $0, coalesce(max(revision), 0) + 1, $1 FROM readings WHERE text_key = $0",
            key, content);
        if (_readings.ContainsKey(key) || _readings.Count < ReadingsAtHand) _readings[key] = reading;
        return true;
    }

    /// <inheritdoc />
    public void DropDerived()
    {
        _session.Run(Schema.DropDerived);
        _session.Run(Schema.Derived);
        _terms.Forget();
    }

    /// <inheritdoc />
    public void ReplaceAccounts(long key, IReadOnlyCollection<Account> accounts, Func<string, bool> isRejected, AccountChange change)
    {
        change.Texts.Add(key);
        change.Groups.UnionWith(_placings.GroupsOf(key));
        _placings.Clear(key, change.Cells);
        var gone = _session.Rows("SELECT id FROM accounts WHERE text_key = $0", row => row.GetString(0), key);
        change.Added.ExceptWith(gone);
        change.Gone.UnionWith(gone);
        _session.Run("DELETE FROM accounts WHERE text_key = $0", key);
        foreach (var account in accounts)
        {
            _session.Run(
                "INSERT INTO accounts (id, hex, text_key, ordinal, siblings, finding) VALUES ($0, $1, $2, $3, $4, $5)",
                account.Id, AccountIds.KeyOf(account.Id), key, account.Ordinal, account.Siblings, ReadingRecord.Write(account.Finding));
            if (isRejected(account.Id)) continue;
            _placings.File(account, change.Cells);
            change.Added.Add(account.Id);
        }
    }

    /// <inheritdoc />
    public void SetSketch(long key, LocalDate? day, Sketch? sketch) => _sketches.Set(key, day, sketch);

    /// <inheritdoc />
    public SketchedText? Sketched(long key) => _sketches.Of(key);

    /// <inheritdoc />
    public IReadOnlyList<SketchedText> TextsAlike(long key) => _sketches.Alike(key);

    /// <inheritdoc />
    public IReadOnlyList<long> ReprintsOf(long key) => _sketches.ReprintsOf(key);

    /// <inheritdoc />
    public bool SetReprint(long key, (long Of, double Likeness)? found) => _sketches.SetReprint(key, found);

    /// <inheritdoc />
    public IReadOnlyList<string> GroupsOf(long key) => _placings.GroupsOf(key);

    /// <inheritdoc />
    public IReadOnlyList<Account> AccountsOf(Cell cell) => _session.Rows(
        $"{SqliteRecords.AccountRows} JOIN placings f ON f.account_id = a.id WHERE f.strand = $0 AND f.period = $1",
        SqliteRecords.ReadAccount, cell.Strand, cell.Period);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Placing> PlacingsOf(Cell cell) => _placings.Of(cell);

    /// <inheritdoc />
    public IReadOnlyList<(Cell Cell, Placing Placing)> PlacingsOf(string accountId) => _placings.Of(accountId);

    /// <inheritdoc />
    public void SetPlacing(Cell cell, Placing placing) => _placings.Set(cell, placing);

    /// <inheritdoc />
    public IReadOnlyList<string> LeaningOn(string accountId) => _placings.LeaningOn(accountId);

    /// <inheritdoc />
    public string? GroupOf(string accountId) => _placings.GroupOf(accountId);

    /// <inheritdoc />
    public void SetStanding(string accountId, Standing standing) => _placings.SetStanding(accountId, standing);

    /// <inheritdoc />
    public IReadOnlyList<(Account Account, ImmutableArray<string> Candidates)> AccountsOfGroup(string group) => _session.Rows(
        $"{SqliteRecords.AccountRows} WHERE a.group_id = $0",
        row => (SqliteRecords.ReadAccount(row), SqlitePlacings.Candidates(SqliteRecords.Text(row, 9))), group);

    /// <inheritdoc />
    public int ReplaceContacts(
        string group, IReadOnlyList<ContactRow> contacts, IReadOnlyList<PlacedIn> places)
    {
        var before = _session.Rows($"SELECT {SqliteRecords.ContactColumns} FROM contacts WHERE group_id = $0", SqliteRecords.ReadContact, group)
            .ToDictionary(c => c.Row.Id, SqliteRecords.Values, StringComparer.Ordinal);
        var touched = 0;
        foreach (var contact in contacts)
        {
            var values = SqliteRecords.Values(contact);
            if (before.Remove(contact.Row.Id, out var old))
            {
                if (old.AsSpan().SequenceEqual(values)) continue;
            }
            _session.Run(InsertContact, values);
            touched++;
        }
        foreach (var gone in before.Keys) _session.Run("DELETE FROM contacts WHERE id = $0", gone);
        foreach (var (accountId, contactId, reason) in places)
        {
            _session.Run(
                """
                UPDATE accounts SET contact_id = $1, decided_rule = $2, decided_because = $3
                WHERE id = $0 AND (contact_id IS NOT $1 OR decided_rule IS NOT $2 OR decided_because IS NOT $3)
                """,
                accountId, contactId, reason?.Rule, reason?.Because);
        }
        return touched + before.Count;
    }

    /// <inheritdoc />
    public bool AddDecision(Decision decision) => _session.Run(
        "INSERT INTO decisions (id, content) VALUES ($0, $1) ON CONFLICT DO NOTHING", decision.Id, DecisionLines.Write(decision)) > 0;

    /// <inheritdoc />
    public IReadOnlyCollection<long> FollowOffices()
    {
        _indexing.IndexTexts(_readings);
        _readings.Clear();
        return _indexing.TakeBareTexts();
    }

    /// <inheritdoc />
    public string? HolderOf(string title, LocalDate from, LocalDate to)
    {
        var named = _terms.Exact(Facet.Titled, PlainLetters.Of(title))
            .Where(t => t.Value.StartsWith(title + "\t", StringComparison.Ordinal) && _session.Scalar(
                "SELECT 1 FROM sightings WHERE term = $0 AND day BETWEEN $1 AND $2 LIMIT 1",
                t.Key, ContactNumbers.Day(from), ContactNumbers.Day(to)) is not null)
            .Take(2).ToList();
        return named is [var one] ? one.Value[(title.Length + 1)..] : null;
    }

    /// <inheritdoc />
    public void SetDerivation(int number) =>
        _session.Run("INSERT OR REPLACE INTO facts (name, value) VALUES ('derivation', $0)", number);

    /// <inheritdoc />
    public void Commit()
    {
        _indexing.IndexTexts(_readings);
        _indexing.IndexContacts();
        if (_sort == WriteSort.Scratch) return;
        _placings.FollowTellings();
        if (_sort == WriteSort.Overwriting) SearchIndexing.Overwrite(_session);
        _session.Commit();
        if (_sort == WriteSort.Overwriting) _session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_sort == WriteSort.Scratch) return;
        _session.End();
        if (_sort == WriteSort.Overwriting) _session.Scalar("PRAGMA secure_delete = OFF");
    }
}

/// <summary>What becomes of what is written.</summary>
internal enum WriteSort
{
    /// <summary>It is kept at the commit.</summary>
    Usual,

    /// <summary>It is kept at the commit, and what is deleted is overwritten too, in the file and in the log of writes beside it.</summary>
    Overwriting,

    /// <summary>It goes into temporary tables of the connection, within the transaction that the connection holds anyway.</summary>
    Scratch,
}
