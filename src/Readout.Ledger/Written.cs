using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger;

/// <summary>The names that the ledger adds to those of <see cref="FormatNames"/>, and the way from a name back to its value.</summary>
public static class Written
{
    /// <summary>The name of how far claims agree: <c>single</c>.</summary>
    public static string Name(this Agreement agreement) => agreement switch
    {
        Agreement.Sole => "single",
        Agreement.Consistent => "consistent",
        Agreement.Conflicting => "conflicting",
        _ => throw new ArgumentOutOfRangeException(nameof(agreement)),
    };

    /// <summary>The name of what has become of a plan: <c>lapsed</c>.</summary>
    public static string Name(this PlanState state) => state switch
    {
        PlanState.Open => "open",
        PlanState.Lapsed => "lapsed",
        PlanState.Kept => "kept",
        PlanState.Postponed => "postponed",
        PlanState.Cancelled => "cancelled",
        PlanState.Denied => "denied",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The name of what is decided: <c>merge</c>.</summary>
    public static string Name(this DecisionKind kind) => kind switch
    {
        DecisionKind.Merge => "merge",
        DecisionKind.Split => "split",
        DecisionKind.Reject => "reject",
        DecisionKind.Set => "set",
        DecisionKind.Confirm => "confirm",
        DecisionKind.Undo => "undo",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The name of what a decision does now: <c>overruled</c>.</summary>
    public static string Name(this DecisionStanding standing) => standing switch
    {
        DecisionStanding.InForce => "in force",
        DecisionStanding.Undone => "undone",
        DecisionStanding.Overruled => "overruled",
        DecisionStanding.Waiting => "waiting",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>The field that a name in a file means (<c>participants</c>); null where it means none.</summary>
    /// <param name="name">The name.</param>
    public static ContactField? Field(string? name)
    {
        foreach (var field in Enum.GetValues<ContactField>())
        {
            if (string.Equals(field.Name(), name, StringComparison.OrdinalIgnoreCase)) return field;
        }
        return null;
    }

    /// <summary>The value that a name in a file means, in any case; null where it means none.</summary>
    /// <typeparam name="T">An enumeration of the reading or the ledger.</typeparam>
    /// <param name="name">The name.</param>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        name is { Length: > 0 } && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
}
