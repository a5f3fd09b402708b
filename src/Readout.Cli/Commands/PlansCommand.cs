using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger;
using Readout.Ledger.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout plans</c>: what was to take place, and what has become of it.</summary>
internal static class PlansCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var filter = new FilterOptions();
        var names = Enum.GetValues<PlanState>().Select(Written.Name).ToArray();
        var states = new Option<string[]>("--only")
        {
            HelpName = "STATE",
            Description = "Only those that are " + string.Join(", ", names.SkipLast(1)) + " or " + names[^1],
        };
        states.AcceptOnlyFromAmong(names);
        var command = new ExampleCommand("plans", "Print what was to take place and what has become of it: open, lapsed, kept, called off")
        {
            Examples =
            [
                ("readout plans", "all plans, each with its life"),
                ("readout plans --only open --only lapsed", "what is still to be heard of"),
                ("readout plans --as-of 2025-06-01", "as they stood on a day"),
                ("readout plans --person putin --format jsonl", "for programs"),
            ],
        };
        command.Add(ledger);
        command.Add(asOf);
        command.Add(states);
        filter.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var wanted = parsed.GetValue(states) ?? [];
            var plans = open.Plans(filter.Of(parsed)).Where(p => wanted.Length == 0 || wanted.Contains(p.State.Name()));
            if (parsed.IsJsonLines(format)) PlansJson.Write(terminal.OutBytes, plans);
            else terminal.Show(PlansScreen.Of([.. plans], open.LastDay));
            return ExitCode.Done;
        });
        return command;
    }
}
