using NodaTime.Text;
using Readout.Ledger.Identity;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Lays out a ledger file as of a moment: what was not known by then is hidden, and it is noted what that changes, for the derivation to
/// follow up as if it had been forgotten. What the moment does not reach stays as it is stored, so the cost is that of what came later.
/// </summary>
internal sealed class SqliteAsOf(SqliteSession session, AsOf asOf)
{
    // Days of publications and of the moment are told in offsets of their own, which lie up to 36 hours apart.
    private const int Doubtful = 2;

    /// <summary>The tables that are hidden in part or copied, and those that may be seen whole; a new table must be put among them.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "places", "texts", "readings", "stale_texts", "stale_contacts", "text_terms", "text_entries", "sightings", "reprints", "sketches", "bands",
        "accounts", "contacts", "placings", "leanings", "contact_entries", "contact_terms", "terms",
        // Decisions tell when they were made; facts are of the file; the full-text index is only asked for what text_entries show.
        "decisions", "facts", "search",
    ];

    private const string Known = "NOT IN (SELECT key FROM temp.later_texts)";

    /// <summary>Hides what was not known.</summary>
    /// <param name="change">Where it is noted.</param>
    /// <returns>
    /// Texts that must be filed anew: they were then known from another place than from the one they count from now, or name an office
    /// alone whose holder others tell of.
    /// </returns>
    public List<long> Hide(AccountChange change)
    {
        Mark();
        var moved = session.Rows("SELECT text_key FROM temp.moved ORDER BY 1", row => row.GetInt64(0)).Union(NamingOfficesAlone()).ToList();
        Note(change);
        var tables = new ScratchTables(session);
        tables.Narrow("places", "key NOT IN (SELECT key FROM temp.later_places)");
        session.Run(
            $"""
            CREATE TEMP VIEW texts AS
                SELECT key, hash, length, coalesce((SELECT m.place_key FROM temp.moved m WHERE m.text_key = kept.key), place_key) AS place_key, content
                FROM main.texts AS kept WHERE key {Known};
            CREATE TEMP VIEW readings AS
                SELECT text_key, revision, content FROM main.readings
                WHERE text_key {Known} AND text_key NOT IN (SELECT text_key FROM temp.moved WHERE reading IS NOT NULL)
                UNION ALL SELECT text_key, 1, reading FROM temp.moved WHERE reading IS NOT NULL;
            CREATE TEMP TABLE stale_texts (text_key INTEGER PRIMARY KEY);
            CREATE TEMP TABLE stale_contacts (id TEXT PRIMARY KEY) WITHOUT ROWID
            """);
        // Where a text was known from another place, it named holders of offices on the day of that one.
        session.Run(
            $"""
            CREATE TEMP VIEW sightings AS
                SELECT term, day, text_key FROM main.sightings WHERE text_key {Known} AND text_key NOT IN (SELECT text_key FROM temp.moved)
                UNION ALL SELECT s.term, {ContactNumbers.DayInSql("p.day")}, s.text_key FROM temp.moved m
                JOIN main.sightings s ON s.text_key = m.text_key JOIN main.places p ON p.key = m.place_key
            """);
        foreach (var table in new[] { "text_terms", "text_entries" }) tables.Narrow(table, $"text_key {Known}");
        // Copied, since SQLite cannot look into a view of two parts where a join may miss; reprints are few.
        session.Run(
            $"""
            CREATE TEMP TABLE reprints (text_key INTEGER PRIMARY KEY, of_key INTEGER NOT NULL, likeness REAL NOT NULL);
            INSERT INTO temp.reprints SELECT text_key, of_key, likeness FROM main.reprints WHERE text_key {Known};
            CREATE INDEX temp.own_reprints_of ON reprints (of_key)
            """);
        tables.Overlay("sketches", $"text_key {Known}");
        tables.Overlay("bands", $"text_key {Known}");
        tables.Overlay("accounts", $"text_key {Known}");
        tables.Overlay("contacts", "group_id NOT IN (SELECT id FROM temp.later_groups)");
        tables.Overlay("placings", "account_id NOT IN (SELECT id FROM temp.later_accounts)");
        tables.Overlay("leanings", "account_id NOT IN (SELECT id FROM temp.later_accounts)");
        tables.Overlay("contact_entries", "contact NOT IN (SELECT contact FROM temp.later_contacts)");
        tables.Overlay("contact_terms", "contact NOT IN (SELECT contact FROM temp.later_contacts)");
        tables.Overlay("terms", "1");
        return moved;
    }

    // Who held an office was told by what came later, too: whoever names it alone must be looked at again.
    private List<long> NamingOfficesAlone() => session.Rows(
        $"""
        SELECT DISTINCT x.text_key FROM (SELECT key FROM temp.later_texts UNION SELECT text_key FROM temp.moved) l
        JOIN main.sightings s ON s.text_key = l.key JOIN main.terms t ON t.key = s.term AND t.facet = {(int)Facet.Titled}
        JOIN main.terms b ON b.facet = {(int)Facet.BareOffice} AND b.folded = t.folded
        JOIN main.text_terms x ON x.term = b.key WHERE x.text_key {Known}
        """,
        row => row.GetInt64(0));

    /// <summary>Marks the contacts whose entries in the index have to follow what was derived, or name publishers that came later.</summary>
    public void MarkStale() => session.Run(
        """
        INSERT OR IGNORE INTO stale_contacts SELECT id FROM temp.own_contacts UNION SELECT id FROM temp.gone_contacts
        UNION SELECT contact_id FROM temp.own_accounts WHERE contact_id IS NOT NULL
        UNION SELECT a.contact_id FROM temp.later_places l JOIN main.places p ON p.key = l.key JOIN accounts a ON a.text_key = p.text_key
            WHERE p.text_key NOT IN (SELECT key FROM temp.later_texts) AND a.contact_id IS NOT NULL
        """);

    private void Mark()
    {
        session.Run("CREATE TEMP TABLE later_places (key INTEGER PRIMARY KEY)");
        var sure = asOf.Moment is null ? asOf.Day : asOf.Day.PlusDays(Doubtful);
        session.Run("INSERT INTO later_places SELECT key FROM main.places WHERE day > $0 OR day IS NULL", LocalDatePattern.Iso.Format(sure));
        if (asOf.Moment is not null)
        {
            var doubtful = session.Rows(
                $"SELECT p.key, {SqliteRecords.PlaceColumns} FROM main.places p WHERE day BETWEEN $0 AND $1",
                row => (Key: row.GetInt64(0), Place: SqliteRecords.ReadPlace(row, 1)),
                LocalDatePattern.Iso.Format(asOf.Day.PlusDays(-Doubtful)), LocalDatePattern.Iso.Format(sure));
            foreach (var (key, place) in doubtful)
            {
                if (!asOf.Knows(place.Published)) session.Run("INSERT INTO later_places VALUES ($0)", key);
            }
        }
        session.Run(
            """
            CREATE TEMP TABLE moved (text_key INTEGER PRIMARY KEY, place_key INTEGER, reading TEXT);
            CREATE TEMP TABLE later_texts (key INTEGER PRIMARY KEY);
            INSERT INTO later_texts SELECT t.key FROM temp.later_places l JOIN main.places p ON p.key = l.key
                JOIN main.texts t ON t.key = p.text_key AND t.place_key = p.key
            """);
        Move();
        session.Run(
            """
            CREATE TEMP TABLE later_accounts (id TEXT PRIMARY KEY) WITHOUT ROWID;
            INSERT INTO later_accounts SELECT a.id FROM temp.later_texts l JOIN main.accounts a ON a.text_key = l.key;
            CREATE TEMP TABLE later_groups (id TEXT PRIMARY KEY) WITHOUT ROWID;
            INSERT INTO later_groups SELECT DISTINCT a.group_id FROM temp.later_texts l JOIN main.accounts a ON a.text_key = l.key
                WHERE a.group_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM main.accounts o WHERE o.group_id = a.group_id AND o.text_key NOT IN (SELECT key FROM temp.later_texts));
            CREATE TEMP TABLE later_contacts (contact INTEGER PRIMARY KEY)
            """);
        foreach (var id in session.Rows("SELECT c.id FROM temp.later_groups g JOIN main.contacts c ON c.group_id = g.id", row => row.GetString(0)))
        {
            session.Run("INSERT OR IGNORE INTO later_contacts VALUES ($0)", ContactNumbers.Of(id));
        }
    }

    // A text whose first place in the order of publications was not yet known may have been known from another.
    private void Move()
    {
        var others = session.Rows(
            $"""
            SELECT p.text_key, p.key, p.reading, {SqliteRecords.PlaceColumns} FROM temp.later_texts l JOIN main.places p ON p.text_key = l.key
            WHERE p.key NOT IN (SELECT key FROM temp.later_places)
            """,
            row => (Text: row.GetInt64(0), Key: row.GetInt64(1), Reading: SqliteRecords.Text(row, 2), Place: SqliteRecords.ReadPlace(row, 3)));
        foreach (var text in others.GroupBy(o => o.Text))
        {
            var first = text.MinBy(o => o.Place, Accounts.PlaceOrder.Instance);
            session.Run("INSERT INTO moved VALUES ($0, $1, $2)", first.Text, first.Key, first.Reading);
            session.Run("DELETE FROM later_texts WHERE key = $0", first.Text);
        }
    }

    private void Note(AccountChange change)
    {
        change.Cells.UnionWith(session.Rows(
            "SELECT DISTINCT p.strand, p.period FROM temp.later_accounts l JOIN main.placings p ON p.account_id = l.id",
            row => new Cell(row.GetString(0), row.GetInt32(1))));
        change.Texts.UnionWith(session.Rows(
            $"SELECT r.text_key FROM temp.later_texts l JOIN main.reprints r ON r.of_key = l.key WHERE r.text_key {Known}", row => row.GetInt64(0)));
        change.Groups.UnionWith(session.Rows(
            """
            SELECT DISTINCT a.group_id FROM temp.later_texts l JOIN main.accounts a ON a.text_key = l.key
            WHERE a.group_id IS NOT NULL AND a.group_id NOT IN (SELECT id FROM temp.later_groups)
            """,
            row => row.GetString(0)));
    }
}
