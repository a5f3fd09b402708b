using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;

namespace Readout.Ledger.Decisions;

/// <summary>
/// Decisions as JSON Lines, one object a decision: the form they are kept, exported and imported in. Properties stand in a fixed order, and
/// those without a value are left out.
/// </summary>
public static class DecisionLines
{
    private const string IdStart = "d-";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One decision as a line, without its end.</summary>
    /// <param name="decision">The decision.</param>
    public static string Write(Decision decision) => Json(decision, decision.Id);

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The decision, or what is wrong with the line, to be shown as it is.</returns>
    public static (Decision? Decision, string? Problem) Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return (null, "is no JSON object");
            if (Written.Parse<DecisionKind>(Text(root, "kind")) is not { } kind) return (null, "has no \"kind\" that is known");
            var at = Text(root, "at") is { } written ? Publication.TryParse(written) : null;
            if (at is null) return (null, "has no \"at\" that is a day or a moment");
            var field = Text(root, "field");
            var bound = Text(root, "bound");
            var decision = Named(new Decision
            {
                Id = "",
                Kind = kind,
                Parts = Parts(root),
                Field = Written.Field(field),
                Value = Text(root, "value"),
                Bound = Written.Parse<DurationBound>(bound),
                Undoes = Text(root, "undoes"),
                Reason = Text(root, "reason") ?? "",
                By = Text(root, "by") ?? "",
                At = at,
            });
            if ((field is not null && decision.Field is null) || (bound is not null && decision.Bound is null)) return (null, "names an unknown field or bound");
            if (DecisionCheck.Problem(decision) is { } problem) return (null, problem);
            return Text(root, "id") is { } id && id != decision.Id
                ? (null, $"was changed after it was made: its id is {id}, but what it says makes {decision.Id}")
                : (decision, null);
        }
        catch (JsonException)
        {
            return (null, "is not JSON");
        }
        catch (InvalidOperationException)
        {
            return (null, "has a property of the wrong type");
        }
    }

    /// <summary>The decision with the id that what it says makes.</summary>
    internal static Decision Named(Decision decision)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Json(decision, null)));
        return decision with { Id = IdStart + Convert.ToHexStringLower(hash)[..AccountIds.KeyLength] };
    }

    private static string Json(Decision decision, string? id)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            WriteText(json, "id", id);
            json.WriteString("kind", decision.Kind.Name());
            if (!decision.Parts.IsEmpty)
            {
                json.WriteStartArray("accounts");
                foreach (var part in decision.Parts)
                {
                    json.WriteStartArray();
                    foreach (var account in part) json.WriteStringValue(account);
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
            WriteText(json, "field", decision.Field?.Name());
            WriteText(json, "value", decision.Value);
            WriteText(json, "bound", decision.Bound?.Name());
            WriteText(json, "undoes", decision.Undoes);
            json.WriteString("reason", decision.Reason);
            json.WriteString("by", decision.By);
            json.WriteString("at", decision.At.Written);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    private static ImmutableArray<ImmutableArray<string>> Parts(JsonElement root) =>
        root.TryGetProperty("accounts", out var parts)
            ? [.. parts.EnumerateArray().Select(part => part.EnumerateArray().Select(a => a.GetString() ?? "").ToImmutableArray())]
            : [];
}
