using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;

namespace Readout.Cli.Screens;

/// <summary>One actor: contacts, offices, positions.</summary>
internal static class ActorScreen
{
    private const int Step = 2;
    private const int ColumnsOnTerminal = 5;
    private const int ColumnsInPipe = 12;

    /// <summary>The page of an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="title">What an office is called.</param>
    /// <param name="inPipe">Whether it is read by a program or kept.</param>
    /// <param name="textOf">The text with a given content address.</param>
    public static Page Of(ActorRecord actor, Func<string, string> title, bool inPipe, Func<string, string?> textOf)
    {
        var page = new Page().Heading(actor.Name + (actor.State is null ? "" : $" ({actor.State})"));
        page.Text(Phrase.Join(" · ",
            Phrase.Of(SearchScreen.Named(new ActorRow(actor.Name, actor.Articles))),
            Phrase.Of(Wording.Count(actor.Contacts, "contact"))));
        if (!actor.CalledBy.IsEmpty) page.Text(Phrase.Dim("called " + string.Join(", ", actor.CalledBy)));
        if (!actor.Offices.IsEmpty)
        {
            page.Heading("Offices, as articles name them");
            foreach (var held in actor.Offices) Office(page, held, title(held.Office), held.Holder != actor.Name, textOf);
        }

        if (!actor.Latest.IsEmpty)
        {
            page.Heading(actor.Latest.Length < actor.Contacts ? $"The last {actor.Latest.Length} of {Wording.Count(actor.Contacts, "contact")}" : "Contacts");
            page.Append(inPipe ? TimelineScreen.ForPipe(actor.Latest) : TimelineScreen.ForTerminal(actor.Latest));
        }

        if (!actor.Positions.IsEmpty)
        {
            page.Heading("Positions");
            page.Grid(new StanceTable(actor.Positions, inPipe ? ColumnsInPipe : ColumnsOnTerminal).Of("Issue", r => r.Issue));
            var changes = actor.Positions.Where(r => r.Change != StanceChange.None).ToList();
            if (changes.Count > 0) page.Gap();
            foreach (var run in changes) PositionsScreen.Run(page, run, withWords: false, textOf);
        }

        return page;
    }

    /// <summary>Adds who held an office, with the words of the first article that says so.</summary>
    /// <param name="page">The page.</param>
    /// <param name="held">Who held it.</param>
    /// <param name="title">What the office is called.</param>
    /// <param name="named">Whether the holder must be named.</param>
    /// <param name="textOf">The text with a given content address.</param>
    public static void Office(Page page, ObservedHolding held, string title, bool named, Func<string, string?> textOf)
    {
        var (first, last) = (PositionsJson.Iso(held.First), PositionsJson.Iso(held.Last));
        page.Text(Phrase.Join("   ",
            Phrase.Strong(title) + (named ? Phrase.Of(": " + held.Holder) : Phrase.Empty),
            Phrase.Of(first is null ? "undated" : first == last ? first : $"{first} to {last}"),
            Phrase.Dim(Wording.Count(held.Articles, "article"))), Step);
        page.Text(Quotation.Of(held.Words, textOf(held.Place.TextHash)) + Phrase.Dim("   " + Wording.Place(held.Place)), 2 * Step);
    }
}
