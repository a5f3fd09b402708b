using Readout.Ledger.Search;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>The terms of a ledger file: what they are, and which of them somebody means.</summary>
internal sealed class Terms(SqliteSession session)
{
    // Enough for the names, places and issues of a batch; forgotten as a whole past it, so that it cannot grow with the ledger.
    private const int Kept = 20_000;

    private readonly Dictionary<(Facet, string, string), long> _keys = [];

    /// <summary>The number of a term, which is made where there is none.</summary>
    /// <param name="facet">What it is about.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="lookedUpBy">What it is looked up by; null where that is the value itself.</param>
    public long Key(Facet facet, string value, string? lookedUpBy = null)
    {
        var folded = PlainLetters.Of(lookedUpBy ?? value);
        if (_keys.TryGetValue((facet, folded, value), out var known)) return known;
        if (_keys.Count >= Kept) _keys.Clear();
        const string find = "SELECT key FROM terms WHERE facet = $0 AND folded = $1 AND value = $2";
        if (session.Scalar(find, (int)facet, folded, value) is not long key)
        {
            session.Run("INSERT INTO terms (facet, folded, value) VALUES ($0, $1, $2)", (int)facet, folded, value);
            // Asked for by what it is: where the table is overlaid, SQLite does not tell the number that the row got.
            key = session.Number(find, (int)facet, folded, value);
        }
        return _keys[(facet, folded, value)] = key;
    }

    /// <summary>Forgets what it keeps at hand.</summary>
    public void Forget() => _keys.Clear();

    /// <summary>The terms of a facet that somebody means: the one that is just so, else all that hold what was typed.</summary>
    public List<Term> Meant(Facet facet, string typed)
    {
        var folded = PlainLetters.Of(typed.Trim());
        if (folded.Length == 0) return [];
        var exact = Exact(facet, folded);
        return exact.Count > 0 ? exact : Holding(facet, folded);
    }

    /// <summary>The terms of a facet with a text in what they are looked up by.</summary>
    public List<Term> Holding(Facet facet, string folded) => session.Rows(
        "SELECT key, folded, value FROM terms WHERE facet = $0 AND instr(folded, $1) > 0 ORDER BY value", Read, (int)facet, folded);

    /// <summary>The terms of a facet that are looked up by just this.</summary>
    public List<Term> Exact(Facet facet, string folded) =>
        session.Rows("SELECT key, folded, value FROM terms WHERE facet = $0 AND folded = $1 ORDER BY value", Read, (int)facet, folded);

    /// <summary>The terms of a facet that stand for a value.</summary>
    public List<Term> Of(Facet facet, string value) =>
        session.Rows("SELECT key, folded, value FROM terms WHERE facet = $0 AND value = $1 ORDER BY folded", Read, (int)facet, value);

    /// <summary>The holders of offices, by what the office's id begins with, and by the holder's name.</summary>
    public List<Term> Offices(string? officeBegins, string? holder)
    {
        // U+FFFF sorts after whatever an id goes on with.
        var found = holder is null
            ? session.Rows(
                "SELECT key, folded, value FROM terms WHERE facet = $0 AND value >= $1 AND value < $2 ORDER BY value",
                Read, (int)Facet.Office, officeBegins ?? "", officeBegins + "\uFFFF")
            : Exact(Facet.Office, PlainLetters.Of(holder));
        return found.FindAll(t => (officeBegins is null || t.Value.StartsWith(officeBegins, StringComparison.Ordinal))
            && (holder is null || t.Value.EndsWith("\t" + holder, StringComparison.Ordinal)));
    }

    /// <summary>In how many texts a term stands, at most a bound.</summary>
    public int Texts(long term, int bound) => (int)session.Number(
        "SELECT count(*) FROM (SELECT DISTINCT text_key FROM text_terms WHERE term = $0 LIMIT $1)", term, bound);

    private static Term Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2));
}
