using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>One actor as JSON Lines: first the actor, then a line for each office, contact and time of a position; <c>record</c> says which.</summary>
internal static class ActorJson
{
    /// <summary>Writes an actor.</summary>
    public static void Write(Stream output, ActorRecord actor)
    {
        RowsJson.Lines(output, [actor], (json, row) =>
        {
            json.WriteString("record", "actor");
            json.WriteString("name", row.Name);
            json.WriteString("state", row.State);
            json.WriteNumber("articles", row.Articles);
            json.WriteStartArray("called");
            foreach (var name in row.CalledBy) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteNumber("contacts", row.Contacts);
        });
        RowsJson.Lines(output, actor.Offices, (json, held) =>
        {
            json.WriteString("record", "office");
            json.WriteString("office", held.Office);
            json.WriteString("holder", held.Holder);
            json.WriteString("first", PositionsJson.Iso(held.First));
            json.WriteString("last", PositionsJson.Iso(held.Last));
            json.WriteNumber("articles", held.Articles);
            json.WriteString("article", held.Place.Article);
            EvidenceJson.All(json, "evidence", [held.Words]);
        });
        RowsJson.Lines(output, actor.Latest, (json, row) =>
        {
            json.WriteString("record", "contact");
            RowsJson.Write(json, row);
        });
        RowsJson.Lines(output, actor.Positions, (json, run) =>
        {
            json.WriteString("record", "position");
            PositionsJson.Write(json, run);
        });
    }
}
