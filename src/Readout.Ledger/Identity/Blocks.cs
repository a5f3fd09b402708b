using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Identity;

/// <summary>
/// The blocks that clustering works in: a family of kinds and the exact set of states that took part. Accounts of
/// different blocks are never one contact, so a block is the unit that is computed anew when one of its accounts changes.
/// </summary>
internal static class Blocks
{
    /// <summary>The block of a finding.</summary>
    public static string Of(ContactFinding finding)
    {
        var sides = finding.Participants.Select(SideOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"{Representative(finding.Kind).Name()}|{string.Join('+', sides)}";
    }

    /// <summary>The side a participant stands on: its state, else its own name.</summary>
    public static string SideOf(Participant participant) => participant.State ?? $"@{participant.Name}";

    private static ContactKind Representative(ContactKind kind) =>
        KindFamilies.Of(kind) == KindFamily.Meeting ? ContactKind.Meeting : kind;
}
