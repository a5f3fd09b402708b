using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Queries;
using Readout.Reading;

namespace Readout.Cli.Commands;

/// <summary><c>readout statements</c>: who said what.</summary>
internal static class StatementsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var speaker = new Option<string?>("--speaker") { HelpName = "NAME", Description = "Of this speaker; part of the name will do" };
        var mode = new Option<string?>("--mode") { HelpName = "direct|indirect", Description = "Quoted words only, or reported ones only" };
        mode.AcceptOnlyFromAmong("direct", "indirect");
        var contact = new Option<string?>("--contact") { HelpName = "ID", Description = "About this contact" };
        var article = new Option<string?>("--article") { HelpName = "ID", Description = "From this article" };
        var from = SharedOptions.Day("--from", "Published on or after this day");
        var to = SharedOptions.Day("--to", "Published on or before this day");
        var command = new ExampleCommand("statements", "Print who said what, through whom and where")
        {
            Examples =
            [
                ("readout statements", "all statements"),
                ("readout statements --speaker peskov", "one speaker's"),
                ("readout statements --topic ceasefire --state UKR", "on an issue, about contacts of a state"),
                ("readout statements --mode direct --format jsonl", "quotations, for programs"),
            ],
        };
        var about = new FilterOptions(FilterOptions.About.TheirContact);
        foreach (var option in new Option[] { ledger, asOf, speaker, mode, contact, article, from, to }) command.Add(option);
        about.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var typed = parsed.GetValue(contact);
            var rows = open.Statements(new StatementFilter
            {
                Speaker = parsed.GetValue(speaker),
                Mode = parsed.GetValue(mode) switch { "direct" => StatementMode.Direct, "indirect" => StatementMode.Indirect, _ => null },
                ContactId = typed is null ? null : open.Find(typed).Contact?.Id ?? typed,
                Article = parsed.GetValue(article),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Topics = about.Topics(parsed),
                Publishers = about.Publishers(parsed),
                About = about.IsSet(parsed) ? about.Of(parsed) : null,
            });
            if (parsed.IsJsonLines(format)) RowsJson.Write(terminal.OutBytes, rows);
            else terminal.Show(FindingsScreen.Of([.. rows]));
            return ExitCode.Done;
        });
        return command;
    }
}
