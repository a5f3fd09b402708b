using Readout.Cli.Screens.Layout;
using Readout.Ledger.Queries;

namespace Readout.Cli.Screens;

/// <summary>What sources count, and what the record has of it.</summary>
internal static class GapsScreen
{
    private const int Step = 2;

    /// <summary>The page of gaps.</summary>
    /// <param name="all">All counts, to sum up.</param>
    /// <param name="shown">Those to print.</param>
    /// <param name="textOf">The text with a given content address.</param>
    public static Page Of(IReadOnlyList<CountGap> all, IReadOnlyList<CountGap> shown, Func<string, string?> textOf)
    {
        var page = new Page();
        foreach (var gap in shown) One(page, gap, textOf);
        if (shown.Count > 0) page.Gap();
        var parts = Enum.GetValues<GapKind>().Select(k => (Kind: k, Count: all.Count(g => g.Kind == k))).Where(p => p.Count > 0)
            .Select(p => $"{p.Count} {Summed(p.Kind)}");
        return page.Text(all.Count == 0 ? "No source counts contacts." : $"{Wording.Count(all.Count, "count")} by sources: {string.Join(", ", parts)}.");
    }

    /// <summary>The name of a kind of gap in files.</summary>
    public static string Name(GapKind kind) => kind switch
    {
        GapKind.Lacks => "lacks",
        GapKind.Exceeds => "exceeds",
        GapKind.Agrees => "agrees",
        GapKind.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void One(Page page, CountGap gap, Func<string, string?> textOf)
    {
        var row = gap.Contact;
        page.Heading(Phrase.Join("   ",
            Phrase.Strong($"{Wording.Title(row.Kind)}: {Wording.Between(row.Participants)}"),
            Phrase.Of(Wording.Date(row.Date, row.DateInferred)),
            Phrase.Dim(row.Id)));
        page.Text(Phrase.Of(Verdict(gap), gap.Kind is GapKind.Lacks or GapKind.Exceeds ? Tone.Alert : Tone.Normal), Step);
        foreach (var claim in gap.Claims)
        {
            var relay = claim.Claim.Relay;
            page.Text(Phrase.Dim(Phrase.Join(" · ", Phrase.Of(relay.IsEmpty ? "" : "on the word of " + relay[^1]), Phrase.Of(Wording.Place(claim.Place))).Text), 2 * Step);
            page.Text(Quotation.Of(claim.Claim.Evidence, textOf(claim.Place.TextHash)), 2 * Step);
        }

        if (gap.Recorded.IsEmpty) return;
        page.Text("In the record:", Step);
        foreach (var one in gap.Recorded) page.Text(Phrase.Of(Wording.Date(one.Date, one.DateInferred)) + Phrase.Dim("   " + one.Id), 2 * Step);
    }

    private static string Verdict(CountGap gap)
    {
        var told = Wording.Capital(Wording.Count(gap.Count));
        return gap.Kind switch
        {
            GapKind.Lacks => $"{told}; the record has {gap.Recorded.Length}, so {gap.Missing} seem to be missing",
            GapKind.Exceeds => $"{told}; the record has {gap.Recorded.Length}, more than told",
            GapKind.Agrees => $"{told}; the record agrees",
            _ => $"{told}; it cannot be told if the record lacks any",
        };
    }

    private static string Summed(GapKind kind) => kind switch
    {
        GapKind.Lacks => "the record falls short of",
        GapKind.Exceeds => "it exceeds",
        GapKind.Agrees => "it agrees with",
        _ => "that it cannot be held against",
    };
}
