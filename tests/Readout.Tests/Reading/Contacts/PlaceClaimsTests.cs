using Readout.Reading;
using Xunit;

namespace Readout.Tests.Reading.Contacts;

/// <summary>A claim about a place tells in which state it lies, so that a city and its state are not held for two places.</summary>
public sealed class PlaceClaimsTests
{
    [Theory]
    [InlineData("Ông Trump gặp ông Putin tại Geneva.", "Geneva", "Switzerland")]
    [InlineData("Ông Trump gặp ông Putin tại Nhà Trắng.", "White House", "United States")]
    [InlineData("Ông Trump gặp ông Putin tại Thụy Sĩ.", "Switzerland", null)]
    public void It_knows_the_state_around_it(string text, string place, string? within)
    {
        var claim = Assert.Single(Assert.Single(Vietnamese.Read(text).Contacts).Claims, c => c.Field == ContactField.Place);
        Assert.Equal((place, within), (claim.Value, claim.Within));
    }
}
