using System.Collections.Immutable;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Tests.Ledger;

/// <summary>
/// Articles and readings by hand. Each article's text is a line for each contact, and its reading is looked up by text, so a test
/// needs no reader.
/// </summary>
internal sealed class Told
{
    public static readonly Participant Putin = new("Vladimir Putin", "RUS", true);
    public static readonly Participant Trump = new("Donald Trump", "USA", true);
    public static readonly Participant Zelensky = new("Volodymyr Zelensky", "UKR", true);
    public static readonly Participant Lavrov = new("Sergey Lavrov", "RUS", true);
    public static readonly Participant Rubio = new("Marco Rubio", "USA", true);
    public static readonly Participant Medinsky = new("Vladimir Medinsky", "RUS", true);
    public static readonly Participant Ukraine = new("Ukraine", "UKR", false);
    public static readonly Participant Turkey = new("Turkey", "TUR", false);
    public static readonly Participant Russia = new("Russia", "RUS", false);
    public static readonly Participant America = new("United States", "USA", false);

    private readonly Dictionary<string, ArticleReading> _readings = new(StringComparer.Ordinal);

    /// <summary>How many texts were read.</summary>
    public int Reads { get; private set; }

    /// <summary>The reader to hand to a ledger.</summary>
    public ArticleReading Read(Article article)
    {
        Reads++;
        return _readings.GetValueOrDefault(article.Text, Nothing);
    }

    public static ArticleReading Nothing { get; } = new([], [], [], [], [], [], []);

    /// <summary>An article that tells of contacts.</summary>
    public Article Article(string id, string? published, params Telling[] tellings) => Article(id, published, null, tellings);

    /// <summary>An article of a publisher that tells of contacts, and goes on with more words.</summary>
    public Article Article(string id, string? published, string? publisher, Telling[] tellings, string? more = null)
    {
        var lines = tellings.Select((t, i) => $"{id} tells of {t.Kind} {i}: {string.Join(", ", t.Who.Select(p => p.Name))}.").ToList();
        var text = string.Join('\n', lines.Prepend(id));
        var contacts = ImmutableArray.CreateBuilder<ContactFinding>();
        var at = id.Length + 1;
        for (var i = 0; i < tellings.Length; i++)
        {
            contacts.Add(Finding(tellings[i], new Evidence(at, at + lines[i].Length, lines[i])));
            at += lines[i].Length + 1;
        }
        if (more is not null) text += "\n" + more;
        _readings[text] = Nothing with { Contacts = contacts.DrainToImmutable() };
        return new Article
        {
            Id = id,
            Text = text,
            Publisher = publisher,
            Published = published is null ? null : Publication.TryParse(published),
        };
    }

    /// <summary>Changes what a text reads as.</summary>
    public void Reread(Article article, ArticleReading reading) => _readings[article.Text] = reading;

    private static ContactFinding Finding(Telling t, Evidence words)
    {
        var claims = ImmutableArray.CreateBuilder<FieldClaim>();
        void Claim(ContactField field, string? value, DurationBound? bound = null)
        {
            if (value is not null) claims.Add(new FieldClaim(field, value, bound, words, t.Relay, ["test.rule"]));
        }
        Claim(ContactField.Date, t.Date);
        Claim(ContactField.Duration, t.Duration, t.Duration is null ? null : t.Bound);
        if (t.Place is not null) claims.Add(new FieldClaim(ContactField.Place, t.Place, null, words, t.Relay, ["test.rule"]) { Within = t.PlaceWithin });
        Claim(ContactField.Initiator, t.Initiator);
        Claim(ContactField.Count, t.Count?.Written);
        return new ContactFinding(
            t.Kind, t.Status, t.Who, t.Date, t.Inferred, t.Duration, t.Duration is null ? null : t.Bound, t.Place, t.Initiator, t.Main,
            [words], claims.DrainToImmutable());
    }
}

/// <summary>What a test article says of one contact.</summary>
internal sealed record Telling(ContactKind Kind, ContactStatus Status, ImmutableArray<Participant> Who, string? Date = null)
{
    public bool Inferred { get; init; }

    public string? Duration { get; init; }

    public DurationBound Bound { get; init; } = DurationBound.Exact;

    public string? Place { get; init; }

    public string? PlaceWithin { get; init; }

    public string? Initiator { get; init; }

    public CountClaim? Count { get; init; }

    public bool Main { get; init; }

    public ImmutableArray<string> Relay { get; init; } = [];

    public static Telling Call(string? date, params ImmutableArray<Participant> who) => new(ContactKind.Call, ContactStatus.Held, who, date);

    public static Telling Meeting(ContactStatus status, string? date, params ImmutableArray<Participant> who) =>
        new(ContactKind.Meeting, status, who, date);
}
