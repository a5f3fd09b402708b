using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Why two accounts are, or are not, one contact.</summary>
internal static class WhyScreen
{
    private const int Step = 2;

    /// <summary>The page of the why command.</summary>
    /// <param name="why">The answer.</param>
    /// <param name="textOf">The text with a given content address; null where it is not at hand.</param>
    public static Page Of(Why why, Func<string, string?> textOf)
    {
        var page = new Page().Heading(Phrase.Strong(why.One ? "One contact" : "Not one contact")
            + Phrase.Dim(why is { One: true, First.ContactId: { } id } ? "   " + id : ""));
        foreach (var point in why.Points)
        {
            page.Text(Phrase.Of(Wording.Capital(point.Because), point.Apart ? Tone.Alert : Tone.Normal) + Phrase.Dim("   " + point.Rule), Step);
        }

        Account(page, why.First, why.One, textOf);
        if (why.First.Id != why.Second.Id) Account(page, why.Second, why.One, textOf);
        return page;
    }

    private static void Account(Page page, WhyAccount account, bool one, Func<string, string?> textOf)
    {
        var finding = account.Finding;
        page.Heading(Phrase.Strong(Wording.Place(account.Place)) + Phrase.Dim("   " + account.Id));
        page.Text(Phrase.Join(" · ",
            Phrase.Of($"{Wording.Title(finding.Kind)}: {Wording.Between(finding.Participants)}"),
            Phrase.Of(finding.Date is null ? "undated" : Wording.Date(finding.Date, finding.DateInferred)),
            Phrase.Of(Wording.Duration(finding.Duration, finding.DurationBound)), Phrase.Of(finding.Place), Phrase.Of(finding.Status.Name())), Step);
        page.Text(Quotation.Of(finding.Evidence[0], textOf(account.Place.TextHash)), Step);
        page.Text(account.Merged is { } reason
            ? Phrase.Of(one ? "Here because " : "In its own contact because ") + reason.Because + Phrase.Dim($"   {reason.Rule} · {account.ContactId}")
            : Phrase.Of("In no contact: it was decided that it tells of none", Tone.Alert), Step);
    }
}
