using NodaTime;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Accounts;

/// <summary>
/// Participants whom an article names by their office alone, where neither it nor the tables knew who held it: other articles may. It is
/// taken only where all articles of that time that name a holder name the same one.
/// </summary>
internal static class BareOffices
{
    /// <summary>The rule that a claim carries whose person comes from other articles.</summary>
    public const string Rule = "observed-office";

    // How long before and after a contact the word of an article on who holds an office is good for: about a season.
    private const int GoodDays = 120;

    /// <summary>The offices that stand for a participant of a reading.</summary>
    public static IEnumerable<string> In(ArticleReading reading) =>
        reading.Contacts.SelectMany(c => c.Participants).Where(Is).Select(p => p.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The last day whose articles tell who held the bare offices of a reading; null where it has none, or their days are unknown.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="published">The day of its publication; null where unknown.</param>
    public static LocalDate? GoodUntil(ArticleReading reading, LocalDate? published) => reading.Contacts.Where(c => c.Participants.Any(Is))
        .Select(c => Days(c, published)?.Last.PlusDays(GoodDays)).Max();

    /// <summary>The finding with the holders of its bare offices in their place, as far as they are known.</summary>
    /// <param name="finding">What the article says.</param>
    /// <param name="published">The day of its publication; null where unknown.</param>
    /// <param name="holder">Who held an office, by all articles from a day to a day; null where they name nobody, or several.</param>
    public static ContactFinding Resolve(ContactFinding finding, LocalDate? published, Func<string, LocalDate, LocalDate, string?> holder)
    {
        if (!finding.Participants.Any(Is) || Days(finding, published) is not var (first, last)) return finding;
        var known = finding.Participants.Where(Is).Select(p => p.Name).Distinct(StringComparer.Ordinal)
            .Select(office => (Office: office, Holder: holder(office, first.PlusDays(-GoodDays), last.PlusDays(GoodDays))))
            .Where(h => h.Holder is not null).ToDictionary(h => h.Office, h => h.Holder!, StringComparer.Ordinal);
        if (known.Count == 0) return finding;
        return finding with
        {
            Participants = [.. finding.Participants.Select(p => Is(p) && known.TryGetValue(p.Name, out var name) ? p with { Name = name } : p).DistinctBy(p => p.Name, StringComparer.Ordinal)],
            Initiator = finding.Initiator is { } asked && known.TryGetValue(asked, out var who) ? who : finding.Initiator,
            Claims = [.. finding.Claims.Select(c => Names(c) && known.TryGetValue(c.Value, out var name) ? c with { Value = name, Rules = [.. c.Rules, Rule] } : c)],
        };
    }

    private static (LocalDate First, LocalDate Last)? Days(ContactFinding finding, LocalDate? published)
    {
        var when = EdtfInterval.TryParse(finding.Date);
        return (when?.First ?? when?.Last ?? published) is { } first ? (first, when?.Last ?? first) : null;
    }

    private static bool Names(FieldClaim claim) => claim.Field is ContactField.Participant or ContactField.Initiator;

    // How a reading names an office whose holder it leaves open.
    private static bool Is(Participant participant) =>
        participant.IsPerson && participant.State is not null && participant.Name.Contains(" of ", StringComparison.Ordinal);
}
