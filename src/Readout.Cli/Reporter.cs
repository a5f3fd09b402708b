using System.Collections.Immutable;
using System.Globalization;
using Readout.Cli.Intake;
using Readout.Cli.Screens.Layout;

namespace Readout.Cli;

/// <summary>
/// Tells of problems, warnings and progress on standard error. Progress is one line that is written over, on a terminal
/// only; many warnings of one sort are cut short.
/// </summary>
internal sealed class Reporter(Terminal terminal, bool quiet)
{
    private const int WarningsShown = 10;

    private readonly Dictionary<string, int> warnings = new(StringComparer.Ordinal);
    private int progressWidth;

    /// <summary>How many sources were not read.</summary>
    public int Failures { get; private set; }

    /// <summary>How many warnings there were, shown or not.</summary>
    public int Warnings { get; private set; }

    /// <summary>Tells what the intake remarks.</summary>
    public void Tell(ImmutableArray<IntakeNote> notes)
    {
        foreach (var note in notes)
        {
            if (note.Failed)
            {
                Failures++;
                Write("error: " + note);
            }
            else
            {
                Warn(note.Message, note.ToString());
            }
        }
    }

    /// <summary>Tells a warning about an article.</summary>
    public void Warn(string article, ImmutableArray<string> messages)
    {
        foreach (var message in messages) Warn(message, $"{article}: {message}");
    }

    /// <summary>Tells an error.</summary>
    public void Error(string message) => Write("error: " + message);

    /// <summary>Shows how far the work has come.</summary>
    public void Progress(string text)
    {
        if (quiet || !terminal.ErrorIsTerminal) return;
        terminal.Error.Write("\r" + text.PadRight(progressWidth));
        progressWidth = text.Length;
    }

    /// <summary>Takes the progress line away and says how many warnings were not shown.</summary>
    public void Finish()
    {
        ClearProgress();
        foreach (var (message, count) in warnings)
        {
            if (!quiet && count > WarningsShown)
            {
                var more = (count - WarningsShown).ToString("N0", CultureInfo.InvariantCulture);
                Write($"warning: {more} more like this: {message}");
            }
        }

        warnings.Clear();
    }

    private void Warn(string sort, string message)
    {
        Warnings++;
        var seen = warnings[sort] = warnings.GetValueOrDefault(sort) + 1;
        if (!quiet && seen <= WarningsShown) Write("warning: " + message);
    }

    private void Write(string line)
    {
        ClearProgress();
        terminal.Error.Write(Printable.Of(line) + "\n");
    }

    private void ClearProgress()
    {
        if (progressWidth > 0) terminal.Error.Write("\r" + new string(' ', progressWidth) + "\r");
        progressWidth = 0;
    }
}
