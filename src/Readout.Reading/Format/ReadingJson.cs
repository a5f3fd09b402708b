using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Reading.Articles;

namespace Readout.Reading.Format;

/// <summary>Writes a reading in the exchange format, one JSON object on one line, with its properties in a fixed order.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the reading of an article as one line, without the line feed.</summary>
    public static void Write(IBufferWriter<byte> output, Article article, ArticleReading reading)
    {
        var line = new ArrayBufferWriter<byte>(4096);
        Write(line, article.Id, article, reading);
        NoBreakSpaces.Restore(line.WrittenSpan, output);
    }

    private static void Write(IBufferWriter<byte> output, string id, Article article, ArticleReading reading)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("article", id);
        Optional(json, "published", article.Published?.Written);
        json.WriteString("language", article.Language);
        Each(json, "contacts", reading.Contacts, Contact);
        Each(json, "statements", reading.Statements, Statement);
        Each(json, "positions", reading.Positions, Position);
        Each(json, "outcomes", reading.Outcomes, Outcome);
        Each(json, "times", reading.Times, Time);
        json.WriteEndObject();
    }

    private static void Contact(Utf8JsonWriter json, ContactFinding contact)
    {
        json.WriteString("kind", contact.Kind.Name());
        json.WriteString("status", contact.Status.Name());
        Names(json, "participants", contact.Participants.Select(p => p.Name));
        Optional(json, "date", contact.Date);
        json.WriteBoolean("dateInferred", contact.DateInferred);
        Optional(json, "duration", contact.Duration);
        Optional(json, "durationBound", contact.DurationBound?.Name());
        Optional(json, "place", contact.Place);
        Optional(json, "initiator", contact.Initiator);
        Each(json, "counts", [.. contact.Claims.Where(c => c.Field == ContactField.Count)], Count);
        json.WriteBoolean("main", contact.Main);
        EvidenceJson.All(json, "evidence", contact.Evidence);
    }

    private static void Count(Utf8JsonWriter json, FieldClaim claim)
    {
        var count = CountClaim.TryParse(claim.Value)!;
        json.WriteString("form", count.Form.Name());
        json.WriteNumber("number", count.Number);
        Optional(json, "period", count.Period);
        EvidenceJson.All(json, "evidence", [claim.Evidence]);
    }

    private static void Statement(Utf8JsonWriter json, StatementFinding statement)
    {
        json.WriteString("speaker", statement.Speaker);
        json.WriteString("mode", statement.Mode.Name());
        EvidenceJson.Properties(json, statement.Words);
        Optional(json, "date", statement.Date);
        Optional(json, "medium", statement.Medium);
        Names(json, "relay", statement.Relay);
    }

    private static void Position(Utf8JsonWriter json, PositionFinding position)
    {
        json.WriteString("holder", position.Holder);
        json.WriteString("stance", position.Stance.Name());
        json.WriteString("issue", position.Issue);
        EvidenceJson.All(json, "evidence", position.Evidence);
    }

    private static void Outcome(Utf8JsonWriter json, OutcomeFinding outcome)
    {
        json.WriteString("kind", outcome.Kind.Name());
        Names(json, "parties", outcome.Parties);
        EvidenceJson.All(json, "evidence", outcome.Evidence);
    }

    private static void Time(Utf8JsonWriter json, TimeFinding time)
    {
        EvidenceJson.Properties(json, time.Words);
        json.WriteString("type", time.Type.Name());
        json.WriteString("value", time.Value);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }
}
