using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Search;

namespace Readout.Cli.Commands;

/// <summary><c>readout actor</c>: all about one person, state or organisation.</summary>
internal static class ActorCommand
{
    private const int RowsShown = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string[]>("name")
        {
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
            Description = "The name, a part of it, a name that articles use, or a state's code; accents may be left out",
        };
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var languages = SharedOptions.Languages();
        var format = SharedOptions.Format();
        var limit = SharedOptions.Limit($"Print the last N contacts [default: {RowsShown}]");
        var command = new ExampleCommand("actor", "Show a person's or a state's contacts, offices and positions")
        {
            Examples =
            [
                ("readout actor lavrov", "by a part of the name"),
                ("readout actor tap can binh", "by the name that articles use"),
                ("readout actor UKR --limit 50", "a state, by its code"),
                ("readout actor \"emmanuel macron\" --format jsonl", "for programs"),
            ],
        };
        command.Add(name);
        foreach (var option in new Option[] { ledger, asOf, languages, limit, format }) command.Add(option);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var typed = string.Join(' ', parsed.GetRequiredValue(name));
            var found = open.Actor(typed, parsed.GetValue(limit) ?? RowsShown);
            if (found.Actor is null) return NotOne(terminal, typed, found.Matches);
            var names = new WorldNames(Engine.Folder(parsed.GetValue(languages)));
            if (parsed.IsJsonLines(format)) ActorJson.Write(terminal.OutBytes, found.Actor);
            else terminal.Show(ActorScreen.Of(found.Actor, names.Title, terminal.Width is null, open.TextOf));
            return ExitCode.Done;
        });
        return command;
    }

    private static int NotOne(Terminal terminal, string typed, IReadOnlyList<ActorRow> matches)
    {
        new Reporter(terminal, quiet: false).Error(matches.Count == 0
            ? $"no article names '{typed}'. readout search finds words anywhere."
            : $"'{typed}' fits several: {string.Join(", ", matches.Select(m => m.Name))}. Type more of the name.");
        return ExitCode.Incomplete;
    }
}
