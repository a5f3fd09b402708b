using System.Globalization;
using Readout.Cli.Screens.Layout;
using Readout.Reading.Coverage;

namespace Readout.Cli.Screens;

/// <summary>What is in a language pack, what is wrong there, and what it does not know.</summary>
internal static class PackScreen
{
    private const int Step = 2;

    private static readonly (UnknownKind Kind, string Title, string Explained)[] Lists =
    [
        (UnknownKind.Name, "Names it does not know", "capitalised words that became no mention and no term"),
        (UnknownKind.Office, "Persons and offices it does not know", "a title with a name, or an office, without a known holder; a title of no body"),
        (UnknownKind.Contact, "Contact words that gave no contact", "with the words after them"),
        (UnknownKind.Time, "Numbers that no time took", "beside a unit or a slash; # stands for a number"),
        (UnknownKind.Saying, "Quotations without a speaker", "with the words beside them"),
    ];

    /// <summary>The page of a check.</summary>
    public static Page Of(PackReport report)
    {
        var page = new Page().Heading($"Pack {report.Language}");
        page.Grid(new Grid([new("table", Whole: true), new("rows"), new("forms")],
            [.. report.Tables.Select(IReadOnlyList<Phrase> (t) => [Phrase.Of(t.Name), Number(t.Rows), Number(t.Forms)])], Step));
        if (!report.Layers.IsEmpty)
        {
            page.Gap();
            page.Grid(new Grid([new("layer"), new("stage"), new("rules"), new("examples"), new("counter-examples")],
            [
                .. report.Layers.SelectMany(l => l.Stages.Select((s, i) => (Layer: i == 0 ? l.Name : "", Stage: s))).Select(IReadOnlyList<Phrase> (x) =>
                [
                    Phrase.Of(x.Layer), Phrase.Of(x.Stage.Name), Number(x.Stage.Rules), Number(x.Stage.Examples), Number(x.Stage.CounterExamples),
                ]),
            ], Step));
        }

        Problems(page, "Wrong", [.. report.Problems.Where(p => !p.IsRemark)]);
        Problems(page, "Worth a look", [.. report.Problems.Where(p => p.IsRemark)]);
        var wrong = report.Problems.Count(p => !p.IsRemark);
        page.Gap();
        if (report.Layers.IsEmpty) page.Text(Phrase.Of("The pack does not load; its examples were not run.", Tone.Alert));
        return page.Text(wrong == 0 ? Phrase.Of("Nothing is wrong in this pack.") : Phrase.Of($"{Wording.Count(wrong, "thing")} wrong in this pack.", Tone.Alert));
    }

    /// <summary>The page of what a pack does not know.</summary>
    public static Page Of(CoverageSurvey survey, int top)
    {
        var page = new Page().Gap();
        page.Text(survey.Counted == survey.Articles
            ? $"{Wording.Count(survey.Articles, "article")} read."
            : $"{Wording.Count(survey.Articles, "article")} read; {Number(survey.Counted).Text} of them count.");
        foreach (var (kind, title, explained) in Lists)
        {
            var rows = survey.Top(kind, top).ToList();
            page.Heading(title);
            var held = survey.Phrases(kind);
            var shown = rows.Count < held ? $"; the first {Number(rows.Count).Text} of {Number(held).Text}" : "";
            page.Text(Phrase.Dim(explained + shown + (survey.Cut(kind) ? "; rare ones were dropped, so low counts may be too low" : "")), Step);
            if (rows.Count == 0) page.Text("None.", Step);
            page.Grid(new Grid([new("times"), new("articles"), new("phrase"), new("for example")], [.. rows.Select(Row)], Step));
        }

        return page;
    }

    private static IReadOnlyList<Phrase> Row(UnknownPhrase row) =>
    [
        Number(row.Count), Number(row.Articles), Phrase.Strong(row.Phrase),
        Phrase.Dim(row.Before) + Phrase.Of(row.Exact, Tone.Evidence) + Phrase.Dim(row.After),
    ];

    private static void Problems(Page page, string title, IReadOnlyList<PackProblem> problems)
    {
        if (problems.Count == 0) return;
        page.Heading(title);
        foreach (var problem in problems)
        {
            page.Text(Phrase.Of(problem.Place + ": ", problem.IsRemark ? Tone.Dim : Tone.Alert) + problem.Message, Step);
        }
    }

    private static Phrase Number(int number) => Phrase.Of(number.ToString("N0", CultureInfo.InvariantCulture));
}
