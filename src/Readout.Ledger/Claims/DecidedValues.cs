using System.Collections.Immutable;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Claims;

/// <summary>Puts the values that analysts set in the place of those that claims come to. The claims stay, and so does how they agree.</summary>
internal static class DecidedValues
{
    /// <summary>The rule of a value that an analyst set.</summary>
    public const string Rule = "decided";

    /// <summary>What accounts come to with decisions.</summary>
    /// <param name="resolution">What the accounts alone come to.</param>
    /// <param name="decisions">The decisions about the contact, those decided later first; all but those that set values are passed over.</param>
    public static Resolution Over(Resolution resolution, IEnumerable<Decision> decisions)
    {
        foreach (var set in decisions.Where(d => d.Kind == DecisionKind.Set).DistinctBy(d => d.Field)) resolution = Over(resolution, set);
        return resolution;
    }

    private static Resolution Over(Resolution resolution, Decision set)
    {
        var field = set.Field!.Value;
        var bound = field == ContactField.Duration ? set.Bound ?? DurationBound.Exact : (DurationBound?)null;
        var claimed = resolution.Of(field) ?? new ResolvedField(field, null, null, Agreement.Sole, Rule, []);
        var decided = claimed with { Resolved = set.Value, Bound = bound, Rule = Rule, Decision = set.Id };
        resolution = resolution with { Fields = [.. resolution.Fields.Where(f => f.Field != field).Append(decided).OrderBy(f => f.Field)] };
        return field switch
        {
            ContactField.Kind => resolution with { Kind = Written.Parse<ContactKind>(set.Value) ?? resolution.Kind },
            ContactField.Status => resolution with { Status = Written.Parse<ContactStatus>(set.Value) ?? resolution.Status },
            ContactField.Date => resolution with { DateInferred = false },
            ContactField.Participant => resolution with { Participants = Named(set.Value!, resolution.Participants) },
            _ => resolution,
        };
    }

    // Who is known from the accounts keeps the state; of another name only the name is known.
    private static ImmutableArray<Participant> Named(string names, ImmutableArray<Participant> known) =>
    [
        .. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
            .Select(name => known.FirstOrDefault(p => p.Name == name) ?? new Participant(name, null, true)),
    ];
}
