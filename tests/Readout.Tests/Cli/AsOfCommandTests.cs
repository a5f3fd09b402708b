using Xunit;

namespace Readout.Tests.Cli;

/// <summary>Every question as of a moment, by the command line: what a ledger of the articles of by then answers.</summary>
public sealed class AsOfCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026-03-09")]
    [InlineData("2026-03-10T12:00:00+07:00")]
    [InlineData("2026-01-01")]
    public void Every_question_answers_as_a_ledger_of_the_articles_of_by_then(string moment)
    {
        var asOf = Readout.Ledger.AsOf.TryParse(moment)!;
        Run("all.db", "read", Repository.At("samples"), "--languages", Repository.At("languages"), "--quiet");
        using (var all = Readout.Ledger.ContactLedger.OpenToRead(folder.At("all.db")))
        using (var then = Readout.Ledger.ContactLedger.OpenOrCreate(folder.At("then.db")))
        {
            var known = all.Articles().Select(a => all.FindArticles(a.Place.TextHash)[0]).Where(a => asOf.Knows(a.Article.Published)).ToList();
            var readings = known.ToDictionary(a => a.Article.Text, a => a.Reading);
            then.Add([.. known.Select(a => a.Article)], a => readings[a.Text]);
        }

        string[][] questions =
        [
            ["timeline"], ["timeline", "--format", "jsonl"], ["timeline", "--person", "putin"], ["export"], ["statements"], ["positions"],
            ["search", "dien dam"], ["actor", "putin"], ["decisions"], ["gaps"], ["show", "713b0e"], ["show", "642e9e"], ["explain", "elysee"],
        ];
        Assert.All(questions, q => Assert.Equal(Run("then.db", q), Run("all.db", [.. q, "--as-of", moment])));
    }

    [Fact]
    public void A_plan_is_judged_on_the_day_that_is_asked_about()
    {
        folder.Write("plan.jsonl",
            "{\"id\": \"a\", \"body\": \"Tổng thống Nga Vladimir Putin sẽ gặp Tổng thống Mỹ Donald Trump vào ngày 15/8.\", \"published\": \"2025-08-09\"}\n");
        Run("plans.db", "read", folder.At("plan.jsonl"), "--languages", Repository.At("languages"), "--quiet");
        Assert.StartsWith("Open", Run("plans.db", "plans").Output, StringComparison.Ordinal);
        Assert.StartsWith("Open", Run("plans.db", "plans", "--as-of", "2025-08-15").Output, StringComparison.Ordinal);
        Assert.StartsWith("Lapsed", Run("plans.db", "plans", "--as-of", "2025-08-16").Output, StringComparison.Ordinal);
        Assert.StartsWith("No plans.", Run("plans.db", "plans", "--as-of", "2025-08-08").Output, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(string ledger, params string[] args)
    {
        using var terminal = new TestTerminal();
        return (terminal.Run([.. args, "--ledger", folder.At(ledger)]), terminal.Out, terminal.Error);
    }
}
