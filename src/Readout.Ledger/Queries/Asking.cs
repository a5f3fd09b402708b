using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Claims;
using Readout.Ledger.Decisions;
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
        return store.Contacts(filter ?? new ContactFilter());
    }

    /// <summary>Plans among the contacts that pass a filter, in canonical order.</summary>
    public IEnumerable<Plan> Plans(ContactFilter? filter)
    {
        var day = store.LastDay;
        foreach (var row in store.Contacts((filter ?? new ContactFilter()) with { PlansOnly = true }))
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
        var decisions = row.Decisions.Select(store.Decision).OfType<Decision>().ToImmutableArray();
        var resolution = DecidedValues.Over(Resolution.Of(accounts), decisions);
        var relays = Relays.Of(accounts);
        var texts = placed.Select(p => p.TextKey).Distinct().ToDictionary(k => k, store.Text);
        var words = withWords ? Words.Of(store, placed) : Words.None;
        var shown = row.Row;
        var life = Life.Of(accounts);
        return new Contact(
            shown.Id, shown.Kind, shown.Status, shown.Participants, shown.Date, shown.DateInferred, shown.Duration, shown.DurationBound,
            shown.Place, resolution.Of(ContactField.Initiator)?.Resolved, shown.Articles, resolution.Origins,
            [.. placed.Select(p => new ContactAccount(
                p.Account.Id, p.Account.Place, OtherPlaces(texts[p.TextKey]), p.Account.Finding, relays.First(p.Account.Origin), p.Reason) { Reprint = p.Account.Reprint })],
            resolution.Fields, CandidatesOf(row), words.Statements, words.Outcomes, words.Positions)
        {
            Decisions = decisions,
            Offices = withWords ? Holdings.TakenBy(store, placed) : [],
            Life = life,
            Plan = Life.IsPlan(life) ? PlanStates.Of(shown.Status, shown.Date, shown.DateInferred, store.LastDay) : null,
        };
    }

    // The store keeps accounts, since what a contact shows itself under may change with any article that tells of it.
    private ImmutableArray<string> CandidatesOf(ContactRow row) =>
        [.. row.Candidates.SelectMany(a => store.ContactsNamed(a, 1)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>One contact by whatever the user typed of an id.</summary>
    public ContactLookup Find(string id)
    {
        var matches = store.ContactsNamed(id.Trim(), 10);
        var contact = matches.Length == 1 && store.Contact(matches[0]) is { } row ? Full(row, withWords: true) : null;
        return new ContactLookup(contact, matches) { Rejected = matches.IsEmpty ? Rejection(id.Trim().ToLowerInvariant()) : null };
    }

    // An account that was rejected is of no contact, but a link to it should still say why.
    private Decision? Rejection(string typed) => typed.Length == 0 ? null : DecisionBook.Of(store.Decisions()).InForce.FirstOrDefault(d =>
        d.Kind == DecisionKind.Reject && d.Accounts.Any(a =>
            a.StartsWith(typed, StringComparison.Ordinal) || AccountIds.KeyOf(a).StartsWith(AccountIds.KeyOf(typed), StringComparison.Ordinal)));

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
