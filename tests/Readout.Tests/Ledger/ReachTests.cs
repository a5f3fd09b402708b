using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Ledger.Identity;
using Xunit;

namespace Readout.Tests.Ledger;

/// <summary>Accounts whose days do not hang together have nothing to do with one another.</summary>
public sealed class ReachTests
{
    [Fact]
    public void AccountsAreClusteredAsEachRowOfThemThatHangsTogetherIsByItself() => Prop.ForAll(LawCase.All().ToArbitrary(), c =>
    {
        var accounts = c.Articles.SelectMany(a => Account.Of(a.TextHash, a, c.Read(a).Contacts)).DistinctBy(a => a.Id)
            .Where(a => Reach.Of(a) is not null).OrderBy(a => Reach.Of(a)!.Value.First).ToList();
        var rows = new List<List<Account>>();
        var ends = LocalDate.MinIsoValue;
        foreach (var account in accounts)
        {
            var (first, last) = Reach.Of(account)!.Value;
            if (rows.Count == 0 || first > ends) rows.Add([]);
            rows[^1].Add(account);
            ends = LocalDate.Max(ends, last);
        }
        Assert.Equal(Shown(Clustering.Of(accounts)), Shown(rows.SelectMany(r => Clustering.Of(r))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30));

    [Fact]
    public void EarlyAndLateHangTogetherThroughWhatLiesBetween()
    {
        Assert.False(Reach.HangsTogether([(1, 3, true), (5, 9, false)]));
        Assert.True(Reach.HangsTogether([(5, 9, false), (1, 3, true), (2, 5, true)]));
        Assert.True(Reach.HangsTogether([(1, 3, true), (3, 5, false)]));
        Assert.False(Reach.HangsTogether([(1, 3, true), (3, 5, true)]));
    }

    private static IEnumerable<string> Shown(IEnumerable<Placing> placings) =>
        placings.Select(p => $"{p.AccountId} {p.Rule} {p.Because} {string.Join(' ', p.On.Select(l => $"{l.AccountId} {l.Score}"))}").Order(StringComparer.Ordinal);
}
