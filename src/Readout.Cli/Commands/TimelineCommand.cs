using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Commands;

/// <summary><c>readout timeline</c>: one line a contact.</summary>
internal static class TimelineCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var format = SharedOptions.Format();
        var filter = new FilterOptions();
        var command = new ExampleCommand("timeline", "Print the contacts of the ledger, one a line, by date")
        {
            Examples =
            [
                ("readout timeline", "all contacts"),
                ("readout timeline --person putin --kind call", "one person's calls"),
                ("readout timeline --from 2025-02-01 --to 2025-02-28", "one month"),
                ("readout timeline --format jsonl", "for programs"),
            ],
        };
        command.Add(ledger);
        filter.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger);
            var rows = open.Timeline(filter.Of(parsed));
            if (parsed.IsJsonLines(format)) RowsJson.Write(terminal.OutBytes, rows);
            else Show(terminal, [.. rows]);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Terminal terminal, IReadOnlyList<TimelineRow> rows) =>
        terminal.Show(terminal.Width is null ? TimelineScreen.ForPipe(rows) : TimelineScreen.ForTerminal(rows));
}

/// <summary>The options that say which contacts to keep.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> persons = new("--person") { HelpName = "NAME", Description = "With this person; part of the name will do" };
    private readonly Option<string[]> states = new("--state") { HelpName = "CODE", Description = "With this state: an ISO 3166-1 alpha-3 code or English name" };
    private readonly Option<string[]> kinds = Among("--kind", "Of this kind", Enum.GetValues<ContactKind>().Select(FormatNames.Name));
    private readonly Option<string[]> statuses = Among("--status", "In this status", Enum.GetValues<ContactStatus>().Select(FormatNames.Name));
    private readonly Option<NodaTime.LocalDate?> from = SharedOptions.Day("--from", "On or after this day");
    private readonly Option<NodaTime.LocalDate?> to = SharedOptions.Day("--to", "On or before this day");

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { persons, states, kinds, statuses, from, to }) command.Add(option);
    }

    /// <summary>The filter that a command line asks for.</summary>
    public ContactFilter Of(ParseResult parsed) => new()
    {
        Persons = [.. parsed.GetValue(persons) ?? []],
        States = [.. parsed.GetValue(states) ?? []],
        Kinds = [.. Enum.GetValues<ContactKind>().Where(k => parsed.GetValue(kinds)?.Contains(k.Name()) == true)],
        Statuses = [.. Enum.GetValues<ContactStatus>().Where(s => parsed.GetValue(statuses)?.Contains(s.Name()) == true)],
        From = parsed.GetValue(from),
        To = parsed.GetValue(to),
    };

    private static Option<string[]> Among(string name, string description, IEnumerable<string> values)
    {
        var option = new Option<string[]>(name) { HelpName = name[2..].ToUpperInvariant(), Description = $"{description}: {string.Join(", ", values)}" };
        option.AcceptOnlyFromAmong([.. values]);
        return option;
    }
}
