using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Plans as JSON Lines, with their properties in a fixed order.</summary>
internal static class PlansJson
{
    /// <summary>Writes plans, one a line.</summary>
    public static void Write(Stream output, IEnumerable<Plan> plans) => RowsJson.Lines(output, plans, (json, plan) =>
    {
        json.WriteString("id", plan.Contact.Id);
        json.WriteString("plan", plan.State.Name());
        json.WriteString("kind", plan.Contact.Kind.Name());
        json.WriteString("status", plan.Contact.Status.Name());
        json.WriteStartArray("participants");
        foreach (var participant in plan.Contact.Participants) json.WriteStringValue(participant.Name);
        json.WriteEndArray();
        json.WriteString("date", plan.Contact.Date);
        json.WriteBoolean("dateInferred", plan.Contact.DateInferred);
        json.WriteString("place", plan.Contact.Place);
        json.WriteStartArray("life");
        foreach (var step in plan.Steps)
        {
            json.WriteStartObject();
            json.WriteString("status", step.Status.Name());
            json.WriteString("told", step.Place.Published);
            json.WriteString("date", step.Date);
            json.WriteString("article", step.Place.Article);
            json.WriteString("publisher", step.Place.Publisher);
            json.WriteString("url", step.Place.Url);
            if (step.Words is { } words) EvidenceJson.One(json, "evidence", words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
