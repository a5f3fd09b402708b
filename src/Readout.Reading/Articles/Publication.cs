using NodaTime;
using NodaTime.Text;

namespace Readout.Reading.Articles;

/// <summary>
/// When an article was published, as given: a day, or a moment with its offset. Relative dates count from
/// <see cref="Day"/>, the day it was in the publisher's time zone.
/// </summary>
/// <param name="Written">The form the input gave, kept for output.</param>
/// <param name="Day">The day in the publisher's own time zone.</param>
/// <param name="Moment">The moment, where the input gave one.</param>
public sealed record Publication(string Written, LocalDate Day, OffsetDateTime? Moment)
{
    /// <summary>
    /// Reads an ISO 8601 day (<c>2025-02-13</c>) or moment (<c>2026-01-29T20:37:04+07:00</c>).
    /// </summary>
    /// <returns>The publication, or null where the text is neither.</returns>
    public static Publication? TryParse(string written)
    {
        var day = LocalDatePattern.Iso.Parse(written);
        if (day.Success) return new Publication(written, day.Value, null);
        var moment = OffsetDateTimePattern.ExtendedIso.Parse(written);
        return moment.Success ? new Publication(written, moment.Value.Date, moment.Value) : null;
    }
}
