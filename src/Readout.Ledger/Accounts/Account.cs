using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Times;

namespace Readout.Ledger.Accounts;

/// <summary>One article's telling of one contact, with what identity and claims need to know of its article.</summary>
/// <param name="Id">The permanent id.</param>
/// <param name="Place">The canonical place of its text.</param>
/// <param name="Published">When it was published; null where unknown.</param>
/// <param name="Ordinal">Its number among the contacts of its reading.</param>
/// <param name="Siblings">How many contacts of this family and these sides its article tells of, this one included.</param>
/// <param name="Finding">What the article says.</param>
/// <param name="Reprint">The text that its text prints again; null where it is none.</param>
internal sealed record Account(string Id, ArticlePlace Place, PublicationOrder Published, int Ordinal, int Siblings, ContactFinding Finding, Reprint? Reprint = null)
{
    /// <summary>The accounts of a reading, in its order.</summary>
    public static ImmutableArray<Account> Of(string textHash, Article article, ImmutableArray<ContactFinding> findings)
    {
        var ids = AccountIds.For(textHash, findings);
        var shown = PlaceOrder.Shown(article, textHash);
        var published = PublicationOrder.Of(article.Published);
        var companies = findings.Select(CompanyOf).ToList();
        return [.. findings.Select((finding, i) => new Account(ids[i], shown, published, i, companies.Count(c => c == companies[i]), finding))];
    }

    /// <summary>The days it may mean; null where it gives none.</summary>
    public EdtfInterval? When { get; } = EdtfInterval.TryParse(Finding.Date);

    /// <summary>Its first source, as far as it tells.</summary>
    public string Origin { get; } = Origins.Of(Finding, Reprint?.Of ?? Place);

    /// <summary>The publication's day; null where unknown.</summary>
    public LocalDate? PublishedDay => Published.Day;

    /// <summary>The earliest-published first, the id where that does not tell.</summary>
    public static int CompareCanonically(Account a, Account b)
    {
        var order = a.Published.CompareTo(b.Published);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    private static string CompanyOf(ContactFinding finding) =>
        $"{KindFamilies.Of(finding.Kind)}|{string.Join('+', finding.Participants.Select(p => p.State ?? p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
}
