using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Rows of lists as JSON Lines, with their properties in a fixed order.</summary>
internal static class RowsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes contacts, one a line.</summary>
    public static void Write(Stream output, IEnumerable<TimelineRow> rows) => Lines(output, rows, Write);

    /// <summary>Writes the properties of a contact in one line.</summary>
    public static void Write(Utf8JsonWriter json, TimelineRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("kind", row.Kind.Name());
        json.WriteString("status", row.Status.Name());
        json.WriteStartArray("participants");
        foreach (var participant in row.Participants) json.WriteStringValue(participant.Name);
        json.WriteEndArray();
        json.WriteString("date", row.Date);
        json.WriteBoolean("dateInferred", row.DateInferred);
        json.WriteString("duration", row.Duration);
        json.WriteString("durationBound", row.DurationBound?.Name());
        json.WriteString("place", row.Place);
        json.WriteNumber("articles", row.Articles);
        json.WriteNumber("origins", row.Origins);
        json.WriteNumber("conflicts", row.Conflicts);
        json.WriteBoolean("unresolved", row.Unresolved);
    }

    /// <summary>Writes statements, one a line.</summary>
    public static void Write(Stream output, IEnumerable<StatementRow> rows) => Lines(output, rows, (json, row) =>
    {
        json.WriteString("speaker", row.Statement.Speaker);
        json.WriteString("mode", row.Statement.Mode.Name());
        json.WriteString("exact", row.Statement.Words.Exact);
        json.WriteString("date", row.Statement.Date);
        json.WriteString("medium", row.Statement.Medium);
        json.WriteStartArray("relay");
        foreach (var link in row.Statement.Relay) json.WriteStringValue(link);
        json.WriteEndArray();
        json.WriteString("article", row.Place.Article);
        json.WriteString("published", row.Place.Published);
        json.WriteString("publisher", row.Place.Publisher);
        json.WriteString("url", row.Place.Url);
        json.WriteNumber("start", row.Statement.Words.Start);
        json.WriteNumber("end", row.Statement.Words.End);
        json.WriteString("contact", row.ContactId);
    });

    /// <summary>Writes rows of any kind, one object a line.</summary>
    public static void Lines<T>(Stream output, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line, Options);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
            json.Flush();
            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
            line.ResetWrittenCount();
            json.Reset();
        }

        output.Flush();
    }
}
