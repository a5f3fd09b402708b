using Microsoft.Data.Sqlite;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>Ledgers that older versions of the program made are brought up to date, and lose nothing.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly LedgerFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void ALedgerOfTheFirstVersionBecomesWhatItsArticlesAndReadingsMakeToday()
    {
        var path = FirstVersion();
        using var ledger = ContactLedger.OpenOrCreate(path);
        Assert.Equal((8, 9), (ledger.Counts().Texts, ledger.Counts().Places));
        AssertAsReadToday(ledger);
    }

    [Fact]
    public void AQuestionAloneBringsItUpToDateToo()
    {
        var path = FirstVersion();
        using (var ledger = ContactLedger.OpenToRead(path)) AssertAsReadToday(ledger);
        using var again = ContactLedger.OpenToRead(path);
        AssertAsReadToday(again);
    }

    [Fact]
    public async Task TwoThatOpenItAtOnceBothFindItUpToDate()
    {
        var path = FirstVersion();
        var exports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var ledger = ContactLedger.OpenToRead(path);
            return LedgerFiles.Export(ledger);
        })));
        Assert.Single(exports.Distinct());
        Assert.NotEmpty(exports[0]);
    }

    [Fact]
    public void IdsOfTheFirstVersionStillLeadToTheirContacts()
    {
        var path = FirstVersion();
        var before = new List<(string Account, string Article)>();
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT a.id, p.article FROM accounts a JOIN texts t ON t.key = a.text_key JOIN places p ON p.key = t.place_key";
            using var rows = command.ExecuteReader();
            while (rows.Read()) before.Add((rows.GetString(0), rows.GetString(1)));
        }
        Assert.Equal(13, before.Count);
        using var ledger = ContactLedger.OpenToRead(path);
        Assert.All(before, b => Assert.Contains(ledger.Find(b.Account).Contact!.Accounts, a => a.Id == b.Account && a.Place.Article == b.Article));
    }

    private void AssertAsReadToday(ContactLedger old)
    {
        var stored = old.Articles().ToList().ConvertAll(row => (Row: row, Kept: old.FindArticles(row.Place.TextHash).Single()));
        var readings = stored.ToDictionary(s => s.Kept.Article.Text, s => s.Kept.Reading, StringComparer.Ordinal);
        var articles = stored.SelectMany(s => s.Row.OtherPlaces.Prepend(s.Row.Place).Select(p => At(s.Kept.Article, p))).ToList();
        using var made = ContactLedger.OpenOrCreate(_files.Path("made.db"));
        made.Add(articles, a => readings[a.Text]);
        Assert.Equal(made.Counts(), old.Counts());
        Assert.Equal(LedgerFiles.Export(made), LedgerFiles.Export(old));
        Assert.NotEmpty(old.Plans());
    }

    private static Article At(Article article, ArticlePlace place) => article with
    {
        Id = place.Article,
        Published = place.Published is null ? null : Publication.TryParse(place.Published),
        Publisher = place.Publisher,
        Url = place.Url,
    };

    private string FirstVersion()
    {
        var path = _files.Path("first.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Repository.At("tests", "Readout.Tests", "Ledger", "version-1.sql"));
        command.ExecuteNonQuery();
        return path;
    }
}
