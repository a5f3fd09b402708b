using System.CommandLine;
using Readout.Cli.Intake;
using Readout.Cli.Screens;
using Readout.Reading.Coverage;

namespace Readout.Cli.Commands;

/// <summary><c>readout check-pack</c>: what is in a language pack, what is wrong there, and what it does not know.</summary>
internal static class CheckPackCommand
{
    private const int UsualTop = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var languages = SharedOptions.Languages();
        var language = new Option<string>("--language") { HelpName = "CODE", Description = "The language of the pack", DefaultValueFactory = _ => "vi" };
        var coverage = new Option<string[]>("--coverage")
        {
            HelpName = "PATH…",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Description = "Read these articles too, and list what the pack does not know in them",
        };
        var contacts = new Option<bool>("--with-contacts") { Description = "Count only articles in which a contact is found" };
        var top = new Option<int>("--top")
        {
            HelpName = "N",
            Description = "How many phrases of each list to print",
            DefaultValueFactory = _ => UsualTop,
        };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--top takes a number from 1 on.");
        });
        var published = SharedOptions.Published();
        var format = SharedOptions.Format();
        var command = new ExampleCommand("check-pack", "Check a language pack, and list what it does not know")
        {
            Examples =
            [
                ("readout check-pack", "what is in it, and what is wrong"),
                ("readout check-pack --languages ./languages", "a pack you are working on"),
                ("readout check-pack --coverage news.jsonl --top 100", "what it does not know in these articles"),
                ("readout check-pack --coverage news --format jsonl", "the same, for programs"),
            ],
        };
        foreach (var option in new Option[] { languages, language, coverage, contacts, top, published, format }) command.Add(option);
        command.SetAction(parsed =>
        {
            var engine = Engine.Load(Engine.Folder(parsed.GetValue(languages)));
            var report = engine.CheckPack(parsed.GetRequiredValue(language));
            var lines = parsed.IsJsonLines(format);
            if (lines) PackJson.Write(terminal.OutBytes, report);
            else terminal.Show(PackScreen.Of(report));
            var code = report.IsSound ? ExitCode.Done : ExitCode.Incomplete;
            if (parsed.GetValue(coverage) is not { Length: > 0 } paths) return code;
            if (report.Layers.IsEmpty) return code;
            var survey = engine.Survey(parsed.GetValue(contacts));
            var intake = new ArticleIntake(parsed.GetValue(published), terminal.In, l => l == report.Language).From(paths);
            var read = Read(terminal, intake, survey);
            if (read == ExitCode.Stopped) return read;
            if (lines) PackJson.Write(terminal.OutBytes, survey, parsed.GetValue(top));
            else terminal.Show(PackScreen.Of(survey, parsed.GetValue(top)));
            return Math.Max(code, read);
        });
        return command;
    }

    private static int Read(Terminal terminal, IEnumerable<IntakeItem> items, CoverageSurvey survey)
    {
        var reporter = new Reporter(terminal, quiet: false);
        foreach (var item in items)
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Stopped;
            reporter.Tell(item.Notes);
            if (item.Article is not { } article) continue;
            survey.Read(article);
            if (survey.Articles % 100 == 0) reporter.Progress($"{Wording.Count(survey.Articles, "article")} read");
        }

        reporter.Finish();
        return reporter.Failures == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
