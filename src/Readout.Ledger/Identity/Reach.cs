using NodaTime;
using Readout.Ledger.Accounts;

namespace Readout.Ledger.Identity;

/// <summary>
/// The days through which an account can touch others: two accounts whose days do not meet never fit one contact, whatever else is told
/// (<see cref="Fit"/>). So what clustering finds among accounts is what it finds among each row of them whose days hang together.
/// </summary>
internal static class Reach
{
    /// <summary>The days of an account; null where neither its date nor its publication is known.</summary>
    public static (LocalDate First, LocalDate Last)? Of(Account account)
    {
        var timing = Timing.Of(account);
        LocalDate? first = null, last = null;
        // A day to each side, for time zones.
        if (timing is { IsVague: false, Days: { First: { } from, Last: { } to } }) Widen(from.PlusDays(-1), to.PlusDays(1));
        if (account.PublishedDay is { } published)
        {
            if (timing.IsVague)
            {
                // Undated accounts meet one another half-way.
                Widen(published.PlusDays(-LifePhase.PlanSilence / 2), published.PlusDays(LifePhase.PlanSilence / 2));
                Widen(published.PlusDays(-LifePhase.SoonDays), published.PlusDays(LifePhase.SoonDays));
                if (LifePhase.Window(account) is { First: { } begins, Last: { } ends }) Widen(begins, ends);
                if (LifePhase.LooksBack(account.Finding.Status) && !Numbering.Of(account.Finding).IsEmpty) Widen(published.PlusDays(-LifePhase.NumberDays), published);
                if (timing is { Doubtful: true, Days: { First: { } doubted, Last: { } until } }) Widen(doubted, until);
            }
            else if (account.Finding.DateInferred)
            {
                Widen(published.PlusDays(-LifePhase.RecallDays), published);
            }
        }
        return first is { } a && last is { } b ? (a, b) : null;

        void Widen(LocalDate from, LocalDate to)
        {
            first = first is { } known ? LocalDate.Min(known, from) : from;
            last = last is { } end ? LocalDate.Max(end, to) : to;
        }
    }

    /// <summary>Whether among accounts some that are told of early hang together, by their days, with some that are told of late.</summary>
    /// <param name="accounts">The days of each, and whether it is told of early.</param>
    public static bool HangsTogether(IEnumerable<(int First, int Last, bool Early)> accounts)
    {
        var (reaches, early, late) = (int.MinValue, false, false);
        foreach (var account in accounts.OrderBy(a => a.First))
        {
            if (account.First > reaches) (early, late) = (false, false);
            reaches = Math.Max(reaches, account.Last);
            early |= account.Early;
            late |= !account.Early;
            if (early && late) return true;
        }
        return false;
    }
}
