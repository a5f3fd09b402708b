using System.Text;
using Xunit;

namespace Readout.Tests.Cli;

/// <summary>
/// The README shows real output: its <c>console</c> blocks are run in their order, on 80 columns, over one ledger. A block is a line
/// <c>$ COMMAND</c> and what it prints; a line <c>…</c> stands for any lines left out.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Left = "…";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_readme_shows_what_its_commands_print()
    {
        var blocks = Blocks(File.ReadAllText(Repository.At("README.md"))).ToList();
        Assert.Contains(blocks, b => b.Command.EndsWith("read samples", StringComparison.Ordinal));
        foreach (var (command, shown) in blocks)
        {
            var printed = Run(command);
            Assert.True(Shows(Lines(printed), shown), $"README.md shows other output than '{command}' prints now:\n{printed}");
        }
    }

    [Fact]
    public void The_samples_are_told_as_their_readme_says()
    {
        Run("readout read samples");
        var timeline = Run("readout timeline");
        Assert.Contains("2/2 ≠", timeline, StringComparison.Ordinal);
        Assert.Contains("3/3", timeline, StringComparison.Ordinal);
        Assert.Contains("denied", timeline, StringComparison.Ordinal);
        var listed = File.ReadAllText(Repository.At("samples", "README.md"));
        Assert.All(
            Directory.EnumerateFiles(Repository.At("samples"), "*.txt"),
            f => Assert.Contains($"`{Path.GetFileName(f)}`", listed, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Command, List<string> Shown)> Blocks(string readme)
    {
        string? command = null;
        var (inside, shown) = (false, new List<string>());
        foreach (var line in readme.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (command is not null) yield return (command, shown);
                (command, shown) = (null, []);
                inside = !inside && line == "```console";
            }
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                command = line[2..];
            }
            else if (inside)
            {
                shown.Add(line);
            }
        }
    }

    private static bool Shows(List<string> printed, List<string> shown)
    {
        var at = 0;
        var free = false;
        foreach (var line in shown.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line == Left)
            {
                free = true;
                continue;
            }

            var found = free ? printed.IndexOf(line, at) : at < printed.Count && printed[at] == line ? at : -1;
            if (found < 0) return false;
            (at, free) = (found + 1, false);
        }

        return free || at == printed.Count;
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private string Run(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var args = words.Skip(words[0] == "readout" ? 1 : words.IndexOf("--") + 1).Select(a => a == "samples" ? Repository.At("samples") : a).ToList();
        args.AddRange(["--ledger", folder.At("readout.db")]);
        if (args[0] is "read" or "explain") args.AddRange(["--languages", Repository.At("languages")]);
        using var terminal = new TestTerminal(width: 80);
        Assert.True(terminal.Run([.. args]) == 0, terminal.Error);
        return new StringBuilder(terminal.Out).Replace(folder.At("readout.db"), "readout.db").ToString();
    }
}
