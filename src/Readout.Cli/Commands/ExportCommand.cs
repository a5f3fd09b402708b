using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout export</c>: the ledger for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = new Option<string>("--format")
        {
            HelpName = "jsonl",
            Description = "The format",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl");
        var filter = new FilterOptions();
        var command = new ExampleCommand("export", "Print all contacts with their claims and evidence, one JSON object a line")
        {
            Examples =
            [
                ("readout export --format jsonl > contacts.jsonl", "the whole ledger"),
                ("readout export --person putin --person trump", "one pair's contacts"),
            ],
        };
        command.Add(ledger);
        command.Add(asOf);
        command.Add(format);
        filter.AddTo(command);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            // Not disposed: that would close standard output under the terminal.
            var buffered = new BufferedStream(terminal.OutBytes, 64 * 1024);
            open.Export(buffered, filter.Of(parsed));
            buffered.Flush();
            return ExitCode.Done;
        });
        return command;
    }
}
