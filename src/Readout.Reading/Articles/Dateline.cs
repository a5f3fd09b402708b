using System.Buffers;
using System.Globalization;
using NodaTime;

namespace Readout.Reading.Articles;

/// <summary>
/// Finds the publication date that a text itself carries: a full numeric date at the head, on a line of its own
/// (<c>13/02/2025, 10:30 (GMT+7)</c>) or after a comma at the start of one (<c>CITY, 13-2-2025 – …</c>).
/// A date inside a sentence is no dateline.
/// </summary>
public static class Dateline
{
    private const int Lines = 6;
    private const int LeadLimit = 24;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".:;!?\"");
    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create("0123456789:");
    private static readonly SearchValues<char> DateCharacters = SearchValues.Create("0123456789/-.");

    /// <summary>Finds the dateline of a text.</summary>
    /// <returns>The day it gives, or null where the text has none.</returns>
    public static Publication? Find(string text)
    {
        var rest = text.AsSpan();
        for (var seen = 0; seen < Lines && !rest.IsEmpty;)
        {
            var end = rest.IndexOf('\n');
            var line = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty) continue;
            seen++;
            if (OfLine(line) is { } day) return new Publication(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, null);
        }

        return null;
    }

    private static LocalDate? OfLine(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyInRange('0', '9');
        if (at < 0 || !LeadIsDatelike(line[..at])) return null;
        if (!TryDate(line[at..], out var day, out var length)) return null;
        return TailIsDatelike(line[(at + length)..]) ? day : null;
    }

    // Before the date: nothing, or a few words (a weekday, a city) closed by a comma.
    private static bool LeadIsDatelike(ReadOnlySpan<char> lead)
    {
        lead = lead.Trim();
        if (lead.IsEmpty) return true;
        return lead.Length <= LeadLimit && lead[^1] == ',' && lead[..^1].IndexOfAny(SentenceMarks) < 0;
    }

    // After the date: the end, a clock time, or a dash that the story follows.
    private static bool TailIsDatelike(ReadOnlySpan<char> tail)
    {
        tail = tail.Trim();
        if (tail.IsEmpty || tail[0] is '-' or '\u2013' or '\u2014' or '|') return true;
        tail = tail.TrimStart(", ");
        var word = tail.IndexOfAny(' ', '(');
        var clock = word < 0 ? tail : tail[..word];
        var colon = clock.IndexOf(':');
        return colon is 1 or 2 && clock.Length <= 8 && clock.IndexOfAnyExcept(ClockCharacters) < 0
            && tail.Length - clock.Length <= LeadLimit;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out LocalDate day, out int length)
    {
        day = default;
        length = text.IndexOfAnyExcept(DateCharacters);
        if (length < 0) length = text.Length;
        while (length > 0 && !char.IsAsciiDigit(text[length - 1])) length--;
        var date = text[..length];
        var separator = date.IndexOfAny("/-.");
        if (separator < 0) return false;
        Span<Range> parts = stackalloc Range[4];
        if (date.Split(parts, date[separator]) != 3) return false;
        if (!TryNumber(date[parts[0]], out var first) || !TryNumber(date[parts[1]], out var month) || !TryNumber(date[parts[2]], out var last))
        {
            return false;
        }

        var (year, dayOfMonth) = date[parts[0]].Length == 4 ? (first, last) : (last, first);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || dayOfMonth < 1) return false;
        if (dayOfMonth > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        day = new LocalDate(year, month, dayOfMonth);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        return digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
