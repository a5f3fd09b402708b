using Readout.Cli.Screens.Layout;
using Readout.Ledger;

namespace Readout.Cli.Screens;

/// <summary>What a reading did, in numbers.</summary>
internal sealed record ReadSummary(
    string Ledger, int New, int NewPlaces, int Known, int Contacts, int ContactsShown, int Warnings, int NotRead);

/// <summary>The last lines of a reading or a rebuild.</summary>
internal static class SummaryScreen
{
    /// <summary>The end of a reading.</summary>
    public static Page OfReading(ReadSummary summary)
    {
        var page = new Page().Gap();
        if (summary.ContactsShown < summary.Contacts)
        {
            page.Text($"The last {summary.ContactsShown} of {Wording.Count(summary.Contacts, "contact")}; readout timeline prints all.");
        }

        var counts = new List<string> { Wording.Count(summary.New, "new article") };
        if (summary.NewPlaces > 0) counts.Add(Wording.Count(summary.NewPlaces, "new place") + " of known texts");
        if (summary.Known > 0) counts.Add($"{summary.Known} already known");
        if (summary.NotRead > 0) counts.Add($"{summary.NotRead} not read");
        if (summary.Warnings > 0) counts.Add(Wording.Count(summary.Warnings, "warning"));
        page.Text($"{string.Join(", ", counts)}. {summary.Ledger} holds {Wording.Count(summary.Contacts, "contact")}.");
        return page;
    }

    /// <summary>The end of a rebuild.</summary>
    public static Page OfRebuild(string ledger, RebuildReceipt receipt) => new Page().Text(
        $"{Wording.Count(receipt.Texts, "text")} read again, {receipt.ReadingsChanged} read otherwise than before. "
        + $"{ledger} holds {Wording.Count(receipt.Contacts, "contact")}.");

    /// <summary>The end of a forgetting.</summary>
    public static Page OfForgetting(string ledger, ForgetReceipt receipt, int contacts)
    {
        var stays = receipt.Texts == 0 ? " The text stays in the ledger, for it stands elsewhere too." : "";
        return new Page().Text(
            $"{Wording.Count(receipt.Places, "article")} forgotten, {Wording.Count(receipt.ContactsTouched, "contact")} changed.{stays} "
            + $"{ledger} holds {Wording.Count(contacts, "contact")}.");
    }
}
