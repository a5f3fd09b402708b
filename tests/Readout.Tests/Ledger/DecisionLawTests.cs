using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Readout.Ledger;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Reading;
using Readout.Reading.Articles;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>The ledger is a pure function of articles and decisions: however they come and mix, the bytes are the same.</summary>
public sealed class DecisionLawTests : IDisposable
{
    private readonly LedgerFiles _files = new();
    private int _next;

    public void Dispose() => _files.Dispose();

    internal sealed record Case(LawCase Told, ImmutableArray<Decision> Decisions, ImmutableArray<object> Mixed);

    [Fact]
    public void HoweverArticlesAndDecisionsMixTheBytesAreTheSame() => Hold(c => All(c) == Mixed(c));

    [Fact]
    public void ARebuildKeepsThem() => Hold(c =>
    {
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        var before = LedgerFiles.Export(ledger);
        ledger.Rebuild(c.Told.Read);
        return before == LedgerFiles.Export(ledger) && ledger.Decisions().Count() == c.Decisions.Distinct().Count();
    });

    [Fact]
    public void WhatIsUndoneLeavesTheSameBytes() => Hold(c =>
    {
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        foreach (var row in ledger.Decisions().ToList())
        {
            if (row.UndoneBy is null && row.Decision.Kind != DecisionKind.Undo) ledger.Decide([Laws.Undo(row.Decision)]);
        }
        using var plain = Open();
        plain.Add(c.Told.Articles, c.Told.Read);
        return LedgerFiles.Export(plain) == LedgerFiles.Export(ledger);
    });

    [Fact]
    public void WhatWasAddedAndForgottenLeavesTheSameBytes() => Hold(c =>
    {
        var gone = c.Told.Shuffled.Take(c.Told.Shuffled.Length / 2).ToList();
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        foreach (var batch in gone.Chunk(c.Told.Batch)) ledger.Forget(batch, c.Told.Read);
        using var plain = Open();
        plain.Decide(c.Decisions);
        plain.Add([.. c.Told.Shuffled.Where(a => !gone.Contains(a))], c.Told.Read);
        return LedgerFiles.Export(plain) == LedgerFiles.Export(ledger);
    });

    [Fact]
    public void ExportedAndImportedTheyDoTheSame() => Hold(c =>
    {
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        using var other = Open();
        other.Add(c.Told.Articles, c.Told.Read);
        var lines = ledger.Decisions().Select(r => DecisionLines.Write(r.Decision)).ToList();
        other.Decide([.. lines.Select(l => DecisionLines.Read(l).Decision!)]);
        return LedgerFiles.Export(other) == LedgerFiles.Export(ledger) && lines.SequenceEqual(other.Decisions().Select(r => DecisionLines.Write(r.Decision)));
    });

    [Fact]
    public void EveryAccountIsInOneContactOrRejected() => Hold(c =>
    {
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        var contacts = ledger.Contacts().ToList();
        var accounts = contacts.SelectMany(x => x.Accounts.Select(a => (a.Id, Contact: x.Id))).ToList();
        var rejected = ledger.Decisions().Where(d => d.UndoneBy is null && d.Decision.Kind == DecisionKind.Reject).SelectMany(d => d.Decision.Accounts).ToHashSet();
        return accounts.Select(a => a.Id).Distinct().Count() == accounts.Count
            && accounts.TrueForAll(a => ledger.Find(a.Id).Contact?.Id == a.Contact && !rejected.Contains(a.Id))
            && Accounts(c.Told).Distinct().All(id => rejected.Contains(id)
                ? ledger.Find(id) is { Contact: null, Rejected: not null }
                : ledger.Find(id) is { Contact: not null, Rejected: null })
            && contacts.TrueForAll(x => x.Candidates.All(id => ledger.Find(id).Contact is not null));
    });

    private static Deciding Laws => new("a judge", "it is the law", Publication.TryParse("2026-01-01")!);

    private static void Hold(Func<Case, bool> law) =>
        Prop.ForAll(Cases().ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithEndSize(14));

    private string All(Case c)
    {
        using var ledger = Open();
        ledger.Add(c.Told.Articles, c.Told.Read);
        ledger.Decide(c.Decisions);
        return LedgerFiles.Export(ledger);
    }

