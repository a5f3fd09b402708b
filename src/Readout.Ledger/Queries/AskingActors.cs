using System.Collections.Immutable;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;
using Readout.Ledger.Storage;

namespace Readout.Ledger.Queries;

/// <summary>What is asked of a store about one actor.</summary>
internal sealed class AskingActors(ILedgerStore store)
{
    private const int NamesShown = 8;

    /// <summary>The actor whom a name means, or all whom it may mean.</summary>
    public ActorLookup Find(string typed, int contacts)
    {
        var words = SearchWords.Of(typed);
        if (words.Folded.IsEmpty) return new ActorLookup(null, []);
        var folded = PlainLetters.Of(typed.Normalize().Trim());
        var matches = new Searching(store).Actors(words);
        if (store.NamesOfState(folded) is { IsEmpty: false } states) return new ActorLookup(Record(states[0], contacts), [.. Rows(states)]);
        // The name in full, else the one that articles mean by these words most of the time, else the only one with these words.
        var exact = matches.Where(m => PlainLetters.Of(m.Name) == folded).ToImmutableArray();
        if (exact is [var one]) return new ActorLookup(Record(one.Name, contacts), exact);
        if (store.Called(SearchWords.Plain(typed.Normalize())) is [var called, ..]) return new ActorLookup(Record(called, contacts), matches);
        return matches is [var only] ? new ActorLookup(Record(only.Name, contacts), matches) : new ActorLookup(null, matches);
    }

    private IEnumerable<ActorRow> Rows(ImmutableArray<string> names) =>
        names.Select(name => new ActorRow(name, store.TextsNaming(name, ActorRow.CountedAtMost)));

    private ActorRecord Record(string name, int contacts)
    {
        var state = store.StateNamed(name);
        var filter = state is null ? new ContactFilter { Persons = [name] } : new ContactFilter { States = [state] };
        return new ActorRecord(
            name, state, store.TextsNaming(name, ActorRow.CountedAtMost),
            [.. store.NamesOf(name).Select(n => n.Folded).Where(n => n != SearchWords.Plain(name)).Take(NamesShown)],
            store.CountContacts(filter),
            [.. store.Contacts(filter, latestFirst: true).Take(contacts).Select(c => c.Row).Reverse()],
            [.. store.Sightings(state is null ? null : state + ":", state is null ? name : null).Select(s => Holdings.Of(store, s))
                .OrderBy(h => h.Office, StringComparer.Ordinal).ThenBy(h => h.First).ThenBy(h => h.Holder, StringComparer.Ordinal)],
            new AskingPositions(store).Runs(new PositionFilter { Holder = name }));
    }
}
