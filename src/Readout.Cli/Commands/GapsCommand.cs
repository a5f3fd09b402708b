using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout gaps</c>: what the record seems to lack, by the counts that sources state.</summary>
internal static class GapsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var filter = new FilterOptions();
        var all = new Option<bool>("--all") { Description = "Also the counts that the record agrees with, and those that cannot be checked" };
        var command = new ExampleCommand("gaps", "Print what the record seems to lack: counts that sources state, held against it")
        {
            Examples =
            [
                ("readout gaps", "where sources count more contacts than the record has, or fewer"),
                ("readout gaps --pair RUS,USA --kind call", "of one pair's calls"),
                ("readout gaps --all --format jsonl", "every count, for programs"),
            ],
        };
        command.Add(ledger);
        command.Add(asOf);
        command.Add(all);
        filter.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            List<CountGap> gaps = [.. open.Gaps(filter.Of(parsed))];
            var shown = parsed.GetValue(all) ? gaps : gaps.FindAll(g => g.Kind is GapKind.Lacks or GapKind.Exceeds);
            if (parsed.IsJsonLines(format)) GapsJson.Write(terminal.OutBytes, shown);
            else terminal.Show(GapsScreen.Of(gaps, shown, open.TextOf));
            return ExitCode.Done;
        });
        return command;
    }
}
