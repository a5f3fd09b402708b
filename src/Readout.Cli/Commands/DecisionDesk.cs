using Readout.Ledger;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;

namespace Readout.Cli.Commands;

/// <summary>Finds what a decision is about from what was typed; where that is not one thing, the failure says what to type.</summary>
internal sealed class DecisionDesk(ContactLedger ledger)
{
    /// <summary>A contact.</summary>
    /// <exception cref="DecisionException">None answers, or several do.</exception>
    public Contact Contact(string typed)
    {
        var found = ledger.Find(typed);
        if (found.Contact is { } contact) return contact;
        throw new DecisionException(found.Rejected is { } rejected
            ? $"'{typed}' was rejected by {rejected.Id}; readout decide undo {rejected.Id} brings it back"
            : found.Matches.IsEmpty
                ? $"no contact answers to '{typed}'; readout timeline lists them with their ids"
                : $"'{typed}' fits several contacts: {string.Join(", ", found.Matches)}; type more of the id");
    }

    /// <summary>An account with its contact.</summary>
    /// <exception cref="DecisionException">None answers, or several do.</exception>
    public (string Id, Contact Contact) Account(string typed)
    {
        var contact = Contact(typed);
        var wanted = typed.Trim().ToLowerInvariant();
        var ids = contact.Accounts.Select(a => a.Id).Where(id =>
            id.StartsWith(wanted, StringComparison.Ordinal) || id[(id.LastIndexOf('-') + 1)..].StartsWith(wanted, StringComparison.Ordinal)).ToList();
        return ids.Count == 1
            ? (ids[0], contact)
            : throw new DecisionException($"'{typed}' fits several accounts: {string.Join(", ", ids)}; type more of the id");
    }

    /// <summary>A decision.</summary>
    /// <exception cref="DecisionException">None answers, or several do.</exception>
    public Decision Decision(string typed)
    {
        var wanted = typed.Trim().ToLowerInvariant();
        var found = ledger.Decisions().Select(r => r.Decision).Where(d =>
            d.Id.StartsWith(wanted, StringComparison.Ordinal) || d.Id.AsSpan(2).StartsWith(wanted, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new DecisionException($"no decision answers to '{typed}'; readout decisions lists them"),
            _ => throw new DecisionException($"'{typed}' fits several decisions: {string.Join(", ", found.Select(d => d.Id))}; type more of the id"),
        };
    }
}
