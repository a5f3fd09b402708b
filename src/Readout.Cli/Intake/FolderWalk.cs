namespace Readout.Cli.Intake;

/// <summary>One folder of a walk: its article files in ordinal order, or why it could not be listed.</summary>
internal sealed record WalkedFolder(string Path, IReadOnlyList<string> Files, IntakeNote? Note);

/// <summary>
/// Walks a folder and all below it, in ordinal order, each real folder once however many links lead to it. Hidden files
/// and folders are left alone.
/// </summary>
internal static class FolderWalk
{
    /// <summary>Walks from a folder on.</summary>
    public static IEnumerable<WalkedFolder> From(string root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // A stack of our own: no depth of folders can exhaust it.
        var open = new Stack<(string Path, string Real)>();
        open.Push((root, Real(root, Path.GetFullPath(root))));
        while (open.TryPop(out var folder))
        {
            if (!seen.Add(folder.Real)) continue;
            var (files, folders, note) = List(folder.Path);
            yield return new WalkedFolder(folder.Path, files, note);
            for (var i = folders.Count - 1; i >= 0; i--)
            {
                var path = folders[i];
                open.Push((path, Real(path, Path.Join(folder.Real, Path.GetFileName(path)))));
            }
        }
    }

    private static (List<string> Files, List<string> Folders, IntakeNote? Note) List(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder).Where(IsArticleFile).ToList();
            var folders = Directory.EnumerateDirectories(folder).Where(IsShown).ToList();
            files.Sort(StringComparer.Ordinal);
            folders.Sort(StringComparer.Ordinal);
            return (files, folders, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [], Sources.Refused(folder, e));
        }
    }

    private static string Real(string path, string otherwise)
    {
        try
        {
            return new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? otherwise;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }

    private static bool IsShown(string path) => !Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static bool IsArticleFile(string path) => IsShown(path) && (ArticleIntake.IsText(path) || ArticleIntake.IsJsonLines(path));
}
