using System.Text.Json;

namespace Readout.Reading.Format;

/// <summary>Evidence as all formats write it: <c>start</c>, <c>end</c> and <c>exact</c>, in this order.</summary>
public static class EvidenceJson
{
    /// <summary>Writes the properties of evidence into an object that has begun.</summary>
    public static void Properties(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("end", evidence.End);
        json.WriteString("exact", evidence.Exact);
    }

    /// <summary>Writes evidence as an object under a name.</summary>
    public static void One(Utf8JsonWriter json, string name, Evidence evidence)
    {
        json.WritePropertyName(name);
        One(json, evidence);
    }

    /// <summary>Writes evidence as an array of objects under a name.</summary>
    public static void All(Utf8JsonWriter json, string name, IEnumerable<Evidence> evidence)
    {
        json.WriteStartArray(name);
        foreach (var words in evidence) One(json, words);
        json.WriteEndArray();
    }

    private static void One(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        Properties(json, evidence);
        json.WriteEndObject();
    }
}
