using Readout.Reading.Articles;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>
/// Reads articles and counts what the pack does not know in them. Its memory does not grow with the number of articles. Not for use by
/// several threads at once.
/// </summary>
public sealed class CoverageSurvey
{
    private const int WordsAround = 6;

    private readonly Reader reader;
    private readonly bool onlyWithContacts;
    private readonly Dictionary<UnknownKind, PhraseCounts> counts;

    /// <summary>Makes a survey that has read nothing yet.</summary>
    /// <param name="files">The packs.</param>
    /// <param name="onlyWithContacts">Whether only articles count in which a contact is found.</param>
    /// <param name="mostPhrases">How many different phrases of a kind are held at most.</param>
    public CoverageSurvey(PackFiles files, bool onlyWithContacts = false, int mostPhrases = 50_000)
    {
        counts = Enum.GetValues<UnknownKind>().ToDictionary(k => k, k => new PhraseCounts(k, mostPhrases));
        reader = new Reader(files) { Watch = Take };
        this.onlyWithContacts = onlyWithContacts;
    }

    /// <summary>How many articles were read.</summary>
    public int Articles { get; private set; }

    /// <summary>How many of them counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Reads one article.</summary>
    /// <exception cref="PackException">There is no pack for its language, or it is broken.</exception>
    public void Read(Article article)
    {
        Articles++;
        _ = reader.Read(article);
    }

    /// <summary>How many different phrases of a kind are held.</summary>
    public int Phrases(UnknownKind kind) => counts[kind].Count;

    /// <summary>Whether there were so many phrases of a kind that rare ones were dropped.</summary>
    public bool Cut(UnknownKind kind) => counts[kind].Cut;

    /// <summary>The most frequent unknown phrases of a kind; those equally frequent in ordinal order.</summary>
    public IEnumerable<UnknownPhrase> Top(UnknownKind kind, int count) => counts[kind].Top(count);

    private void Take(ReadingTrace trace)
    {
        if (onlyWithContacts && trace.Tellings.Count == 0) return;
        Counted++;
        foreach (var count in counts.Values) count.NextArticle();
        var document = trace.Document;
        foreach (var found in new UnknownFinder(trace).Find())
        {
            counts[found.Kind].Add(found.Phrase, () => Example(document, found));
        }
    }

    // Before and after keep the spaces that part them from the phrase.
    private static (string Article, string Before, string Exact, string After) Example(Document document, Unknown found)
    {
        var (text, tokens) = (document.Text, document.Tokens);
        var (start, end) = (tokens[found.First].Start, tokens[found.End - 1].End);
        var from = tokens[Math.Max(0, found.First - WordsAround)].Start;
        var to = tokens[Math.Min(tokens.Count, found.End + WordsAround) - 1].End;
        var (before, after) = (text[from..start], text[end..to]);
        return (
            document.Article.Id,
            UnknownFinder.Line(before) is { Length: > 0 } b && char.IsWhiteSpace(before[^1]) ? b + " " : UnknownFinder.Line(before),
            UnknownFinder.Line(text[start..end]),
            UnknownFinder.Line(after) is { Length: > 0 } a && char.IsWhiteSpace(after[0]) ? " " + a : UnknownFinder.Line(after));
    }
}
