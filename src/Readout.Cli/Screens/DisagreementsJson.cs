using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Conflicts as JSON Lines, with their properties in a fixed order.</summary>
internal static class DisagreementsJson
{
    /// <summary>Writes conflicts, one a line.</summary>
    public static void Write(Stream output, IEnumerable<Disagreement> found) => RowsJson.Lines(output, found, (json, conflict) =>
    {
        json.WriteString("contact", conflict.Contact.Id);
        json.WriteString("field", conflict.Field.Field.Name());
        json.WriteNumber("sharpness", Math.Round(conflict.Sharpness, 3));
        json.WriteString("resolved", conflict.Field.Resolved);
        json.WriteString("bound", conflict.Field.Bound?.Name());
        json.WriteString("rule", conflict.Field.Rule);
        json.WriteStartArray("claims");
        foreach (var claim in conflict.Field.Claims)
        {
            json.WriteStartObject();
            json.WriteString("value", claim.Claim.Value);
            json.WriteString("bound", claim.Claim.Bound?.Name());
            json.WriteBoolean("inferred", claim.Inferred);
            json.WriteString("origin", claim.Origin);
            json.WriteString("account", claim.AccountId);
            json.WriteString("article", claim.Place.Article);
            json.WriteString("published", claim.Place.Published);
            json.WriteString("publisher", claim.Place.Publisher);
            EvidenceJson.One(json, "evidence", claim.Claim.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
