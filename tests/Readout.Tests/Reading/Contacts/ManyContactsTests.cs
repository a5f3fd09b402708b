using System.Globalization;
using System.Text;
using Xunit;

namespace Readout.Tests.Reading.Contacts;

/// <summary>
/// Each contact of an article is held against all others that it tells of. A text that tells of them by the hundred is read in parts, so that
/// its cost stays in step with its length: what it repeats far on is a contact of its own.
/// </summary>
public sealed class ManyContactsTests
{
    [Theory]
    [InlineData(200, 200)]
    [InlineData(600, 601)]
    public void What_is_told_again_joins_unless_hundreds_were_told_of_since(int different, int contacts)
    {
        var text = new StringBuilder();
        for (var day = 0; day < different; day++) text.Append(Meeting(day)).Append(' ');
        text.Append(Meeting(0));
        Assert.Equal(contacts, Vietnamese.Read(text.ToString()).Contacts.Length);
    }

    private static string Meeting(int day) =>
        string.Create(CultureInfo.InvariantCulture, $"Ông Putin gặp ông Trump ngày {(day % 28) + 1}/{(day / 28 % 12) + 1}/{2000 + (day / 28 / 12)}.");
}
