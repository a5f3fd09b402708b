using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger.Search;

namespace Readout.Cli.Commands;

/// <summary><c>readout search</c>: articles and actors by words.</summary>
internal static class SearchCommand
{
    private const int RowsShown = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var words = new Argument<string[]>("words")
        {
            HelpName = "WORD",
            Arity = ArgumentArity.OneOrMore,
            Description = "Words that must all be there; accents may be left out",
        };
        var ledger = SharedOptions.Ledger();
        var asOf = SharedOptions.AsOf();
        var format = SharedOptions.Format();
        var limit = SharedOptions.Limit($"Print at most N articles [default: {RowsShown}]");
        var from = SharedOptions.Day("--from", "Published on or after this day");
        var to = SharedOptions.Day("--to", "Published on or before this day");
        var about = new FilterOptions(FilterOptions.About.TheirContact);
        var command = new ExampleCommand("search", "Find articles and actors by words, with or without accents, the best first")
        {
            Examples =
            [
                ("readout search dien dam", "finds the words with their accents too"),
                ("readout search ceasefire putin --from 2025-08-01", "names by which articles do not call somebody count too"),
                ("readout search ngung ban --pair RUS,UKR --kind talks", "in articles that tell of such contacts"),
                ("readout search geneva --format jsonl", "for programs"),
            ],
        };
        command.Add(words);
        foreach (var option in new Option[] { ledger, asOf, limit, from, to }) command.Add(option);
        about.AddTo(command);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var open = LedgerDoor.Ask(parsed, ledger, asOf);
            var topics = about.Topics(parsed);
            var answer = open.Search(new SearchQuery(string.Join(' ', parsed.GetRequiredValue(words)))
            {
                Limit = parsed.GetValue(limit) ?? RowsShown,
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Publishers = about.Publishers(parsed),
                About = about.IsSet(parsed) || !topics.IsEmpty ? about.Of(parsed) with { Topics = topics } : null,
            });
            if (parsed.IsJsonLines(format)) SearchJson.Write(terminal.OutBytes, answer);
            else terminal.Show(SearchScreen.Of(answer));
            return ExitCode.Done;
        });
        return command;
    }
}
