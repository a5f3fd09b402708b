using System.Collections.Immutable;
using Readout.Cli.Screens.Layout;
using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>All that one article says; with its rules it is the explanation of the reading.</summary>
internal static class ReadingScreen
{
    private const int Step = 2;

    /// <summary>The page of one article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="reading">What it says.</param>
    /// <param name="explain">Whether each finding shows the rules that led to it.</param>
    /// <param name="contactIds">The ledger's contact for each finding of a contact; empty where the ledger was not asked.</param>
    public static Page Of(Article article, ArticleReading reading, bool explain, ImmutableArray<string> contactIds)
    {
        var page = new Page().Heading(article.Id);
        page.Text(Phrase.Join(" · ",
            Phrase.Of(article.Published is null ? "no publication date" : "published " + article.Published.Written, article.Published is null ? Tone.Alert : Tone.Normal),
            Phrase.Of(article.Publisher), Phrase.Of(article.Language), Phrase.Dim(article.Url)));
        foreach (var warning in reading.Warnings) page.Text(Phrase.Of("Warning: " + warning, Tone.Alert));
        if (IsEmpty(reading)) page.Text("Nothing about diplomacy was found in it.");
        Contacts(page, article, reading, explain, contactIds);
        Section(page, "Statements", reading.Statements, s =>
        {
            FindingsScreen.Statement(page, s, "", Step);
            Rules(page, s.Rules, explain);
        });
        Section(page, "Positions", reading.Positions, p =>
        {
            FindingsScreen.Position(page, p, "", article.Text);
            Rules(page, p.Rules, explain);
        });
        Section(page, "Outcomes", reading.Outcomes, o =>
        {
            FindingsScreen.Outcome(page, o, "", article.Text);
            Rules(page, o.Rules, explain);
        });
        Times(page, reading.Times, explain);
        Mentions(page, explain ? reading.Mentions : []);
        Section(page, "Offices it names", explain ? reading.Offices : [],
            o =>
            {
                page.Text(Phrase.Of($"{o.Holder}: {o.Office}"), Step);
                page.Text(Quotation.Of(o.Evidence, article.Text), 2 * Step);
            });
        return page;
    }

    private static bool IsEmpty(ArticleReading reading) =>
        reading.Contacts.IsEmpty && reading.Statements.IsEmpty && reading.Positions.IsEmpty && reading.Outcomes.IsEmpty && reading.Times.IsEmpty;

    private static void Contacts(Page page, Article article, ArticleReading reading, bool explain, ImmutableArray<string> contactIds)
    {
        if (reading.Contacts.IsEmpty) return;
        page.Heading("Contacts");
        for (var i = 0; i < reading.Contacts.Length; i++)
        {
            var contact = reading.Contacts[i];
            page.Text(Phrase.Strong($"{Wording.Title(contact.Kind)}: {Wording.Between(contact.Participants)}") + Phrase.Dim("   ")
                + Phrase.Join(" · ",
                    Phrase.Of(Wording.Date(contact.Date, contact.DateInferred)),
                    Phrase.Of(Wording.Duration(contact.Duration, contact.DurationBound)),
                    Phrase.Of(contact.Place),
                    Phrase.Of(contact.Status.Name(), contact.Status == ContactStatus.Held ? Tone.Normal : Tone.Alert),
                    Phrase.Of(Wording.AskedFor(contact.Initiator)),
                    Phrase.Dim(contact.Main ? "main" : ""),
                    Phrase.Dim(i < contactIds.Length ? contactIds[i] : "")), Step);
            foreach (var evidence in contact.Evidence) page.Text(Quotation.Of(evidence, article.Text), 2 * Step);
            if (explain) Claims(page, contact);
        }
    }

    private static void Claims(Page page, ContactFinding contact)
    {
        var rows = contact.Claims.Select(IReadOnlyList<Phrase> (c) =>
        [
            Phrase.Dim(Wording.Label(c.Field)),
            Phrase.Of(Wording.Value(c.Field, c.Value, c.Bound)),
            Phrase.Of("«" + c.Evidence.Exact + "»", Tone.Evidence),
            Phrase.Join(" · ", Phrase.Of(Wording.Through(c.Relay)), Phrase.Dim(string.Join(" ", c.Rules))),
        ]);
        page.Grid(new Grid([new(""), new(""), new(""), new("")], [.. rows], 2 * Step));
    }

    private static void Times(Page page, ImmutableArray<TimeFinding> times, bool explain)
    {
        if (times.IsEmpty) return;
        page.Heading("Times");
        var rows = times.Select(IReadOnlyList<Phrase> (t) =>
        [
            Phrase.Of(t.Value),
            Phrase.Dim(t.Bound is null or DurationBound.Exact ? t.Type.Name() : t.Type.Name() + " " + t.Bound.Value.Name()),
            Phrase.Of("«" + t.Words.Exact + "»", Tone.Evidence),
            Phrase.Dim(explain ? string.Join(" ", t.Rules) : ""),
        ]);
        page.Grid(new Grid([new(""), new(""), new(""), new("")], [.. rows], Step));
    }

    private static void Mentions(Page page, ImmutableArray<MentionFinding> mentions)
    {
        if (mentions.IsEmpty) return;
        page.Heading("Actors it names");
        var rows = mentions.Select(IReadOnlyList<Phrase> (m) =>
        [
            Phrase.Of("«" + m.Words.Exact + "»", Tone.Evidence),
            Phrase.Of(string.Join(", ", m.Names)),
            Phrase.Dim(string.Join(" ", m.Rules)),
        ]);
        page.Grid(new Grid([new(""), new(""), new("")], [.. rows], Step));
    }

    private static void Section<T>(Page page, string title, ImmutableArray<T> findings, Action<T> add)
    {
        if (findings.IsEmpty) return;
        page.Heading(title);
        foreach (var finding in findings) add(finding);
    }

    private static void Rules(Page page, ImmutableArray<string> rules, bool explain)
    {
        if (explain && !rules.IsEmpty) page.Text(Phrase.Dim("by " + string.Join(" ", rules)), 2 * Step);
    }
}
