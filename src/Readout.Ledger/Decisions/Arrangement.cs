using System.Collections.Immutable;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;

namespace Readout.Ledger.Decisions;

/// <summary>A contact as identity found it, before decisions.</summary>
/// <param name="Group">The group that keeps it.</param>
/// <param name="Members">Its accounts.</param>
/// <param name="Candidates">Accounts of the contacts that its only account fits equally.</param>
internal sealed record FoundContact(string Group, ImmutableArray<Account> Members, ImmutableArray<string> Candidates)
{
    /// <summary>Why accounts belong to it, where that is not what identity keeps of them.</summary>
    public ImmutableDictionary<string, MergeReason> Reasons { get; init; } = ImmutableDictionary<string, MergeReason>.Empty.WithComparers(StringComparer.Ordinal);
}

/// <summary>
/// Arranges contacts as analysts decided: a pure function of the contacts that identity found and the decisions in force. Of two decisions
/// that contradict each other, the later counts.
/// </summary>
internal sealed class Arrangement
{
    private readonly DecisionBook _book;
    private readonly List<FoundContact?> _contacts;
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

    private Arrangement(IEnumerable<FoundContact> contacts, DecisionBook book)
    {
        (_book, _contacts) = (book, [.. contacts]);
        for (var i = 0; i < _contacts.Count; i++) Note(i);
    }

    /// <summary>The contacts after all decisions.</summary>
    /// <param name="found">Contacts that identity found: all that a decision ties to any of them must be among them.</param>
    /// <param name="book">The decisions.</param>
    /// <param name="apart">Finds the contacts among accounts of one group, given which two may not be one.</param>
    public static IReadOnlyList<FoundContact> Of(
        IEnumerable<FoundContact> found, DecisionBook book, Func<FoundContact, Func<string, string, bool>, IEnumerable<FoundContact>> apart)
    {
        // What comes out must not depend on the order in which a store hands the contacts over.
        var contacts = found.OrderBy(c => c.Members.Min(m => m.Id), StringComparer.Ordinal)
            .SelectMany(c => Splits(c, book).ToList() is { Count: > 0 } splits ? Parted(c, splits, apart) : [c]);
        var arrangement = new Arrangement(contacts, book);
        foreach (var decision in book.InForce) arrangement.Join(decision);
        arrangement.Settle();
        return [.. arrangement._contacts.OfType<FoundContact>()];
    }

    /// <summary>The words of a decision as the reason of an account.</summary>
    public static MergeReason Reason(Decision decision, string what) => new(
        "decided", $"{decision.By} decided on {LocalDatePattern.Iso.Format(decision.At.Day)} that {what}: {decision.Reason}");

    private static IEnumerable<Decision> Splits(FoundContact contact, DecisionBook book)
    {
        var members = contact.Members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return members.SelectMany(book.About).Where(d => Keeps(d) && d.Parts.Count(p => p.Any(members.Contains)) > 1).Distinct()
            .Order(Comparer<Decision>.Create(Decision.LaterFirst));
    }

    private static IEnumerable<FoundContact> Parted(
        FoundContact contact, List<Decision> splits, Func<FoundContact, Func<string, string, bool>, IEnumerable<FoundContact>> apart)
    {
        foreach (var part in apart(contact, (a, b) => splits.Exists(s => Side(s, a) is { } x && Side(s, b) is { } y && x != y)))
        {
            // The first account of each part that left says who sent it away.
            var leaving = part.Members.OrderBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault(m => splits.Exists(s => Side(s, m.Id) == 0));
            if (leaving is null)
            {
                yield return part;
                continue;
            }
            var by = splits.Find(s => Side(s, leaving.Id) == 0)!;
            yield return part with { Reasons = part.Reasons.SetItem(leaving.Id, Reason(by, "it is not of the contact that it was taken for")) };
        }
    }

    private static int? Side(Decision decision, string accountId)
    {
        for (var i = 0; i < decision.Parts.Length; i++)
        {
            if (decision.Parts[i].Contains(accountId)) return i;
        }
        return null;
    }

    // Whether a decision keeps its first part apart from its others.
    private static bool Keeps(Decision decision) => decision.Kind is DecisionKind.Split or DecisionKind.Confirm && decision.Parts.Length > 1;

    private void Join(Decision decision)
    {
        var what = "they are one contact";
        IEnumerable<string?> together = decision.Kind switch
        {
            DecisionKind.Merge => decision.Parts.Select(part => part.FirstOrDefault(_at.ContainsKey)),
            DecisionKind.Split or DecisionKind.Confirm => decision.Parts[0].Where(_at.ContainsKey),
            _ => [],
        };
        string? first = null;
        foreach (var account in together.OfType<string>())
        {
            if (first is null) first = account;
            else if (_at[first] != _at[account]) Unite(_at[first], _at[account], decision, what);
        }
    }

    private void Unite(int one, int other, Decision decision, string what)
    {
        var (a, b) = (_contacts[one]!, _contacts[other]!);
        if (Forbids(a, b, decision)) return;
        var joining = b.Members.MinBy(m => m, Comparer<Account>.Create(Account.CompareCanonically))!;
        _contacts[one] = new FoundContact(
            string.CompareOrdinal(a.Group, b.Group) <= 0 ? a.Group : b.Group, [.. a.Members, .. b.Members], [])
        {
            Reasons = a.Reasons.SetItems(b.Reasons).SetItem(joining.Id, Reason(decision, what)),
        };
        _contacts[other] = null;
        Note(one);
    }

    // Whether a decision made later than the one that unites them keeps two contacts apart.
    private bool Forbids(FoundContact a, FoundContact b, Decision? uniting) => a.Members.SelectMany(m => _book.About(m.Id))
        .Any(d => Keeps(d) && (uniting is null || Decision.LaterFirst(d, uniting) < 0)
            && a.Members.Any(x => b.Members.Any(y => Side(d, x.Id) is { } one && Side(d, y.Id) is { } other && one != other)));

    // An account that fitted several contacts equally is of them once they are one; where it is confirmed, it is a contact of its own.
    private void Settle()
    {
        for (var i = 0; i < _contacts.Count; i++)
        {
            if (_contacts[i] is not { Candidates.IsEmpty: false } contact) continue;
            if (contact.Members.Any(m => _book.About(m.Id).Any(d => d.Kind == DecisionKind.Confirm && Side(d, m.Id) == 0)))
            {
                _contacts[i] = contact with { Candidates = [] };
                continue;
            }
            var places = contact.Candidates.Select(c => _at.TryGetValue(c, out var at) ? at : -1).Distinct().ToList();
            if (places is not [>= 0 and var only] || only == i) continue;
            var home = _contacts[only]!;
            if (Forbids(home, contact, null) || !home.Candidates.IsEmpty) continue;
            var reason = new MergeReason("all-one", "fits several contacts equally, and they were decided to be one");
            _contacts[only] = home with
            {
                Members = [.. home.Members, .. contact.Members],
                Reasons = home.Reasons.SetItems(contact.Reasons).SetItems(contact.Members.Select(m => KeyValuePair.Create(m.Id, reason))),
            };
            _contacts[i] = null;
            Note(only);
        }
    }

    private void Note(int at)
    {
        foreach (var member in _contacts[at]!.Members) _at[member.Id] = at;
    }
}
