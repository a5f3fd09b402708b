using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Counts of sources held against the record, as JSON Lines.</summary>
internal static class GapsJson
{
    /// <summary>Writes them, one a line.</summary>
    public static void Write(Stream output, IEnumerable<CountGap> gaps) => RowsJson.Lines(output, gaps, (json, gap) =>
    {
        json.WriteString("gap", GapsScreen.Name(gap.Kind));
        json.WriteString("contact", gap.Contact.Id);
        json.WriteString("form", gap.Count.Form.Name());
        json.WriteNumber("number", gap.Count.Number);
        json.WriteString("period", gap.Count.Period);
        json.WriteString("from", PositionsJson.Iso(gap.From));
        json.WriteString("to", PositionsJson.Iso(gap.To));
        json.WriteNumber("missing", gap.Missing);
        json.WriteStartArray("recorded");
        foreach (var row in gap.Recorded) json.WriteStringValue(row.Id);
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in gap.Claims)
        {
            json.WriteStartObject();
            json.WriteString("article", claim.Place.Article);
            json.WriteString("account", claim.AccountId);
            json.WriteString("origin", claim.Origin);
            json.WriteStartArray("relay");
            foreach (var link in claim.Claim.Relay) json.WriteStringValue(link);
            json.WriteEndArray();
            EvidenceJson.All(json, "evidence", [claim.Claim.Evidence]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
