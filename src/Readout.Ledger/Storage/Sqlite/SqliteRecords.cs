using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>Rows of a ledger file as the values they stand for.</summary>
internal static class SqliteRecords
{
    /// <summary>What stands in <c>sort_day</c> where no day is known: after all days.</summary>
    public const string NoDay = "~";

    /// <summary>The columns <see cref="ReadContact"/> reads.</summary>
    public const string ContactColumns =
        "id, group_id, kind, status, participants, date, inferred, first, last, sort_day, "
        + "duration, bound, place, articles, origins, conflicts, candidates, plan, decisions";

    /// <summary>The columns <see cref="ReadPlace"/> reads, of a table named <c>p</c>.</summary>
    public const string PlaceColumns = "p.article, p.language, p.title_length, p.written, p.day, p.moment, p.publisher, p.url";

    /// <summary>A contact.</summary>
    public static ContactRow ReadContact(SqliteDataReader row)
    {
        var candidates = ReadingRecord.Ids(row.GetString(16));
        var line = new TimelineRow(
            row.GetString(0),
            Written.Parse<ContactKind>(row.GetString(2)) ?? ContactKind.Meeting,
            Written.Parse<ContactStatus>(row.GetString(3)) ?? ContactStatus.Held,
            ReadingRecord.Participants(row.GetString(4)),
            Text(row, 5),
            row.GetInt64(6) != 0,
            row.GetString(9) is var day && day == NoDay ? null : LocalDatePattern.Iso.Parse(day).Value,
            Text(row, 10),
            Written.Parse<DurationBound>(Text(row, 11)),
            Text(row, 12),
            row.GetInt32(13),
            row.GetInt32(14),
            row.GetInt32(15),
            !candidates.IsEmpty);
        return new ContactRow(line, row.GetString(1), Text(row, 7), Text(row, 8), candidates, row.GetInt64(17) != 0, ReadingRecord.Ids(row.GetString(18)));
    }

    /// <summary>The values of a contact, in the order of <see cref="ContactColumns"/>.</summary>
    public static object?[] Values(ContactRow contact)
    {
        var row = contact.Row;
        return
        [
            row.Id, contact.Group, row.Kind.Name(), row.Status.Name(), ReadingRecord.Write(row.Participants), row.Date,
            row.DateInferred ? 1 : 0, contact.First, contact.Last, SortDay(row.SortDay), row.Duration,
            row.DurationBound?.Name(), row.Place, row.Articles, row.Origins, row.Conflicts,
            ReadingRecord.Write(contact.Candidates), contact.IsPlan ? 1 : 0, ReadingRecord.Write(contact.Decisions),
        ];
    }

    /// <summary>A day as it is sorted by.</summary>
    public static string SortDay(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : NoDay;

    /// <summary>A place, as an article without its text.</summary>
    public static Article ReadPlace(SqliteDataReader row, int from) => new()
    {
        Id = row.GetString(from),
        Text = "",
        Language = row.GetString(from + 1),
        TitleLength = row.GetInt32(from + 2),
        Published = Text(row, from + 3) is { } written && Text(row, from + 4) is { } day
            ? new Publication(
                written,
                LocalDatePattern.Iso.Parse(day).Value,
                Text(row, from + 5) is { } moment ? OffsetDateTimePattern.ExtendedIso.Parse(moment).Value : null)
            : null,
        Publisher = Text(row, from + 6),
        Url = Text(row, from + 7),
    };

    /// <summary>The values of a place, in the order of <see cref="PlaceColumns"/>, after the text it belongs to.</summary>
    public static object?[] Values(long textKey, Article article) =>
    [
        textKey, article.Id, article.Language, article.TitleLength, article.Published?.Written,
        article.Published is { } published ? LocalDatePattern.Iso.Format(published.Day) : null,
        article.Published?.Moment is { } moment ? OffsetDateTimePattern.ExtendedIso.Format(moment) : null,
        article.Publisher, article.Url,
    ];

    /// <summary>The columns of an account with its canonical place, and what <see cref="ReadAccount"/> reads it from.</summary>
    public const string AccountRows = $"""
        SELECT a.id, a.ordinal, a.siblings, a.finding, t.hash, t.key, a.contact_id,
            coalesce(a.decided_rule, a.rule), coalesce(a.decided_because, a.because), a.candidates, {PlaceColumns},
            (SELECT r.likeness FROM reprints r WHERE r.text_key = a.text_key), rt.hash, rp.article, rp.written, rp.publisher, rp.url
        FROM accounts a JOIN texts t ON t.key = a.text_key JOIN places p ON p.key = t.place_key
        LEFT JOIN texts rt ON rt.key = (SELECT r.of_key FROM reprints r WHERE r.text_key = a.text_key) LEFT JOIN places rp ON rp.key = rt.place_key
        """;

    /// <summary>An account, from a row of <see cref="AccountRows"/>.</summary>
    public static Account ReadAccount(SqliteDataReader row)
    {
        var place = ReadPlace(row, 10);
        var reprint = row.IsDBNull(18)
            ? null
            : new Reprint(new ArticlePlace(row.GetString(20), row.GetString(19), Text(row, 21), Text(row, 22), Text(row, 23)), row.GetDouble(18));
        return new Account(
            row.GetString(0), PlaceOrder.Shown(place, row.GetString(4)), PublicationOrder.Of(place.Published), row.GetInt32(1), row.GetInt32(2),
            ReadingRecord.Finding(row.GetString(3)), reprint);
    }

    /// <summary>An account with its contact, from a row of <see cref="AccountRows"/>; without one where it was rejected.</summary>
    public static PlacedAccount ReadPlaced(SqliteDataReader row) => new(
        ReadAccount(row), Text(row, 6) ?? "", new MergeReason(Text(row, 7) ?? "", Text(row, 8) ?? ""), row.GetInt64(5));

    /// <summary>A text that may be missing.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
