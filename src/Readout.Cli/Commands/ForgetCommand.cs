using System.CommandLine;
using Readout.Cli.Screens;
using Readout.Ledger;
using Readout.Reading.Articles;

namespace Readout.Cli.Commands;

/// <summary><c>readout forget</c>: takes an article out of the ledger, as if it had never been read.</summary>
internal static class ForgetCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var article = new Argument<string>("article") { HelpName = "ARTICLE", Description = "Its id, its URL, or the beginning of its text's hash" };
        var ledger = SharedOptions.Ledger();
        var languages = SharedOptions.Languages();
        var quiet = SharedOptions.Quiet();
        var command = new ExampleCommand("forget", "Take an article out of the ledger, with all that rests on it alone")
        {
            Examples =
            [
                ("readout forget a-plan-kept", "by its id"),
                ("readout forget https://news.example.org/1", "by its address; the same text elsewhere stays"),
                ("readout forget 3fa94c01be77", "by its hash: the text, wherever it stands"),
            ],
        };
        foreach (var option in new Option[] { ledger, languages, quiet }) command.Add(option);
        command.Add(article);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(ledger);
            if (!File.Exists(path)) throw new LedgerNotFoundException(path);
            var typed = parsed.GetRequiredValue(article);
            using var open = ContactLedger.OpenOrCreate(path);
            var found = open.FindPlaces(typed);
            if (Refusal(typed, found) is { } refusal)
            {
                new Reporter(terminal, quiet: false).Error(refusal);
                return ExitCode.Incomplete;
            }

            // A text that stays elsewhere is read again with the date it has there; most are not, and need no pack.
            var engine = new Lazy<Engine>(() => Engine.Load(Engine.Folder(parsed.GetValue(languages))));
            var receipt = open.Forget(found, a => engine.Value.Read(a), terminal.Stop);
            if (!parsed.GetValue(quiet)) terminal.Show(SummaryScreen.OfForgetting(path, receipt, open.Counts().Contacts));
            return ExitCode.Done;
        });
        return command;
    }

    private static string? Refusal(string typed, IReadOnlyCollection<Article> found)
    {
        if (found.Count == 0) return $"no article of the ledger answers to '{typed}': neither an id, nor a URL, nor the beginning of a hash.";
        var texts = found.DistinctBy(a => a.TextHash).ToList();
        return texts.Count == 1
            ? null
            : $"{texts.Count} articles answer to '{typed}': {string.Join(", ", texts.Select(Name))}. Name one by its URL or its hash; nothing was forgotten.";
    }

    private static string Name(Article article) =>
        article.TextHash[..12] + (Wording.Place(ContactLedger.PlaceOf(article)) is { Length: > 0 } place ? $" ({place})" : "");
}
