using System.Collections.Immutable;
using System.CommandLine;
using Readout.Cli.Intake;
using Readout.Cli.Screens;

namespace Readout.Cli.Commands;

/// <summary><c>readout explain</c>: the rules and words behind each finding of an article.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var article = new Argument<string>("article") { HelpName = "ARTICLE", Description = "A file, or an article of the ledger: its id, URL or hash" };
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var published = SharedOptions.Published();
        var languages = SharedOptions.Languages();
        var command = new ExampleCommand("explain", "Tell for each finding of an article the rules and words that led to it")
        {
            Examples =
            [
                ("readout explain a-plan-kept", "an article of the ledger, by its id"),
                ("readout explain samples/a-plan-kept.txt", "a file, read afresh"),
            ],
        };
        foreach (var option in new Option[] { ledger, asOf, published, languages }) command.Add(option);
        command.Add(article);
        command.SetAction(parsed =>
        {
            var typed = parsed.GetRequiredValue(article);
            if (File.Exists(typed) || typed == "-")
            {
                var engine = Engine.Load(Engine.Folder(parsed.GetValue(languages)));
                var intake = new ArticleIntake(parsed.GetValue(published), terminal.In, engine.Knows);
                return ReadingCommand.Each(terminal, intake.From([typed]), engine,
                    (a, reading) => terminal.Show(ReadingScreen.Of(a, reading, explain: true, [])));
            }

            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            return OfLedger(terminal, typed, open.FindArticles(typed));
        });
        return command;
    }

    private static int OfLedger(Terminal terminal, string typed, ImmutableArray<Ledger.Queries.StoredArticle> found)
    {
        if (found.IsEmpty)
        {
            new Reporter(terminal, quiet: false).Error($"no article answers to '{typed}': neither a file nor an id, URL or hash of the ledger.");
            return ExitCode.Incomplete;
        }

        for (var i = 0; i < found.Length; i++)
        {
            if (i > 0) terminal.Out.Write("\n");
            terminal.Show(ReadingScreen.Of(found[i].Article, found[i].Reading, explain: true, found[i].ContactIds));
        }

        return ExitCode.Done;
    }
}
