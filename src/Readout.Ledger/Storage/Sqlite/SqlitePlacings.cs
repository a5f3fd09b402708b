using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Identity;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>Where cells place accounts, and the groups that follow, in a ledger file.</summary>
internal sealed class SqlitePlacings(SqliteSession session)
{
    private readonly HashSet<Cell> _refiled = [];

    /// <summary>The tables; derived like accounts and contacts.</summary>
    public const string Create = """
        CREATE TABLE placings (
            strand TEXT NOT NULL,
            period INTEGER NOT NULL,
            account_id TEXT NOT NULL,
            told INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            rule TEXT NOT NULL,
            because TEXT NOT NULL,
            PRIMARY KEY (strand, period, account_id)) WITHOUT ROWID;
        CREATE INDEX placings_account ON placings (account_id);

        CREATE TABLE cells (
            strand TEXT NOT NULL,
            period INTEGER NOT NULL,
            told INTEGER NOT NULL,
            last INTEGER NOT NULL,
            until INTEGER NOT NULL,
            telling INTEGER,
            PRIMARY KEY (strand, period)) WITHOUT ROWID;
        CREATE INDEX cells_told ON cells (telling, told, until) WHERE telling IS NOT NULL;

        CREATE TABLE leanings (
            account_id TEXT NOT NULL,
            strand TEXT NOT NULL,
            period INTEGER NOT NULL,
            on_id TEXT NOT NULL,
            score INTEGER NOT NULL,
            PRIMARY KEY (account_id, strand, period, on_id)) WITHOUT ROWID;
        CREATE INDEX leanings_on ON leanings (on_id);
        """;

    /// <summary>Files an account in its cells, to be placed there.</summary>
    public void File(Account account, HashSet<Cell> cells)
    {
        var reach = Reach.Of(account);
        foreach (var cell in Cell.Of(account))
        {
            session.Run(
                "INSERT INTO placings (strand, period, account_id, told, first, last, rule, because) VALUES ($0, $1, $2, $3, $4, $5, '', '')",
                cell.Strand, cell.Period, account.Id, ContactNumbers.Day(account.PublishedDay), ContactNumbers.Day(reach?.First), ContactNumbers.Day(reach?.Last));
            cells.Add(cell);
            _refiled.Add(cell);
        }
    }

    /// <summary>Takes the accounts of a text out of their cells.</summary>
    public void Clear(long textKey, HashSet<Cell> cells)
    {
        var left = session.Rows(
            "SELECT DISTINCT strand, period FROM placings WHERE account_id IN (SELECT id FROM accounts WHERE text_key = $0)",
            row => new Cell(row.GetString(0), row.GetInt32(1)), textKey);
        cells.UnionWith(left);
        _refiled.UnionWith(left);
        session.Run("DELETE FROM leanings WHERE account_id IN (SELECT id FROM accounts WHERE text_key = $0)", textKey);
        session.Run("DELETE FROM placings WHERE account_id IN (SELECT id FROM accounts WHERE text_key = $0)", textKey);
    }

    /// <summary>Notes from when to when the accounts are told of that each changed cell and its neighbours hold.</summary>
    public void FollowTellings()
    {
        var near = new HashSet<Cell>();
        foreach (var cell in _refiled)
        {
            for (var by = -1; by <= 1; by++) near.Add(cell.Shifted(by));
            var (first, last) = session.Rows(
                "SELECT min(told), max(told) FROM placings WHERE strand = $0 AND period = $1",
                row => row.IsDBNull(0) ? default((int, int)?) : (row.GetInt32(0), row.GetInt32(1)), cell.Strand, cell.Period)[0] is { } known ? known : (0, 0);
            if (first == 0) session.Run("DELETE FROM cells WHERE strand = $0 AND period = $1", cell.Strand, cell.Period);
            else session.Run("INSERT OR REPLACE INTO cells (strand, period, told, last, until) VALUES ($0, $1, $2, $3, 0)", cell.Strand, cell.Period, first, last);
        }
        foreach (var cell in near)
        {
            var (told, until) = session.Rows(
                "SELECT max(CASE period WHEN $1 THEN told END), max(last) FROM cells WHERE strand = $0 AND period BETWEEN $1 - 1 AND $1 + 1",
                row => (row.IsDBNull(0) ? 0 : row.GetInt32(0), row.IsDBNull(1) ? 0 : row.GetInt32(1)), cell.Strand, cell.Period)[0];
            if (told == 0) continue;
            session.Run(
                "UPDATE cells SET until = $2, telling = $3 WHERE strand = $0 AND period = $1 AND (until IS NOT $2 OR telling IS NOT $3)",
                cell.Strand, cell.Period, until, Spans.Width(told, until));
        }
        _refiled.Clear();
    }

