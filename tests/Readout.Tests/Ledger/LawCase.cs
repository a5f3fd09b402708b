using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Times;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

/// <summary>A generated case of the law: articles, the same ones in another order, and the size of batches.</summary>
internal sealed record LawCase(ImmutableArray<Article> Articles, ImmutableArray<Article> Shuffled, int Batch, Told Told)
{
    private static readonly ImmutableArray<ImmutableArray<Participant>> Companies =
    [
        [Putin, Trump], [Trump, Putin], [Russia, America], [Putin, America], [Lavrov, Rubio], [Putin, Trump, Rubio], [Trump, Zelensky],
        [Putin, Trump, Zelensky], [Russia, Ukraine], [Russia, Ukraine, Turkey], [America, Ukraine], [new("Chancellor of Germany", "DEU", true), Trump], [Trump],
    ];

    private static readonly ImmutableArray<string?> Dates =
        [null, null, "2025-02-11", "2025-02-12", "2025-02-13", "2025-02-12/2025-02-13", "2025-02", "2025", "2025-02-10/..", "2025-02-17/2025-02-23", "2025-03-14", "not a date"];

    // What several articles print, wholly, with a line more, or in part.
    private const string Wire =
        "the two leaders spoke at length about grain gas prisoners and the sea and agreed to speak again when their ministers have met in a third "
        + "country which neither side wished to name before both governments had looked at the dates that were put to them on friday";

    /// <summary>A reader whose inferred dates come from the publication, as a real one's do.</summary>
    public ArticleReading Read(Article article)
    {
        var reading = Told.Read(article);
        return reading with
        {
            Contacts = [.. reading.Contacts.Select(c => c.DateInferred ? Bounded(c, article.Published) : c)],
            Offices = Holder(article.Text) is { } holder
                ? [new ObservedOffice("DEU:head-of-government", holder, new Evidence(0, 1, article.Text[..1])) { Title = "Chancellor of Germany" }]
                : [],
        };
    }

    // Some articles name who holds the office that others leave without a name, not all the same one.
    private static string? Holder(string text) => (text.Sum(c => c) % 5) switch { 0 => "Friedrich Merz", 1 => "Olaf Scholz", 2 => "Friedrich Merz", _ => null };

    private static ContactFinding Bounded(ContactFinding contact, Publication? published)
    {
        var date = published is null ? null : new EdtfInterval(published.Day.PlusDays(-1), published.Day).ToString();
        return contact with
        {
            Date = date,
            DateInferred = date is not null,
            Claims = [.. contact.Claims.Where(c => c.Field != ContactField.Date)],
        };
    }

    public static Gen<LawCase> All() =>
        from articles in Gen.ListOf(OneArticle()).Select(l => l.ToImmutableArray())
        from copies in Gen.ListOf(OneCopy())
        from order in Gen.Choose(0, int.MaxValue).ArrayOf(articles.Length + copies.Count)
        from batch in Gen.Choose(1, 5)
        select Build(articles, [.. copies], order, batch);

    private static LawCase Build(
        ImmutableArray<(string? Published, string? Publisher, Telling[] Tellings, string? More)> articles,
        ImmutableArray<(int Of, string? Published, string? Publisher)> copies, int[] order, int batch)
    {
        var told = new Told();
        var all = articles.Select((a, i) => told.Article($"a{i}", a.Published, a.Publisher, a.Tellings, a.More)).ToList();
        var originals = all.Count;
        foreach (var copy in copies)
        {
            if (originals == 0) break;
            all.Add(all[copy.Of % originals] with
            {
                Id = $"copy{copy.Of % 3}",
                Published = copy.Published is null ? null : Publication.TryParse(copy.Published),
                Publisher = copy.Publisher,
            });
        }
        var shuffled = all.Select((a, i) => (a, Key: order[i])).OrderBy(x => x.Key).Select(x => x.a);
        return new LawCase([.. all], [.. shuffled], batch, told);
    }

    private static Gen<(string? Published, string? Publisher, Telling[] Tellings, string? More)> OneArticle() =>
        from published in OnePublication()
        from publisher in Gen.Elements("one.example", "two.example", null)
        from count in Gen.Choose(0, 3)
        from tellings in OneTelling().ArrayOf(count)
        from more in Gen.Elements(null, null, Wire, Wire + " and a line of their own", Wire[..120])
        select (published, publisher, tellings, more);

    private static Gen<(int Of, string? Published, string? Publisher)> OneCopy() =>
        from of in Gen.Choose(0, 1000)
        from published in OnePublication()
        from publisher in Gen.Elements("one.example", "three.example", null)
        select (of, published, publisher);

    private static Gen<string?> OnePublication() => Gen.Elements(
        null, "2025-02-01", "2025-02-12", "2025-02-13", "2025-02-14", "2025-02-13T08:00:00+07:00", "2025-02-13T03:00:00+02:00", "2025-02-10", "2025-03-12", "2025-03-20");

    private static Gen<Telling> OneTelling() =>
        from kind in Gen.Elements(ContactKind.Call, ContactKind.Meeting, ContactKind.Summit)
        from status in Gen.Elements(ContactStatus.Held, ContactStatus.Held, ContactStatus.Planned, ContactStatus.Proposed, ContactStatus.Denied)
        from who in Gen.Elements<ImmutableArray<Participant>>([.. Companies])
        from date in Gen.Elements<string?>([.. Dates])
        from inferred in Gen.Elements(true, false)
        from main in Gen.Elements(true, false)
        from minutes in Gen.Elements(null, null, "PT90M", "PT75M", "PT1H")
        from bound in Gen.Elements(DurationBound.Exact, DurationBound.AtLeast, DurationBound.AtMost)
        from place in Gen.Elements(null, null, "Anchorage", "Alaska")
        from relay in Gen.Elements<ImmutableArray<string>>([], ["RT", "Dmitry Peskov"])
        from count in Gen.Elements(null, null, null, null, "round 2", "round 3", "nth 8 2025", "nth 9 2025", "nth 1")
        select new Telling(kind, status, who, date)
        {
            Inferred = inferred && date is not null,
            Main = main,
            Duration = minutes,
            Bound = bound,
            Place = place,
            Relay = relay,
            Count = count is null ? null : CountClaim.TryParse(count),
        };
}
