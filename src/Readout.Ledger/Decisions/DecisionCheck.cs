using System.Xml;
using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Decisions;

/// <summary>Whether a decision makes sense, whatever ledger it comes to.</summary>
internal static class DecisionCheck
{
    /// <summary>What is wrong with a decision, to be shown after its name; null where it makes sense.</summary>
    public static string? Problem(Decision decision)
    {
        if (string.IsNullOrWhiteSpace(decision.Reason)) return "gives no reason";
        if (string.IsNullOrWhiteSpace(decision.By)) return "does not say who decided";
        if (decision.Accounts.FirstOrDefault(a => !IsAccount(a)) is { } odd) return $"names '{odd}', which is no account's id";
        if (decision.Parts.Any(p => p.IsEmpty)) return "has a part without accounts";
        if (decision.Accounts.Distinct(StringComparer.Ordinal).Count() != decision.Accounts.Count()) return "names an account twice";
        return decision.Kind switch
        {
            DecisionKind.Merge when decision.Parts.Length < 2 => "merges less than two contacts",
            DecisionKind.Split when decision.Parts.Length != 2 => "splits into other than two parts",
            DecisionKind.Reject when decision.Parts.Length != 1 => "rejects other than one list of accounts",
            DecisionKind.Confirm when decision.Parts.Length < 1 => "confirms nothing",
            DecisionKind.Undo when decision.Undoes is null || decision.Parts.Length > 0 => "names no decision to undo",
            DecisionKind.Set when decision.Parts.Length != 1 => "sets a field of other than one contact",
            DecisionKind.Set => ProblemOfValue(decision.Field, decision.Value, decision.Bound),
            _ => null,
        };
    }

    /// <summary>What is wrong with a value for a field; null where it is fine.</summary>
    public static string? ProblemOfValue(ContactField? field, string? value, DurationBound? bound)
    {
        if (field is null) return "sets no field that is known";
        if (string.IsNullOrWhiteSpace(value)) return "sets no value";
        if (bound is not null && field != ContactField.Duration) return "gives a bound, which only a duration has";
        return field switch
        {
            ContactField.Kind when Written.Parse<ContactKind>(value) is null => $"sets the kind to '{value}', which is none",
            ContactField.Status when Written.Parse<ContactStatus>(value) is null => $"sets the status to '{value}', which is none",
            ContactField.Date when EdtfInterval.TryParse(value) is null => $"sets the date to '{value}'; it takes 2025-02-12, 2025-02 or 2025-02-12/2025-02-14",
            ContactField.Duration when !IsDuration(value) => $"sets the duration to '{value}'; it takes ISO 8601, such as PT90M",
            ContactField.Participant when value.Split(';').Any(string.IsNullOrWhiteSpace) => "sets participants without a name",
            _ => null,
        };
    }

    private static bool IsAccount(string id) =>
        id.Length >= AccountIds.KeyLength && AccountIds.KeyOf(id).All(char.IsAsciiHexDigitLower);

    private static bool IsDuration(string value)
    {
        try
        {
            return value.StartsWith('P') && XmlConvert.ToTimeSpan(value) > TimeSpan.Zero;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }
}
