using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Reading.Times;

namespace Readout.Ledger.Identity;

/// <summary>A contact in the making: accounts found to be one.</summary>
internal sealed class Cluster
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private EdtfInterval? _stated;
    private EdtfInterval? _inferred;

    /// <summary>A cluster of one account.</summary>
    public Cluster(Profile first)
    {
        Founder = first.Account;
        Sides = Sides.Of(first.Finding);
        Company = first.Sides;
        Add(first);
    }

    /// <summary>The account it began with: no other of it comes before in the order of clustering.</summary>
    public Account Founder { get; }

    /// <summary>Its accounts, in the order they were found to belong.</summary>
    public List<Account> Members { get; } = [];

    /// <summary>All who took part, by any of its accounts.</summary>
    public Sides Sides { get; }

    /// <summary>Who took part by the account it began with. What others name besides is not its company: it would draw in more and more.</summary>
    public Sides Company { get; }

    /// <summary>The numbers that its accounts give it; several of one series where sources disagree.</summary>
    public HashSet<Numbering> Numbers { get; } = [];

    /// <summary>The days its accounts leave open together; null where all are undated.</summary>
    public EdtfInterval? When => _stated ?? _inferred;

    /// <summary>Whether no account states a date and publications alone bound it.</summary>
    public bool IsInferred => _stated is null && _inferred is not null;

    /// <summary>Whether all its accounts look ahead to it.</summary>
    public bool IsOnlyPlanned { get; private set; } = true;

    /// <summary>The days on which its accounts were published, first and last; null where none is known.</summary>
    public EdtfInterval? Told { get; private set; }

    /// <summary>Whether it has an account of a text; two accounts of one article are never one contact.</summary>
    public bool Tells(string textHash) => _texts.Contains(textHash);

    /// <summary>Whether its days meet those of another, so that time does not tell them apart.</summary>
    public bool IsSameTimeAs(Cluster other) => When is { } mine && other.When is { } theirs
        ? mine.Intersect(theirs) is not null
        : When is null && other.When is null;

    /// <summary>The publications of its accounts and one more, first and last.</summary>
    public EdtfInterval ToldWith(LocalDate day) =>
        Told is { First: { } first, Last: { } last } ? new EdtfInterval(LocalDate.Min(first, day), LocalDate.Max(last, day)) : EdtfInterval.Of(day);

    /// <summary>Takes an account in.</summary>
    public void Add(Profile profile)
    {
        var (account, _, timing, numbers) = profile;
        Numbers.UnionWith(numbers);
        Members.Add(account);
        Sides.Add(account.Finding);
        _texts.Add(account.Place.TextHash);
        if (LifePhase.LooksBack(account.Finding.Status)) IsOnlyPlanned = false;
        if (account.PublishedDay is { } day) Told = ToldWith(day);
        // What slips does not tell the day.
        if (timing.IsVague || timing.Days is not { } when || (timing.Slips && When is not null)) return;
        if (account.Finding.DateInferred) _inferred = _inferred is { } i ? i.Intersect(when) ?? i : when;
        else _stated = _stated is { } s ? s.Intersect(when) ?? s : when;
    }
}
