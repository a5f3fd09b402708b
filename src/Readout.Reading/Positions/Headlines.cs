namespace Readout.Reading.Positions;

/// <summary>A headline tells again what the text tells: what is found in it joins its like in the text.</summary>
internal static class Headlines
{
    private const double MostlyShared = 0.4;
    private const int Longest = 400;
    private static readonly char[] Separators = [' ', '\u00a0', '\n', ',', '.', ':', ';', '“', '”', '"', '\''];

    /// <summary>What was found, without what only the headline tells and the text tells too.</summary>
    /// <param name="found">What was found, in text order.</param>
    /// <param name="titleLength">Length of the headline in UTF-16 code units; 0 where there is none.</param>
    /// <param name="evidence">The evidence of a finding.</param>
    /// <param name="like">Whether a finding of the headline (first) and one of the text may tell the same.</param>
    /// <param name="join">Makes one of the finding of the text and that of the headline.</param>
    public static List<T> Join<T>(List<T> found, int titleLength, Func<T, IReadOnlyList<Evidence>> evidence, Func<T, T, bool> like, Func<T, T, T> join)
    {
        if (titleLength > Longest) return found;
        var titles = found.FindAll(f => evidence(f)[^1].Start < titleLength);
        if (titles.Count == 0) return found;
        var text = found.FindAll(f => evidence(f)[^1].Start >= titleLength);
        var alone = new List<T>();
        foreach (var title in titles)
        {
            var same = text.FindIndex(t => like(title, t) && Shares(evidence(title)[0], evidence(t)[^1]));
            if (same < 0) alone.Add(title);
            else text[same] = join(text[same], title);
        }

        return [.. alone, .. text];
    }

    // Headlines are short: two tell the same where a good part of the headline's words stand in the text's.
    private static bool Shares(Evidence title, Evidence text)
    {
        var words = Words(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (shared, all) = (0, 0);
        foreach (var word in Words(title))
        {
            all++;
            if (words.Contains(word)) shared++;
        }

        return shared >= MostlyShared * all;
    }

    private static string[] Words(Evidence evidence) => evidence.Exact.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
