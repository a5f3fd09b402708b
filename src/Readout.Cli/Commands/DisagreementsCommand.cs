using System.CommandLine;
using Readout.Cli.Screens;

namespace Readout.Cli.Commands;

/// <summary><c>readout disagreements</c>: where sources contradict each other.</summary>
internal static class DisagreementsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var filter = new FilterOptions();
        var limit = SharedOptions.Limit("Print the N sharpest only");
        var command = new ExampleCommand("disagreements", "List where sources contradict each other, the sharpest first, with the words of each side")
        {
            Examples =
            [
                ("readout disagreements", "all of them"),
                ("readout disagreements --person putin --limit 10", "the ten sharpest about one person's contacts"),
                ("readout disagreements --format jsonl", "for programs"),
            ],
        };
        command.Add(ledger);
        filter.AddTo(command);
        command.Add(limit);
        command.Add(asOf);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var found = open.Disagreements(filter.Of(parsed)).Take(parsed.GetValue(limit) ?? int.MaxValue).ToList();
            if (parsed.IsJsonLines(format)) DisagreementsJson.Write(terminal.OutBytes, found);
            else terminal.Show(DisagreementsScreen.Of(found, open.TextOf));
            return ExitCode.Done;
        });
        return command;
    }
}
