using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Identity;

/// <summary>
/// When an account's contact was or is to be, as far as identity may trust it, and how well that is known. Lower precisions are better;
/// clustering takes accounts in their order.
/// </summary>
/// <param name="Precision">One of the constants.</param>
/// <param name="Days">The days it may mean; null where it gives none.</param>
/// <param name="Slips">Whether the days were widened, because the words for them are told from different days.</param>
/// <param name="Doubtful">Whether the status contradicts the days, so that they count only where another account bears them out.</param>
internal readonly record struct Timing(int Precision, EdtfInterval? Days, bool Slips, bool Doubtful = false)
{
    /// <summary>A stated day.</summary>
    public const int Day = 0;

    /// <summary>A stated span of up to a week.</summary>
    public const int Week = 1;

    /// <summary>A span that the publication date bounds.</summary>
    public const int Inferred = 2;

    /// <summary>A span of up to two months.</summary>
    public const int Month = 3;

    /// <summary>No date, one too wide to tell contacts apart, or one that its own status contradicts.</summary>
    public const int Vague = 4;

    private const int LongestMonth = 62;
    private const int LongestWeek = 8;

    /// <summary>Whether it has no date that identity can trust.</summary>
    public bool IsVague => Precision == Vague;

    /// <summary>The timing of an account.</summary>
    public static Timing Of(Account account)
    {
        if (account.When is not { } when) return new Timing(Vague, null, false);
        var finding = account.Finding;
        if (account.PublishedDay is { } published)
        {
            // A plan for a day that is over, or news of a day to come, was given the day of something else.
            if (finding.Status is ContactStatus.Proposed or ContactStatus.Planned && when.Last < published.PlusDays(-1)) return new Timing(Vague, when, false, true);
            if (finding.Status == ContactStatus.Held)
            {
                if (when.First > published.PlusDays(1)) return new Timing(Vague, when, false, true);
                if (when.Last > published.PlusDays(1)) when = new EdtfInterval(when.First, published.PlusDays(1));
            }
            if (IsNextWeek(finding.Status, when, published)) return new Timing(Month, new EdtfInterval(published, when.Last), true);
        }
        return new Timing(PrecisionOf(when, finding.DateInferred), when, false);
    }

    // "Next week" in an article of a Monday is this week where it passes on words of the Sunday before, as translated reports do.
    private static bool IsNextWeek(ContactStatus status, EdtfInterval when, LocalDate published) =>
        !LifePhase.LooksBack(status) && published.DayOfWeek == IsoDayOfWeek.Monday
        && when.First == published.PlusDays(7) && when.Last == published.PlusDays(13);

    private static int PrecisionOf(EdtfInterval when, bool inferred) => when.Days switch
    {
        null or > LongestMonth => Vague,
        > LongestWeek => Month,
        _ when inferred => Inferred,
        1 => Day,
        _ => Week,
    };
}