    /// <summary>Where a cell's accounts were placed, by account.</summary>
    public Dictionary<string, Placing> Of(Cell cell)
    {
        var leanings = session.Rows(
                """
                SELECT l.account_id, l.on_id, l.score FROM placings p
                JOIN leanings l ON l.account_id = p.account_id AND l.strand = p.strand AND l.period = p.period
                WHERE p.strand = $0 AND p.period = $1 ORDER BY l.account_id, l.on_id
                """,
                row => (Account: row.GetString(0), Leaning: new Leaning(row.GetString(1), row.GetInt32(2))), cell.Strand, cell.Period)
            .ToLookup(l => l.Account, l => l.Leaning, StringComparer.Ordinal);
        return session.Rows(
                "SELECT account_id, rule, because FROM placings WHERE strand = $0 AND period = $1",
                row => new Placing(row.GetString(0), [.. leanings[row.GetString(0)]], row.GetString(1), row.GetString(2)), cell.Strand, cell.Period)
            .ToDictionary(p => p.AccountId, StringComparer.Ordinal);
    }

    /// <summary>What each of its cells says of an account.</summary>
    public List<(Cell Cell, Placing Placing)> Of(string accountId) => session.Rows(
        "SELECT rule, because, strand, period FROM placings WHERE account_id = $0 ORDER BY strand, period",
        row => (Rule: row.GetString(0), Because: row.GetString(1), Cell: new Cell(row.GetString(2), row.GetInt32(3))), accountId)
        .ConvertAll(p => (p.Cell, new Placing(
            accountId,
            [
                .. session.Rows(
                    "SELECT on_id, score FROM leanings WHERE account_id = $0 AND strand = $1 AND period = $2 ORDER BY on_id",
                    row => new Leaning(row.GetString(0), row.GetInt32(1)), accountId, p.Cell.Strand, p.Cell.Period),
            ],
            p.Rule, p.Because)));

    /// <summary>Keeps where a cell places an account.</summary>
    public void Set(Cell cell, Placing placing)
    {
        session.Run(
            "UPDATE placings SET rule = $3, because = $4 WHERE strand = $0 AND period = $1 AND account_id = $2",
            cell.Strand, cell.Period, placing.AccountId, placing.Rule, placing.Because);
        session.Run(
            "DELETE FROM leanings WHERE account_id = $0 AND strand = $1 AND period = $2", placing.AccountId, cell.Strand, cell.Period);
        foreach (var (on, score) in placing.On)
        {
            session.Run(
                "INSERT INTO leanings (account_id, strand, period, on_id, score) VALUES ($0, $1, $2, $3, $4)",
                placing.AccountId, cell.Strand, cell.Period, on, score);
        }
    }

    /// <summary>The accounts that lean on an account.</summary>
    public List<string> LeaningOn(string accountId) =>
        session.Rows("SELECT DISTINCT account_id FROM leanings WHERE on_id = $0", row => row.GetString(0), accountId);

    /// <summary>The group of an account.</summary>
    public string? GroupOf(string accountId) => session.Scalar("SELECT group_id FROM accounts WHERE id = $0", accountId) as string;

    /// <summary>Puts an account into a group.</summary>
    public void SetStanding(string accountId, Standing standing) => session.Run(
        "UPDATE accounts SET group_id = $1, rule = $2, because = $3, candidates = $4 WHERE id = $0",
        accountId, standing.Root, standing.Reason.Rule, standing.Reason.Because, ReadingRecord.Write(standing.Candidates));

    /// <summary>The groups that accounts of a text are in.</summary>
    public List<string> GroupsOf(long textKey) => session.Rows(
        "SELECT DISTINCT group_id FROM accounts WHERE text_key = $0 AND group_id IS NOT NULL", row => row.GetString(0), textKey);

    /// <summary>The groups an account fits equally.</summary>
    public static ImmutableArray<string> Candidates(string? json) => json is null ? [] : ReadingRecord.Ids(json);
}
