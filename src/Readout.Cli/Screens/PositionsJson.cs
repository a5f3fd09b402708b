using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Stances;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Positions as JSON Lines: one line for each time in which a holder held to one stance.</summary>
internal static class PositionsJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Stream output, IEnumerable<StanceRun> runs) => RowsJson.Lines(output, runs, Write);

    /// <summary>Writes the properties of one.</summary>
    public static void Write(Utf8JsonWriter json, StanceRun run)
    {
        json.WriteString("issue", run.Issue);
        json.WriteString("holder", run.Holder);
        Stances(json, "stances", run.Stances);
        json.WriteString("since", Iso(run.Since));
        json.WriteString("until", Iso(run.Until));
        json.WriteString("change", run.Change switch { StanceChange.Shift => "shift", StanceChange.Turn => "turn", _ => null });
        Stances(json, "before", run.Before);
        json.WriteNumber("words", run.Words);
        json.WriteStartArray("tellings");
        foreach (var telling in run.Tellings)
        {
            json.WriteStartObject();
            json.WriteString("stance", telling.Position.Stance.Name());
            json.WriteString("day", Iso(telling.Day));
            json.WriteString("word", telling.Word);
            json.WriteStartArray("relay");
            foreach (var link in telling.Relay) json.WriteStringValue(link);
            json.WriteEndArray();
            json.WriteString("article", telling.Place.Article);
            json.WriteString("published", telling.Place.Published);
            json.WriteString("publisher", telling.Place.Publisher);
            json.WriteString("url", telling.Place.Url);
            json.WriteString("contact", telling.ContactId);
            EvidenceJson.All(json, "evidence", telling.Position.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A day as it is written; null where unknown.</summary>
    public static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static void Stances(Utf8JsonWriter json, string name, IEnumerable<Stance> stances)
    {
        json.WriteStartArray(name);
        foreach (var stance in stances) json.WriteStringValue(stance.Name());
        json.WriteEndArray();
    }
}
