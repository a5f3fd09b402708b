using System.Globalization;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>Brings the tables of <see cref="SearchSchema"/> up to date with what is marked as stale, within the write that marked it.</summary>
internal sealed class SearchIndexing(SqliteSession session, Terms terms)
{
    private const int Page = 500;

    // Titles of offices of whose holders other articles tell now, and texts with a bare office that were indexed.
    private readonly SortedSet<string> _offices = new(StringComparer.Ordinal);
    private readonly SortedSet<long> _bare = [];

    /// <summary>The texts that name a participant by an office alone, and were indexed, or whose office other texts tell of otherwise now.</summary>
    public IReadOnlyCollection<long> TakeBareTexts()
    {
        var texts = new SortedSet<long>(_bare);
        foreach (var office in _offices)
        {
            foreach (var term in terms.Exact(Facet.BareOffice, PlainLetters.Of(office)))
            {
                texts.UnionWith(session.Rows("SELECT text_key FROM text_terms WHERE term = $0", row => row.GetInt64(0), term.Key));
            }
        }
        _offices.Clear();
        _bare.Clear();
        return texts;
    }

    /// <summary>Indexes the contacts that are stale.</summary>
    public void IndexContacts()
    {
        while (session.Rows($"SELECT id FROM stale_contacts LIMIT {Page}", row => row.GetString(0)) is { Count: > 0 } stale)
        {
            foreach (var id in stale) Index(id);
        }
    }

    /// <summary>Indexes the texts that are stale.</summary>
    /// <param name="readings">Readings that are at hand already, by text; others are read from the store.</param>
    public void IndexTexts(IReadOnlyDictionary<long, ArticleReading> readings)
    {
        // Documents in their order, which is that of publication: the full-text index writes them at once then.
        while (StaleTexts() is { Count: > 0 } stale)
        {
            foreach (var text in stale.OrderBy(t => t.Document).ThenBy(t => t.Key)) Index(text, readings);
        }
    }

    /// <summary>
    /// Leaves no copy of what was taken out of the index: names that no article has any more go, and the full-text index, which only
    /// marks what is deleted, is written anew without it.
    /// </summary>
    public static void Overwrite(SqliteSession session)
    {
        session.Run(
            """
            DELETE FROM terms WHERE key NOT IN (SELECT term FROM text_terms) AND key NOT IN (SELECT term FROM contact_terms)
            AND key NOT IN (SELECT term FROM sightings)
            """);
        session.Run("INSERT INTO search (search) VALUES ('optimize')");
    }

    private sealed record StaleText(long Key, long Document, int Day, bool Gone);

    private List<StaleText> StaleTexts() => session.Rows(
        $"""
        SELECT s.text_key, t.hash, p.day FROM stale_texts s
        LEFT JOIN texts t ON t.key = s.text_key LEFT JOIN places p ON p.key = t.place_key LIMIT {Page}
        """,
        row => new StaleText(
            row.GetInt64(0), row.IsDBNull(1) ? 0 : DocumentNumbers.Of(row.GetString(1), SqliteRecords.Text(row, 2)),
            DayOf(SqliteRecords.Text(row, 2)), row.IsDBNull(1)));

    private static int DayOf(string? iso) => ContactNumbers.Day(iso is null ? null : LocalDatePattern.Iso.Parse(iso).Value);

    private void Index(StaleText text, IReadOnlyDictionary<long, ArticleReading> readings)
    {
        session.Run("DELETE FROM stale_texts WHERE text_key = $0", text.Key);
        var holders = Holders(text.Key);
        session.Run("DELETE FROM text_terms WHERE text_key = $0", text.Key);
        session.Run("DELETE FROM sightings WHERE text_key = $0", text.Key);
        session.Run("DELETE FROM bare_offices WHERE text_key = $0", text.Key);
        if (session.Scalar("SELECT document FROM text_entries WHERE text_key = $0", text.Key) is long former)
        {
            session.Run("DELETE FROM search WHERE rowid = $0", former);
            session.Run("DELETE FROM text_entries WHERE text_key = $0", text.Key);
        }
        // A text without a reading is not all written yet; it is marked again when the reading comes.
        if (!text.Gone && Reading(text.Key, readings) is { } reading) Write(text, reading);
        holders.SymmetricExceptWith(Holders(text.Key));
        _offices.UnionWith(holders.Select(h => h.Title));
    }

