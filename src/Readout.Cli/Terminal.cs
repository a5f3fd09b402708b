using System.Globalization;
using System.Text;
using Readout.Cli.Screens.Layout;
using Readout.Reading.Articles;
using Spectre.Console;

namespace Readout.Cli;

/// <summary>Where the program reads and writes; tests bring their own.</summary>
internal sealed class Terminal
{
    /// <summary>For results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>For results that are bytes; what was written to <see cref="Out"/> must be flushed before.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>For remarks and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Columns, where results go to a terminal; null where they go to a pipe or a file.</summary>
    public int? Width { get; init; }

    /// <summary>Whether results may have colours; asked only of a terminal.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether remarks go to a terminal, so that progress may be shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The present moment, to the second. Only what a person does now is dated by it, never what a ledger says.</summary>
    public Func<Publication> Now { get; init; } = ReadClock;

    /// <summary>Set when the person wants to stop.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The process's own streams.</summary>
    public static Terminal Standard(CancellationToken stop)
    {
        var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var bytes = Console.OpenStandardOutput();
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = plain;
        return new Terminal
        {
            Out = new StreamWriter(bytes, plain, 16 * 1024, leaveOpen: true),
            OutBytes = bytes,
            Error = new StreamWriter(Console.OpenStandardError(), plain, 256) { AutoFlush = true },
            In = Console.OpenStandardInput,
            Width = Console.IsOutputRedirected ? null : WindowWidth(),
            Colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Stop = stop,
        };
    }

    /// <summary>Shows a page as fits the place where results go.</summary>
    public void Show(Page page)
    {
        if (Width is { } width) Rich.Show(page, Out, width, Colours);
        else PlainRenderer.Write(page, Out);
        Out.Flush();
    }

    private static Publication ReadClock()
    {
        // The one clock of the program: an offset date-time, since a decision's day is the decider's own.
        var written = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return Publication.TryParse(written) ?? throw new InvalidOperationException($"the clock says {written}");
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    // A class of its own, so that a pipe never loads the library.
    private static class Rich
    {
        public static void Show(Page page, TextWriter output, int width, bool colours)
        {
            using var drawn = new StringWriter();
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(drawn),
            });
            console.Profile.Width = Math.Max(width, 40);
            TerminalRenderer.Write(page, console);
            // Tables and wrapped lines come padded to the full width; that would be copied along.
            foreach (var line in drawn.ToString().TrimEnd('\n').Split('\n')) output.Write(line.TrimEnd(' ', '\r') + "\n");
        }
    }
}
