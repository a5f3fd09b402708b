using System.Text.Json;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Why two accounts are, or are not, one contact, as one line of JSON with its properties in a fixed order.</summary>
internal static class WhyJson
{
    /// <summary>Writes the answer.</summary>
    public static void Write(Stream output, Why why) => RowsJson.Lines(output, [why], (json, answer) =>
    {
        json.WriteBoolean("one", answer.One);
        json.WriteStartArray("points");
        foreach (var point in answer.Points)
        {
            json.WriteStartObject();
            json.WriteString("rule", point.Rule);
            json.WriteBoolean("apart", point.Apart);
            json.WriteString("because", point.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("accounts");
        Account(json, answer.First);
        Account(json, answer.Second);
        json.WriteEndArray();
    });

    private static void Account(Utf8JsonWriter json, WhyAccount account)
    {
        var finding = account.Finding;
        json.WriteStartObject();
        json.WriteString("id", account.Id);
        json.WriteString("contact", account.ContactId);
        json.WriteString("merged", account.Merged?.Rule);
        json.WriteString("because", account.Merged?.Because);
        json.WriteString("article", account.Place.Article);
        json.WriteString("published", account.Place.Published);
        json.WriteString("publisher", account.Place.Publisher);
        json.WriteString("kind", finding.Kind.Name());
        json.WriteString("status", finding.Status.Name());
        json.WriteStartArray("participants");
        foreach (var participant in finding.Participants) json.WriteStringValue(participant.Name);
        json.WriteEndArray();
        json.WriteString("date", finding.Date);
        json.WriteBoolean("dateInferred", finding.DateInferred);
        json.WriteString("place", finding.Place);
        EvidenceJson.All(json, "evidence", finding.Evidence);
        json.WriteEndObject();
    }
}
