using System.Collections.Immutable;

namespace Readout.Reading.Format;

/// <summary>One finding in the short notation, with the rules that led to it.</summary>
/// <param name="Text">The finding (see <see cref="Summary"/>).</param>
/// <param name="Rules">Ids of the rules, each once, in the order in which they fired.</param>
public sealed record SummaryLine(string Text, ImmutableArray<string> Rules);

/// <summary>
/// The short notation of findings, in which rule examples and specs say what they expect:
/// <list type="bullet">
/// <item>a time is its value: <c>2025-02-12</c>, <c>PT40M</c>;</item>
/// <item>a contact is <c>status kind: A, B | date | duration | place | by initiator</c>, where what the text does not state is left out
/// (so is a date that only the publication bounds);</item>
/// <item>what is said of how many contacts there were is <c>count form number time kind: A, B</c>, beside the contact it is said of;</item>
/// <item>a statement is <c>Speaker via Relay direct: words</c>, nearest relay first, without relays where there are none;</item>
/// <item>a position is <c>Holder stance issue</c>;</item>
/// <item>an outcome is <c>kind: A, B</c>;</item>
/// <item>a mention of actors is <c>names A, B</c>.</item>
/// </list>
/// </summary>
public static class Summary
{
    /// <summary>All findings of a reading: times, contacts, statements, positions, outcomes, mentions.</summary>
    public static IEnumerable<SummaryLine> Lines(ArticleReading reading)
    {
        foreach (var time in reading.Times) yield return new SummaryLine(Of(time), time.Rules);
        foreach (var contact in reading.Contacts) yield return new SummaryLine(Of(contact), [.. contact.Claims.SelectMany(c => c.Rules).Distinct()]);
        foreach (var contact in reading.Contacts)
        {
            foreach (var count in contact.Claims.Where(c => c.Field == ContactField.Count)) yield return new SummaryLine(Of(contact, count), count.Rules);
        }

        foreach (var statement in reading.Statements) yield return new SummaryLine(Of(statement), statement.Rules);
        foreach (var position in reading.Positions) yield return new SummaryLine(Of(position), position.Rules);
        foreach (var outcome in reading.Outcomes) yield return new SummaryLine(Of(outcome), outcome.Rules);
        foreach (var mention in reading.Mentions) yield return new SummaryLine(Of(mention), mention.Rules);
    }

    /// <summary>A time.</summary>
    public static string Of(TimeFinding time) => time.Value;

    /// <summary>A contact.</summary>
    public static string Of(ContactFinding contact)
    {
        var head = $"{contact.Status.Name()} {contact.Kind.Name()}: {string.Join(", ", contact.Participants.Select(p => p.Name))}";
        var initiator = contact.Initiator is null ? null : "by " + contact.Initiator;
        string?[] parts = [head, contact.DateInferred ? null : contact.Date, contact.Duration, contact.Place, initiator];
        return string.Join(" | ", parts.OfType<string>());
    }

    /// <summary>A count of contacts.</summary>
    public static string Of(ContactFinding contact, FieldClaim count) =>
        $"count {count.Value} {contact.Kind.Name()}: {string.Join(", ", contact.Participants.Select(p => p.Name))}";

    /// <summary>A statement.</summary>
    public static string Of(StatementFinding statement) =>
        $"{statement.Speaker}{string.Concat(statement.Relay.Select(r => " via " + r))} {statement.Mode.Name()}: {statement.Words.Exact}";

    /// <summary>A mention of actors.</summary>
    public static string Of(MentionFinding mention) => "names " + string.Join(", ", mention.Names);

    /// <summary>A position.</summary>
    public static string Of(PositionFinding position) => $"{position.Holder} {position.Stance.Name()} {position.Issue}";

    /// <summary>An outcome.</summary>
    public static string Of(OutcomeFinding outcome) => $"{outcome.Kind.Name()}: {string.Join(", ", outcome.Parties)}";
}
