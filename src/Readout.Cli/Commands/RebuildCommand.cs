using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger;

namespace Readout.Cli.Commands;

/// <summary><c>readout rebuild</c>: the same ledger from the stored articles, read anew.</summary>
internal static class RebuildCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = SharedOptions.Ledger();
        var languages = SharedOptions.Languages();
        var quiet = SharedOptions.Quiet();
        var command = new ExampleCommand("rebuild", "Read every stored article again and derive all contacts anew")
        {
            Examples = [("readout rebuild", "after a language pack has changed"), ("readout rebuild --ledger desk.db", "another ledger")],
        };
        foreach (var option in new Option[] { ledger, languages, quiet }) command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(ledger);
            var reporter = new Reporter(terminal, parsed.GetValue(quiet));
            if (!File.Exists(path)) throw new LedgerNotFoundException(path);
            var engine = Engine.Load(Engine.Folder(parsed.GetValue(languages)));
            engine.Warm();
            using var open = ContactLedger.OpenOrCreate(path);
            try
            {
                var receipt = open.Rebuild(engine.Read, new Line(reporter), terminal.Stop);
                reporter.Finish();
                if (!parsed.GetValue(quiet)) terminal.Show(SummaryScreen.OfRebuild(path, receipt));
                return ExitCode.Done;
            }
            catch (OperationCanceledException)
            {
                reporter.Finish();
                reporter.Error($"stopped. {path} is as it was.");
                return ExitCode.Stopped;
            }
        });
        return command;
    }

    private sealed class Line(Reporter reporter) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (value.Read % 50 == 0 || value.Read == value.Total) reporter.Progress($"{value.Read} of {value.Total} texts read again");
        }
    }
}
