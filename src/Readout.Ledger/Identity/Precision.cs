using Readout.Ledger.Accounts;

namespace Readout.Ledger.Identity;

/// <summary>How well an account is dated, the best first: the order in which clustering takes accounts.</summary>
internal static class Precision
{
    /// <summary>A stated day.</summary>
    public const int Day = 0;

    /// <summary>A stated span of up to a week.</summary>
    public const int Week = 1;

    /// <summary>A span that the publication date bounds.</summary>
    public const int Inferred = 2;

    /// <summary>A span of up to two months.</summary>
    public const int Month = 3;

    /// <summary>No date, or one too wide to tell contacts apart.</summary>
    public const int Vague = 4;

    /// <summary>The precision of an account.</summary>
    public static int Of(Account account) => account.When?.Days switch
    {
        null or > 62 => Vague,
        > 8 => Month,
        _ when account.Finding.DateInferred => Inferred,
        1 => Day,
        _ => Week,
    };
}
