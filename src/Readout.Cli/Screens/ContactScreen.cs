using System.Globalization;
using Readout.Cli.Screens.Layout;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>One contact with all that is claimed about it, and the words each claim rests on.</summary>
internal static class ContactScreen
{
    private const int Step = 2;
    private const string TextOrigin = "text:";

    /// <summary>The page of a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="textOf">The text with a given content address; null where it is not at hand.</param>
    public static Page Of(Contact contact, Func<string, string?> textOf)
    {
        var page = new Page().Heading($"{Wording.Title(contact.Kind)}: {Wording.Between(contact.Participants)}");
        page.Text(Phrase.Join(" · ",
            Phrase.Of(Wording.Date(contact.Date, contact.DateInferred)),
            Phrase.Of(Wording.Duration(contact.Duration, contact.DurationBound)),
            Phrase.Of(contact.Place),
            Phrase.Of(contact.Status.Name(), contact.Status == ContactStatus.Held ? Tone.Normal : Tone.Alert)));
        page.Text(Phrase.Join(" · ",
            Phrase.Of(Wording.Count(contact.Articles, "article")),
            Phrase.Of(Wording.Count(contact.Origins.Length, "independent origin") + (contact.Origins.IsEmpty ? "" : ": " + string.Join(", ", contact.Origins.Select(o => Origin(o, contact))))),
            Phrase.Dim(contact.Id)));
        if (contact.Unresolved)
        {
            page.Text(Phrase.Of($"Left apart: it fits these contacts equally: {string.Join(", ", contact.Candidates)}", Tone.Alert));
        }

        foreach (var note in DecisionsScreen.Notes(contact)) page.Text(Phrase.Of(note, Tone.Alert));
        DecisionsScreen.About(page, contact);
        if (contact.Plan is { } plan)
        {
            page.Heading(Phrase.Strong("Plan: " + plan.Name()) + Phrase.Dim("   " + PlansScreen.Meaning(plan)));
            PlansScreen.Life(page, contact.Life, Step);
        }

        foreach (var field in contact.Fields) Field(page, field, textOf);
        if (!contact.Offices.IsEmpty)
        {
            page.Heading("Offices that other articles name the holders of");
            foreach (var held in contact.Offices) ActorScreen.Office(page, held, held.Office, named: true, textOf);
        }

        Accounts(page, contact);
        FindingsScreen.Statements(page, contact.Statements, textOf);
        FindingsScreen.Outcomes(page, contact.Outcomes, textOf);
        FindingsScreen.Positions(page, contact.Positions, textOf);
        return page;
    }

    private static void Field(Page page, ResolvedField field, Func<string, string?> textOf)
    {
        var inferred = field.Decision is null && field.Claims.Length > 0 && field.Claims.All(c => c.Inferred);
        page.Heading(Phrase.Strong(Wording.Label(field.Field) + ": " + Wording.Value(field.Field, field.Resolved, field.Bound, inferred).Replace("; ", ", ", StringComparison.Ordinal))
            + Phrase.Dim("   ") + How(field));
        var told = new HashSet<(string, Evidence, string)>();
        foreach (var claim in field.Claims)
        {
            // Two rules may rest one value on the same words; people need them once.
            var value = Wording.Value(field.Field, claim.Claim.Value, claim.Claim.Bound, claim.Inferred);
            if (!told.Add((value, claim.Claim.Evidence, claim.Place.TextHash))) continue;
            page.Text(Phrase.Of(value) + Phrase.Dim("   " + Source(claim)), Step);
            page.Text(Quotation.Of(claim.Claim.Evidence, textOf(claim.Place.TextHash)), 2 * Step);
        }
    }

    private static Phrase How(ResolvedField field) => field.Decision is { } decision
        ? Phrase.Of("decided", Tone.Alert) + Phrase.Dim(" · " + decision)
        : Agreed(field);

    private static Phrase Agreed(ResolvedField field) => field.Agreement switch
    {
        Agreement.Conflicting => Phrase.Of("sources differ", Tone.Alert) + Phrase.Dim($" · chosen by {field.Rule}"),
        Agreement.Consistent => Phrase.Dim($"consistent · chosen by {field.Rule}"),
        _ => Phrase.Dim("single"),
    };

    private static string Source(AttributedClaim claim)
    {
        // The last link of the chain said it; the others carried it, nearest first.
        var relay = claim.Claim.Relay;
        var said = relay.IsEmpty ? "in its own words" : "from " + relay[^1];
        var carried = relay.Length > 1 ? " " + Wording.Through([.. relay.SkipLast(1)]) : "";
        return $"{said}{carried} · {Wording.Place(claim.Place)}";
    }

    private static void Accounts(Page page, Contact contact)
    {
        page.Heading(contact.Accounts.Length == 1 ? "Account" : "Accounts, and why they are one contact");
        foreach (var account in contact.Accounts)
        {
            page.Text(Phrase.Of(Wording.Place(account.Place)) + Phrase.Dim("   " + account.Id), Step);
            var moment = account.Place.Published == Wording.Day(account.Place.Published) ? "" : "published " + account.Place.Published;
            page.Text(Phrase.Join(" · ", Phrase.Dim(account.Place.Url), Phrase.Dim(moment)), 2 * Step);
            foreach (var other in account.OtherPlaces)
            {
                page.Text(Phrase.Dim("also " + Phrase.Join(", ", Phrase.Of(Wording.Place(other)), Phrase.Of(other.Url)).Text), 2 * Step);
            }

            if (account.Reprint is { } reprint)
            {
                page.Text(Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"Prints again {Wording.Place(reprint.Of)}"))
                    + Phrase.Dim(string.Create(CultureInfo.InvariantCulture, $"   {100 * reprint.Likeness:0}% of their word sequences are the same, so both have one origin")), 2 * Step);
            }

            page.Text(Phrase.Of(Wording.Capital(account.Merged.Because))
                + Phrase.Dim($"   {account.Merged.Rule} · origin {Origin(account.Origin, contact)}"), 2 * Step);
        }
    }

    // Where neither a relay nor a publisher is known, the text itself is the origin, by its content address.
    private static string Origin(string origin, Contact contact)
    {
        if (!origin.StartsWith(TextOrigin, StringComparison.Ordinal)) return origin;
        var hash = origin[TextOrigin.Length..];
        return contact.Accounts.FirstOrDefault(a => a.Place.TextHash.StartsWith(hash, StringComparison.Ordinal))?.Place.Article ?? origin;
    }
}
