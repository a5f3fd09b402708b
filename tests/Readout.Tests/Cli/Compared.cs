using System.Collections.Immutable;
using Readout.Ledger.Queries;

namespace Readout.Tests.Cli;

/// <summary>What a ledger might answer about how accounts stand to each other.</summary>
internal static class Compared
{
    public static Why One { get; } = new(Account(0), Account(1), true, [new("same-day", false, "both are of 2025-02-12; both name Vladimir Putin, Donald Trump")]);

    public static Why Apart { get; } = new(
        Account(0), Account(1) with { ContactId = null, Merged = null }, false,
        [
            new("rejected", true, "it was decided that call-putin-trump-99e0d1aa0b1c tells of no contact"),
            new("dates", true, "one is of 2025-02-12, and one is of 2025-02-14: these do not meet"),
        ]);

    public static ImmutableArray<Disagreement> Disagreements { get; } = [new(Records.Rows[0], Records.Contact.Fields[1], 1.0 / 3)];

    private static WhyAccount Account(int number)
    {
        var account = Records.Contact.Accounts[number];
        return new WhyAccount(account.Id, account.Place, account.Finding, Records.Contact.Id, account.Merged);
    }
}
