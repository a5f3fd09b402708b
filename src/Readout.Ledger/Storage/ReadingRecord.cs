using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Readout.Reading;

namespace Readout.Ledger.Storage;

/// <summary>
/// Readings and findings as they are kept: JSON with every field, names as in the exchange format. Code made at build time
/// writes and reads it, because a cold start has no time for reflection.
/// </summary>
internal static class ReadingRecord
{
    private static readonly ReadingRecordContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>A reading as JSON.</summary>
    public static string Write(ArticleReading reading) => JsonSerializer.Serialize(reading, Context.ArticleReading);

    /// <summary>A finding as JSON.</summary>
    public static string Write(ContactFinding finding) => JsonSerializer.Serialize(finding, Context.ContactFinding);

    /// <summary>Participants as JSON.</summary>
    public static string Write(ImmutableArray<Participant> participants) => JsonSerializer.Serialize(participants, Context.ImmutableArrayParticipant);

    /// <summary>Ids as JSON.</summary>
    public static string Write(ImmutableArray<string> ids) => JsonSerializer.Serialize(ids, Context.ImmutableArrayString);

    /// <summary>The reading of a JSON text.</summary>
    public static ArticleReading Reading(string json) => Kept(JsonSerializer.Deserialize(json, Context.ArticleReading));

    /// <summary>The finding of a JSON text.</summary>
    public static ContactFinding Finding(string json) => Kept(JsonSerializer.Deserialize(json, Context.ContactFinding));

    /// <summary>The participants of a JSON text.</summary>
    public static ImmutableArray<Participant> Participants(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayParticipant);

    /// <summary>The ids of a JSON text.</summary>
    public static ImmutableArray<string> Ids(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayString);

    private static T Kept<T>(T? value) where T : class => value ?? throw new JsonException("a stored record is empty");
}

/// <summary>The code made at build time for <see cref="ReadingRecord"/>.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ArticleReading))]
[JsonSerializable(typeof(ContactFinding))]
[JsonSerializable(typeof(ImmutableArray<Participant>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
internal sealed partial class ReadingRecordContext : JsonSerializerContext;
