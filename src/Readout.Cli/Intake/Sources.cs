using Readout.Reading.Articles;

namespace Readout.Cli.Intake;

/// <summary>Opens files and reads whole texts; whatever the system refuses comes back as a remark.</summary>
internal static class Sources
{
    /// <summary>The name that remarks have for standard input.</summary>
    public const string StandardInput = "standard input";

    /// <summary>Opens a file for reading.</summary>
    public static (Stream? Stream, IntakeNote? Note) Open(string path, string shown)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, Refused(shown, e));
        }
    }

    /// <summary>Reads what is left of a stream, up to the limit of one article.</summary>
    /// <returns>The bytes, one more than the limit where there are more; or the remark about what failed.</returns>
    public static (byte[] Bytes, IntakeNote? Note) ReadAll(Stream stream, string shown)
    {
        try
        {
            if (stream.CanSeek && stream.Length - stream.Position > ArticleBytes.Limit)
            {
                return ([], IntakeNote.Of(shown, null, ArticleBytes.TooLarge("it")));
            }

            using var bytes = new MemoryStream();
            var block = new byte[64 * 1024];
            while (bytes.Length <= ArticleBytes.Limit)
            {
                var read = stream.Read(block, 0, block.Length);
                if (read == 0) return (bytes.ToArray(), null);
                bytes.Write(block, 0, read);
            }

            return ([], IntakeNote.Of(shown, null, ArticleBytes.TooLarge("it")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], Refused(shown, e));
        }
    }

    /// <summary>The remark about a path that the system refused.</summary>
    public static IntakeNote Refused(string shown, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => Missing(shown),
        UnauthorizedAccessException => new IntakeNote(shown, null, "cannot be opened: permission denied",
            "Give yourself the right to read it, or leave it out.", true),
        PathTooLongException => new IntakeNote(shown, null, "cannot be opened: its path is too long",
            "Move it nearer to the root.", true),
        _ => new IntakeNote(shown, null, "cannot be read: " + e.Message.TrimEnd('.'), "The rest is read without it.", true),
    };

    /// <summary>The remark about a path with nothing there.</summary>
    public static IntakeNote Missing(string shown) =>
        new(shown, null, "does not exist", "Check the spelling; paths count from the folder you are in.", true);
}
