using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger;
using Readout.Reading.Articles;

namespace Readout.Cli.Commands;

/// <summary>The options that several commands have; each command makes its own.</summary>
internal static class SharedOptions
{
    /// <summary>Which ledger file.</summary>
    public static Option<string> Ledger() => new("--ledger")
    {
        HelpName = "FILE",
        Description = "The ledger file",
        DefaultValueFactory = _ => "readout.db",
    };

    /// <summary>Where the language packs are.</summary>
    public static Option<string?> Languages() => new("--languages")
    {
        HelpName = "DIR",
        Description = "The folder of the language packs [default: the one beside the program]",
    };

    /// <summary>In which form results are printed.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format")
        {
            HelpName = "text|jsonl",
            Description = "How to print: text for people, jsonl for programs",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "jsonl");
        return option;
    }

    /// <summary>Whether to keep silent about what goes well.</summary>
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Print errors only" };

    /// <summary>The publication date of articles that bring none.</summary>
    public static Option<Publication?> Published() => Moment("--published", "The publication date of articles that bring none, such as 2025-02-13");

    /// <summary>A day or a moment.</summary>
    public static Option<Publication?> Moment(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            var published = Publication.TryParse(written);
            if (published is null) result.AddError($"'{written}' is no date: {name} takes 2025-02-13 or 2025-02-13T20:37:00+07:00.");
            return published;
        },
    };

    /// <summary>As of when a ledger is asked.</summary>
    public static Option<AsOf?> AsOf() => new("--as-of")
    {
        HelpName = "DATE",
        Description = "Only what was known by then, a day (2025-02-13) or a moment: from articles and decisions of by then; undated articles never are",
        CustomParser = result =>
        {
            var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            var asOf = Readout.Ledger.AsOf.TryParse(written);
            if (asOf is null) result.AddError($"'{written}' is no date: --as-of takes 2025-02-13 or 2025-02-13T20:37:00+07:00.");
            return asOf;
        },
    };

    /// <summary>A day that bounds a list.</summary>
    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        HelpName = "DAY",
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            var day = LocalDatePattern.Iso.Parse(written);
            if (!day.Success) result.AddError($"'{written}' is no day: {name} takes 2025-02-13.");
            return day.Success ? day.Value : null;
        },
    };

    /// <summary>How many rows to print.</summary>
    public static Option<int?> Limit(string description)
    {
        var option = new Option<int?>("--limit") { HelpName = "N", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var written }] && !(int.TryParse(written, out var number) && number > 0))
            {
                result.AddError($"'{written}' is no number of rows: --limit takes 1 or more.");
            }
        });
        return option;
    }

    /// <summary>Which articles: files, folders, standard input.</summary>
    public static Argument<string[]> Paths() => new("path")
    {
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
        Description = "Files (.txt, .jsonl), folders of them, or - for standard input",
    };

    /// <summary>Whether results are to be JSON Lines.</summary>
    public static bool IsJsonLines(this ParseResult parsed, Option<string> format) => parsed.GetValue(format) == "jsonl";
}

/// <summary>Opens the ledger to ask it.</summary>
internal static class LedgerDoor
{
    /// <summary>Opens a ledger that must be there, as of the moment that is asked about.</summary>
    public static ContactLedger Ask(ParseResult parsed, Option<string> ledger, Option<AsOf?> asOf)
    {
        var open = ContactLedger.OpenToRead(parsed.GetRequiredValue(ledger));
        if (parsed.GetValue(asOf) is not { } moment) return open;
        using (open) return open.AsOf(moment);
    }
}
