using System.Collections.Immutable;

namespace Readout.Ledger.Search;

/// <summary>The words that somebody searches for.</summary>
/// <param name="Typed">Each word in lower case, as it was typed.</param>
/// <param name="Folded">The same words as the index knows them.</param>
internal sealed record SearchWords(ImmutableArray<string> Typed, ImmutableArray<string> Folded)
{
    // More would not narrow a search that reads only texts with all words.
    private const int Most = 32;

    /// <summary>The words of a text.</summary>
    public static SearchWords Of(string text)
    {
        var typed = ImmutableArray.CreateBuilder<string>();
        var normal = text.Normalize();
        foreach (var (start, end) in In(normal))
        {
            if (typed.Count < Most) typed.Add(normal[start..end].ToLowerInvariant());
        }
        var words = typed.DrainToImmutable();
        return new SearchWords(words, [.. words.Select(PlainLetters.Of)]);
    }

    /// <summary>The folded words of a text with one space between them: how a name is looked up, whatever else stands in it.</summary>
    public static string Plain(string text)
    {
        var folded = PlainLetters.Of(text);
        return string.Join(' ', In(folded).Select(w => folded[w.Start..w.End]));
    }

    /// <summary>The places of all words in a text, in order.</summary>
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && PlainLetters.IsInWord(text[i]);
            if (inWord && start < 0) start = i;
            if (inWord || start < 0) continue;
            yield return (start, i);
            start = -1;
        }
    }

    /// <summary>What the full-text index is asked for all words, in any order.</summary>
    public string Anywhere => string.Join(' ', Folded.Select(w => $"\"{w}\""));

    /// <summary>What the full-text index is asked for the words one after another.</summary>
    public string Together => $"\"{string.Join(' ', Folded)}\"";
}
