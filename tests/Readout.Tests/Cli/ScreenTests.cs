using Readout.Cli.Screens;
using Readout.Cli.Screens.Layout;
using Xunit;

namespace Readout.Tests.Cli;

public sealed class ScreenTests
{
    [Fact]
    public void Timeline_in_a_pipe() => Approval.Verify(Plain(TimelineScreen.ForPipe(Records.Rows)), "Cli");

    [Fact]
    public void Timeline_on_80_columns()
    {
        var shown = OnTerminal(TimelineScreen.ForTerminal(Records.Rows), 80);
        Assert.All(shown.Split('\n'), line => Assert.True(Printable.Width(line) <= 80, line));
        var shortId = Wording.ShortIds([.. Records.Rows.Select(r => r.Id)]);
        Assert.All(Records.Rows, row => Assert.EndsWith(" " + shortId(row.Id), shown.Split('\n').First(l => l.Contains(shortId(row.Id), StringComparison.Ordinal)), StringComparison.Ordinal));
        Approval.Verify(shown, "Cli");
    }

    [Fact]
    public void Timeline_on_120_columns() => Approval.Verify(OnTerminal(TimelineScreen.ForTerminal(Records.Rows), 120), "Cli");

    [Fact]
    public void Timeline_without_contacts() => Assert.Equal("No contacts.\n", Plain(TimelineScreen.ForTerminal([])));

    [Fact]
    public void Contact_in_a_pipe() => Approval.Verify(Plain(ContactScreen.Of(Records.Contact, Records.TextOf)), "Cli");

    [Fact]
    public void Contact_on_80_columns() => Approval.Verify(OnTerminal(ContactScreen.Of(Records.Contact, Records.TextOf), 80), "Cli");

    [Fact]
    public void Statements_in_a_pipe() => Approval.Verify(Plain(FindingsScreen.Of(Records.Contact.Statements)), "Cli");

    [Fact]
    public void Plans_in_a_pipe() => Approval.Verify(Plain(PlansScreen.Of(Records.Plans, new NodaTime.LocalDate(2025, 9, 1))), "Cli");

    [Fact]
    public void Plans_on_80_columns() => Approval.Verify(OnTerminal(PlansScreen.Of(Records.Plans, new NodaTime.LocalDate(2025, 9, 1)), 80), "Cli");

    [Fact]
    public void Plans_for_programs()
    {
        using var bytes = new MemoryStream();
        PlansJson.Write(bytes, Records.Plans);
        Approval.Verify(System.Text.Encoding.UTF8.GetString(bytes.ToArray()), "Cli");
    }

    [Fact]
    public void Why_one_on_80_columns() => Approval.Verify(OnTerminal(WhyScreen.Of(Compared.One, Records.TextOf), 80), "Cli");

    [Fact]
    public void Why_apart_in_a_pipe() => Approval.Verify(Plain(WhyScreen.Of(Compared.Apart, Records.TextOf)), "Cli");

    [Fact]
    public void Why_for_programs() => Approval.Verify(Lines(bytes => WhyJson.Write(bytes, Compared.Apart)), "Cli");

    [Fact]
    public void Disagreements_in_a_pipe() => Approval.Verify(Plain(DisagreementsScreen.Of(Compared.Disagreements, Records.TextOf)), "Cli");

    [Fact]
    public void Disagreements_for_programs() => Approval.Verify(Lines(bytes => DisagreementsJson.Write(bytes, Compared.Disagreements)), "Cli");

    [Fact]
    public void No_disagreements() => Assert.Equal("No disagreements.\n", Plain(DisagreementsScreen.Of([], Records.TextOf)));

