using System.Buffers;
using System.CommandLine;
using Readout.Cli.Intake;
using Readout.Cli.Screens;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;

namespace Readout.Cli.Commands;

/// <summary><c>readout reading</c>: what articles say, with no ledger.</summary>
internal static class ReadingCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var format = SharedOptions.Format();
        var published = SharedOptions.Published();
        var languages = SharedOptions.Languages();
        var command = new ExampleCommand("reading", "Print what each article says; no ledger is touched")
        {
            Examples =
            [
                ("readout reading samples", "for people"),
                ("readout reading samples --format jsonl", "one JSON object an article, in the reading format"),
            ],
        };
        command.Add(paths);
        foreach (var option in new Option[] { published, format, languages }) command.Add(option);
        command.SetAction(parsed =>
        {
            var engine = Engine.Load(Engine.Folder(parsed.GetValue(languages)));
            engine.Warm();
            var intake = new ArticleIntake(parsed.GetValue(published), terminal.In, engine.Knows).From(parsed.GetRequiredValue(paths));
            if (!parsed.IsJsonLines(format))
            {
                var first = true;
                return Each(terminal, intake, engine, (article, reading) =>
                {
                    if (!first) terminal.Out.Write("\n");
                    first = false;
                    terminal.Show(ReadingScreen.Of(article, reading, explain: false, []));
                });
            }

            var line = new ArrayBufferWriter<byte>();
            return Each(terminal, intake, engine, (article, reading) =>
            {
                line.ResetWrittenCount();
                ReadingJson.Write(line, article, reading);
                line.Write("\n"u8);
                terminal.OutBytes.Write(line.WrittenSpan);
            });
        });
        return command;
    }

    /// <summary>Reads each article and hands it on.</summary>
    public static int Each(Terminal terminal, IEnumerable<IntakeItem> items, Engine engine, Action<Article, ArticleReading> use)
    {
        var reporter = new Reporter(terminal, quiet: false);
        foreach (var item in items)
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Stopped;
            reporter.Tell(item.Notes);
            if (item.Article is not null) use(item.Article, engine.Read(item.Article));
        }

        reporter.Finish();
        terminal.OutBytes.Flush();
        return reporter.Failures == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
