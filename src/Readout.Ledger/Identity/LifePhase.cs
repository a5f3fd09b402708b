using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Identity;

/// <summary>How far from an article's publication the contact may lie that it tells of without a date.</summary>
internal static class LifePhase
{
    /// <summary>How many days after a contact articles still tell of it as news, without a date.</summary>
    public const int NewsDays = 14;

    /// <summary>The same where the article names states alone, which have many contacts.</summary>
    public const int NewsDaysOfStates = 7;

    /// <summary>How many days after a contact it may still be told of as going on.</summary>
    public const int OngoingDays = 3;

    /// <summary>How many days ahead a plan is near enough to be the one meant, even where nobody else has told of it yet.</summary>
    public const int SoonDays = 7;

    /// <summary>How many days after a contact news of it may still be dated by its publication alone.</summary>
    public const int RecallDays = 7;

    /// <summary>How many days after a contact articles may tell of it by its number, without a date.</summary>
    public const int NumberDays = 45;

    /// <summary>How many days ahead plans without a date are told.</summary>
    public const int PlanDays = 45;

    /// <summary>How many days may lie between two articles that tell of one undated plan.</summary>
    public const int PlanSilence = 14;

    /// <summary>How many days there may be from the first to the last article of a contact that none of them dates.</summary>
    public const int UndatedDays = 32;

    /// <summary>How many days may lie between two articles that tell of one undated contact as held.</summary>
    public const int NewsSilence = 4;

    /// <summary>Whether a status looks back on the contact.</summary>
    public static bool LooksBack(ContactStatus status) => status is ContactStatus.Held or ContactStatus.Ongoing;

    /// <summary>Whether a status says that the contact does not take place.</summary>
    public static bool IsOff(ContactStatus status) => status is ContactStatus.Cancelled or ContactStatus.Denied;

    /// <summary>
    /// The days an undated account may mean, by its status and publication; one day of grace for time zones.
    /// Null where the publication is unknown.
    /// </summary>
    public static EdtfInterval? Window(Account account)
    {
        if (account.PublishedDay is not { } day) return null;
        return account.Finding.Status switch
        {
            ContactStatus.Ongoing => new EdtfInterval(day.PlusDays(-OngoingDays), day.PlusDays(1)),
            ContactStatus.Held => new EdtfInterval(day.PlusDays(-NewsDays), day.PlusDays(1)),
            ContactStatus.Proposed or ContactStatus.Planned => new EdtfInterval(day.PlusDays(-1), day.PlusDays(PlanDays)),
            _ => new EdtfInterval(day.PlusDays(-NewsDays), day.PlusDays(PlanDays)),
        };
    }

    /// <summary>Whether two undated tellings, by status and publication, can be of one contact.</summary>
    public static bool CanFollow(ContactStatus status, LocalDate day, ContactStatus otherStatus, LocalDate otherDay)
    {
        var back = LooksBack(status);
        var gap = Period.DaysBetween(otherDay, day);
        // What was called off or denied is held only if a date says that it is the same one.
        if (IsOff(status) ? LooksBack(otherStatus) : IsOff(otherStatus) && back) return false;
        if (back == LooksBack(otherStatus)) return Math.Abs(gap) <= (back ? NewsSilence : PlanSilence);
        // Plans come before news: the later of the two must be the one that looks back, with a day of grace.
        var after = back ? gap : -gap;
        return after is >= -1 and <= PlanSilence;
    }
}
