using Readout.Cli.Screens.Layout;
using Readout.Ledger.Search;
using Readout.Reading;

namespace Readout.Cli.Screens;

/// <summary>What a search found: actors, then articles with the words in their places.</summary>
internal static class SearchScreen
{
    private const int Step = 2;
    private const int Passages = 2;

    // Words as near as this are shown in one piece.
    private const int Near = 100;

    /// <summary>The page of an answer.</summary>
    public static Page Of(SearchAnswer answer)
    {
        var page = new Page();
        if (answer.Actors.IsEmpty && answer.Articles.IsEmpty) return page.Text("Nothing found.");
        if (!answer.Actors.IsEmpty)
        {
            page.Heading("Actors");
            page.Grid(new Grid([new(""), new("")], [.. answer.Actors.Select(IReadOnlyList<Phrase> (a) => [Phrase.Strong(a.Name), Phrase.Dim(Named(a))])], Step));
        }

        foreach (var article in answer.Articles) Article(page, article);
        page.Gap();
        return page.Text(Phrase.Dim(Summary(answer)));
    }

    /// <summary>In how many articles somebody is named.</summary>
    public static string Named(ActorRow actor) =>
        "named in " + (actor.Articles >= ActorRow.CountedAtMost ? "at least " : "") + Wording.Count(actor.Articles, "article");

    private static void Article(Page page, FoundArticle found)
    {
        page.Gap();
        page.Text(Phrase.Strong(Wording.Place(found.Place)));
        var title = found.Hits.Where(h => h.End <= found.TitleLength).ToList();
        if (found.TitleLength > 0) page.Text(title.Count > 0 ? Quotation.Of(title, found.Text[..found.TitleLength]) : Phrase.Of(found.Text[..found.TitleLength].Trim()), Step);
        var pieces = Pieces([.. found.Hits.Where(h => h.End > found.TitleLength)]);
        var best = pieces.OrderByDescending(p => p.Sum(e => e.Exact.Length)).Take(Passages).OrderBy(p => p[0].Start);
        foreach (var piece in best) page.Text(Quotation.Of(piece, found.Text), 2 * Step);
        foreach (var contact in found.ContactIds) page.Text(Phrase.Dim("tells of " + contact), 2 * Step);
    }

    private static List<List<Evidence>> Pieces(IReadOnlyList<Evidence> hits)
    {
        var pieces = new List<List<Evidence>>();
        foreach (var hit in hits)
        {
            if (pieces.Count > 0 && hit.Start - pieces[^1][^1].End <= Near) pieces[^1].Add(hit);
            else pieces.Add([hit]);
        }

        return pieces;
    }

    private static string Summary(SearchAnswer answer)
    {
        var shown = answer.Articles.Length;
        if (answer.All && shown == answer.Ranked) return Wording.Count(shown, "article") + ".";
        var among = answer.All ? Wording.Count(answer.Ranked, "article") : $"the newest {Wording.Count(answer.Ranked, "article")} with these words";
        return $"The best {shown} of {among}; --limit, --from and --to show others.";
    }
}
