using System.Collections.Immutable;
using Readout.Ledger.Decisions;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Queries;

/// <summary>What a decision does now.</summary>
public enum DecisionStanding
{
    /// <summary>The ledger is as it says.</summary>
    InForce,

    /// <summary>Another decision undoes it.</summary>
    Undone,

    /// <summary>A later decision says otherwise.</summary>
    Overruled,

    /// <summary>The ledger has none of its accounts, or too few of them; it holds once they come.</summary>
    Waiting,
}

/// <summary>A decision with what it does now.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Standing">What it does.</param>
/// <param name="UndoneBy">The id of the decision that undoes it; null where none does.</param>
/// <param name="Contacts">The contacts that its accounts are of now.</param>
public sealed record DecisionRow(Decision Decision, DecisionStanding Standing, string? UndoneBy, ImmutableArray<string> Contacts);

/// <summary>Finds what decisions do.</summary>
internal sealed class DecisionList(ILedgerStore store)
{
    /// <summary>All decisions, those decided later first.</summary>
    public IEnumerable<DecisionRow> All()
    {
        var book = DecisionBook.Of(store.Decisions());
        foreach (var decision in book.All)
        {
            var parts = decision.Parts.Select(part => part.Select(ContactOf).ToList()).ToList();
            var by = book.UndoneBy(decision.Id);
            var standing = by is not null ? DecisionStanding.Undone : Standing(decision, parts);
            yield return new DecisionRow(
                decision, standing, by, [.. parts.SelectMany(p => p).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        }
    }

    private DecisionStanding Standing(Decision decision, List<List<string?>> parts)
    {
        var there = parts.ConvertAll(p => p.OfType<string>().ToHashSet(StringComparer.Ordinal));
        var firsts = parts.ConvertAll(p => p.Find(c => c is not null));
        return decision.Kind switch
        {
            DecisionKind.Undo => store.Decision(decision.Undoes!) is null ? DecisionStanding.Waiting : DecisionStanding.InForce,
            DecisionKind.Reject => decision.Accounts.Any(a => store.TextOfAccount(a) is not null) ? DecisionStanding.InForce : DecisionStanding.Waiting,
            DecisionKind.Merge when firsts.OfType<string>().Count() < 2 => DecisionStanding.Waiting,
            DecisionKind.Merge => Says(firsts.OfType<string>().Distinct(StringComparer.Ordinal).Count() == 1),
            _ when there[0].Count == 0 => DecisionStanding.Waiting,
            DecisionKind.Set => Says(store.Contact(firsts[0]!) is { } row && row.Decisions.Select(store.Decision).OfType<Decision>()
                .FirstOrDefault(d => d.Kind == DecisionKind.Set && d.Field == decision.Field)?.Id == decision.Id),
            DecisionKind.Split when there[1].Count == 0 => DecisionStanding.Waiting,
            _ => Says(there[0].Count == 1 && there.Skip(1).All(other => !other.Overlaps(there[0]))),
        };
    }

    private static DecisionStanding Says(bool asDecided) => asDecided ? DecisionStanding.InForce : DecisionStanding.Overruled;

    private string? ContactOf(string accountId) => store.ContactsNamed(accountId, 2) is [var only] ? only : null;
}
