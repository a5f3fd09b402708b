using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger;
using Readout.Ledger.Decisions;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Commands;

/// <summary><c>readout decide</c>: what an analyst decides about contacts. Each sort of decision is a command of its own.</summary>
internal static class DecideCommand
{
    private const string ContactMeans = "A contact's id, or the beginning of it or of the part after its last dash";

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("decide", "Decide about contacts: merge, split, reject, set, confirm, undo")
        {
            Examples =
            [
                ("readout decide merge 713b0e 642e9e --by \"A. Nguyen\" --reason \"one call, two dates\"", "two contacts are one"),
                ("readout decide set 713b0e duration PT40M --by \"A. Nguyen\" --reason \"the palace's log\"", "a value"),
                ("readout decide undo d-5f0c --by \"A. Nguyen\" --reason \"the log was of another day\"", "take one back"),
                ("readout decisions", "what was decided"),
            ],
        };
        foreach (var create in new[] { Merge, Split, Reject, Set, Confirm, Undo, ImportDecisionsCommand.Create }) command.Add(create(terminal));
        return command;
    }

    private static Command Merge(Terminal terminal)
    {
        var contacts = new Argument<string[]>("contact") { HelpName = "CONTACT", Arity = new ArgumentArity(2, 100), Description = ContactMeans };
        return Made(terminal, new ExampleCommand("merge", "Contacts are one")
        {
            Examples = [("readout decide merge 713b0e 642e9e --by NAME --reason WHY", "two contacts become one; each id leads to it")],
        }, [contacts], (parsed, open, deciding) => deciding.Merge([.. parsed.GetRequiredValue(contacts).Select(open.Contact).DistinctBy(c => c.Id)]));
    }

    private static Command Split(Terminal terminal)
    {
        var accounts = new Argument<string[]>("account")
        {
            HelpName = "ACCOUNT",
            Arity = ArgumentArity.OneOrMore,
            Description = "The accounts that leave their contact, by the ids that readout show prints",
        };
        return Made(terminal, new ExampleCommand("split", "Accounts are not of the contact that they were taken for")
        {
            Examples = [("readout decide split call-putin-trump-99e0d1aa0b1c --by NAME --reason WHY", "this account leaves; the others stay")],
        }, [accounts], (parsed, open, deciding) =>
        {
            var leaving = parsed.GetRequiredValue(accounts).Select(open.Account).ToList();
            var homes = leaving.DistinctBy(a => a.Contact.Id).ToList();
            if (homes.Count > 1) throw new DecisionException("these accounts are of several contacts: " + string.Join(", ", homes.Select(h => h.Contact.Id)));
            if (leaving.Select(a => a.Id).Distinct(StringComparer.Ordinal).Count() == homes[0].Contact.Accounts.Length)
            {
                throw new DecisionException("these are all accounts of their contact, so there is nothing to split them from");
            }

            return deciding.Split(homes[0].Contact, [.. leaving.Select(a => a.Id)]);
        });
    }

    private static Command Reject(Terminal terminal)
    {
        var contact = OneContact();
        var only = new Option<bool>("--only") { Description = "Only the account with this id, not the whole contact" };
        return Made(terminal, new ExampleCommand("reject", "A contact is none: its accounts tell of no contact")
        {
            Examples =
            [
                ("readout decide reject 713b0e --by NAME --reason WHY", "the contact goes; its articles stay"),
                ("readout decide reject 99e0d1 --only --by NAME --reason WHY", "one misread account goes"),
            ],
        }, [contact, only], (parsed, open, deciding) =>
        {
            var typed = parsed.GetRequiredValue(contact);
            return deciding.Reject(parsed.GetValue(only) ? [open.Account(typed).Id] : [.. open.Contact(typed).Accounts.Select(a => a.Id)]);
        });
    }

    private static Command Set(Terminal terminal)
    {
        var contact = OneContact();
        var field = new Argument<string>("field") { HelpName = "FIELD", Description = string.Join(", ", Enum.GetValues<ContactField>().Select(FormatNames.Name)) };
        field.AcceptOnlyFromAmong([.. Enum.GetValues<ContactField>().Select(FormatNames.Name)]);
        var value = new Argument<string>("value") { HelpName = "VALUE", Description = "As files write it: 2025-02-12, PT90M, held; names of participants with ; between" };
        var bound = new Option<string?>("--bound") { HelpName = "BOUND", Description = "For a duration: exact, about, atLeast or atMost" };
        bound.AcceptOnlyFromAmong([.. Enum.GetValues<DurationBound>().Select(FormatNames.Name)]);
        return Made(terminal, new ExampleCommand("set", "A field of a contact has a value, whatever its articles say")
        {
            Examples =
            [
                ("readout decide set 713b0e duration PT40M --by NAME --reason WHY", "how long it was"),
                ("readout decide set 713b0e participants \"Vladimir Putin; Emmanuel Macron\" --by NAME --reason WHY", "who took part"),
            ],
        }, [contact, field, value, bound], (parsed, open, deciding) => deciding.Set(
            open.Contact(parsed.GetRequiredValue(contact)), Written.Field(parsed.GetValue(field))!.Value,
            parsed.GetRequiredValue(value), Written.Parse<DurationBound>(parsed.GetValue(bound))));
    }

    private static Command Confirm(Terminal terminal)
    {
        var contact = OneContact();
        return Made(terminal, new ExampleCommand("confirm", "A contact is right as it stands: its accounts are one, and it is no other")
        {
            Examples = [("readout decide confirm 713b0e --by NAME --reason WHY", "its accounts stay together, whatever comes")],
        }, [contact], (parsed, open, deciding) =>
        {
            var confirmed = open.Contact(parsed.GetRequiredValue(contact));
            return deciding.Confirm(confirmed, [.. confirmed.Candidates.Select(open.Contact).DistinctBy(c => c.Id)]);
        });
    }

    private static Command Undo(Terminal terminal)
    {
        var typed = new Argument<string>("decision") { HelpName = "DECISION", Description = "Its id, or the beginning of it, as readout decisions prints it" };
        return Made(terminal, new ExampleCommand("undo", "Take a decision back; an undoing can be undone too")
        {
            Examples = [("readout decide undo d-5f0c --by NAME --reason WHY", "as if it had never been made; the log keeps both")],
        }, [typed], (parsed, open, deciding) => deciding.Undo(open.Decision(parsed.GetRequiredValue(typed))));
    }

    private static Argument<string> OneContact() => new("contact") { HelpName = "CONTACT", Description = ContactMeans };

    private static ExampleCommand Made(
        Terminal terminal, ExampleCommand command, IReadOnlyList<Symbol> symbols, Func<ParseResult, DecisionDesk, Deciding, Decision> decide)
    {
        var ledger = SharedOptions.Ledger();
        var by = new Option<string>("--by") { HelpName = "NAME", Required = true, Description = "Who decides" };
        var reason = new Option<string>("--reason") { HelpName = "WHY", Required = true, Description = "Why, in a few words" };
        var at = SharedOptions.Moment("--at", "When it was decided, such as 2025-02-13 or 2025-02-13T20:37:00+07:00 [default: now]");
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else if (symbol is Option option) command.Add(option);
        }

        foreach (var option in new Option[] { by, reason, at, ledger }) command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(ledger);
            if (!File.Exists(path)) throw new LedgerNotFoundException(path);
            using var open = ContactLedger.OpenOrCreate(path);
            try
            {
                var deciding = new Deciding(parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), parsed.GetValue(at) ?? terminal.Now());
                var decision = decide(parsed, new DecisionDesk(open), deciding);
                var receipt = open.Decide([decision], terminal.Stop);
                terminal.Show(DecisionsScreen.OfDecided(open.Decisions().First(r => r.Decision.Equals(decision)), receipt));
                return ExitCode.Done;
            }
            catch (DecisionException e)
            {
                new Reporter(terminal, quiet: false).Error(e.Message.TrimEnd('.') + ". Nothing was decided.");
                return ExitCode.Incomplete;
            }
        });
        return command;
    }
}
