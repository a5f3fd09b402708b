using NodaTime;
using Readout.Reading.Articles;

namespace Readout.Ledger.Accounts;

/// <summary>Where a publication stands among others: by day, then by moment (a bare day first); unknown ones come last.</summary>
/// <param name="Day">The day; null where unknown.</param>
/// <param name="Moment">The moment; null where only the day is known.</param>
internal readonly record struct PublicationOrder(LocalDate? Day, Instant? Moment) : IComparable<PublicationOrder>
{
    /// <summary>The order of an article's publication.</summary>
    public static PublicationOrder Of(Publication? published) => new(published?.Day, published?.Moment?.ToInstant());

    /// <inheritdoc />
    public int CompareTo(PublicationOrder other)
    {
        if (Day is not { } day) return other.Day is null ? 0 : 1;
        if (other.Day is not { } otherDay) return -1;
        var order = day.CompareTo(otherDay);
        return order != 0 ? order : Nullable.Compare(Moment, other.Moment);
    }
}
