using System.Collections.Immutable;
using Readout.Reading.Articles;

namespace Readout.Cli.Intake;

/// <summary>
/// Gives the articles of files, folders and standard input, one at a time and in one order whatever the file system's.
/// What cannot be read becomes a remark; the rest is read all the same.
/// </summary>
internal sealed class ArticleIntake(Publication? publishedElse, Func<Stream> standardInput, Func<string, bool> knowsLanguage)
{
    private const string MetadataName = "articles.jsonl";

    private readonly HashSet<string> textsRead = new(StringComparer.Ordinal);
    private readonly HashSet<(string File, int Line)> linesRead = [];

    /// <summary>Whether a path names a text by its ending.</summary>
    public static bool IsText(string path) => HasEnding(path, ".txt");

    /// <summary>Whether a path names JSON Lines by its ending.</summary>
    public static bool IsJsonLines(string path) => HasEnding(path, ".jsonl");

    /// <summary>Reads the sources in the order given.</summary>
    public IEnumerable<IntakeItem> From(IEnumerable<string> paths) => paths.SelectMany(OfPath);

    private IEnumerable<IntakeItem> OfPath(string path)
    {
        if (path == "-") return Sniffed(standardInput(), Sources.StandardInput, Path.GetFullPath("."), "stdin");
        if (Directory.Exists(path)) return OfFolder(path);
        if (IsText(path)) return OfTextFile(path);
        return OfFile(path);
    }

    private IEnumerable<IntakeItem> OfFolder(string root)
    {
        var found = false;
        foreach (var folder in FolderWalk.From(root))
        {
            if (folder.Note is not null)
            {
                found = true;
                yield return folder.Note.AsItem();
            }

            // The metadata first, so that it finds its texts before they are read without it.
            foreach (var file in folder.Files.OrderBy(f => Path.GetFileName(f) == MetadataName ? 0 : 1))
            {
                found = true;
                var bare = IsText(file);
                if (bare && textsRead.Contains(Path.GetFullPath(file))) continue;
                foreach (var item in bare ? OfText(file, new ArticleEntry(), file) : OfFile(file)) yield return item;
            }
        }

        if (!found)
        {
            yield return new IntakeNote(root, null, "holds no .txt or .jsonl files", "Name the folder that holds the articles.", true).AsItem();
        }
    }

    private IEnumerable<IntakeItem> OfTextFile(string path)
    {
        var full = Path.GetFullPath(path);
        if (textsRead.Contains(full)) return [];
        var metadata = Path.Join(Path.GetDirectoryName(full), MetadataName);
        var described = File.Exists(metadata)
            ? OfJsonLinesFile(metadata, MetadataName, onlyText: full).ToList()
            : [];
        return described.Count > 0 ? described : OfText(path, new ArticleEntry(), path);
    }

