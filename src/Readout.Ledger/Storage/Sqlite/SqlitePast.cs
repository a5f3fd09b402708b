using Readout.Ledger.Identity;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// What of the past has been derived on a connection. It is derived when it is asked for: a question about one contact brings to a
/// close whatever can reach that contact, a list all that the moment parts.
/// </summary>
/// <param name="session">The connection, with what came later hidden.</param>
/// <param name="change">What was hidden.</param>
/// <param name="again">Texts to be filed anew.</param>
/// <param name="parts">Whether what was hidden may change a cell.</param>
/// <param name="derive">Derives what a part of a change reaches.</param>
/// <param name="finish">Brings the index up to date; called once, after all is derived.</param>
internal sealed class SqlitePast(
    SqliteSession session, AccountChange change, IEnumerable<long> again, Func<Cell, bool> parts, Action<AccountChange, IReadOnlyCollection<long>> derive, Action finish)
{
    private readonly HashSet<Cell> _centres = [.. change.Centres, .. change.Cells.SelectMany(Near)];
    private readonly HashSet<string> _groups = new(change.Groups, StringComparer.Ordinal);
    private readonly HashSet<long> _again = [.. again];
    private Dictionary<Cell, List<long>>? _againNear;
    private bool _isBusy;
    private bool _isWhole;

    /// <summary>Derives all that is not derived yet.</summary>
    public void SettleAll()
    {
        if (_isWhole || _isBusy) return;
        _isBusy = true;
        var rest = Part(_centres, _groups);
        rest.Texts.UnionWith(change.Texts);
        derive(rest, _again);
        finish();
        (_isBusy, _isWhole) = (false, true);
    }

    /// <summary>Derives all that can reach the contacts of some accounts.</summary>
    /// <param name="accounts">The accounts, by id.</param>
    public void SettleFor(IReadOnlyCollection<string> accounts)
    {
        if (_isWhole || _isBusy) return;
        // What decisions tie together, and texts that are of another origin, may lie anywhere.
        if (change.Texts.Count > 0 || session.Scalar("SELECT 1 FROM decisions LIMIT 1") is not null)
        {
            SettleAll();
            return;
        }
        _isBusy = true;
        var (reached, near) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<Cell>());
        var found = accounts;
        while (true)
        {
            var fresh = found.Where(reached.Add).ToList();
            foreach (var id in fresh) near.UnionWith(CellsOf(id).SelectMany(Near));
            var centres = near.Where(_centres.Remove).ToList();
            var texts = near.SelectMany(AgainNear).Distinct().Where(_again.Remove).ToList();
            var groups = reached.Select(GroupOf).OfType<string>().Distinct(StringComparer.Ordinal).Where(_groups.Remove).ToList();
            if (fresh.Count == 0 && centres.Count + texts.Count + groups.Count == 0) break;
            if (centres.Count + texts.Count + groups.Count > 0) derive(Part(centres, groups), texts);
            found = [.. reached.SelectMany(Tied).Distinct(StringComparer.Ordinal)];
        }
        _isBusy = false;
    }

    private AccountChange Part(IEnumerable<Cell> centres, IEnumerable<string> groups)
    {
        var part = new AccountChange();
        part.Centres.UnionWith(centres.Where(parts));
        part.Groups.UnionWith(groups);
        return part;
    }

    private static IEnumerable<Cell> Near(Cell cell) => [cell.Shifted(-1), cell, cell.Shifted(1)];

    private List<Cell> CellsOf(string account) => session.Rows(
        "SELECT strand, period FROM placings WHERE account_id = $0", row => new Cell(row.GetString(0), row.GetInt32(1)), account);

    private string? GroupOf(string account) => session.Scalar("SELECT group_id FROM accounts WHERE id = $0", account) as string;

    // Whatever is of one group with an account, leans on it, or is leant on by it.
    private List<string> Tied(string account) => session.Rows(
        """
        SELECT id FROM accounts WHERE group_id = (SELECT group_id FROM accounts WHERE id = $0)
        UNION SELECT account_id FROM leanings WHERE on_id = $0 UNION SELECT on_id FROM leanings WHERE account_id = $0
        """,
        row => row.GetString(0), account);

    // A text that is filed anew may change what is placed in its cells and beside them.
    private IEnumerable<long> AgainNear(Cell cell)
    {
        if (_again.Count == 0) return [];
        if (_againNear is null)
        {
            _againNear = [];
            foreach (var text in _again)
            {
                foreach (var account in session.Rows("SELECT id FROM accounts WHERE text_key = $0", row => row.GetString(0), text))
                {
                    foreach (var by in CellsOf(account).SelectMany(Near)) (_againNear.TryGetValue(by, out var texts) ? texts : _againNear[by] = []).Add(text);
                }
            }
        }
        return _againNear.GetValueOrDefault(cell, []);
    }
}
