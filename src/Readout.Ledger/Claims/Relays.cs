using Readout.Ledger.Accounts;

namespace Readout.Ledger.Claims;

/// <summary>
/// What the accounts of one contact tell together of who passed its news on. Where one article has it from an agency, and another from that
/// agency quoting a spokesman, the first goes back to the spokesman too.
/// </summary>
internal sealed class Relays
{
    private readonly Dictionary<string, SortedSet<string>> _before = new(StringComparer.Ordinal);

    /// <summary>The relays of a contact's accounts.</summary>
    public static Relays Of(IEnumerable<Account> accounts)
    {
        var relays = new Relays();
        foreach (var claim in accounts.SelectMany(a => a.Finding.Claims).Where(c => !c.Relay.IsDefaultOrEmpty))
        {
            for (var i = 0; i + 1 < claim.Relay.Length; i++)
            {
                if (!relays._before.TryGetValue(claim.Relay[i], out var sources)) relays._before[claim.Relay[i]] = sources = new(StringComparer.Ordinal);
                sources.Add(claim.Relay[i + 1]);
            }
        }
        return relays;
    }

    /// <summary>The first link behind an origin, as long as all who name one name the same; else the origin itself.</summary>
    public string First(string origin)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { origin };
        var at = origin;
        while (_before.TryGetValue(at, out var sources) && sources.Count == 1)
        {
            at = sources.Min!;
            // Two that quote each other have no first link.
            if (!seen.Add(at)) return origin;
        }
        return at;
    }
}
