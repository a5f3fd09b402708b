using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout show</c>: all about one contact.</summary>
internal static class ShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("contact")
        {
            HelpName = "CONTACT",
            Description = "The contact's id, or the beginning of it or of the part after its last dash",
        };
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var command = new ExampleCommand("show", "Show one contact: every claim, who made it, and the words it rests on")
        {
            Examples =
            [
                ("readout show 7f3a2c", "by the short id of the timeline"),
                ("readout show call-putin-trump-7f3a2c41d09e", "by the whole id"),
                ("readout show 7f3a2c --format jsonl", "as export writes it"),
            ],
        };
        command.Add(id);
        command.Add(ledger);
        command.Add(asOf);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var typed = parsed.GetRequiredValue(id);
            var found = open.Find(typed);
            if (found.Contact is null) return NotOne(terminal, typed, found);
            if (parsed.IsJsonLines(format))
            {
                LedgerExport.Write([found.Contact], terminal.OutBytes);
                return ExitCode.Done;
            }

            var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
            terminal.Show(ContactScreen.Of(found.Contact, TextOf));
            return ExitCode.Done;

            string? TextOf(string hash)
            {
                if (!texts.TryGetValue(hash, out var text))
                {
                    texts[hash] = text = open.TextOf(hash);
                }

                return text;
            }
        });
        return command;
    }

    private static int NotOne(Terminal terminal, string typed, ContactLookup found)
    {
        var reporter = new Reporter(terminal, quiet: false);
        reporter.Error(found.Rejected is { } by
            ? $"'{typed}' was rejected by {by.By} on {Wording.Day(by.At.Written)}: {by.Reason} ({by.Id}). readout decide undo {by.Id} brings it back."
            : found.Matches.IsEmpty
                ? $"no contact answers to '{typed}'. readout timeline lists them with their ids."
                : $"'{typed}' fits several contacts: {string.Join(", ", found.Matches)}. Type more of the id.");
        return ExitCode.Incomplete;
    }
}