    [Fact]
    public void A_reprint_is_shown_with_what_it_prints_again()
    {
        var accounts = Records.Contact.Accounts;
        var reprint = accounts[1] with { Reprint = new Readout.Ledger.Accounts.Reprint(Records.FirstPlace, 0.875) };
        Assert.Contains(
            "Prints again Báo Một, 2025-02-13, a-long-call   88% of their word sequences are the same, so both have one origin",
            Plain(ContactScreen.Of(Records.Contact with { Accounts = [accounts[0], reprint] }, Records.TextOf)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_plans() => Assert.Equal("No plans.\n", Plain(PlansScreen.Of([], null)));

    [Fact]
    public void Decisions_in_a_pipe() => Approval.Verify(Plain(DecisionsScreen.Of(Records.Decisions)), "Cli");

    [Fact]
    public void Decisions_on_80_columns() => Approval.Verify(OnTerminal(DecisionsScreen.Of(Records.Decisions), 80), "Cli");

    [Fact]
    public void Decided_contact_in_a_pipe() => Approval.Verify(Plain(ContactScreen.Of(Records.DecidedContact, Records.TextOf)), "Cli");

    [Fact]
    public void No_decisions() => Assert.Equal("No decisions. readout decide --help shows how to make one.\n", Plain(DecisionsScreen.Of([])));

    [Fact]
    public void Explanation_in_a_pipe() =>
        Approval.Verify(Plain(ReadingScreen.Of(Records.Article, Records.Reading, explain: true, ["call-putin-trump-7f3a2c41d09e"])), "Cli");

    [Fact]
    public void Reading_on_80_columns() =>
        Approval.Verify(OnTerminal(ReadingScreen.Of(Records.Article, Records.Reading, explain: false, []), 80), "Cli");

    [Fact]
    public void Search_in_a_pipe() => Approval.Verify(Plain(SearchScreen.Of(Asked.Search)), "Cli");

    [Fact]
    public void Search_on_80_columns() => Approval.Verify(OnTerminal(SearchScreen.Of(Asked.Search), 80), "Cli");

    [Fact]
    public void Search_for_programs() => Approval.Verify(Lines(bytes => SearchJson.Write(bytes, Asked.Search)), "Cli");

    [Fact]
    public void A_search_that_finds_nothing() => Assert.Equal("Nothing found.\n", Plain(SearchScreen.Of(new([], [], 0, true))));

    [Fact]
    public void Positions_in_a_pipe() => Approval.Verify(Plain(PositionsScreen.Of(Asked.Runs, inPipe: true, withWords: false, Records.TextOf)), "Cli");

    [Fact]
    public void Positions_of_a_holder_on_80_columns() =>
        Approval.Verify(OnTerminal(PositionsScreen.Of([.. Asked.Runs.Where(r => r.Holder == "Russia")], inPipe: false, withWords: true, Records.TextOf), 80), "Cli");

    [Fact]
    public void Positions_for_programs() => Approval.Verify(Lines(bytes => PositionsJson.Write(bytes, Asked.Runs)), "Cli");

    [Fact]
    public void Gaps_on_80_columns() => Approval.Verify(OnTerminal(GapsScreen.Of(Asked.Gaps, Asked.Gaps, Records.TextOf), 80), "Cli");

    [Fact]
    public void Gaps_for_programs() => Approval.Verify(Lines(bytes => GapsJson.Write(bytes, Asked.Gaps)), "Cli");

    [Fact]
    public void Issues_in_a_pipe() => Approval.Verify(Plain(PositionsScreen.Issues(Asked.Issues)), "Cli");

    [Fact]
    public void Actor_in_a_pipe() => Approval.Verify(Plain(ActorScreen.Of(Asked.Actor, o => o, inPipe: true, Records.TextOf)), "Cli");

    [Fact]
    public void Actor_on_80_columns() => Approval.Verify(OnTerminal(ActorScreen.Of(Asked.Actor, _ => "President of Russia", inPipe: false, Records.TextOf), 80), "Cli");

    [Fact]
    public void Actor_for_programs() => Approval.Verify(Lines(bytes => ActorJson.Write(bytes, Asked.Actor)), "Cli");

    [Fact]
    public void Colours_are_only_where_they_are_wanted()
    {
        var page = ContactScreen.Of(Records.Contact, Records.TextOf);
        Assert.Contains("\u001b[", OnTerminal(page, 80, colours: true), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", OnTerminal(page, 80), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", Plain(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_and_escapes_in_data_stay_text()
    {
        var page = new Page().Heading("[red]x[/]").Text("[bold]\u001b[31my").Grid(new Grid([new("[i]")], [[Phrase.Of("[link=https://x]z[/]\n")]]));
        Assert.Equal("[red]x[/]\n[bold]y\n[i]\n[link=https://x]z[/]\n", Plain(page));
        Assert.Equal("[red]x[/]\n[bold]y\n[i]\n[link=https://x]z[/]\n", OnTerminal(page, 80));
    }

    private static string Plain(Page page)
    {
        using var terminal = new TestTerminal();
        terminal.Terminal.Show(page);
        return terminal.Out;
    }

    private static string Lines(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string OnTerminal(Page page, int width, bool colours = false)
    {
        using var terminal = new TestTerminal(width, colours);
        terminal.Terminal.Show(page);
        return terminal.Out;
    }
}
