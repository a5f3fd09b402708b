using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Queries;

/// <summary>What is asked of a store.</summary>
internal sealed class Asking(ILedgerStore store)
{
    /// <summary>Contacts that pass a filter, in canonical order.</summary>
    public IEnumerable<ContactRow> Rows(ContactFilter? filter)
    {
        var wanted = filter ?? new ContactFilter();
        return store.Contacts(wanted).Where(c => ContactMatching.Passes(c, wanted));
    }

    /// <summary>Plans among the contacts that pass a filter, in canonical order.</summary>
    public IEnumerable<Plan> Plans(ContactFilter? filter)
    {
        var wanted = filter ?? new ContactFilter();
        var day = store.LastDay;
        foreach (var row in store.Plans().Where(c => ContactMatching.Passes(c, wanted)))
        {
            var life = Life.Of(store.AccountsOf(row.Row.Id).Select(a => a.Account));
            yield return new Plan(row.Row, PlanStates.Of(row.Row.Status, row.Row.Date, row.Row.DateInferred, day), life);
        }
    }

    /// <summary>A contact in full.</summary>
    /// <param name="row">Its stored row.</param>
    /// <param name="withWords">Whether its statements, outcomes and positions are wanted too; they cost reading the readings.</param>
    public Contact Full(ContactRow row, bool withWords)
    {
        var placed = store.AccountsOf(row.Row.Id);
        var accounts = placed.Select(p => p.Account).ToList();
        var resolution = Resolution.Of(accounts);
        var texts = placed.Select(p => p.TextKey).Distinct().ToDictionary(k => k, store.Text);
        var words = withWords ? Words.Of(store, placed) : Words.None;
        var shown = row.Row;
        var life = Life.Of(accounts);
        return new Contact(
            shown.Id, shown.Kind, shown.Status, shown.Participants, shown.Date, shown.DateInferred, shown.Duration, shown.DurationBound,
            shown.Place, resolution.Of(ContactField.Initiator)?.Resolved, shown.Articles, resolution.Origins,
            [.. placed.Select(p => new ContactAccount(
                p.Account.Id, p.Account.Place, OtherPlaces(texts[p.TextKey]), p.Account.Finding, p.Account.Origin, p.Reason))],
            resolution.Fields, row.Candidates, words.Statements, words.Outcomes, words.Positions)
        {
            Life = life,
            Plan = Life.IsPlan(life) ? PlanStates.Of(shown.Status, shown.Date, shown.DateInferred, store.LastDay) : null,
        };
    }

    /// <summary>One contact by whatever the user typed of an id.</summary>
    public ContactLookup Find(string id)
    {
        var matches = store.ContactsNamed(id.Trim(), 10);
        var contact = matches.Length == 1 && store.Contact(matches[0]) is { } row ? Full(row, withWords: true) : null;
        return new ContactLookup(contact, matches);
    }

    /// <summary>Statements that pass a filter.</summary>
    public IEnumerable<StatementRow> Statements(StatementFilter filter)
    {
        var contact = filter.ContactId is { } id ? store.ContactsNamed(id, 2) : [];
        if (filter.ContactId is not null && contact.Length != 1) yield break;
        var keys = filter.ContactId is not null
            ? [.. store.AccountsOf(contact[0]).Select(a => a.TextKey).Distinct()]
            : filter.Article is { } name ? store.TextsNamed(name) : [.. store.Texts().Select(t => t.Key)];
        foreach (var key in keys)
        {
            var text = store.Text(key);
            var day = text.Places[0].Published?.Day;
            if (filter.From is { } from && !(day >= from)) continue;
            if (filter.To is { } to && !(day <= to)) continue;
            if (filter.Article is { } article && !text.Places.Any(p => p.Id == article || p.Url == article)) continue;
            var place = PlaceOrder.Shown(text.Places[0], text.Hash);
            var reading = store.Reading(key);
            var contacts = store.ContactsOfText(key);
            foreach (var statement in reading.Statements)
            {
                if (filter.Speaker is { } speaker && !statement.Speaker.Contains(speaker, StringComparison.OrdinalIgnoreCase)) continue;
                if (filter.Mode is { } mode && statement.Mode != mode) continue;
                var of = Belonging.Of([statement.Words], reading.Contacts) is { } i ? contacts[i] : null;
                if (filter.ContactId is not null && of != contact[0]) continue;
                yield return new StatementRow(statement, place, of);
            }
        }
    }

    /// <summary>All texts.</summary>
    public IEnumerable<ArticleRow> Articles()
    {
        foreach (var summary in store.Texts())
        {
            var text = store.Text(summary.Key);
            yield return new ArticleRow(
                PlaceOrder.Shown(text.Places[0], text.Hash), OtherPlaces(text), text.Places[0].Language, summary.Length, summary.Contacts);
        }
    }

    /// <summary>Stored articles by name.</summary>
    public ImmutableArray<StoredArticle> Named(string name) =>
    [
        .. store.TextsNamed(name.Trim()).Select(store.Text).OrderBy(t => t.Places[0], PlaceOrder.Instance)
            .ThenBy(t => t.Hash, StringComparer.Ordinal)
            .Select(text => new StoredArticle(
                text.Places[0] with { Text = store.Content(text.Key) }, OtherPlaces(text), store.Reading(text.Key), store.ContactsOfText(text.Key))),
    ];

    /// <summary>Texts at places that carry a name; all places of a text that is named by its hash.</summary>
    public ImmutableArray<Article> PlacesNamed(string name)
    {
        var found = ImmutableArray.CreateBuilder<Article>();
        foreach (var key in store.TextsNamed(name.Trim()))
        {
            var text = store.Text(key);
            var content = store.Content(key);
            var named = text.Places.Where(p => p.Id == name.Trim() || p.Url == name.Trim()).ToList();
            found.AddRange((named.Count > 0 ? named : [.. text.Places]).Select(p => p with { Text = content }));
        }
        return found.DrainToImmutable();
    }

    private static ImmutableArray<ArticlePlace> OtherPlaces(TextPlaces text) =>
        [.. text.Places.Skip(1).Select(p => PlaceOrder.Shown(p, text.Hash))];
}
