using Readout.Reading;

namespace Readout.Ledger.Accounts;

/// <summary>Kinds that articles use for one and the same contact.</summary>
internal enum KindFamily
{
    /// <summary>Calls.</summary>
    Call,

    /// <summary>Meetings, summits and talks.</summary>
    Meeting,

    /// <summary>Visits.</summary>
    Visit,

    /// <summary>Messages.</summary>
    Message,
}

/// <summary>Which kinds belong together, and which of them says most.</summary>
internal static class KindFamilies
{
    /// <summary>The family of a kind.</summary>
    public static KindFamily Of(ContactKind kind) => kind switch
    {
        ContactKind.Call => KindFamily.Call,
        ContactKind.Visit => KindFamily.Visit,
        ContactKind.Message => KindFamily.Message,
        _ => KindFamily.Meeting,
    };

    /// <summary>How specific a kind is within its family.</summary>
    public static int Specificity(ContactKind kind) => kind switch
    {
        ContactKind.Summit => 2,
        ContactKind.Talks => 1,
        _ => 0,
    };
}
