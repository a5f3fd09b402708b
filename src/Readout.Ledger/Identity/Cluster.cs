using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading.Times;

namespace Readout.Ledger.Identity;

/// <summary>A contact in the making: accounts found to be one, with why each belongs.</summary>
internal sealed class Cluster
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private EdtfInterval? _stated;
    private EdtfInterval? _inferred;

    /// <summary>A cluster of one account.</summary>
    public Cluster(Account first, MergeReason reason)
    {
        Sides = Sides.Of(first.Finding);
        Add(first, reason);
    }

    /// <summary>Its accounts, in the order they were found to belong.</summary>
    public List<Account> Members { get; } = [];

    /// <summary>Why each account belongs, by account id.</summary>
    public Dictionary<string, MergeReason> Reasons { get; } = new(StringComparer.Ordinal);

    /// <summary>The contacts that its only account fits equally.</summary>
    public List<Cluster> Candidates { get; } = [];

    /// <summary>All who took part.</summary>
    public Sides Sides { get; }

    /// <summary>The days its accounts leave open together; null where all are undated.</summary>
    public EdtfInterval? When => _stated ?? _inferred;

    /// <summary>Whether no account states a date and publications alone bound it.</summary>
    public bool IsInferred => _stated is null && _inferred is not null;

    /// <summary>Whether all its accounts look ahead to it.</summary>
    public bool IsOnlyPlanned => Members.TrueForAll(m => !LifePhase.LooksBack(m.Finding.Status));

    /// <summary>Whether it has an account of a text; two accounts of one article are never one contact.</summary>
    public bool Tells(string textHash) => _texts.Contains(textHash);

    /// <summary>Whether its days meet those of another, so that time does not tell them apart.</summary>
    public bool IsSameTimeAs(Cluster other) => When is { } mine && other.When is { } theirs
        ? mine.Intersect(theirs) is not null
        : When is null && other.When is null;

    /// <summary>The earliest-published account: its id is the contact's.</summary>
    public Account Earliest => Members.Aggregate((a, b) => Account.CompareCanonically(a, b) <= 0 ? a : b);

    /// <summary>Takes an account in.</summary>
    public void Add(Account account, MergeReason reason)
    {
        Members.Add(account);
        Reasons[account.Id] = reason;
        Sides.Add(account.Finding);
        _texts.Add(account.Place.TextHash);
        if (account.When is not { } when || Precision.Of(account) == Precision.Vague) return;
        if (account.Finding.DateInferred) _inferred = _inferred is { } i ? i.Intersect(when) ?? i : when;
        else _stated = _stated is { } s ? s.Intersect(when) ?? s : when;
    }
}
