using System.Text.Json;

namespace Readout.Reading.Articles;

/// <summary>Reads one line of JSON Lines in the article form.</summary>
public static class ArticleLine
{
    /// <summary>Reads a line's UTF-8 bytes, without the line feed.</summary>
    /// <returns>The entry, or the problem that keeps the line from being one.</returns>
    public static (ArticleEntry? Entry, ArticleProblem? Problem) Read(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
        var problem = ArticleBytes.Check(line);
        if (problem is not null) return (null, problem);
        try
        {
            var reader = new Utf8JsonReader(line);
            return ReadObject(ref reader);
        }
        catch (JsonException e)
        {
            return (null, Broken($"is not JSON at byte {e.BytePositionInLine ?? 0} of the line", e.BytePositionInLine));
        }
        catch (InvalidOperationException)
        {
            // The reader's way to refuse an escape that is half of a surrogate pair.
            return (null, Broken("holds an escaped character that is no character", null));
        }
    }

    private static (ArticleEntry? Entry, ArticleProblem? Problem) ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return (null, Broken("is not a JSON object", null));
        var entry = new ArticleEntry();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var known = name is "id" or "language" or "published" or "publisher" or "url" or "title" or "body" or "file";
            if (!known)
            {
                reader.Skip();
                continue;
            }

            if (!TryText(ref reader, out var value)) return (null, Broken($"has a \"{name}\" that is not text", null));
            entry = With(entry, name!, value);
        }

        while (reader.Read())
        {
            // Anything after the object makes the reader throw; white space does not.
        }

        return (entry, null);
    }

    private static ArticleEntry With(ArticleEntry entry, string name, string? value) => name switch
    {
        "id" => entry with { Id = value },
        "language" => entry with { Language = value },
        "published" => entry with { Published = value },
        "publisher" => entry with { Publisher = value },
        "url" => entry with { Url = value },
        "title" => entry with { Title = value },
        "body" => entry with { Body = value },
        _ => entry with { File = value },
    };

    private static bool TryText(ref Utf8JsonReader reader, out string? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        return value is not null || reader.TokenType == JsonTokenType.Null;
    }

    private static ArticleProblem Broken(string message, long? offset) =>
        new(ArticleProblemKind.BrokenJson, message,
            "Each line must be one JSON object such as {\"id\": …, \"published\": …, \"title\": …, \"body\": …}.", offset);
}
