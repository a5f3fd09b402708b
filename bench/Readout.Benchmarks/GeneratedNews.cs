using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;

namespace Readout.Benchmarks;

/// <summary>
/// Articles with their readings, made from their numbers alone: the n-th is the same on every machine. Thirty events a day, each told by
/// three articles on average; few pairs of states are in most of the news, as in life.
/// </summary>
internal sealed class GeneratedNews
{
    private const int States = 190;
    private const int EventsADay = 30;
    private const int ArticlesAnEvent = 3;
    private const int YearsInOffice = 5;
    private static readonly LocalDate First = new(1995, 1, 1);
    private static readonly string[] Cities = [.. Enumerable.Range(0, States).Select(s => Name(s, 77))];
    private static readonly string[] Issues =
        ["ceasefire", "negotiations", "sanctions", "trade and tariffs", "peace plan", "territory", "arms supplies", "bilateral cooperation"];

    private readonly string[] words;

    /// <summary>News in the words of a corpus.</summary>
    public GeneratedNews(Corpus corpus) => words = [.. corpus.Articles.SelectMany(a => a.Text.Split((char[])[' ', '\n', '.', ',', '“', '”'], StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The n-th article.</summary>
    public Article Article(int n)
    {
        var (happened, _, telling) = Of(n);
        var published = happened.Day.PlusDays((int)(Hash(n, 1) % 3));
        return new Article
        {
            Id = n.ToString(CultureInfo.InvariantCulture),
            Text = telling.Text,
            TitleLength = telling.TitleLength,
            Published = Publication.TryParse(LocalDatePattern.Iso.Format(published)),
            Publisher = $"Báo {Name((int)(Hash(n, 2) % 40), 5)}",
            Url = $"https://news.example/{n}",
        };
    }

    /// <summary>What it says.</summary>
    public ArticleReading Reading(Article article)
    {
        var n = int.Parse(article.Id, CultureInfo.InvariantCulture);
        var (happened, who, telling) = Of(n);
        var evidence = new Evidence(0, telling.TitleLength, telling.Text[..telling.TitleLength]);
        var dated = Hash(n, 3) % 4 != 0;
        var date = dated ? LocalDatePattern.Iso.Format(happened.Day) : null;
        var duration = Hash(n, 4) % 6 == 0 ? $"PT{30 + (Hash(n, 5) % 60)}M" : null;
        var place = Hash(n, 6) % 3 == 0 ? Cities[happened.Second] : null;
        var claims = ImmutableArray.CreateBuilder<FieldClaim>();
        void Claim(ContactField field, string? value, DurationBound? bound = null)
        {
            if (value is not null) claims.Add(new FieldClaim(field, value, bound, evidence, [], ["generated.rule"]));
        }

        Claim(ContactField.Kind, happened.Kind.Name());
        Claim(ContactField.Status, ContactStatus.Held.Name());
        foreach (var one in who) Claim(ContactField.Participant, one.Name);
        Claim(ContactField.Date, date);
        Claim(ContactField.Duration, duration, duration is null ? null : DurationBound.Exact);
        Claim(ContactField.Place, place);
        var mentions = who.Select(w => new MentionFinding(new Evidence(telling.Text.IndexOf(w.Name, StringComparison.Ordinal), telling.Text.IndexOf(w.Name, StringComparison.Ordinal) + w.Name.Length, w.Name), [w.Name], ["generated.name"]));
        var body = new Evidence(telling.TitleLength + 1, telling.Text.Length, telling.Text[(telling.TitleLength + 1)..]);
        var issue = Issues[Hash(happened.Number, 7) % (ulong)Issues.Length];
        return new ArticleReading(
            [new ContactFinding(happened.Kind, ContactStatus.Held, who, date, false, duration, duration is null ? null : DurationBound.Exact, place, null, true, [evidence], claims.DrainToImmutable())],
            Hash(n, 8) % 3 == 0 ? [new StatementFinding(who[0].Name, StatementMode.Indirect, body, null, null, [], ["generated.said"])] : [],
            Hash(n, 9) % 5 == 0 ? [new PositionFinding(who[0].Name, (Stance)(Hash(happened.Number, 10) % 4), issue, null, [body], ["generated.stance"])] : [],
            [], [],
            who[0].IsPerson && Hash(n, 11) % 6 == 0 ? [new ObservedOffice($"{Code(happened.First)}:president", who[0].Name, evidence)] : [],
            [])
        {
            Mentions = [.. mentions],
        };
    }

    private sealed record Happened(int Number, LocalDate Day, int First, int Second, ContactKind Kind);

    private (Happened Event, ImmutableArray<Participant> Who, (string Text, int TitleLength) Telling) Of(int n)
    {
        // Articles of one event come near each other, not one after another.
        var number = Math.Max(0, (n / ArticlesAnEvent) - (int)(Hash(n, 12) % 20));
        var (first, second) = (Ranked(number, 13), Ranked(number, 14));
        if (first == second) second = (second + 1) % States;
        var kind = (Hash(number, 15) % 20) switch { < 7 => ContactKind.Call, < 15 => ContactKind.Meeting, < 19 => ContactKind.Visit, _ => ContactKind.Message };
        var happened = new Happened(number, First.PlusDays(number / EventsADay), first, second, kind);
        ImmutableArray<Participant> who = [Participant(happened, first, n, 16), Participant(happened, second, n, 17)];
        return (happened, who, Text(n, happened, who));
    }

    private static Participant Participant(Happened happened, int state, int n, int salt)
    {
        // Who goes is a matter of the event; whether he is named, of the article.
        if (Hash(n, salt) % 7 == 0) return new Participant("Republic of " + Name(state, 3), Code(state), false);
        var rank = Hash(happened.Number, salt + 10) % 3 == 0 ? 2 : 1;
        return new Participant(Name((state * 100) + (happened.Day.Year / YearsInOffice), rank) + " " + Name(state, rank + 40), Code(state), true);
    }

    private (string Text, int TitleLength) Text(int n, Happened happened, ImmutableArray<Participant> who)
    {
        var verb = happened.Kind switch { ContactKind.Call => "điện đàm với", ContactKind.Visit => "thăm", ContactKind.Message => "gửi thư cho", _ => "hội đàm với" };
        var text = new StringBuilder($"{who[0].Name} {verb} {who[1].Name}");
        var title = text.Length;
        text.Append('\n');
        for (var i = 0; i < 60; i++) text.Append(words[Hash(n, 100 + i) % (ulong)words.Length]).Append(i % 15 == 14 ? ". " : " ");
        text.Append(Name(n, 90)).Append('.');
        return (text.ToString().Normalize(), title);
    }

    // Few states are in most of the news: the third power of an even number between 0 and 1.
    private static int Ranked(int number, int salt)
    {
        var even = (Hash(number, salt) >> 11) * (1.0 / (1UL << 53));
        return (int)(States * even * even * even);
    }

    private static string Code(int state) => $"{(char)('A' + (state / 26))}{(char)('A' + (state % 26))}X";

    private static string Name(int number, int salt)
    {
        const string consonants = "bdghklmnprstvz", vowels = "aeiou";
        var (hash, name) = (Hash(number, salt), new StringBuilder());
        for (var i = 0; i < 3; i++)
        {
            name.Append(consonants[(int)(hash % (ulong)consonants.Length)]).Append(vowels[(int)(hash / 64 % (ulong)vowels.Length)]);
            hash >>= 12;
        }

        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    private static ulong Hash(int number, int salt)
    {
        var z = ((ulong)number * 0x9E3779B97F4A7C15UL) + ((ulong)salt * 0xD1B54A32D192ED03UL) + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
