using NodaTime.Text;
using Readout.Ledger.Identity;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Lays out a ledger file as of a moment: what was not known by then is hidden, and it is noted what that changes, for the derivation to
/// follow up as if it had been forgotten. Rows say themselves when they were told, so hiding costs nothing, and what the moment parts
/// (cells, contacts, texts told of both before and after it) is found by <see cref="Spans"/>: the cost is that of the weeks around the moment,
/// however much came before or later.
/// </summary>
internal sealed class SqliteAsOf
{
    // Days of publications and of the moment are told in offsets of their own, which lie up to 36 hours apart.
    private const int Doubtful = 2;

    /// <summary>The tables that are hidden in part, and those that may be seen whole; a new table must be put among them.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "places", "texts", "readings", "stale_texts", "stale_contacts", "text_terms", "text_entries", "sightings", "reprints", "sketches", "bands",
        "accounts", "contacts", "placings", "leanings", "contact_entries", "contact_terms", "terms",
        // Decisions tell when they were made; facts are of the file; the full-text index is only asked for what text_entries show; the others
        // are asked by days.
        "decisions", "facts", "search", "cells", "bare_offices",
    ];

    private readonly SqliteSession _session;
    private readonly AsOf _asOf;
    private readonly int _day;

    // What was published by the first day was known, what after the last was not; of the days between, each publication is looked at.
    private readonly int _sure;
    private readonly int _last;

    /// <summary>Lays out the past on a connection of its own.</summary>
    public SqliteAsOf(SqliteSession session, AsOf asOf)
    {
        (_session, _asOf, _day) = (session, asOf, ContactNumbers.Day(asOf.Day));
        (_sure, _last) = asOf.Moment is null ? (_day, _day) : (_day - Doubtful - 1, _day + Doubtful);
    }

    private bool HasDoubtful => _sure < _last;

    /// <summary>Hides what was not known.</summary>
    /// <param name="change">Where it is noted.</param>
    /// <returns>
    /// Texts that must be filed anew: they were then known from another place than from the one they count from now, or name an office
    /// alone whose holder others tell of.
    /// </returns>
    public List<long> Hide(AccountChange change)
    {
        JudgeDoubtful();
        Note(change);
        var again = _session.Rows("SELECT text_key FROM temp.moved", row => row.GetInt64(0)).ToHashSet();
        var tables = new ScratchTables(_session);
        var placeKnown = $"day <= '{Iso(_sure)}'" + OrAmong("key", "known_places");
        tables.Narrow("places", placeKnown);
        _session.Run(
            $"""
            CREATE TEMP VIEW texts AS
                SELECT key, hash, length, coalesce((SELECT m.place_key FROM temp.moved m WHERE m.text_key = kept.key), place_key) AS place_key, content
                FROM main.texts AS kept WHERE {Known("kept.key")};
            CREATE TEMP VIEW readings AS
                SELECT text_key, revision, content FROM main.readings AS kept
                WHERE {Known("kept.text_key")} AND text_key NOT IN (SELECT text_key FROM temp.moved WHERE reading IS NOT NULL)
                UNION ALL SELECT text_key, 1, reading FROM temp.moved WHERE reading IS NOT NULL;
            CREATE TEMP TABLE stale_texts (text_key INTEGER PRIMARY KEY);
            CREATE TEMP TABLE stale_contacts (id TEXT PRIMARY KEY) WITHOUT ROWID
            """);
        // Where a text was known from another place, it named holders of offices on the day of that one.
        _session.Run(
            $"""
            CREATE TEMP VIEW sightings AS
                SELECT term, day, text_key FROM main.sightings AS kept WHERE {Known("kept.text_key")} AND text_key NOT IN (SELECT text_key FROM temp.moved)
                UNION ALL SELECT s.term, {ContactNumbers.DayInSql("p.day")}, s.text_key FROM temp.moved m
                JOIN main.sightings s ON s.text_key = m.text_key JOIN main.places p ON p.key = m.place_key
            """);
        tables.Narrow("text_terms", Known("kept.text_key"));
        tables.Narrow("text_entries", $"document BETWEEN {DocumentNumbers.FirstKnown} AND {LastSureDocument}" + OrAmong("text_key", "known_texts"));
        tables.Overlay("reprints", $"{Known("kept.text_key")} AND {Known("kept.of_key")}");
        foreach (var table in new[] { "sketches", "bands", "accounts" }) tables.Overlay(table, Known("kept.text_key"));
        tables.Overlay("leanings", $"(SELECT {Known("a.text_key")} FROM main.accounts a WHERE a.id = kept.account_id)");
        tables.Overlay("contacts", $"(SELECT {Known("a.text_key")} FROM main.accounts a WHERE a.id = kept.id)");
        tables.Overlay("placings", Told("account_id", "known_accounts"));
        foreach (var table in new[] { "contact_entries", "contact_terms" }) tables.Overlay(table, Told("contact", "known_contacts"));
        tables.Overlay("terms", "1");
        again.UnionWith(NamingOfficesAlone());
        return [.. again.Order()];
    }

    /// <summary>Whether hiding may change what is placed in a cell: whether what was known hangs together there with what came later.</summary>
    public bool Parts(Cell cell) => Reach.HangsTogether(_session.Rows(
        $"SELECT first, last, {Told("account_id", "known_accounts")} FROM main.placings WHERE strand = $0 AND period BETWEEN $1 AND $2",
        row => (row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2)), cell.Strand, cell.Period - 1, cell.Period + 1));

    /// <summary>Marks the contacts whose entries in the index have to follow what was derived, or name publishers that came later.</summary>
    public void MarkStale() => _session.Run(
        $"""
        INSERT OR IGNORE INTO stale_contacts SELECT id FROM temp.own_contacts UNION SELECT id FROM temp.gone_contacts
        UNION SELECT contact_id FROM temp.own_accounts WHERE contact_id IS NOT NULL
        UNION SELECT a.contact_id FROM (
            {Spans.Around("s.text_key AS key", "main.text_entries", "told", "until", "telling", _day, _day)} UNION SELECT key FROM temp.known_texts
            {(HasDoubtful ? $"UNION SELECT text_key FROM main.places WHERE day > '{Iso(_sure)}' AND day <= '{Iso(_last)}'" : "")}) k
            CROSS JOIN main.accounts a ON a.text_key = k.key WHERE a.contact_id IS NOT NULL
        """);

    /// <summary>A day after which no contact of the past is, by the numbers of the index.</summary>
    public int LastDay() => (int)_session.Number(
        $"""
        SELECT max(day) FROM ({Spans.Around("s.day AS day", "main.contact_entries", "told", "day", "ahead", _last, _last)}
        UNION ALL SELECT {_last + 1} UNION ALL SELECT max(day) FROM temp.own_contact_entries)
        """);

    /// <summary>The last day on which a text may have been published that was known.</summary>
    public NodaTime.LocalDate LastPublished => ContactNumbers.DayOf(_last)!.Value;

    private static string Iso(int day) => LocalDatePattern.Iso.Format(ContactNumbers.DayOf(day)!.Value);

    private long LastSureDocument => DocumentNumbers.From(ContactNumbers.DayOf(_sure + 1)!.Value) - 1;

    private string OrAmong(string column, string known) => HasDoubtful ? $" OR {column} IN (SELECT key FROM temp.{known})" : "";

    // Whether the text of a key was known: its number in the full-text index begins with its day.
    private string Known(string key) =>
        $"((SELECT e.document FROM main.text_entries e WHERE e.text_key = {key}) BETWEEN {DocumentNumbers.FirstKnown} AND {LastSureDocument}{OrAmong(key, "known_texts")})";

    private string Told(string key, string known) => $"told <= {_sure}" + (HasDoubtful ? $" OR (told <= {_last}{OrAmong(key, known).Replace(" OR", " AND", StringComparison.Ordinal)})" : "");

    // Publications of the days about a moment, each by itself; none where a day is asked about.
    private void JudgeDoubtful()
    {
        _session.Run(
            """
            CREATE TEMP TABLE moved (text_key INTEGER PRIMARY KEY, place_key INTEGER, reading TEXT);
            CREATE TEMP TABLE known_places (key INTEGER PRIMARY KEY);
            CREATE TEMP TABLE known_texts (key INTEGER PRIMARY KEY);
            CREATE TEMP TABLE doubtful_texts (key INTEGER PRIMARY KEY);
            CREATE TEMP TABLE known_accounts (key TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TEMP TABLE known_contacts (key INTEGER PRIMARY KEY)
            """);
        if (!HasDoubtful) return;
        var doubtful = _session.Rows(
            $"SELECT p.key, p.text_key, t.place_key, p.reading, {SqliteRecords.PlaceColumns} FROM main.places p JOIN main.texts t ON t.key = p.text_key WHERE p.day > $0 AND p.day <= $1",
            row => (Key: row.GetInt64(0), Text: row.GetInt64(1), Canonical: row.GetInt64(2), Reading: SqliteRecords.Text(row, 3), Place: SqliteRecords.ReadPlace(row, 4)),
            Iso(_sure), Iso(_last));
        foreach (var text in doubtful.GroupBy(p => p.Text))
        {
            var known = text.Where(p => _asOf.Knows(p.Place.Published)).ToList();
            foreach (var place in known) _session.Run("INSERT INTO known_places VALUES ($0)", place.Key);
            // What counts from a place before these days was known in any case.
            var canonical = text.First().Canonical;
            if (!text.Any(p => p.Key == canonical)) continue;
            _session.Run("INSERT INTO doubtful_texts VALUES ($0)", text.Key);
            if (known.Count == 0) continue;
            _session.Run("INSERT INTO known_texts VALUES ($0)", text.Key);
            if (known.Exists(p => p.Key == canonical)) continue;
            // A text whose first place in the order of publications was not yet known may have been known from another.
            var first = known.MinBy(p => p.Place, Accounts.PlaceOrder.Instance);
            _session.Run("INSERT INTO moved VALUES ($0, $1, $2)", text.Key, first.Key, first.Reading);
        }
        _session.Run("INSERT INTO known_accounts SELECT a.id FROM temp.known_texts k JOIN main.accounts a ON a.text_key = k.key");
        foreach (var id in _session.Rows("SELECT c.id FROM temp.known_accounts k JOIN main.contacts c ON c.id = k.key", row => row.GetString(0)))
        {
            _session.Run("INSERT OR IGNORE INTO known_contacts VALUES ($0)", ContactNumbers.Of(id));
        }
    }

    private void Note(AccountChange change)
    {
        change.Centres.UnionWith(_session.Rows(
            Spans.Around("s.strand, s.period", "main.cells", "told", "until", "telling", _day, _day), row => new Cell(row.GetString(0), row.GetInt32(1))));
        // Decisions may have made one contact of several groups.
        var parted = Spans.Around("s.id AS id", "main.contact_entries", "told", "until", "telling", _day, _day);
        change.Groups.UnionWith(_session.Rows(
            $"SELECT DISTINCT a.group_id FROM ({parted}) p CROSS JOIN main.accounts a ON a.contact_id = p.id WHERE a.group_id IS NOT NULL", row => row.GetString(0)));
        if (!HasDoubtful) return;
        const string doubtful = "temp.doubtful_texts d JOIN main.accounts a ON a.text_key = d.key";
        change.Cells.UnionWith(_session.Rows(
            $"SELECT DISTINCT p.strand, p.period FROM {doubtful} JOIN main.placings p ON p.account_id = a.id", row => new Cell(row.GetString(0), row.GetInt32(1))));
        change.Groups.UnionWith(_session.Rows($"SELECT DISTINCT a.group_id FROM {doubtful} WHERE a.group_id IS NOT NULL", row => row.GetString(0)));
        // What prints again a text that was not known yet had an origin of its own.
        const string reprints = "temp.doubtful_texts d JOIN main.reprints r ON r.of_key = d.key AND d.key NOT IN (SELECT key FROM temp.known_texts)";
        change.Texts.UnionWith(_session.Rows($"SELECT r.text_key FROM {reprints}", row => row.GetInt64(0)));
        change.Groups.UnionWith(_session.Rows(
            $"SELECT DISTINCT a.group_id FROM {reprints} JOIN main.accounts a ON a.text_key = r.text_key WHERE a.group_id IS NOT NULL", row => row.GetString(0)));
    }

    // Who held an office was told by what came later, too: whoever names it alone must be looked at again.
    private List<long> NamingOfficesAlone() => _session.Rows(
        $"SELECT t.key FROM ({Spans.Around("s.text_key AS key", "main.bare_offices", "told", "until", "telling", _last, _sure)}) b CROSS JOIN texts t ON t.key = b.key",
        row => row.GetInt64(0));
}
