using System.Globalization;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Reading.Format;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Contacts that pass a filter, in their canonical order or against it, without looking at the others: each condition is a set of terms,
/// and the contacts of the rarest set are walked in the order of their days.
/// </summary>
/// <param name="session">The open file.</param>
/// <param name="terms">Its terms.</param>
/// <param name="lastDay">The number of a day after which there is no contact.</param>
internal sealed class ContactList(SqliteSession session, Terms terms, int lastDay)
{
    // Enough to tell which of two conditions is the rarer one.
    private const int CountedAtMost = 5000;

    /// <summary>The contacts of a filter; nothing is asked before the first is taken.</summary>
    /// <param name="filter">What to keep.</param>
    /// <param name="latestFirst">Whether to go against the canonical order.</param>
    public IEnumerable<ContactRow> Of(ContactFilter filter, bool latestFirst)
    {
        var conditions = Conditions(filter);
        if (conditions.Exists(c => c.Count == 0)) yield break;
        if (conditions.Count == 0) conditions.Add(Keys(terms.Exact(Facet.All, "")));
        if (conditions.Count > 1) conditions = [.. conditions.OrderBy(Size)];
        var others = conditions.Skip(1).Select(Json).ToList();
        var streams = new PriorityQueue<ContactStream, (int, long)>();
        foreach (var term in conditions[0])
        {
            Enter(new ContactStream(session, term, wide: true, null, null, others, latestFirst, lastDay));
            Enter(new ContactStream(session, term, wide: false, filter.From, filter.To, others, latestFirst, lastDay));
        }

        var day = new List<long>();
        while (streams.TryDequeue(out var stream, out _))
        {
            var (at, contact) = stream.Current;
            if (day.Count == 0 || day[^1] != contact) day.Add(contact);
            Enter(stream);
            if (streams.TryPeek(out var next, out _) && next.Current.Day == at) continue;
            foreach (var row in Rows(day, filter, latestFirst)) yield return row;
            day.Clear();
        }

        void Enter(ContactStream stream)
        {
            if (stream.Next()) streams.Enqueue(stream, latestFirst ? (-stream.Current.Day, -stream.Current.Contact) : stream.Current);
        }
    }

    /// <summary>How many contacts pass a filter.</summary>
    public int Count(ContactFilter filter)
    {
        var conditions = Conditions(filter);
        // One term alone is counted without looking at the contacts.
        return conditions is [[var term]] && filter.From is null && filter.To is null
            ? (int)session.Number("SELECT count(*) FROM contact_terms WHERE term = $0 AND wide IN (0, 1) AND day <= $1", term, lastDay)
            : Of(filter, latestFirst: false).Count();
    }

    /// <summary>Whether one contact passes a filter.</summary>
    public bool Passes(ContactRow contact, ContactFilter filter)
    {
        if (!ContactMatching.InDates(contact, filter)) return false;
        var number = ContactNumbers.Of(contact.Row.Id);
        return Conditions(filter).TrueForAll(keys => session.Scalar(
            """
            SELECT 1 FROM contact_entries e JOIN contact_terms t ON t.wide = e.wide AND t.day = e.day AND t.contact = e.contact
            WHERE e.contact = $0 AND t.term IN (SELECT value FROM json_each($1)) LIMIT 1
            """,
            number, Json(keys)) is not null);
    }

    // Those of one day, by id.
    private IEnumerable<ContactRow> Rows(List<long> contacts, ContactFilter filter, bool latestFirst)
    {
        var rows = session.Rows(
            $"""
            SELECT {SqliteRecords.ContactColumns} FROM contacts
            WHERE id IN (SELECT e.id FROM json_each($0) j JOIN contact_entries e ON e.contact = j.value)
            """,
            SqliteRecords.ReadContact, Json(contacts));
        rows.RemoveAll(row => !ContactMatching.InDates(row, filter));
        rows.Sort((a, b) => (latestFirst ? -1 : 1) * string.CompareOrdinal(a.Row.Id, b.Row.Id));
        return rows;
    }

    private List<List<long>> Conditions(ContactFilter filter)
    {
        var conditions = new List<List<long>>();
        foreach (var person in filter.Persons) conditions.Add(Keys(Named(person)));
        foreach (var state in filter.States) conditions.Add(Keys(OfState(state)));
        foreach (var side in filter.Pair) conditions.Add(Keys(OfState(side) is { Count: > 0 } state ? state : Named(side)));
        if (!filter.Kinds.IsEmpty) conditions.Add(Keys([.. filter.Kinds.SelectMany(k => terms.Exact(Facet.Kind, k.Name()))]));
        if (!filter.Statuses.IsEmpty) conditions.Add(Keys([.. filter.Statuses.SelectMany(s => terms.Exact(Facet.Status, s.Name()))]));
        if (filter.PlansOnly) conditions.Add(Keys(terms.Exact(Facet.Plan, "")));
        if (filter.CountedOnly) conditions.Add(Keys(terms.Exact(Facet.Counted, "")));
        AddAny(Facet.Place, filter.Places);
        AddAny(Facet.Issue, filter.Topics);
        AddAny(Facet.Publisher, filter.Publishers);
        return conditions;

        void AddAny(Facet facet, IReadOnlyCollection<string> typed)
        {
            if (typed.Count > 0) conditions.Add(Keys([.. typed.SelectMany(t => terms.Meant(facet, t))]));
        }
    }

    // By canonical name or a part of it, else by a name that articles use.
    private List<Term> Named(string typed)
    {
        var named = terms.Meant(Facet.Participant, typed);
        return named.Count > 0
            ? named
            : [.. terms.Exact(Facet.Alias, SearchWords.Plain(typed)).SelectMany(a => terms.Of(Facet.Participant, a.Value))];
    }

    private List<Term> OfState(string typed)
    {
        var folded = PlainLetters.Of(typed.Trim());
        var byCode = terms.Exact(Facet.State, folded);
        return byCode.Count > 0 ? byCode : [.. terms.Exact(Facet.StateName, folded).SelectMany(n => terms.Of(Facet.State, n.Value))];
    }

    private long Size(List<long> keys) => keys.Sum(key => session.Number(
        "SELECT count(*) FROM (SELECT 1 FROM contact_terms WHERE term = $0 AND wide = 0 AND day <= $2 LIMIT $1)", key, CountedAtMost, lastDay)
        + session.Number("SELECT count(*) FROM (SELECT 1 FROM contact_terms WHERE term = $0 AND wide = 1 AND day <= $2 LIMIT $1)", key, CountedAtMost, lastDay));

    private static List<long> Keys(List<Term> found) => [.. found.Select(t => t.Key).Distinct()];

    /// <summary>Numbers as a JSON list, as statements take them.</summary>
    public static string Json(IEnumerable<long> numbers) =>
        "[" + string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) + "]";
}
