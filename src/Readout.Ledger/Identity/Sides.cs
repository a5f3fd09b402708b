using Readout.Reading;

namespace Readout.Ledger.Identity;

/// <summary>
/// Who took part, by side: for each state (or body without one) the persons named for it, none where only the state is.
/// </summary>
internal sealed class Sides
{
    private readonly SortedDictionary<string, SortedSet<string>> _persons = new(StringComparer.Ordinal);

    /// <summary>The sides of one finding.</summary>
    public static Sides Of(ContactFinding finding)
    {
        var sides = new Sides();
        sides.Add(finding);
        return sides;
    }

    /// <summary>The side a participant stands on: its state, else its own name.</summary>
    public static string SideOf(Participant participant) => participant.State ?? $"@{participant.Name}";

    /// <summary>How many sides there are.</summary>
    public int Count => _persons.Count;

    /// <summary>The sides, without their persons.</summary>
    public IReadOnlyCollection<string> Names => _persons.Keys;

    /// <summary>Whether these are just those sides.</summary>
    public bool IsSameAs(IReadOnlyCollection<string> names) => names.Count == Count && IsWithin(names);

    /// <summary>Whether all sides are among those.</summary>
    public bool IsWithin(IReadOnlyCollection<string> names) => _persons.Keys.All(s => names.Contains(s));

    /// <summary>How many sides name a person.</summary>
    public int Named => _persons.Count(s => s.Value.Count > 0);

    /// <summary>Adds what a further account of the same contact names.</summary>
    public void Add(ContactFinding finding)
    {
        foreach (var participant in finding.Participants)
        {
            var side = SideOf(participant);
            if (!_persons.TryGetValue(side, out var persons)) _persons[side] = persons = new(StringComparer.Ordinal);
            if (IsNamed(participant)) persons.Add(participant.Name);
        }
    }

    /// <summary>
    /// How many sides agree: they share a person, or one of the two names only the state. Null where they cannot be the same
    /// company: a side on which both name persons and none is shared, or fewer than two sides (one, where there is only one) that agree.
    /// </summary>
    public int? Agreeing(Sides other)
    {
        var agreeing = 0;
        foreach (var (side, persons) in _persons)
        {
            if (!other._persons.TryGetValue(side, out var others)) continue;
            if (persons.Count > 0 && others.Count > 0 && !persons.Overlaps(others)) return null;
            agreeing++;
        }
        return agreeing >= Math.Min(2, Math.Max(_persons.Count, other._persons.Count)) ? agreeing : null;
    }

    /// <summary>How many sides share a named person.</summary>
    public int SharedPersons(Sides other) =>
        _persons.Count(s => other._persons.TryGetValue(s.Key, out var others) && s.Value.Overlaps(others));

    /// <summary>Says for people on which sides two companies name other persons; null where they do on none.</summary>
    public string? Differing(Sides other)
    {
        var differing = _persons.Where(s => s.Value.Count > 0 && other._persons.TryGetValue(s.Key, out var others) && others.Count > 0 && !s.Value.Overlaps(others))
            .Select(s => $"for {s.Key.TrimStart('@')} one names {string.Join(", ", s.Value)}, the other {string.Join(", ", other._persons[s.Key])}").ToList();
        return differing.Count == 0 ? null : string.Join("; ", differing);
    }

    /// <summary>Says for people what two companies share.</summary>
    public string Explain(Sides other)
    {
        var persons = _persons.SelectMany(s => other._persons.TryGetValue(s.Key, out var others)
            ? s.Value.Intersect(others, StringComparer.Ordinal)
            : []);
        var states = _persons.Keys.Where(s => other._persons.TryGetValue(s, out var others) && !_persons[s].Overlaps(others))
            .Select(s => s.TrimStart('@'));
        return $"both name {string.Join(", ", persons.Concat(states))}";
    }

    /// <summary>
    /// Whether a participant is a person by name. "Chancellor of Germany" is an office whose holder the article left open: it stands for
    /// its state, not against a name.
    /// </summary>
    public static bool IsNamed(Participant participant) =>
        participant.IsPerson && !(participant.State is not null && participant.Name.Contains(" of ", StringComparison.Ordinal));
}
