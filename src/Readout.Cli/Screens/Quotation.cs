using Readout.Cli.Screens.Layout;
using Readout.Reading;

namespace Readout.Cli.Screens;

/// <summary>Shows evidence in its place: the words, marked, with a little of the sentence around them.</summary>
internal static class Quotation
{
    private const int Around = 48;
    private const int Longest = 600;

    /// <summary>Quotes evidence from the text it stands in; without the text, the words alone.</summary>
    public static Phrase Of(Evidence evidence, string? text)
    {
        var words = evidence.Exact.Length <= Longest ? evidence.Exact : evidence.Exact[..WordEnd(evidence.Exact, Longest)].TrimEnd() + " …";
        var marked = Phrase.Of("«" + words + "»", Tone.Evidence);
        var sound = text is not null && evidence.Start >= 0 && evidence.End <= text.Length && evidence.Start <= evidence.End
            && text.AsSpan(evidence.Start, evidence.End - evidence.Start).SequenceEqual(evidence.Exact);
        return sound ? Phrase.Of(Before(text!, evidence.Start)) + marked + Phrase.Of(After(text!, evidence.End)) : marked;
    }

    /// <summary>Quotes several places of one text that stand near each other, each marked, with what stands between them.</summary>
    /// <param name="places">The places, in text order; at least one.</param>
    /// <param name="text">The text they stand in.</param>
    public static Phrase Of(IReadOnlyList<Evidence> places, string text)
    {
        var phrase = Phrase.Of(Before(text, places[0].Start));
        for (var i = 0; i < places.Count; i++)
        {
            if (i > 0) phrase += text[places[i - 1].End..places[i].Start].Replace('\n', ' ');
            phrase += Phrase.Of("«" + places[i].Exact + "»", Tone.Evidence);
        }

        return phrase + After(text, places[^1].End);
    }

    private static string Before(string text, int end)
    {
        var from = Math.Max(0, end - Around);
        var line = text.LastIndexOf('\n', Math.Max(end - 1, 0), Math.Max(end - from, 0));
        if (line >= 0) return text[(line + 1)..end].TrimStart();
        if (from == 0) return text[..end].TrimStart();
        var word = text.IndexOf(' ', from, end - from);
        return word < 0 ? "… " : "… " + text[(word + 1)..end];
    }

    private static string After(string text, int start)
    {
        var to = Math.Min(text.Length, start + Around);
        var line = text.IndexOf('\n', start, to - start);
        if (line >= 0) return text[start..line].TrimEnd();
        if (to == text.Length) return text[start..].TrimEnd();
        var word = text.LastIndexOf(' ', to - 1, to - start);
        return word < 0 ? " …" : text[start..word] + " …";
    }

    private static int WordEnd(string text, int limit)
    {
        var space = text.LastIndexOf(' ', limit);
        return space > 0 ? space : limit;
    }
}
