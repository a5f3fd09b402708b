using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Readout.Cli.Commands;
using Readout.Ledger;

namespace Readout.Cli;

/// <summary>The command line as a whole: its commands, and what their failures mean to the shell.</summary>
internal static class CommandLine
{
    private static readonly Func<Terminal, Command>[] Commands =
    [
        ReadCommand.Create, TimelineCommand.Create, ShowCommand.Create, WhyCommand.Create, DisagreementsCommand.Create, StatementsCommand.Create,
        SearchCommand.Create, ActorCommand.Create, PositionsCommand.Create, GapsCommand.Create, PlansCommand.Create,
        ExplainCommand.Create, ReadingCommand.Create, DecideCommand.Create, DecisionsCommand.Create,
        ExportCommand.Create, ForgetCommand.Create, RebuildCommand.Create,
        CheckPackCommand.Create,
    ];

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = Root(terminal);
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        var reporter = new Reporter(terminal, quiet: false);
        if (parsed.Action is ParseErrorAction)
        {
            // A mistyped command is told once, not also as a missing one.
            var errors = parsed.UnmatchedTokens.Count > 0 && parsed.Errors.Count > 1 ? parsed.Errors.Skip(1) : parsed.Errors;
            foreach (var error in errors) reporter.Error(error.Message);
            terminal.Error.Write($"readout {Path(parsed.CommandResult)}--help shows how.\n");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (LedgerException e)
        {
            reporter.Error(e.Message + (e is LedgerNotFoundException ? ". readout read PATH makes one; --ledger FILE names another." : "."));
            return ExitCode.Ledger;
        }
        catch (EngineException e)
        {
            reporter.Error(e.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is not IOException)
        {
            reporter.Error("readout itself failed; what had been stored stays. Please report this:");
            terminal.Error.Write(e + "\n");
            return ExitCode.Failed;
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    // The command with those it belongs to: "decide merge ".
    private static string Path(CommandResult? command) =>
        command is null or { Command: RootCommand } ? "" : Path(command.Parent as CommandResult) + command.Command.Name + " ";

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Turns news into a record of diplomacy: who had contact, when, how, and the words that say so.");
        foreach (var create in Commands) root.Add(create(terminal));
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction action) help.Action = new HelpScreen(action, terminal);
        }

        return root;
    }
}
