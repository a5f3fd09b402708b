namespace Readout.Reading.Packs;

/// <summary>Roles that one person has at a time in a state or body; of the others (deputies, envoys, ambassadors at large) there may be several.</summary>
internal static class SoleRoles
{
    private static readonly HashSet<string> Roles =
    [
        "president", "head-of-government", "monarch", "crown-prince", "supreme-leader", "party-leader", "foreign-minister", "defence-minister",
        "finance-minister", "trade-minister", "interior-minister", "public-security-minister", "justice-minister", "energy-minister", "speaker",
        "upper-house-speaker", "national-security-adviser", "security-council-secretary", "chief-of-staff", "secretary-general",
        "commission-president", "council-president", "high-representative", "central-bank-governor", "un-ambassador", "military-chief",
    ];

    /// <summary>Whether a role is one of these.</summary>
    public static bool Contains(string role) => Roles.Contains(role);
}
