using System.CommandLine;
using System.Text;
using Readout.Cli.Screens;
using Readout.Ledger.Decisions;

namespace Readout.Cli.Commands;

/// <summary><c>readout decisions</c>: the log of what was decided.</summary>
internal static class DecisionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var command = new ExampleCommand("decisions", "Print what was decided, by whom and why, and what it does now")
        {
            Examples =
            [
                ("readout decisions", "those decided last first"),
                ("readout decisions --format jsonl > decisions.jsonl", "all of them, as readout decide import takes them in"),
            ],
        };
        foreach (var option in new Option[] { ledger, asOf, format }) command.Add(option);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            if (parsed.IsJsonLines(format))
            {
                // As a log is read: what was decided first comes first.
                foreach (var row in open.Decisions().Reverse()) terminal.OutBytes.Write(Encoding.UTF8.GetBytes(DecisionLines.Write(row.Decision) + "\n"));
                terminal.OutBytes.Flush();
                return ExitCode.Done;
            }

            terminal.Show(DecisionsScreen.Of([.. open.Decisions()]));
            return ExitCode.Done;
        });
        return command;
    }
}