    private HashSet<(string Title, string Holder, int Day)> Holders(long text) =>
    [
        .. session.Rows(
            "SELECT t.value, s.day FROM sightings s JOIN terms t ON t.key = s.term WHERE s.text_key = $0 AND t.facet = $1",
            row => (Value: row.GetString(0), Day: row.GetInt32(1)), text, (int)Facet.Titled)
            .ConvertAll(s => (s.Value[..s.Value.IndexOf('\t', StringComparison.Ordinal)], s.Value[(s.Value.IndexOf('\t', StringComparison.Ordinal) + 1)..], s.Day)),
    ];

    private void Write(StaleText text, ArticleReading reading)
    {
        foreach (var (term, ordinal) in TermsOf(reading)) session.Run("INSERT OR IGNORE INTO text_terms VALUES ($0, $1, $2)", term, text.Key, ordinal);
        if (BareOffices.In(reading).Any()) AwaitHolders(text, reading);
        foreach (var office in reading.Offices)
        {
            var term = terms.Key(Facet.Office, $"{office.Office}\t{office.Holder}", office.Holder);
            session.Run("INSERT OR IGNORE INTO sightings VALUES ($0, $1, $2)", term, text.Day, text.Key);
            if (office.Title is not { } title) continue;
            term = terms.Key(Facet.Titled, $"{title}\t{office.Holder}", title);
            session.Run("INSERT OR IGNORE INTO sightings VALUES ($0, $1, $2)", term, text.Day, text.Key);
        }
        var document = text.Document;
        while (session.Scalar("SELECT 1 FROM text_entries WHERE document = $0", document) is not null) document++;
        var until = session.Rows("SELECT day FROM places WHERE text_key = $0", row => DayOf(SqliteRecords.Text(row, 0)), text.Key).Max();
        session.Run("INSERT INTO text_entries VALUES ($0, $1, $2, $3, $4)", text.Key, document, text.Day, until, Spans.Width(text.Day, until));
        var content = (string)session.Scalar("SELECT content FROM texts WHERE key = $0", text.Key)!;
        session.Run("INSERT INTO search (rowid, words, names) VALUES ($0, $1, $2)", document, PlainLetters.Of(content), Names(reading));
        session.Run(
            "INSERT OR IGNORE INTO stale_contacts SELECT DISTINCT contact_id FROM accounts WHERE text_key = $0 AND contact_id IS NOT NULL", text.Key);
    }

    private void AwaitHolders(StaleText text, ArticleReading reading)
    {
        _bare.Add(text.Key);
        var until = ContactNumbers.Day(BareOffices.GoodUntil(reading, ContactNumbers.DayOf(text.Day)));
        if (until == ContactNumbers.NoDay || text.Day == ContactNumbers.NoDay) return;
        // What is looked back on from far still has a day to be found by.
        until = Math.Max(until, text.Day + 1);
        session.Run("INSERT INTO bare_offices VALUES ($0, $1, $2, $3)", text.Key, text.Day, until, Spans.Width(text.Day, until));
    }

    private ArticleReading? Reading(long key, IReadOnlyDictionary<long, ArticleReading> readings)
    {
        if (readings.TryGetValue(key, out var ready)) return ready;
        const string latest = "SELECT content FROM readings WHERE text_key = $0 ORDER BY revision DESC LIMIT 1";
        return session.Scalar(latest, key) is string json ? ReadingRecord.Reading(json) : null;
    }

    private IEnumerable<(long Term, int Ordinal)> TermsOf(ArticleReading reading)
    {
        const int none = -1;
        foreach (var position in reading.Positions)
        {
            yield return (terms.Key(Facet.Holder, position.Holder), none);
            yield return (terms.Key(Facet.Issue, position.Issue), Belonging.Of(position.Evidence, reading.Contacts) ?? none);
        }
        for (var i = 0; i < reading.Contacts.Length; i++)
        {
            if (reading.Contacts[i].Claims.Any(c => c.Field == ContactField.Count)) yield return (terms.Key(Facet.Counted, ""), i);
        }
        foreach (var office in BareOffices.In(reading)) yield return (terms.Key(Facet.BareOffice, office), none);
        foreach (var statement in reading.Statements) yield return (terms.Key(Facet.Speaker, statement.Speaker), none);
        foreach (var mention in reading.Mentions)
        {
            if (mention.Names is [var name] && ActorNames.IsName(name)) yield return (terms.Key(Facet.Alias, name, SearchWords.Plain(mention.Words.Exact)), none);
        }
        foreach (var name in ActorNames.Of(reading)) yield return (terms.Key(Facet.Actor, name), none);
    }

