using Microsoft.Data.Sqlite;
using Readout.Ledger;
using Readout.Ledger.Storage.Sqlite;
using Xunit;
using static Readout.Tests.Ledger.Told;

namespace Readout.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerAcceptance, IDisposable
{
    private readonly LedgerFiles _files = new();

    protected override ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path("readout.db"));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void OtherFilesAreLeftAsTheyAre()
    {
        var text = _files.Path("notes.txt");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("Not a database at all. ", 100)));
        var other = _files.Path("other.db");
        Sql(other, "CREATE TABLE things (name TEXT)");
        foreach (var path in new[] { text, other })
        {
            var before = File.ReadAllBytes(path);
            Assert.Throws<NotALedgerException>(() => ContactLedger.OpenOrCreate(path));
            Assert.Throws<NotALedgerException>(() => ContactLedger.OpenToRead(path));
            Assert.Equal(before, File.ReadAllBytes(path));
        }
        Assert.Throws<NotALedgerException>(() => ContactLedger.OpenToRead(_files.Folder));
        Assert.Throws<NotALedgerException>(() => ContactLedger.OpenOrCreate(_files.Folder));
    }

    [Fact]
    public void AMissingLedgerIsNamed()
    {
        var path = _files.Path("none.db");
        Assert.Contains(path, Assert.Throws<LedgerNotFoundException>(() => ContactLedger.OpenToRead(path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.Throws<LedgerNotFoundException>(() => ContactLedger.OpenOrCreate(_files.Path("no/folder/readout.db")));
    }

    [Fact]
    public void ANewerLedgerIsRefused()
    {
        Open().Dispose();
        var path = _files.Path("readout.db");
        Sql(path, "PRAGMA user_version = 99");
        Assert.Equal(99, Assert.Throws<NewerLedgerException>(Open).Found);
        Assert.Throws<NewerLedgerException>(() => ContactLedger.OpenToRead(path));
    }

    [Fact]
    public void ALockedLedgerSaysSoAndLosesNothing()
    {
        using var ledger = Open();
        ledger.Add([Told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
        using (var other = new SqliteConnection($"Data Source={_files.Path("readout.db")};Pooling=False"))
        {
            other.Open();
            using var writing = other.BeginTransaction();
            Assert.Throws<LedgerLockedException>(() => ledger.Add([Told.Article("b", "2025-02-13")], Told.Read));
            Assert.Single(ledger.Timeline());
        }
        ledger.Add([Told.Article("b", "2025-02-13")], Told.Read);
        Assert.Equal(2, ledger.Counts().Texts);
    }

    [Fact]
    public void AFullDiskSaysSoAndLosesNothing()
    {
        string before;
        using (var ledger = new ContactLedger(SqliteStore.OpenOrCreate(_files.Path("readout.db"), mostPages: 60)))
        {
            ledger.Add([Told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
            before = LedgerFiles.Export(ledger);
            var many = Enumerable.Range(0, 400).Select(i => Told.Article($"m{i}", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump)));
            Assert.Throws<LedgerDiskFullException>(() => ledger.Add([.. many], Told.Read));
            Assert.Equal(before, LedgerFiles.Export(ledger));
        }
        using var again = Open();
        Assert.Equal(before, LedgerFiles.Export(again));
    }

    [Fact]
    public void TheFilesKeepNoCopyOfWhatWasForgotten()
    {
        using var ledger = Open();
        ledger.Add([Told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
        var secret = Told.Article("a-name-not-to-be-kept", "2025-02-13", Telling.Call("2025-02-12", Putin, Zelensky));
        ledger.Add([secret], Told.Read);
        ledger.Forget([secret], Told.Read);
        Assert.All(Directory.GetFiles(_files.Folder), file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(secret.Id, reader.ReadToEnd(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void QuestionsNeedNoRightToWrite()
    {
        using (var ledger = Open()) ledger.Add([Told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
        using var reading = ContactLedger.OpenToRead(_files.Path("readout.db"));
        Assert.Single(reading.Timeline());
        Assert.Throws<LedgerReadOnlyException>(() => reading.Add([Told.Article("b", "2025-02-13")], Told.Read));
    }

    [Fact]
    public void WhatAnotherDerivationMadeIsDerivedAnew()
    {
        string before;
        using (var ledger = Open())
        {
            ledger.Add([Told.Article("a", "2025-02-13", Telling.Call("2025-02-12", Putin, Trump))], Told.Read);
            before = LedgerFiles.Export(ledger);
        }
        Sql(_files.Path("readout.db"), "UPDATE facts SET value = 0; UPDATE contacts SET status = 'denied'; DELETE FROM accounts");
        using var again = Open();
        Assert.Equal(before, LedgerFiles.Export(again));
        Assert.Equal(1, Told.Reads);
    }

    [Fact]
    public async Task TwoWritersAtOnceBothSucceed()
    {
        var path = _files.Path("readout.db");
        var batches = Enumerable.Range(0, 40)
            .Select(i => Told.Article($"a{i}", "2025-02-13", Telling.Call($"2025-02-{(i % 5) + 10}", Putin, Trump))).Chunk(4).ToList();
        void Write(int odd)
        {
            using var ledger = ContactLedger.OpenOrCreate(path);
            foreach (var batch in batches.Where((_, i) => i % 2 == odd)) ledger.Add(batch, Told.Read);
        }
        await Task.WhenAll(Task.Run(() => Write(0)), Task.Run(() => Write(1)));
        using var both = Open();
        using var alone = ContactLedger.OpenOrCreate(_files.Path("alone.db"));
        alone.Add([.. batches.SelectMany(b => b)], Told.Read);
        Assert.Equal(LedgerFiles.Export(alone), LedgerFiles.Export(both));
    }

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
