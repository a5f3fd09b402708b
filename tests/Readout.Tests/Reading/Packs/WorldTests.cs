using NodaTime;
using Readout.Reading.Packs;
using Xunit;

namespace Readout.Tests.Reading.Packs;

public sealed class WorldTests
{
    private const string Header = "office\tholder\tfrom\tto\ttitle\tsource\n";

    [Theory]
    [InlineData("2019-12-31", null)]
    [InlineData("2020-01-01", "Ann")]
    [InlineData("2021-05-05", "Ann")]
    [InlineData("2021-05-06", "Ben")]
    [InlineData("2022-03-31", "Ben")]
    [InlineData("2022-04-01", null)]
    [InlineData("2023-06-01", null)]
    [InlineData("2024-01-01", "Cid")]
    [InlineData("2099-01-01", "Cid")]
    public void An_office_is_held_from_its_first_day_to_the_hand_over(string day, string? holder)
    {
        var world = Of("XAA:president\tann\t2020\t2021-05-06\t\t\nXAA:president\tben\t2021-05-06\t2022-03\t\t\nXAA:president\tcid\t2024-01\t\t\t\n");
        Assert.Equal(holder, world.Holder("XAA:president", Day(day))?.Name);
    }

    [Fact]
    public void Where_two_hold_an_office_at_once_nobody_is_guessed()
    {
        var world = Of("XAA:monarch\tann\t2020\t\t\t\nXAA:monarch\tben\t2021\t\t\t\n");
        Assert.Equal("Ann", world.Holder("XAA:monarch", Day("2020-06-01"))?.Name);
        Assert.Null(world.Holder("XAA:monarch", Day("2022-06-01")));
    }

    [Fact]
    public void Two_rows_of_one_holder_are_one()
    {
        var world = Of("XAA:president\tann\t2020\t2022\t\t\nXAA:president\tann\t2022\t\t\t\n");
        Assert.Equal("Ann", world.Holder("XAA:president", Day("2022-06-01"))?.Name);
    }

    [Theory]
    [InlineData("XAA:president", "President of Aaland")]
    [InlineData("XAA:chancellor", "Chancellor of Aaland")]
    [InlineData("XAA:warden", "warden of Aaland")]
    public void An_office_has_a_title_when_its_holder_is_unknown(string office, string title) =>
        Assert.Equal(title, Of("XAA:chancellor\tann\t2020\t2021\tChancellor of Aaland\t\n").Title(office));

    [Fact]
    public void The_world_of_the_packs_is_whole()
    {
        var world = Vietnamese.Pack.World;
        Assert.All(world.Actors.Values.Where(a => a.State.Length > 0), a => Assert.True(world.States.ContainsKey(a.State), $"actors: {a.Id} acts for {a.State}"));
        Assert.All(world.Places.Values.Where(p => p.State.Length > 0), p => Assert.True(world.States.ContainsKey(p.State), $"places: {p.Id} lies in {p.State}"));
        Assert.All(world.Capitals, c => Assert.True(world.Places.ContainsKey(c.Key), $"states: {c.Value} has the capital {c.Key}"));
    }

    [Theory]
    [InlineData("vi/lexicon/names-persons.tsv", "person")]
    [InlineData("vi/lexicon/names-orgs.tsv", "org")]
    [InlineData("vi/lexicon/names-media.tsv", "media")]
    [InlineData("vi/lexicon/names-places.tsv", "place")]
    [InlineData("vi/lexicon/names-states.tsv", "state")]
    public void Every_name_leads_into_the_world(string file, string @class)
    {
        var world = Vietnamese.Pack.World;
        var lost = TableFile.Rows(file, Vietnamese.Files.Texts[file], "form", "class", "value", "note")
            .Where(r => r[1] == @class)
            .Where(r => !(@class switch { "place" => world.Places.ContainsKey(r[2]), "state" => world.States.ContainsKey(r[2]), _ => world.Actors.ContainsKey(r[2]) }))
            .Select(r => $"{r[0]} = {r[2]}");
        Assert.Empty(lost);
    }

    [Fact]
    public void Every_office_has_a_holder_who_is_known()
    {
        var world = Vietnamese.Pack.World;
        var lost = TableFile.Rows("shared/offices.tsv", Vietnamese.Files.Texts["shared/offices.tsv"], "office", "holder", "from", "to", "title", "source")
            .Where(r => !world.Actors.ContainsKey(r[1]) || !(world.States.ContainsKey(r[0].Split(':')[0]) || world.Actors.ContainsKey(r[0].Split(':')[0])) || !world.Roles.ContainsKey(r[0].Split(':')[1]))
            .Select(r => $"{r[0]} {r[1]}");
        Assert.Empty(lost);
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static World Of(string offices) => SmallPack.Load(more:
    [
        ("shared/states.tsv", "code\tname\tcapital\nXAA\tAaland\t\n"),
        ("shared/actors.tsv", "id\tkind\tname\tstate\nann\tperson\tAnn\tXAA\nben\tperson\tBen\tXAA\ncid\tperson\tCid\tXAA\n"),
        ("shared/roles.tsv", "role\ttitle\npresident\tPresident of {}\nchancellor\tChief of {}\n"),
        ("shared/offices.tsv", Header + offices),
    ]).World;
}
