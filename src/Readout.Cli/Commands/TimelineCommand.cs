using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout timeline</c>: one line a contact.</summary>
internal static class TimelineCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var filter = new FilterOptions();
        var command = new ExampleCommand("timeline", "Print the contacts of the ledger, one a line, by date")
        {
            Examples =
            [
                ("readout timeline", "all contacts"),
                ("readout timeline --person putin --kind call", "one person's calls"),
                ("readout timeline --pair russia,macron --topic ceasefire", "of two sides, on one issue"),
                ("readout timeline --from 2025-02-01 --to 2025-02-28", "one month"),
                ("readout timeline --as-of 2025-02-13", "as it was known on a day"),
                ("readout timeline --publisher reuters --limit 20", "the last that one publisher tells of"),
                ("readout timeline --format jsonl", "for programs"),
            ],
        };
        var limit = SharedOptions.Limit("Print the last N contacts only");
        command.Add(ledger);
        command.Add(asOf);
        filter.AddTo(command);
        command.Add(limit);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var rows = parsed.GetValue(limit) is { } most ? open.Latest(filter.Of(parsed), most) : open.Timeline(filter.Of(parsed));
            if (parsed.IsJsonLines(format)) RowsJson.Write(terminal.OutBytes, rows);
            else Show(terminal, [.. rows]);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Terminal terminal, IReadOnlyList<TimelineRow> rows) =>
        terminal.Show(terminal.Width is null ? TimelineScreen.ForPipe(rows) : TimelineScreen.ForTerminal(rows));
}