    private IEnumerable<IntakeItem> OfFile(string path)
    {
        if (IsJsonLines(path)) return OfJsonLinesFile(path, path, onlyText: null);
        var (stream, note) = Sources.Open(path, path);
        return stream is null
            ? [note!.AsItem()]
            : Sniffed(stream, path, Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path));
    }

    private IEnumerable<IntakeItem> OfJsonLinesFile(string path, string shown, string? onlyText)
    {
        var (stream, note) = Sources.Open(path, shown);
        if (stream is null) return [note!.AsItem()];
        var full = Path.GetFullPath(path);
        return JsonLines(stream, default, shown, Path.GetDirectoryName(full)!, full, Path.GetFileNameWithoutExtension(path), onlyText);
    }

    // Standard input and files with another ending say by their first character what they are.
    private IEnumerable<IntakeItem> Sniffed(Stream stream, string shown, string folder, string name)
    {
        var head = new byte[4096];
        int length;
        IntakeNote? refused = null;
        try
        {
            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (length, refused) = (0, Sources.Refused(shown, e));
        }

        if (refused is not null)
        {
            stream.Dispose();
            return [refused.AsItem()];
        }

        var first = head.AsSpan(0, length).TrimStart("\uFEFF \t\r\n"u8);
        if (!first.IsEmpty && first[0] == (byte)'{')
        {
            return JsonLines(stream, head.AsMemory(0, length), shown, folder, shown, name, null);
        }

        using (stream)
        {
            var (rest, note) = Sources.ReadAll(stream, shown);
            if (note is not null) return [note.AsItem()];
            byte[] bytes = [.. head.AsSpan(0, length), .. rest];
            return [Composed(bytes, new ArticleEntry(), name, shown, null)];
        }
    }

    private IEnumerable<IntakeItem> JsonLines(
        Stream stream, ReadOnlyMemory<byte> head, string shown, string folder, string full, string name, string? onlyText)
    {
        using (stream)
        {
            var lines = new LineReader(stream, head, ArticleBytes.Limit);
            var any = false;
            while (true)
            {
                var (more, failure) = Next(lines, shown);
                if (failure is not null) yield return failure.AsItem();
                if (!more) break;
                if (!lines.TooLong && lines.Line.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                any = true;
                foreach (var item in OfLine(lines, shown, folder, full, name, onlyText)) yield return item;
            }

            if (!any && onlyText is null)
            {
                yield return new IntakeNote(shown, null, "is empty", "Give one article a line, each a JSON object.", true).AsItem();
            }
        }
    }

    private IEnumerable<IntakeItem> OfLine(LineReader lines, string shown, string folder, string full, string name, string? onlyText)
    {
        var number = lines.Number;
        if (lines.TooLong) return onlyText is null ? [IntakeNote.Of(shown, number, ArticleBytes.TooLarge("the line")).AsItem()] : [];
        // Cheap first: most lines of a large file say nothing of a text file.
        if (onlyText is not null && lines.Line.IndexOf("\"file\""u8) < 0) return [];
        var (entry, problem) = ArticleLine.Read(lines.Line);
        if (entry is null) return onlyText is null ? [IntakeNote.Of(shown, number, problem!).AsItem()] : [];
        if (entry.Body is not null || entry.File is null)
        {
            return onlyText is null ? [Composed(entry, $"{name}-{number}", shown, number)] : [];
        }

        var text = Path.GetFullPath(entry.File.Replace('\0', '_'), folder);
        if (onlyText is not null && text != onlyText) return [];
        if (!linesRead.Add((full, number))) return [];
        if (!text.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return [new IntakeNote(shown, number, $"names a file outside its folder: {entry.File}", "Move the text below the folder.", true).AsItem()];
        }

        if (!File.Exists(text))
        {
            return [new IntakeNote(shown, number, $"names a file that does not exist: {entry.File}",
                "\"file\" counts from the folder of the .jsonl file.", true).AsItem()];
        }

        return OfText(text, entry, Path.Join(Path.GetDirectoryName(shown), entry.File));
    }

    private IEnumerable<IntakeItem> OfText(string path, ArticleEntry entry, string shown)
    {
        textsRead.Add(Path.GetFullPath(path));
        var (stream, note) = Sources.Open(path, shown);
        if (stream is null) return [note!.AsItem()];
        using (stream)
        {
            var (bytes, failure) = Sources.ReadAll(stream, shown);
            if (failure is not null) return [failure.AsItem()];
            return [Composed(bytes, entry, Path.GetFileNameWithoutExtension(path), shown, null)];
        }
    }

    private IntakeItem Composed(byte[] bytes, ArticleEntry entry, string name, string shown, int? line)
    {
        var (text, problem) = ArticleBytes.Decode(bytes);
        return text is null
            ? IntakeNote.Of(shown, line, problem!).AsItem()
            : Composed(entry with { Body = text }, name, shown, line);
    }

    private IntakeItem Composed(ArticleEntry entry, string name, string shown, int? line)
    {
        var made = ArticleComposition.From(entry, name, publishedElse);
        if (made.Problem is not null) return IntakeNote.Of(shown, line, made.Problem).AsItem();
        if (!knowsLanguage(made.Article!.Language))
        {
            return new IntakeNote(shown, line, $"is in a language that no pack reads: {made.Article.Language}",
                "\"language\" is an ISO 639 code; leave it out for Vietnamese.", true).AsItem();
        }

        return new IntakeItem(made.Article, [.. made.Warnings.Select(w => IntakeNote.Of(shown, line, w, failed: false))]);
    }

    private static (bool More, IntakeNote? Failure) Next(LineReader lines, string shown)
    {
        try
        {
            return (lines.Read(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (false, Sources.Refused(shown, e));
        }
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
