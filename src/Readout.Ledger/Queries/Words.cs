using System.Collections.Immutable;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Queries;

/// <summary>Statements, outcomes and positions that belong to one contact.</summary>
/// <param name="Statements">Statements, by publication and place in the text.</param>
/// <param name="Outcomes">Outcomes.</param>
/// <param name="Positions">Positions.</param>
internal sealed record Words(ImmutableArray<StatementRow> Statements, ImmutableArray<OutcomeRow> Outcomes, ImmutableArray<PositionRow> Positions)
{
    /// <summary>None.</summary>
    public static Words None { get; } = new([], [], []);

    /// <summary>Those that belong to the contact with these accounts.</summary>
    public static Words Of(ILedgerStore store, ImmutableArray<PlacedAccount> accounts)
    {
        var statements = ImmutableArray.CreateBuilder<StatementRow>();
        var outcomes = ImmutableArray.CreateBuilder<OutcomeRow>();
        var positions = ImmutableArray.CreateBuilder<PositionRow>();
        foreach (var (account, contactId, _, key) in accounts)
        {
            var reading = store.Reading(key);
            statements.AddRange(reading.Statements
                .Where(s => Belonging.Of([s.Words], reading.Contacts) == account.Ordinal)
                .Select(s => new StatementRow(s, account.Place, contactId)));
            outcomes.AddRange(reading.Outcomes
                .Where(o => Belonging.Of(o.Evidence, reading.Contacts, o.Parties) == account.Ordinal)
                .Select(o => new OutcomeRow(o, account.Place)));
            positions.AddRange(reading.Positions
                .Where(p => Belonging.Of(p.Evidence, reading.Contacts) == account.Ordinal)
                .Select(p => new PositionRow(p, account.Place)));
        }
        return new Words(statements.DrainToImmutable(), outcomes.DrainToImmutable(), positions.DrainToImmutable());
    }
}