    private string Mixed(Case c)
    {
        using var ledger = Open();
        Give(ledger, c, c.Mixed);
        return LedgerFiles.Export(ledger);
    }

    internal static void Give(ContactLedger ledger, Case c, IEnumerable<object> what)
    {
        foreach (var batch in what.Chunk(c.Told.Batch))
        {
            // Within a batch the articles come first or last, as its first one says.
            if (batch[0] is Decision) ledger.Decide([.. batch.OfType<Decision>()]);
            ledger.Add([.. batch.OfType<Article>()], c.Told.Read);
            if (batch[0] is not Decision) ledger.Decide([.. batch.OfType<Decision>()]);
        }
    }

    private ContactLedger Open() => ContactLedger.OpenOrCreate(_files.Path($"{_next++}.db"));

    private static IEnumerable<string> Accounts(LawCase told) =>
        told.Articles.SelectMany(a => AccountIds.For(a.TextHash, told.Read(a).Contacts));

    internal static Gen<Case> Cases() =>
        from told in LawCase.All()
        from picks in OnePick().ListOf()
        from order in Gen.Choose(0, int.MaxValue).ArrayOf(told.Articles.Length + picks.Count)
        select Build(told, picks, order);

    private sealed record Pick(int Kind, int A, int B, int C, string At);

    private static Gen<Pick> OnePick() =>
        from kind in Gen.Choose(0, 6)
        from a in Gen.Choose(0, 999)
        from b in Gen.Choose(0, 999)
        from c in Gen.Choose(0, 999)
        from at in Gen.Elements("2025-03-01", "2025-03-02T10:00:00+07:00", "2025-03-02T04:00:00+02:00", "2025-03-03", "2025-04-01T00:00:00Z")
        select new Pick(kind, a, b, c, at);

    private static Case Build(LawCase told, IList<Pick> picks, int[] order)
    {
        var accounts = Accounts(told).Distinct().ToList();
        // One that no article brings: a decision may wait for ever.
        accounts.Add("call-putin-trump-0123456789ab");
        var decisions = new List<Decision>();
        foreach (var pick in picks)
        {
            if (Made(pick, accounts, decisions) is { } decision) decisions.Add(decision);
        }
        object[] all = [.. told.Shuffled, .. decisions];
        return new Case(told, [.. decisions], [.. all.Select((x, i) => (x, Key: order[i])).OrderBy(x => x.Key).Select(x => x.x)]);
    }

    private static Decision? Made(Pick pick, List<string> accounts, List<Decision> before)
    {
        var (a, b, c) = (accounts[pick.A % accounts.Count], accounts[pick.B % accounts.Count], accounts[pick.C % accounts.Count]);
        if (a == b || b == c || a == c) return null;
        var line = new Decision { Id = "", Kind = DecisionKind.Merge, By = "x", Reason = "y", At = Publication.TryParse(pick.At)! };
        line = pick.Kind switch
        {
            0 => line with { Parts = [[a], [b]] },
            1 => line with { Parts = [[a, c], [b]] },
            2 => line with { Kind = DecisionKind.Split, Parts = [[a], [b, c]] },
            3 => line with { Kind = DecisionKind.Reject, Parts = [[a]] },
            4 when pick.C % 2 == 0 => line with { Kind = DecisionKind.Set, Parts = [[a, b]], Field = ContactField.Status, Value = "cancelled" },
            4 => line with { Kind = DecisionKind.Set, Parts = [[b, a]], Field = ContactField.Date, Value = "2025-02-1" + (pick.A % 10) },
            5 => line with { Kind = DecisionKind.Confirm, Parts = pick.C % 2 == 0 ? [[a, b]] : [[a], [b], [c]] },
            _ when before.Count > 0 => line with { Kind = DecisionKind.Undo, Undoes = before[pick.A % before.Count].Id },
            _ => line with { Parts = [[c], [a]] },
        };
        // Written and read, so that what is tested is what a log can hold.
        return DecisionLines.Read(DecisionLines.Write(DecisionLines.Named(line))).Decision!;
    }
}
