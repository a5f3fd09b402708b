using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Claims;

/// <summary>
/// The life of a contact, step by step: proposed, planned, then held, postponed, cancelled or denied. A step is dated by the article
/// that first told of it.
/// </summary>
internal static class Life
{
    /// <summary>The steps of a contact, the earliest-told first.</summary>
    /// <param name="accounts">Its accounts, in canonical order.</param>
    public static ImmutableArray<LifeStep> Of(IEnumerable<Account> accounts)
    {
        var steps = ImmutableArray.CreateBuilder<LifeStep>();
        var takesPlace = false;
        // An unknown publication says nothing of when, so it comes before what is known to have been told later.
        foreach (var account in accounts.OrderBy(a => a.PublishedDay is not null))
        {
            var status = account.Finding.Status;
            // Once a contact has begun, later articles that call it planned look back on the plan.
            if (takesPlace && LooksAhead(status)) continue;
            takesPlace |= status is ContactStatus.Held or ContactStatus.Ongoing;
            if (steps.Count > 0 && steps[^1].Status == status && !(LooksAhead(status) && IsNews(steps[^1].Date, account.Finding.Date))) continue;
            steps.Add(new LifeStep(status, account.Finding.Date, account.Place, Words(account.Finding)));
        }
        return steps.DrainToImmutable();
    }

    /// <summary>Whether a contact was a plan: an article told of it while it lay ahead, or that it was called off.</summary>
    public static bool IsPlan(ImmutableArray<LifeStep> steps) =>
        steps.Any(s => LooksAhead(s.Status) || s.Status == ContactStatus.Cancelled);

    // A plan told of again is a step only where it has got a date, or another one.
    private static bool IsNews(string? before, string? now) =>
        EdtfInterval.TryParse(now) is { } date && (EdtfInterval.TryParse(before) is not { } known || known.Intersect(date) is null);

    private static bool LooksAhead(ContactStatus status) =>
        status is ContactStatus.Proposed or ContactStatus.Planned or ContactStatus.Postponed;

    // The words that tell the status where a rule found them, else those that tell of the contact.
    private static Evidence? Words(ContactFinding finding) =>
        finding.Claims.FirstOrDefault(c => c.Field == ContactField.Status)?.Evidence
        ?? (finding.Evidence.IsDefaultOrEmpty ? null : finding.Evidence[0]);
}
