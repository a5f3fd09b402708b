using System.CommandLine;
using Readout.Cli.Intake;
using Readout.Cli.Screens;
using Readout.Ledger;
using Readout.Reading.Articles;

namespace Readout.Cli.Commands;

/// <summary><c>readout read</c>: articles into the ledger.</summary>
internal static class ReadCommand
{
    private const int BatchArticles = 200;
    private const int BatchLength = 4 * 1024 * 1024;
    private const int RowsShown = 100;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var ledger = SharedOptions.Ledger();
        var languages = SharedOptions.Languages();
        var published = SharedOptions.Published();
        var quiet = SharedOptions.Quiet();
        var command = new ExampleCommand("read", "Read articles into the ledger, then print the timeline")
        {
            Examples =
            [
                ("readout read samples", "a folder of articles"),
                ("readout read news.jsonl --ledger desk.db", "JSON Lines, into a ledger of its own"),
                ("readout read story.txt --published 2025-02-13", "a text that does not say its date"),
                ("curl -s URL | readout read -", "from a pipe"),
            ],
        };
        command.Add(paths);
        command.Add(ledger);
        command.Add(published);
        command.Add(languages);
        command.Add(quiet);
        command.SetAction(parsed => new Run(terminal, parsed.GetRequiredValue(ledger), parsed.GetValue(quiet))
            .All(parsed.GetRequiredValue(paths), parsed.GetValue(published), Engine.Folder(parsed.GetValue(languages))));
        return command;
    }

    private sealed class Run(Terminal terminal, string path, bool quiet)
    {
        private readonly Reporter reporter = new(terminal, quiet);
        private readonly List<Article> batch = [];
        private int batchLength;
        private int read;
        private int fresh;
        private int places;
        private int known;

        public int All(string[] paths, Publication? published, string languages)
        {
            var engine = Engine.Load(languages);
            engine.Warm();
            ContactLedger? ledger = null;
            try
            {
                foreach (var item in new ArticleIntake(published, terminal.In, engine.Knows).From(paths))
                {
                    terminal.Stop.ThrowIfCancellationRequested();
                    reporter.Tell(item.Notes);
                    if (item.Article is null) continue;
                    // Not before there is something to store: a mistyped path leaves no empty ledger behind.
                    ledger ??= Open(engine, item.Article.Language);
                    batch.Add(item.Article);
                    batchLength += item.Article.Text.Length;
                    if (batch.Count >= BatchArticles || batchLength >= BatchLength) Store(ledger, engine.Read);
                }

                if (ledger is not null) Store(ledger, engine.Read);
                reporter.Finish();
                if (!quiet && ledger is not null) Show(ledger);
                return reporter.Failures == 0 ? ExitCode.Done : ExitCode.Incomplete;
            }
            catch (OperationCanceledException)
            {
                reporter.Finish();
                reporter.Error($"stopped. {Wording.Count(read, "article")} had been stored in {path} and stay there; read the same again to go on.");
                return ExitCode.Stopped;
            }
            finally
            {
                reporter.Finish();
                ledger?.Dispose();
            }
        }

        // SQLite and the pack take a while to load, and nothing of each other.
        private ContactLedger Open(Engine engine, string language)
        {
            var opening = Task.Run(() => ContactLedger.OpenOrCreate(path), CancellationToken.None);
            try
            {
                engine.Prepare(language);
            }
            catch (EngineException)
            {
                opening.ContinueWith(t => t.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default).Wait();
                throw;
            }

            return opening.GetAwaiter().GetResult();
        }

        private void Store(ContactLedger ledger, Func<Article, Reading.ArticleReading> reader)
        {
            if (batch.Count == 0) return;
            var receipt = ledger.Add(batch, reader, terminal.Stop);
            read += batch.Count;
            fresh += receipt.Count(AddOutcome.New);
            places += receipt.Count(AddOutcome.NewPlace);
            known += receipt.Count(AddOutcome.Known);
            foreach (var added in receipt.Articles) reporter.Warn(added.Article.Id, added.Warnings);
            batch.Clear();
            batchLength = 0;
            reporter.Progress($"{Wording.Count(read, "article")} read");
        }

        private void Show(ContactLedger ledger)
        {
            var shown = ledger.Latest(null, RowsShown);
            terminal.Show(terminal.Width is null ? TimelineScreen.ForPipe(shown) : TimelineScreen.ForTerminal(shown));
            terminal.Show(SummaryScreen.OfReading(
                new ReadSummary(path, fresh, places, known, ledger.Counts().Contacts, shown.Length, reporter.Warnings, reporter.Failures)));
        }
    }
}
