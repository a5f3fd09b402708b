using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Storage;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>What is asked of a store about statements.</summary>
internal sealed class AskingStatements(ILedgerStore store)
{
    /// <summary>Statements that pass a filter, by publication and place in the text.</summary>
    public IEnumerable<StatementRow> Of(StatementFilter filter)
    {
        var contact = filter.ContactId is { } id ? store.ContactsNamed(id, 2) : [];
        if (filter.ContactId is not null && contact.Length != 1) yield break;
        var issues = filter.Topics.SelectMany(t => store.TextsWith(Facet.Issue, t)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var speakers = filter.Speaker is { } typed ? store.TextsWith(Facet.Speaker, typed) : null;
        foreach (var key in Texts(filter, contact, speakers))
        {
            var text = store.Text(key);
            var day = text.Places[0].Published?.Day;
            if (filter.From is { } from && !(day >= from)) continue;
            if (filter.To is { } to && !(day <= to)) continue;
            if (filter.Article is { } article && !text.Places.Any(p => p.Id == article || p.Url == article)) continue;
            if (!filter.Publishers.IsEmpty && !text.Places.Any(p => PublisherMatching.Is(p.Publisher, filter.Publishers))) continue;
            var place = PlaceOrder.Shown(text.Places[0], text.Hash);
            var reading = store.Reading(key);
            var contacts = store.ContactsOfText(key);
            foreach (var statement in reading.Statements)
            {
                if (speakers is not null && !speakers.ContainsKey(statement.Speaker)) continue;
                if (filter.Mode is { } mode && statement.Mode != mode) continue;
                if (!filter.Topics.IsEmpty && !reading.Positions.Any(p => issues.Contains(p.Issue) && Meet(p.Evidence, statement.Words))) continue;
                var of = Belonging.Of([statement.Words], reading.Contacts) is { } i && contacts[i].Length > 0 ? contacts[i] : null;
                if (filter.ContactId is not null && of != contact[0]) continue;
                if (filter.About is { } about && !(of is not null && store.Contact(of) is { } row && store.Passes(row, about))) continue;
                yield return new StatementRow(statement, place, of);
            }
        }
    }

    // The texts of the narrowest condition, in the order of publication.
    private IEnumerable<long> Texts(
        StatementFilter filter, ImmutableArray<string> contact, SortedDictionary<string, ImmutableArray<long>>? speakers)
    {
        if (filter.ContactId is not null) return store.AccountsOf(contact[0]).Select(a => a.TextKey).Distinct();
        if (filter.Article is { } name) return store.TextsNamed(name);
        if (speakers is null && filter.Topics.IsEmpty) return store.Texts().Select(t => t.Key);
        return (speakers ?? filter.Topics.SelectMany(t => store.TextsWith(Facet.Issue, t))).SelectMany(t => t.Value).Distinct().Select(store.Text)
            .OrderBy(t => t.Places[0].Published?.Day is null).ThenBy(t => t.Places[0].Published?.Day)
            .ThenBy(t => t.Places[0].Id, StringComparer.Ordinal).ThenBy(t => t.Hash, StringComparer.Ordinal).Select(t => t.Key);
    }

    private static bool Meet(ImmutableArray<Evidence> position, Evidence statement) =>
        position.Any(e => e.Start < statement.End && statement.Start < e.End);
}
