using System.Globalization;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Identity;

/// <summary>
/// Where accounts are filed to meet others: a family of kinds, two sides that took part, and a period of time. An account of two sides is in
/// one cell, one of three sides in three, so that talks told of with and without their mediator have a cell in common. A cell and
/// those just before and after it are a neighbourhood, and no account looks further for others of its contact.
/// </summary>
/// <param name="Strand">Family and sides, as <c>meeting|RUS+UKR</c>.</param>
/// <param name="Period">The number of the period, counted from the beginning of 1970; negative before.</param>
internal readonly record struct Cell(string Strand, int Period)
{
    /// <summary>
    /// The length of a period, in days. Nothing that makes two accounts one contact reaches further in time, so that whatever an account
    /// can meet lies in its neighbourhood.
    /// </summary>
    public const int PeriodDays = 48;

    // A conference of thirty has hundreds of pairs; those of the first six sides are enough to meet.
    private const int SidesPaired = 6;

    private static readonly LocalDate Start = new(1970, 1, 1);

    /// <summary>The same strand, so many periods later.</summary>
    public Cell Shifted(int periods) => this with { Period = Period + periods };

    /// <summary>
    /// The cells of an account; none where neither its date nor its publication is known, so that nothing in time can tie it to another.
    /// </summary>
    public static IEnumerable<Cell> Of(Account account)
    {
        if (Anchor(account) is not { } anchor) yield break;
        var period = (int)Math.Floor(NodaTime.Period.DaysBetween(Start, anchor) / (double)PeriodDays);
        var kind = account.Finding.Kind is var k && KindFamilies.Of(k) == KindFamily.Meeting ? ContactKind.Meeting : k;
        var sides = account.Finding.Participants.Select(Sides.SideOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(SidesPaired).ToList();
        if (sides.Count == 1) yield return new Cell($"{kind.Name()}|{sides[0]}", period);
        for (var i = 0; i < sides.Count; i++)
        {
            for (var j = i + 1; j < sides.Count; j++) yield return new Cell($"{kind.Name()}|{sides[i]}+{sides[j]}", period);
        }
    }

    /// <summary>In the order of strands, then of time.</summary>
    public static int Compare(Cell a, Cell b)
    {
        var order = string.CompareOrdinal(a.Strand, b.Strand);
        return order != 0 ? order : a.Period.CompareTo(b.Period);
    }

    /// <summary>Says which cell it is.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strand}|{Period}");

    // The middle of the days it may mean, so that both ends of a month are within a period of it.
    private static LocalDate? Anchor(Account account)
    {
        var timing = Timing.Of(account);
        return timing is { IsVague: false, Days: { First: { } first, Days: { } days } } ? first.PlusDays(days / 2) : account.PublishedDay;
    }
}
