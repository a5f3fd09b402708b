using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Ledger.Accounts;

/// <summary>
/// Who a telling goes back to: the last of its relay, else the publisher, else the text itself. Of a text that prints another one again,
/// the place that is asked about is that of the other, so that both have one origin.
/// </summary>
internal static class Origins
{
    /// <summary>The origin of a whole account: that of the first claim that names a relay.</summary>
    public static string Of(ContactFinding finding, ArticlePlace place)
    {
        foreach (var claim in finding.Claims)
        {
            if (!claim.Relay.IsDefaultOrEmpty) return claim.Relay[^1];
        }
        return OfArticle(place);
    }

    /// <summary>The origin of one claim.</summary>
    public static string Of(FieldClaim claim, ArticlePlace place) =>
        claim.Relay.IsDefaultOrEmpty ? OfArticle(place) : claim.Relay[^1];

    private static string OfArticle(ArticlePlace place) => place.Publisher ?? $"text:{place.TextHash[..12]}";
}
