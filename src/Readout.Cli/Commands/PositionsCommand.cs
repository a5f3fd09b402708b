using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Stances;

namespace Readout.Cli.Commands;

/// <summary><c>readout positions</c>: who holds what on which issue, and where it changed.</summary>
internal static class PositionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var issue = new Option<string?>("--issue") { HelpName = "ISSUE", Description = "On this issue; part of its name will do where none has just this name" };
        var holder = new Option<string?>("--holder") { HelpName = "NAME", Description = "Held by this person, state or body; part of the name will do" };
        var from = SharedOptions.Day("--from", "Taken on or after this day");
        var to = SharedOptions.Day("--to", "Taken on or before this day");
        var about = new FilterOptions(FilterOptions.About.TheirPosition);
        var command = new ExampleCommand("positions", "Print who holds what on an issue, since when, on whose word, and where it changed")
        {
            Examples =
            [
                ("readout positions", "the issues that positions are known on"),
                ("readout positions --issue ceasefire", "a table of holders by time, with changes marked"),
                ("readout positions --issue ceasefire --holder zelensky", "one holder's, with the words"),
                ("readout positions --issue sanctions --format jsonl", "for programs"),
            ],
        };
        List<Option> asked = [issue, holder, from, to];
        command.Add(ledger);
        command.Add(asOf);
        asked.ForEach(command.Add);
        about.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var filter = new PositionFilter
            {
                Issue = parsed.GetValue(issue),
                Holder = parsed.GetValue(holder),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Publishers = about.Publishers(parsed),
                About = about.IsSet(parsed) ? about.Of(parsed) : null,
            };
            if (parsed.IsJsonLines(format)) PositionsJson.Write(terminal.OutBytes, open.Positions(filter));
            else if (asked.TrueForAll(o => parsed.GetResult(o) is not { Implicit: false }) && !about.IsSet(parsed)) terminal.Show(PositionsScreen.Issues(open.Issues()));
            else terminal.Show(PositionsScreen.Of(open.Positions(filter), terminal.Width is null, withWords: filter.Holder is not null, open.TextOf));
            return ExitCode.Done;
        });
        return command;
    }
}
