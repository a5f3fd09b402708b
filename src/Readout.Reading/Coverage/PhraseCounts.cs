namespace Readout.Reading.Coverage;

/// <summary>
/// Counts phrases in bounded memory: where there are too many, the rarest go, by the same steps for the same articles in the same
/// order.
/// </summary>
internal sealed class PhraseCounts(UnknownKind kind, int most)
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private int article;

    /// <summary>Whether rare phrases had to go, so that counts of such may be too low.</summary>
    public bool Cut { get; private set; }

    /// <summary>How many different phrases it holds.</summary>
    public int Count => entries.Count;

    /// <summary>Begins the next article.</summary>
    public void NextArticle() => article++;

    /// <summary>Counts a phrase; its first example is kept.</summary>
    public void Add(string phrase, Func<(string Article, string Before, string Exact, string After)> example)
    {
        if (!entries.TryGetValue(phrase, out var entry))
        {
            if (entries.Count >= most) Prune();
            entries.Add(phrase, entry = new Entry(example()));
        }

        entry.Count++;
        if (entry.Last == article) return;
        entry.Last = article;
        entry.Articles++;
    }

    /// <summary>The most frequent phrases; those equally frequent in ordinal order.</summary>
    public IEnumerable<UnknownPhrase> Top(int count) => entries
        .OrderByDescending(e => e.Value.Count).ThenBy(e => e.Key, StringComparer.Ordinal).Take(count)
        .Select(e => new UnknownPhrase(
            kind, e.Key, e.Value.Count, e.Value.Articles, e.Value.Example.Article, e.Value.Example.Before, e.Value.Example.Exact, e.Value.Example.After));

    // Half of the room is made free at once, or every new phrase would cost a walk through all.
    private void Prune()
    {
        Cut = true;
        for (var floor = 1; entries.Count > most / 2; floor++)
        {
            foreach (var rare in entries.Where(e => e.Value.Count <= floor).Select(e => e.Key).ToList()) entries.Remove(rare);
        }
    }

    private sealed class Entry((string Article, string Before, string Exact, string After) example)
    {
        public (string Article, string Before, string Exact, string After) Example => example;

        public int Count { get; set; }

        public int Articles { get; set; }

        public int Last { get; set; } = -1;
    }
}