    private static string Names(ArticleReading reading) => PlainLetters.Of(string.Join(" ; ", ActorNames.Of(reading)));

    private void Index(string id)
    {
        session.Run("DELETE FROM stale_contacts WHERE id = $0", id);
        var number = ContactNumbers.Of(id);
        var row = session.Rows($"SELECT {SqliteRecords.ContactColumns} FROM contacts WHERE id = $0", SqliteRecords.ReadContact, id).SingleOrDefault();
        var former = session.Rows(
            "SELECT wide, day, last, told, until, terms FROM contact_entries WHERE contact = $0 AND id = $1",
            entry => (Wide: entry.GetInt32(0), Day: entry.GetInt32(1), Last: entry.GetInt32(2), Told: entry.GetInt32(3), Until: entry.GetInt32(4), Terms: entry.GetString(5)),
            number, id).SingleOrDefault();
        var wide = row is not null && ContactNumbers.IsWide(row) ? 1 : 0;
        var day = row is null ? 0 : ContactNumbers.Day(row.Row.SortDay);
        var now = row is null ? null : string.Join(' ', TermsOf(row).Distinct().Order().Select(t => t.ToString(CultureInfo.InvariantCulture)));
        var last = row is null ? 0 : ContactNumbers.Last(row);
        var published = session.Rows(
            "SELECT p.day FROM accounts a JOIN texts t ON t.key = a.text_key JOIN places p ON p.key = t.place_key WHERE a.contact_id = $0",
            r => DayOf(SqliteRecords.Text(r, 0)), id);
        var (told, until) = published.Count == 0 ? (0, 0) : (published.Min(), published.Max());
        if (former.Terms is not null)
        {
            if (former == (wide, day, last, told, until, now)) return;
            foreach (var term in Split(former.Terms))
            {
                session.Run("DELETE FROM contact_terms WHERE term = $0 AND wide = $1 AND day = $2 AND contact = $3", term, former.Wide, former.Day, number);
            }
            session.Run("DELETE FROM contact_entries WHERE contact = $0", number);
        }
        if (now is null) return;
        session.Run(
            "INSERT INTO contact_entries VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            number, id, wide, day, last, told, until, Spans.Width(told, until), Spans.Width(told, day), now);
        foreach (var term in Split(now)) session.Run("INSERT INTO contact_terms VALUES ($0, $1, $2, $3, $4)", term, wide, day, number, told);
    }

    private static IEnumerable<long> Split(string list) => list.Split(' ').Select(t => long.Parse(t, CultureInfo.InvariantCulture));

    private IEnumerable<long> TermsOf(ContactRow contact)
    {
        var row = contact.Row;
        yield return terms.Key(Facet.All, "");
        if (contact.IsPlan) yield return terms.Key(Facet.Plan, "");
        yield return terms.Key(Facet.Kind, row.Kind.Name());
        yield return terms.Key(Facet.Status, row.Status.Name());
        foreach (var who in row.Participants)
        {
            yield return terms.Key(Facet.Participant, who.Name);
            if (who.State is not { } state) continue;
            yield return terms.Key(Facet.State, state);
            if (!who.IsPerson) yield return terms.Key(Facet.StateName, state, who.Name);
        }
        if (row.Place is { } place) yield return terms.Key(Facet.Place, place);
        var publishers = session.Rows(
            "SELECT DISTINCT p.publisher FROM accounts a JOIN places p ON p.text_key = a.text_key WHERE a.contact_id = $0 AND p.publisher IS NOT NULL",
            r => r.GetString(0), row.Id);
        foreach (var publisher in publishers) yield return terms.Key(Facet.Publisher, publisher);
        // Issues, and whether it is counted: what its articles say of just this contact.
        var said = session.Rows(
            """
            SELECT DISTINCT i.term FROM accounts a JOIN text_terms i ON i.text_key = a.text_key AND i.ordinal = a.ordinal
            WHERE a.contact_id = $0
            """,
            r => r.GetInt64(0), row.Id);
        foreach (var term in said) yield return term;
    }
}
