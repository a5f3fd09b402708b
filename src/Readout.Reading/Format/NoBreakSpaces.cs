using System.Buffers;

namespace Readout.Reading.Format;

/// <summary>
/// Writes no-break spaces as themselves. The JSON writer escapes U+00A0, and then <c>exact</c> would not be, byte for byte, what the
/// article has; JSON allows the character as it is (RFC 8259, section 7).
/// </summary>
public static class NoBreakSpaces
{
    /// <summary>Copies JSON to another buffer with each escaped U+00A0 replaced by its UTF-8 bytes.</summary>
    public static void Restore(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        while (true)
        {
            var at = json.IndexOf("\\u00A0"u8);
            if (at < 0)
            {
                output.Write(json);
                return;
            }

            // An even number of backslashes before it means that this one is itself escaped.
            var slashes = 0;
            while (at - slashes > 0 && json[at - slashes - 1] == (byte)'\\') slashes++;
            output.Write(json[..at]);
            output.Write(slashes % 2 == 0 ? "\u00a0"u8 : "\\u00A0"u8);
            json = json[(at + 6)..];
        }
    }
}
