using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Where sources contradict each other.</summary>
internal static class DisagreementsScreen
{
    private const int Step = 2;

    /// <summary>The page of the disagreements command.</summary>
    /// <param name="found">The conflicts, the sharpest first.</param>
    /// <param name="textOf">The text with a given content address; null where it is not at hand.</param>
    public static Page Of(IReadOnlyList<Disagreement> found, Func<string, string?> textOf)
    {
        var page = new Page();
        if (found.Count == 0) return page.Text("No disagreements.");
        var shortId = Wording.ShortIds([.. found.Select(d => d.Contact.Id).Distinct(StringComparer.Ordinal)]);
        foreach (var (contact, field, _) in found)
        {
            page.Heading(Phrase.Strong($"{Wording.Label(field.Field)} of {Wording.Title(contact.Kind).ToLowerInvariant()}: {Wording.Between(contact.Participants)}")
                + Phrase.Dim("   " + Phrase.Join(" · ",
                    Phrase.Of(contact.Date is null ? null : Wording.Date(contact.Date, contact.DateInferred)), Phrase.Of(contact.Status.Name()), Phrase.Of(shortId(contact.Id))).Text));
            page.Text(Phrase.Of("shown: " + Wording.Value(field.Field, field.Resolved, field.Bound)) + Phrase.Dim($"   chosen by {field.Rule}"), Step);
            foreach (var value in field.Claims.GroupBy(c => (c.Claim.Value, c.Claim.Bound, c.Inferred)))
            {
                var origins = value.Select(c => c.Origin).Distinct(StringComparer.Ordinal).Count();
                page.Text(Phrase.Of(Wording.Value(field.Field, value.Key.Value, value.Key.Bound, value.Key.Inferred), Tone.Alert)
                    + Phrase.Dim($"   {Wording.Count(value.Select(c => c.Place.TextHash).Distinct(StringComparer.Ordinal).Count(), "article")}, {Wording.Count(origins, "origin")}; first {Wording.Place(value.First().Place)}"), Step);
                page.Text(Quotation.Of(value.First().Claim.Evidence, textOf(value.First().Place.TextHash)), 2 * Step);
            }
        }

        return page;
    }
}
