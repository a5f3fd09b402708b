using System.CommandLine;
using System.Text;
using Readout.Cli.Intake;
using Readout.Cli.Screens;
using Readout.Ledger;
using Readout.Ledger.Decisions;

namespace Readout.Cli.Commands;

/// <summary><c>readout decide import</c>: decisions that another ledger exported.</summary>
internal static class ImportDecisionsCommand
{
    private const int LongestLine = 1024 * 1024;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("path") { HelpName = "PATH", Description = "A file of decisions as JSON Lines, or - for standard input" };
        var ledger = SharedOptions.Ledger();
        var command = new ExampleCommand("import", "Take in decisions that readout decisions --format jsonl wrote")
        {
            Examples =
            [
                ("readout decide import decisions.jsonl", "those the ledger has are passed over"),
                ("readout decisions --ledger a.db --format jsonl | readout decide import - --ledger b.db", "from one ledger to another"),
            ],
        };
        command.Add(path);
        command.Add(ledger);
        command.SetAction(parsed =>
        {
            var (file, shown) = (parsed.GetRequiredValue(ledger), parsed.GetRequiredValue(path));
            if (!File.Exists(file)) throw new LedgerNotFoundException(file);
            var reporter = new Reporter(terminal, quiet: false);
            var decisions = new List<Decision>();
            try
            {
                using var stream = shown == "-" ? terminal.In() : File.OpenRead(shown);
                Read(stream, decisions, (line, problem) => reporter.Tell([new IntakeNote(shown, line, problem, "The rest is taken in without it.", true)]));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                reporter.Tell([Sources.Refused(shown, e)]);
            }

            if (decisions.Count > 0)
            {
                using var open = ContactLedger.OpenOrCreate(file);
                terminal.Show(DecisionsScreen.OfImported(open.Decide(decisions, terminal.Stop)));
            }

            return reporter.Failures == 0 ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }

    private static void Read(Stream stream, List<Decision> decisions, Action<int, string> refuse)
    {
        var lines = new LineReader(stream, ReadOnlyMemory<byte>.Empty, LongestLine);
        while (lines.Read())
        {
            if (lines.TooLong)
            {
                refuse(lines.Number, "is longer than a decision can be");
                continue;
            }

            var line = Encoding.UTF8.GetString(lines.Line).Trim('\uFEFF', ' ', '\r', '\t');
            if (line.Length == 0) continue;
            var (decision, problem) = DecisionLines.Read(line);
            if (decision is not null) decisions.Add(decision);
            else refuse(lines.Number, problem!);
        }
    }
}
