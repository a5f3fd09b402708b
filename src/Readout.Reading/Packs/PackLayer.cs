using System.Collections.Immutable;
using System.Text.Json;

namespace Readout.Reading.Packs;

/// <summary>
/// A part of a pack's lexicon that some stages see. Words mean different things to different stages, so each stage sees only the
/// files it needs, and a long form of one never hides a short form of another.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Lexicon">Lexicon files without their ending; <c>file:class,class</c> takes only these classes of a file.</param>
/// <param name="Stages">The stages that see it, in the order in which they run.</param>
/// <param name="Keep">Classes of terms that later layers leave as they are.</param>
public sealed record PackLayer(string Name, ImmutableArray<string> Lexicon, ImmutableArray<string> Stages, ImmutableArray<string> Keep)
{
    /// <summary>The layers that a <c>pack.json</c> declares, in the order in which they run.</summary>
    /// <exception cref="PackException">The file is no JSON of this form.</exception>
    public static IReadOnlyList<PackLayer> Parse(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("layers").EnumerateArray().Select(l => new PackLayer(
                l.GetProperty("name").GetString()!, List(l, "lexicon"), List(l, "stages"), List(l, "keep")))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PackException($"{file}: {e.Message}");
        }
    }

    /// <summary>The state whose home affairs newspapers of this language tell of (ISO 3166-1 alpha-3), as a <c>pack.json</c> declares it; null where it names none.</summary>
    public static string? Home(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.TryGetProperty("home", out var home) ? home.GetString() : null;
    }

    private static ImmutableArray<string> List(JsonElement layer, string name) =>
        layer.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(x => x.GetString()!)] : [];
}
