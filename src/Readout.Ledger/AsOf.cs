using NodaTime;
using Readout.Reading.Articles;

namespace Readout.Ledger;

/// <summary>
/// The moment one asks about: a day to its end, or a moment. Of articles it knows what was published by then, of decisions what was
/// decided by then. A day is compared with days as publishers date them; a moment with moments, and where of a publication only the
/// day is known, that day counts from its beginning, in the offset of the moment asked about. An article without a publication is
/// never known as of anything.
/// </summary>
public sealed record AsOf
{
    private readonly Publication _asked;

    private AsOf(Publication asked) => _asked = asked;

    /// <summary>The moment as it was written.</summary>
    public string Written => _asked.Written;

    /// <summary>The day, in the offset of the moment.</summary>
    public LocalDate Day => _asked.Day;

    /// <summary>The moment; null where a whole day is meant.</summary>
    public OffsetDateTime? Moment => _asked.Moment;

    /// <summary>Reads an ISO 8601 day (<c>2025-02-13</c>) or moment (<c>2025-02-13T08:00:00+07:00</c>); null where the text is neither.</summary>
    /// <param name="written">The text.</param>
    public static AsOf? TryParse(string written) => Publication.TryParse(written) is { } asked ? new AsOf(asked) : null;

    /// <summary>Whether something of a given day or moment was known by then.</summary>
    /// <param name="published">When it was published or decided; null where that is unknown.</param>
    public bool Knows(Publication? published)
    {
        if (published is null) return false;
        if (Moment is not { } asked) return published.Day <= Day;
        return published.Moment is { } moment ? moment.ToInstant() <= asked.ToInstant() : published.Day <= Day;
    }
}
