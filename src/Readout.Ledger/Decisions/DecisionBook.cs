using System.Collections.Immutable;
using Readout.Ledger.Accounts;

namespace Readout.Ledger.Decisions;

/// <summary>All decisions of a ledger together: which of them are in force, and what they are about. The order they came in does not matter.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<string, List<Decision>> _about = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _undone = new(StringComparer.Ordinal);

    private DecisionBook(ImmutableArray<Decision> all) => All = all;

    /// <summary>No decisions.</summary>
    public static DecisionBook Empty { get; } = new([]);

    /// <summary>All decisions, those decided later first.</summary>
    public ImmutableArray<Decision> All { get; }

    /// <summary>Those that no undoing in force takes back, without the undoings themselves; those decided later first.</summary>
    public ImmutableArray<Decision> InForce { get; private set; } = [];

    /// <summary>Reads decisions together.</summary>
    public static DecisionBook Of(IEnumerable<Decision> decisions)
    {
        var book = new DecisionBook([.. decisions.Distinct().Order(Comparer<Decision>.Create(Decision.LaterFirst))]);
        var undoings = book.All.Where(d => d.Undoes is not null).ToLookup(d => d.Undoes!, StringComparer.Ordinal);
        var judged = new Dictionary<string, string?>(StringComparer.Ordinal);
        // What a decision says makes its id, so none can name, by whatever way, one that names it: this comes to an end.
        string? UndoneBy(string id)
        {
            if (!judged.TryGetValue(id, out var by)) judged[id] = by = undoings[id].FirstOrDefault(u => UndoneBy(u.Id) is null)?.Id;
            return by;
        }
        foreach (var decision in book.All)
        {
            if (UndoneBy(decision.Id) is { } by) book._undone[decision.Id] = by;
        }
        book.InForce = [.. book.All.Where(d => d.Kind != DecisionKind.Undo && !book._undone.ContainsKey(d.Id))];
        foreach (var decision in book.InForce)
        {
            foreach (var account in decision.Accounts)
            {
                if (!book._about.TryGetValue(account, out var list)) book._about[account] = list = [];
                list.Add(decision);
            }
        }
        return book;
    }

    /// <summary>The undoing that takes a decision back; null where none in force does.</summary>
    public string? UndoneBy(string id) => _undone.GetValueOrDefault(id);

    /// <summary>The decisions in force that name an account, those decided later first.</summary>
    public IReadOnlyList<Decision> About(string accountId) => _about.TryGetValue(accountId, out var list) ? list : [];

    /// <summary>The decision in force that rejects an account; null where none does.</summary>
    public Decision? Rejecting(string accountId)
    {
        foreach (var decision in About(accountId))
        {
            if (decision.Kind == DecisionKind.Reject) return decision;
        }
        return null;
    }

    /// <summary>Whether decisions in force say anything that could bring an account together with others, or keep it from them.</summary>
    public bool Arranges(string accountId)
    {
        foreach (var decision in About(accountId))
        {
            if (decision.Kind is DecisionKind.Merge or DecisionKind.Split or DecisionKind.Confirm) return true;
        }
        return false;
    }

    /// <summary>
    /// The decisions in force about a contact, those decided later first: all that arrange its accounts, and the values set for the contact
    /// that the first account named stands for.
    /// </summary>
    /// <param name="accounts">The accounts of the contact.</param>
    /// <param name="isThere">Whether the ledger has an account, in whatever contact.</param>
    public ImmutableArray<Decision> ApplyingTo(IReadOnlyCollection<Account> accounts, Func<string, bool> isThere)
    {
        if (InForce.IsEmpty) return [];
        var members = accounts.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. members.SelectMany(About).Distinct()
                .Where(d => d.Kind != DecisionKind.Set || d.Parts[0].FirstOrDefault(isThere) is { } first && members.Contains(first))
                .Order(Comparer<Decision>.Create(Decision.LaterFirst)),
        ];
    }
}
