using System.Collections.Immutable;
using NodaTime.Text;
using Readout.Cli.Screens.Layout;
using Readout.Ledger;
using Readout.Ledger.Decisions;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Decisions: what, by whom, when, why, and what they do now.</summary>
internal static class DecisionsScreen
{
    private const int Step = 2;

    /// <summary>The page of the decisions command.</summary>
    public static Page Of(IReadOnlyList<DecisionRow> rows)
    {
        var page = new Page();
        if (rows.Count == 0) return page.Text("No decisions. readout decide --help shows how to make one.");
        foreach (var row in rows)
        {
            if (page.Blocks.Count > 0) page.Gap();
            One(page, row);
        }

        return page;
    }

    /// <summary>What one decision did.</summary>
    public static Page OfDecided(DecisionRow row, DecideReceipt receipt)
    {
        var page = new Page();
        One(page, row);
        return page.Text(receipt.New == 0 ? "It had been decided so before." : $"{Wording.Count(receipt.ContactsTouched, "contact")} changed.");
    }

    /// <summary>What an import did.</summary>
    public static Page OfImported(DecideReceipt receipt) => new Page().Text(
        $"{Wording.Count(receipt.New, "new decision")}" + (receipt.Known > 0 ? $", {receipt.Known} already known" : "")
        + $". {Wording.Count(receipt.ContactsTouched, "contact")} changed.");

    /// <summary>Adds the decisions about one contact.</summary>
    /// <param name="page">The page.</param>
    /// <param name="contact">The contact.</param>
    public static void About(Page page, Contact contact)
    {
        if (contact.Decisions.IsEmpty) return;
        page.Heading("Decisions");
        foreach (var decision in contact.Decisions)
        {
            page.Text(Phrase.Of(Wording.Capital(What(decision))) + Phrase.Dim("   " + decision.Id), Step);
            if (Elsewhere(decision, contact) is { } other) page.Text("The other part: readout show " + other, 2 * Step);
            page.Text(Why(decision), 2 * Step);
        }
    }

    /// <summary>What is to be told of a contact first: that a link to it may have been to a larger one.</summary>
    public static IEnumerable<string> Notes(Contact contact) => contact.Decisions
        .Where(d => d.Kind == DecisionKind.Split && Elsewhere(d, contact) is not null)
        .Select(d => $"Part of a contact that {d.By} split on {LocalDatePattern.Iso.Format(d.At.Day)}; the other part is {Elsewhere(d, contact)}");

    private static void One(Page page, DecisionRow row)
    {
        var decision = row.Decision;
        var tone = row.Standing == DecisionStanding.InForce ? Tone.Normal : Tone.Alert;
        page.Text(Phrase.Join("   ",
            Phrase.Strong(Wording.Capital(What(decision))),
            Phrase.Of(row.Standing.Name() + (row.UndoneBy is null ? "" : " by " + row.UndoneBy), tone),
            Phrase.Dim(decision.Id)));
        page.Text(Why(decision), Step);
        if (!row.Contacts.IsEmpty) page.Text(Phrase.Dim("now in " + string.Join(", ", row.Contacts)), Step);
    }

    private static Phrase Why(Decision decision) =>
        Phrase.Of(decision.Reason) + Phrase.Dim($"   {decision.By}, {Wording.Day(decision.At.Written)}");

    private static string What(Decision decision) => decision.Kind switch
    {
        DecisionKind.Merge => "one contact: " + Firsts(decision),
        DecisionKind.Split => $"split: {string.Join(", ", decision.Parts[0])} from {decision.Parts[1][0]}",
        DecisionKind.Reject => "rejected: " + string.Join(", ", decision.Parts[0]),
        DecisionKind.Set => $"set: {Label(decision.Field!.Value)} of {decision.Parts[0][0]} is {Value(decision)}",
        DecisionKind.Confirm => $"confirmed: {decision.Parts[0][0]}" + (decision.Parts.Length == 1 ? "" : ", apart from " + string.Join(", ", decision.Parts.Skip(1).Select(p => p[0]))),
        _ => "undone: " + decision.Undoes,
    };

    private static string Label(ContactField field) => field.Name();

    private static string Value(Decision decision) => Wording.Value(decision.Field!.Value, decision.Value, decision.Bound ?? DurationBound.Exact);

    private static string Firsts(Decision decision) => string.Join(", ", decision.Parts.Select(p => p[0]));

    // An account of the part that this contact is not.
    private static string? Elsewhere(Decision decision, Contact contact)
    {
        if (decision.Kind != DecisionKind.Split) return null;
        ImmutableArray<string> own = [.. contact.Accounts.Select(a => a.Id)];
        return decision.Parts.FirstOrDefault(part => !part.Any(own.Contains)) is { IsDefault: false } other ? other[0] : null;
    }
}
