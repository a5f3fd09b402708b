using Readout.Ledger.Search;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>What a search found as JSON Lines; <c>record</c> says what a line is.</summary>
internal static class SearchJson
{
    /// <summary>Writes the actors, then the articles, the best first.</summary>
    public static void Write(Stream output, SearchAnswer answer)
    {
        RowsJson.Lines(output, answer.Actors, (json, actor) =>
        {
            json.WriteString("record", "actor");
            json.WriteString("name", actor.Name);
            json.WriteNumber("articles", actor.Articles);
        });
        RowsJson.Lines(output, answer.Articles, (json, found) =>
        {
            json.WriteString("record", "article");
            json.WriteString("article", found.Place.Article);
            json.WriteString("published", found.Place.Published);
            json.WriteString("publisher", found.Place.Publisher);
            json.WriteString("url", found.Place.Url);
            json.WriteString("title", found.TitleLength > 0 ? found.Text[..found.TitleLength].Trim() : null);
            json.WriteNumber("score", Math.Round(found.Score, 4));
            EvidenceJson.All(json, "hits", found.Hits);
            json.WriteStartArray("contacts");
            foreach (var contact in found.ContactIds) json.WriteStringValue(contact);
            json.WriteEndArray();
        });
    }
}
