using NodaTime;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>The contacts of one term by day, page by page, so that no statement stays open while the caller works.</summary>
internal sealed class ContactStream
{
    // The first pages are small, because many questions want the first rows only.
    private const int FirstPage = 64;
    private const int LargestPage = 2048;

    private readonly SqliteSession _session;
    private readonly long _term;
    private readonly int _wide;
    private readonly bool _latestFirst;
    private readonly string _sql;
    private readonly object?[] _others;
    private readonly int _last;
    private List<(int Day, long Contact)> _page = [];
    private int _at = -1;
    private int _size = FirstPage;
    private bool _ended;
    private (int Day, long Contact) _after;

    /// <summary>A stream before its first contact.</summary>
    /// <param name="session">The open file.</param>
    /// <param name="term">The term.</param>
    /// <param name="wide">Whether it gives the contacts with wide dates, or those without.</param>
    /// <param name="from">The first day that a contact without a wide date may reach to; null sets no bound.</param>
    /// <param name="to">The last day that one may begin on; null sets no bound.</param>
    /// <param name="others">Further conditions, each as a JSON list of terms of which the contact must have one.</param>
    /// <param name="latestFirst">Whether to begin with the last day.</param>
    /// <param name="lastDay">The number of a day after which there is no contact.</param>
    public ContactStream(
        SqliteSession session, long term, bool wide, LocalDate? from, LocalDate? to, IReadOnlyList<string> others, bool latestFirst, int lastDay)
    {
        (_session, _term, _wide, _latestFirst) = (session, term, wide ? 1 : 0, latestFirst);
        // What began before the first day may reach to it, and the entry of the contact tells.
        var reaches = from is { } begins ? ContactNumbers.Day(begins) : (int?)null;
        _others = reaches is { } least ? [.. others, least] : [.. others];
        var first = from is { } day ? ContactNumbers.Day(day) - ContactNumbers.NarrowDays : 0;
        _last = Math.Min(to is { } end ? ContactNumbers.Day(end) : ContactNumbers.NoDay, lastDay);
        _after = latestFirst ? (_last, long.MaxValue) : (first, -1);
        if (latestFirst) _last = first;
        var (beyond, bound, order) = latestFirst ? ("<", ">=", "DESC") : (">", "<=", "ASC");
        // Written with days apart from contacts, so that SQLite goes straight to the first row.
        _sql =
            $"""
            SELECT t.day, t.contact FROM contact_terms t
            WHERE t.term = $0 AND t.wide = $1 AND (t.day, t.contact) {beyond} ($2, $3) AND t.day {bound} $4
            {string.Concat(others.Select((_, i) => $"""
             AND EXISTS (SELECT 1 FROM contact_terms o WHERE o.term IN (SELECT value FROM json_each(${i + 6}))
                         AND o.wide = t.wide AND o.day = t.day AND o.contact = t.contact)
             """))}
            {(reaches is null ? "" : $" AND (t.day >= ${others.Count + 6} OR EXISTS (SELECT 1 FROM contact_entries e WHERE e.contact = t.contact AND e.last >= ${others.Count + 6}))")}
            ORDER BY t.day {order}, t.contact {order} LIMIT $5
            """;
    }

    /// <summary>The contact that was last gone to, with its day.</summary>
    public (int Day, long Contact) Current => _page[_at];

    /// <summary>Goes to the next contact.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        if (++_at < _page.Count) return true;
        if (_ended) return false;
        _page = _session.Rows(
            _sql, row => (row.GetInt32(0), row.GetInt64(1)), [_term, _wide, _after.Day, _after.Contact, _last, _size, .. _others]);
        _ended = _page.Count < _size;
        _size = Math.Min(2 * _size, LargestPage);
        _at = 0;
        if (_page.Count > 0) _after = _page[^1];
        return _page.Count > 0;
    }
}
