using System.Collections.Immutable;
using System.CommandLine;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Commands;

/// <summary>The options that say which contacts to keep, or what else to keep by the contacts it belongs to.</summary>
internal sealed class FilterOptions
{
    /// <summary>What a list is of.</summary>
    internal enum About
    {
        /// <summary>Contacts.</summary>
        Contacts,

        /// <summary>What articles say of contacts; days, topics and publishers are asked of these words, not of the contacts.</summary>
        TheirContact,

        /// <summary>Positions, which are asked for by their issue apart.</summary>
        TheirPosition,
    }

    private readonly About about;
    private readonly Option<string[]> persons;
    private readonly Option<string[]> states;
    private readonly Option<string[]> pair;
    private readonly Option<string[]> kinds;
    private readonly Option<string[]> statuses;
    private readonly Option<string[]> places;
    private readonly Option<string[]> topics;
    private readonly Option<string[]> publishers;
    private readonly Option<NodaTime.LocalDate?> from = SharedOptions.Day("--from", "On or after this day");
    private readonly Option<NodaTime.LocalDate?> to = SharedOptions.Day("--to", "On or before this day");

    /// <summary>Makes the options.</summary>
    /// <param name="about">What the list is of.</param>
    public FilterOptions(About about = About.Contacts)
    {
        this.about = about;
        var which = about == About.Contacts ? "" : "About contacts: ";
        persons = new("--person") { HelpName = "NAME", Description = $"{which}with this person; part of the name will do, with or without accents" };
        states = new("--state") { HelpName = "CODE", Description = $"{which}with this state: an ISO 3166-1 alpha-3 code or English name" };
        pair = new("--pair")
        {
            HelpName = "A,B",
            Description = $"{which}of these two sides, each a state or a person",
            CustomParser = result =>
            {
                var sides = (result.Tokens.Count == 1 ? result.Tokens[0].Value : "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (sides.Length != 2) result.AddError("--pair takes two sides with a comma between them: --pair russia,macron.");
                return sides;
            },
        };
        kinds = Among("--kind", $"{which}of this kind", Enum.GetValues<ContactKind>().Select(FormatNames.Name));
        statuses = Among("--status", $"{which}in this status", Enum.GetValues<ContactStatus>().Select(FormatNames.Name));
        places = new("--place") { HelpName = "PLACE", Description = $"{which}at this place; part of the name will do" };
        topics = new("--topic")
        {
            HelpName = "ISSUE",
            Description = (about == About.Contacts ? "Where positions were taken on this issue" : "On this issue") + " (readout positions lists issues)",
        };
        publishers = new("--publisher") { HelpName = "NAME", Description = "Told by this publisher; part of the name will do" };
    }

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { persons, states, pair, kinds, statuses, places }) command.Add(option);
        if (about != About.TheirPosition) command.Add(topics);
        command.Add(publishers);
        if (about == About.Contacts) foreach (var option in new Option[] { from, to }) command.Add(option);
    }

    /// <summary>The filter of contacts that a command line asks for.</summary>
    public ContactFilter Of(ParseResult parsed) => Of(parsed, new WorldNames(Engine.Folder(null)));

    private ContactFilter Of(ParseResult parsed, WorldNames names) => new()
    {
        Persons = [.. parsed.GetValue(persons) ?? []],
        States = [.. (parsed.GetValue(states) ?? []).Select(names.State)],
        Pair = [.. (parsed.GetValue(pair) ?? []).Select(names.State)],
        Kinds = [.. Enum.GetValues<ContactKind>().Where(k => parsed.GetValue(kinds)?.Contains(k.Name()) == true)],
        Statuses = [.. Enum.GetValues<ContactStatus>().Where(s => parsed.GetValue(statuses)?.Contains(s.Name()) == true)],
        Places = [.. parsed.GetValue(places) ?? []],
        Topics = about == About.Contacts ? Topics(parsed) : [],
        Publishers = about == About.Contacts ? Publishers(parsed) : [],
        From = about == About.Contacts ? parsed.GetValue(from) : null,
        To = about == About.Contacts ? parsed.GetValue(to) : null,
    };

    /// <summary>The issues that are asked for.</summary>
    public ImmutableArray<string> Topics(ParseResult parsed) => [.. parsed.GetValue(topics) ?? []];

    /// <summary>The publishers that are asked for.</summary>
    public ImmutableArray<string> Publishers(ParseResult parsed) => [.. parsed.GetValue(publishers) ?? []];

    /// <summary>Whether the command line asks anything of contacts.</summary>
    public bool IsSet(ParseResult parsed) =>
        new Option[] { persons, states, pair, kinds, statuses, places }.Any(option => parsed.GetResult(option) is { Implicit: false });

    private static Option<string[]> Among(string name, string description, IEnumerable<string> values)
    {
        var option = new Option<string[]>(name) { HelpName = name[2..].ToUpperInvariant(), Description = $"{description}: {string.Join(", ", values)}" };
        option.AcceptOnlyFromAmong([.. values]);
        return option;
    }
}
