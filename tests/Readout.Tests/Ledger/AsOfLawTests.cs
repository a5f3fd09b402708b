using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Ledger.Storage.Sqlite;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>As of a moment the ledger says what one says that was given the articles and decisions of by then, and no others.</summary>
public sealed class AsOfLawTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    public static TheoryData<string> Moments =>
    [
        "2025-01-31", "2025-02-01", "2025-02-12", "2025-02-13", "2025-02-14", "2025-12-31",
        "2025-02-13T00:30:00Z", "2025-02-13T01:00:00Z", "2025-02-13T08:00:00+07:00", "2025-02-12T20:00:00-08:00", "2025-02-14T02:00:00+14:00",
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public void ItIsALedgerBuiltFromTheArticlesOfByThenAlone(string moment) => Prop.ForAll(LawCase.All().ToArbitrary(), c =>
    {
        var asOf = AsOf.TryParse(moment)!;
        using var ledger = Open();
        foreach (var batch in c.Shuffled.Chunk(c.Batch)) ledger.Add(batch, c.Read);
        using var then = ledger.AsOf(asOf);
        using var built = Open();
        built.Add([.. c.Articles.Where(a => asOf.Knows(a.Published))], c.Read);
        AssertSame(built, then);
        AssertSameAlone(built, ledger, asOf);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithEndSize(16));

    [Theory]
    [InlineData("2025-02-13")]
    [InlineData("2025-03-02")]
    [InlineData("2025-03-02T03:30:00Z")]
    [InlineData("2025-03-20")]
    [InlineData("2025-12-31")]
    public void DecisionsCountFromWhenTheyWereMade(string moment) => Prop.ForAll(DecisionLawTests.Cases().ToArbitrary(), c =>
    {
        var asOf = AsOf.TryParse(moment)!;
        using var ledger = Open();
        DecisionLawTests.Give(ledger, c, c.Mixed);
        using var then = ledger.AsOf(asOf);
        using var built = Open();
        built.Add([.. c.Told.Articles.Where(a => asOf.Knows(a.Published))], c.Told.Read);
        built.Decide([.. c.Decisions.Where(d => asOf.Knows(d.At))]);
        AssertSame(built, then);
        AssertSameAlone(built, ledger, asOf);
        Assert.Equal(built.Decisions().Select(Shown), then.Decisions().Select(Shown));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(14));

    [Fact]
    public void WhatWasKnownBeforeTheTextItPrintsAgainHadAnOriginOfItsOwn()
    {
        // In Los Angeles it is still the day before, so the text of there comes first in the order of days, though it was known later.
        const string wire = "the two leaders spoke at length about grain gas prisoners and the sea and agreed to speak again when their ministers have met in a third country";
        var told = new Told();
        var telling = Telling.Call("2025-02-12", new("Chancellor of Germany", "DEU", true), Told.Trump);
        Article[] articles =
        [
            told.Article("first", "2025-02-12T20:00:00-08:00", "one.example", [telling], wire), told.Article("known", "2025-02-13T08:00:00+07:00", "two.example", [telling], wire),
            told.Article("other", "2025-02-12", "three.example", [telling]),
        ];
        using var ledger = Open();
        ledger.Add(articles, told.Read);
        Assert.Equal(2, Assert.Single(ledger.Contacts()).Origins.Length);
        using var then = ledger.AsOf(AsOf.TryParse("2025-02-13T02:00:00Z")!);
        using var built = Open();
        built.Add(articles[1..], told.Read);
        AssertSame(built, then);
        Assert.Equal(["two.example", "three.example"], Assert.Single(then.Contacts()).Accounts.Select(a => a.Origin).OrderDescending());
    }

    [Fact]
    public void NoTableIsForgottenWhenTheLaterIsHidden()
    {
        var made = Regex.Matches(Schema.Kept + Schema.Derived, @"CREATE (?:VIRTUAL )?TABLE (\w+)").Select(m => m.Groups[1].Value);
        Assert.Equal(made.Order(StringComparer.Ordinal), SqliteAsOf.Tables.Order(StringComparer.Ordinal));
    }

    // What a list asks, every index that answers lists, and each link.
    private static void AssertSame(ContactLedger built, ContactLedger then)
    {
        Assert.Equal(LedgerFiles.Export(built), LedgerFiles.Export(then));
        Assert.Equal(built.Counts(), then.Counts());
        ContactFilter[] filters =
        [
            new(), new() { Persons = ["putin"] }, new() { States = ["USA"], Kinds = [ContactKind.Call] }, new() { Publishers = ["one.example"] },
            new() { From = new(2025, 2, 12), To = new(2025, 2, 12) },
        ];
        Assert.All(filters, f => Assert.Equal(built.Timeline(f).Select(r => r.Id), then.Timeline(f).Select(r => r.Id)));
        Assert.Equal(built.Articles().Select(a => a.Place), then.Articles().Select(a => a.Place));
        Assert.All(built.Contacts().SelectMany(c => c.Accounts.Select(a => (a.Id, Contact: c.Id))), a => Assert.Equal(a.Contact, then.Find(a.Id).Contact?.Id));
        Assert.Equal(built.Plans().Select(p => p.Contact.Id), then.Plans().Select(p => p.Contact.Id));
    }

    // Asked for one by one, of a past that nothing else was asked of before, from several accounts on.
    private static void AssertSameAlone(ContactLedger built, ContactLedger ledger, AsOf asOf)
    {
        using var several = ledger.AsOf(asOf);
        foreach (var contact in built.Contacts().Take(6))
        {
            var id = contact.Accounts[^1].Id;
            using var alone = ledger.AsOf(asOf);
            Assert.Equal(Whole(contact), Whole(alone.Find(id).Contact!));
            Assert.Equal(Whole(contact), Whole(several.Find(id).Contact!));
        }
        // What was derived piece by piece is the whole in the end.
        Assert.Equal(LedgerFiles.Export(built), LedgerFiles.Export(several));
    }

    private static string Whole(Contact contact)
    {
        using var bytes = new MemoryStream();
        LedgerExport.Write([contact], bytes);
        var reasons = contact.Accounts.Select(a => $"{a.Id} {a.Merged} {a.Reprint?.Of.Article}");
        return $"{System.Text.Encoding.UTF8.GetString(bytes.ToArray())}{string.Join('\n', reasons)}\n{string.Join(' ', contact.Candidates)}";
    }

    private ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));

    private static string Shown(DecisionRow row) => $"{row.Decision.Id} {row.Standing} {row.UndoneBy} {string.Join(' ', row.Contacts)}";
}
