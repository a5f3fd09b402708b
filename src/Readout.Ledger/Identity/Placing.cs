using System.Collections.Immutable;

namespace Readout.Ledger.Identity;

/// <summary>Where one neighbourhood puts an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="On">
/// The accounts it leans on, each the first of a contact that it fits: one where it is that contact, several where it fits them equally, none
/// where it is the first of its own.
/// </param>
/// <param name="Rule">Short id of the rule.</param>
/// <param name="Because">Says it for people.</param>
internal sealed record Placing(string AccountId, ImmutableArray<Leaning> On, string Rule, string Because)
{
    /// <summary>The rule of an account that nothing else comes before.</summary>
    public const string First = "first";

    /// <summary>The rule of an account that fits several contacts equally.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>Whether another says the same of the same account.</summary>
    public bool IsSameAs(Placing other) =>
        AccountId == other.AccountId && Rule == other.Rule && Because == other.Because && On.SequenceEqual(other.On);

    /// <summary>The reason where an account was left apart from so many contacts.</summary>
    public static string Equally(int contacts) => $"fits {contacts} contacts equally, so it is left apart";
}

/// <summary>One account that another leans on.</summary>
/// <param name="AccountId">The first account of a contact.</param>
/// <param name="Score">How well it fits; see <see cref="Fit.Margin"/>.</param>
internal readonly record struct Leaning(string AccountId, int Score);
