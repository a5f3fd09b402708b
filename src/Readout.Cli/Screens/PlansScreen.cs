using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Readout.Cli.Screens.Layout;
using Readout.Ledger;
using Readout.Ledger.Queries;
using Readout.Reading.Format;

namespace Readout.Cli.Screens;

/// <summary>Plans by what has become of them, each with its life.</summary>
internal static class PlansScreen
{
    private const int Step = 2;

    /// <summary>The page of the plans command.</summary>
    /// <param name="plans">The plans, by date.</param>
    /// <param name="day">The day they are judged on; null where no publication is known.</param>
    public static Page Of(IReadOnlyList<Plan> plans, LocalDate? day)
    {
        var page = new Page();
        if (plans.Count == 0) return page.Text("No plans.");
        var shortId = Wording.ShortIds([.. plans.Select(p => p.Contact.Id)]);
        foreach (var group in plans.GroupBy(p => p.State).OrderBy(g => g.Key))
        {
            page.Heading(Phrase.Strong(Wording.Capital(group.Key.Name())) + Phrase.Dim("   " + Meaning(group.Key)));
            foreach (var plan in group) One(page, plan, shortId(plan.Contact.Id));
        }

        if (day is { } known) page.Gap().Text(Phrase.Dim($"Judged on {LocalDatePattern.Iso.Format(known)}, the latest day that is known of. readout show ID tells all about one."));
        return page;
    }

    /// <summary>Adds the life of one contact, step by step.</summary>
    public static void Life(Page page, ImmutableArray<LifeStep> steps, int indent)
    {
        foreach (var step in steps)
        {
            var told = Wording.Day(step.Place.Published) is { } day ? "told " + day : "told on an unknown day";
            var on = step.Date is null ? "" : "for " + Wording.Date(step.Date, inferred: false);
            page.Text(Phrase.Join("   ",
                Phrase.Of(step.Status.Name()), Phrase.Of(on),
                Phrase.Dim(Phrase.Join(" · ", Phrase.Of(told), Phrase.Of(step.Place.Publisher), Phrase.Of(step.Place.Article)).Text)), indent);
        }
    }

    /// <summary>What a state says, in words.</summary>
    public static string Meaning(PlanState state) => state switch
    {
        PlanState.Open => "its day is not over, or not set",
        PlanState.Lapsed => "its day has passed, and no article tells what came of it",
        PlanState.Kept => "it took place, or is going on",
        PlanState.Postponed => "put off, and not planned again",
        PlanState.Cancelled => "called off",
        PlanState.Denied => "said not to be, or not to have taken place",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static void One(Page page, Plan plan, string id)
    {
        var contact = plan.Contact;
        page.Text(Phrase.Join("   ",
            Phrase.Strong($"{Wording.Title(contact.Kind)}: {Wording.Between(contact.Participants)}"),
            Phrase.Of(Wording.Date(contact.Date, contact.DateInferred)),
            Phrase.Of(contact.Place),
            Phrase.Dim(id)), Step);
        Life(page, plan.Steps, 2 * Step);
    }
}
