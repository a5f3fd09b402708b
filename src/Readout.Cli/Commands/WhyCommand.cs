using System.CommandLine;
using Readout.Cli.Screens;

namespace Readout.Cli.Commands;

/// <summary><c>readout why</c>: why two accounts are, or are not, one contact.</summary>
internal static class WhyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var first = Id("account", "A");
        var second = Id("other", "B");
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var command = new ExampleCommand("why", "Tell why two accounts, or two contacts, are one contact or are not")
        {
            Examples =
            [
                ("readout why 7f3a2c 99e0d1", "by the short ids of contacts, or of accounts as show lists them"),
                ("readout why 7f3a2c 99e0d1 --format jsonl", "for programs"),
            ],
        };
        command.Add(first);
        command.Add(second);
        command.Add(ledger);
        command.Add(asOf);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var (a, b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            var found = open.Why(a, b);
            if (found.Why is not { } why)
            {
                var reporter = new Reporter(terminal, quiet: false);
                if (found.First.Length != 1) NotOne(reporter, a, found.First);
                if (found.Second.Length != 1) NotOne(reporter, b, found.Second);
                return ExitCode.Incomplete;
            }

            if (parsed.IsJsonLines(format)) WhyJson.Write(terminal.OutBytes, why);
            else terminal.Show(WhyScreen.Of(why, open.TextOf));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Id(string name, string shown) => new(name)
    {
        HelpName = shown,
        Description = "The id of an account or a contact, or the beginning of it or of the part after its last dash",
    };

    private static void NotOne(Reporter reporter, string typed, IReadOnlyCollection<string> matches) => reporter.Error(matches.Count == 0
        ? $"no account answers to '{typed}'. readout show CONTACT lists accounts with their ids."
        : $"'{typed}' fits several accounts: {string.Join(", ", matches)}. Type more of the id.");
}
