using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>Sketches of texts, and which text prints which again, in a ledger file.</summary>
internal sealed class SqliteSketches(SqliteSession session)
{
    /// <summary>The tables; derived from texts and their readings.</summary>
    public const string Create = """
        CREATE TABLE sketches (
            text_key INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            sketch BLOB NOT NULL);

        CREATE TABLE bands (
            band INTEGER NOT NULL,
            day TEXT NOT NULL,
            text_key INTEGER NOT NULL,
            PRIMARY KEY (band, day, text_key)) WITHOUT ROWID;

        CREATE TABLE reprints (
            text_key INTEGER PRIMARY KEY,
            of_key INTEGER NOT NULL,
            likeness REAL NOT NULL);
        CREATE INDEX reprints_of ON reprints (of_key);
        """;

    /// <summary>Takes the tables away.</summary>
    public const string Drop = """
        DROP TABLE IF EXISTS sketches;
        DROP TABLE IF EXISTS bands;
        DROP TABLE IF EXISTS reprints;
        """;

    private const string Texts = $"""
        SELECT s.text_key, t.hash, s.sketch, {SqliteRecords.PlaceColumns}
        FROM sketches s JOIN texts t ON t.key = s.text_key JOIN places p ON p.key = t.place_key
        """;

    /// <summary>Puts a sketch in the place of a text's former one; null takes it away.</summary>
    public void Set(long key, LocalDate? day, Sketch? sketch)
    {
        if (session.Rows("SELECT sketch, day FROM sketches WHERE text_key = $0", row => (Sketch.FromBytes((byte[])row.GetValue(0)), row.GetString(1)), key) is [var (old, oldDay)])
        {
            for (var i = 0; i < Sketch.Bands; i++)
            {
                session.Run("DELETE FROM bands WHERE band = $0 AND day = $1 AND text_key = $2", old.Band(i), oldDay, key);
            }
            session.Run("DELETE FROM sketches WHERE text_key = $0", key);
        }
        if (sketch is null || day is not { } known) return;
        var written = LocalDatePattern.Iso.Format(known);
        session.Run("INSERT INTO sketches (text_key, day, sketch) VALUES ($0, $1, $2)", key, written, sketch.ToBytes());
        for (var i = 0; i < Sketch.Bands; i++)
        {
            session.Run("INSERT INTO bands (band, day, text_key) VALUES ($0, $1, $2)", sketch.Band(i), written, key);
        }
    }

    /// <summary>A text with its sketch; null where it has none.</summary>
    public SketchedText? Of(long key) => session.Rows($"{Texts} WHERE s.text_key = $0", Read, key).SingleOrDefault();

    /// <summary>Texts that share a band with a text, published about the same days.</summary>
    public List<SketchedText> Alike(long key)
    {
        if (Of(key) is not { } text || text.Published.Day is not { } day) return [];
        var (from, to) = (LocalDatePattern.Iso.Format(day.PlusDays(-SketchedText.Days)), LocalDatePattern.Iso.Format(day.PlusDays(SketchedText.Days)));
        var keys = new SortedSet<long>();
        for (var i = 0; i < Sketch.Bands; i++)
        {
            keys.UnionWith(session.Rows(
                "SELECT text_key FROM bands WHERE band = $0 AND day BETWEEN $1 AND $2", row => row.GetInt64(0), text.Sketch.Band(i), from, to));
        }
        keys.Remove(key);
        return [.. keys.Select(Of).OfType<SketchedText>()];
    }

    /// <summary>The texts that print a text again.</summary>
    public List<long> ReprintsOf(long key) => session.Rows("SELECT text_key FROM reprints WHERE of_key = $0", row => row.GetInt64(0), key);

    /// <summary>Keeps which text a text prints again; null where none.</summary>
    /// <returns>Whether that is another one, or as much like it, as before.</returns>
    public bool SetReprint(long key, (long Of, double Likeness)? found)
    {
        var before = session.Rows("SELECT of_key, likeness FROM reprints WHERE text_key = $0", row => (row.GetInt64(0), row.GetDouble(1)), key);
        if (found is { } reprint ? before is [var kept] && kept == reprint : before.Count == 0) return false;
        session.Run("DELETE FROM reprints WHERE text_key = $0", key);
        if (found is { } now) session.Run("INSERT INTO reprints (text_key, of_key, likeness) VALUES ($0, $1, $2)", key, now.Of, now.Likeness);
        return true;
    }

    private static SketchedText Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), PublicationOrder.Of(SqliteRecords.ReadPlace(row, 3).Published), Sketch.FromBytes((byte[])row.GetValue(2)));
}
