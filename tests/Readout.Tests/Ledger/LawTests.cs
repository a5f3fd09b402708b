using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Readout.Ledger;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>The ledger is a pure function of the articles: generated articles, in any order and any batches, give the same bytes.</summary>
public sealed class LawTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AnyOrderAndAnyBatchesGiveTheSameBytes() => Hold(c =>
    {
        var expected = Ledger(c, c.Articles, c.Articles.Length);
        return expected == Ledger(c, c.Shuffled, 1) && expected == Ledger(c, c.Shuffled, c.Batch);
    });

    [Fact]
    public void AddingAgainChangesNothing() => Hold(c =>
        Ledger(c, c.Articles, c.Batch) == Ledger(c, [.. c.Shuffled, .. c.Articles], c.Batch));

    [Fact]
    public void ARebuildGivesTheSameBytes() => Hold(c =>
    {
        using var ledger = Open();
        foreach (var batch in c.Shuffled.Chunk(c.Batch)) ledger.Add(batch, c.Read);
        var before = LedgerFiles.Export(ledger);
        ledger.Rebuild(c.Read);
        return before == LedgerFiles.Export(ledger);
    });

    [Fact]
    public void WhatWasAddedAndForgottenLeavesTheSameBytes() => Hold(c =>
    {
        // Some of the articles, and some of the places of texts that stay.
        var gone = c.Shuffled.Take(c.Shuffled.Length / 2).ToList();
        var left = c.Shuffled.Where(a => !gone.Contains(a)).ToImmutableArray();
        using var ledger = Open();
        foreach (var batch in c.Articles.Chunk(c.Batch)) ledger.Add(batch, c.Read);
        foreach (var batch in gone.Chunk(c.Batch)) ledger.Forget(batch, c.Read);
        return LedgerFiles.Export(ledger) == Ledger(c, left, c.Batch)
            && ledger.Counts().Places == left.Distinct().Count()
            && ledger.Forget(gone, c.Read) == new ForgetReceipt(0, 0, 0);
    });

    [Fact]
    public void EveryAccountIsInOneContactAndLeadsToIt() => Hold(c =>
    {
        using var ledger = Open();
        ledger.Add(c.Articles, c.Read);
        var contacts = ledger.Contacts().ToList();
        var accounts = contacts.SelectMany(x => x.Accounts.Select(a => (a.Id, Contact: x.Id))).ToList();
        return accounts.Count == ledger.Counts().Accounts
            && accounts.Select(a => a.Id).Distinct().Count() == accounts.Count
            && accounts.TrueForAll(a => ledger.Find(a.Id).Contact?.Id == a.Contact)
            && contacts.TrueForAll(x => x.Accounts.Select(a => a.Place.TextHash).Distinct().Count() == x.Accounts.Length)
            && contacts.TrueForAll(x => x.Candidates.All(id => contacts.Exists(y => y.Id == id)));
    });

    private static void Hold(Func<LawCase, bool> law) =>
        Prop.ForAll(LawCase.All().ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(16));

    private string Ledger(LawCase c, ImmutableArray<Article> articles, int batch)
    {
        using var ledger = Open();
        foreach (var part in articles.Chunk(Math.Max(1, batch))) ledger.Add(part, c.Read);
        return LedgerFiles.Export(ledger);
    }

    private ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));
}
