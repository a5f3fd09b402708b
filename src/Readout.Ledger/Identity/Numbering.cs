using System.Collections.Immutable;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Identity;

/// <summary>
/// Which numbers a contact has in the series that its sources count it in: the third round, the ninth call of 2025. Rounds are a series of
/// their own, whatever the talks are called; other numbers count the contacts of one kind. That something is "the first", of no
/// time, is left out: it may be the first of a term, of a journey, of a quarrel.
/// </summary>
/// <param name="Kind">The kind that is counted; null where it is rounds.</param>
/// <param name="Count">The number and the time counted in.</param>
internal sealed record Numbering(ContactKind? Kind, CountClaim Count)
{
    /// <summary>The numbers that a finding gives its contact.</summary>
    public static ImmutableArray<Numbering> Of(ContactFinding finding) =>
    [
        .. finding.Claims.Where(c => c.Field == ContactField.Count).Select(c => CountClaim.TryParse(c.Value)).OfType<CountClaim>()
            .Where(c => c.IsNumber && c is not { Form: CountForm.Nth, Number: 1, Period: null })
            .Select(c => new Numbering(c.Form == CountForm.Round ? null : finding.Kind, c)).Distinct(),
    ];

    /// <summary>Two numbers of one series by which two tellings are not of one contact; null where they share a number, or no series.</summary>
    public static (Numbering One, Numbering Other)? Apart(IReadOnlyCollection<Numbering> some, IReadOnlyCollection<Numbering> others) =>
        some.Count == 0 || others.Count == 0 || Shared(some, others) is not null ? null
            : some.SelectMany(a => others.Where(b => a.Kind == b.Kind && a.Count.IsOfOneSeries(b.Count)).Select(b => ((Numbering, Numbering)?)(a, b))).FirstOrDefault();

    /// <summary>The number that two tellings share; null where there is none.</summary>
    public static Numbering? Shared(IReadOnlyCollection<Numbering> some, IReadOnlyCollection<Numbering> others) =>
        others.Count == 0 ? null : some.FirstOrDefault(others.Contains);

    /// <summary>Says it for people: <c>round 3</c>, <c>call number 9 in 2025</c>.</summary>
    public override string ToString()
    {
        var when = Count.Period is not { } period ? ""
            : period.EndsWith("/..", StringComparison.Ordinal) ? $" since {period[..^3]}" : $" in {period}";
        return Kind is { } kind ? $"{kind.Name()} number {Count.Number}{when}" : $"round {Count.Number}";
    }
}
