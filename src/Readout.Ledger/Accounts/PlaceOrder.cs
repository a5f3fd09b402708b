using Readout.Ledger.Queries;
using Readout.Reading.Articles;

namespace Readout.Ledger.Accounts;

/// <summary>
/// The order of the places one text stands at. The smallest is the canonical one: its metadata are those the text is read with.
/// It compares everything a place consists of, so that the choice never depends on which place came first.
/// </summary>
internal sealed class PlaceOrder : IComparer<Article>
{
    /// <summary>The only one.</summary>
    public static PlaceOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(Article? x, Article? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = PublicationOrder.Of(x.Published).CompareTo(PublicationOrder.Of(y.Published));
        if (order == 0) order = string.CompareOrdinal(x.Id, y.Id);
        if (order == 0) order = string.CompareOrdinal(x.Url, y.Url);
        if (order == 0) order = string.CompareOrdinal(x.Publisher, y.Publisher);
        if (order == 0) order = string.CompareOrdinal(x.Published?.Written, y.Published?.Written);
        if (order == 0) order = string.CompareOrdinal(x.Language, y.Language);
        return order != 0 ? order : x.TitleLength.CompareTo(y.TitleLength);
    }

    /// <summary>What output shows of a place.</summary>
    public static ArticlePlace Shown(Article article, string textHash) =>
        new(article.Id, textHash, article.Published?.Written, article.Publisher, article.Url);
}
