using Readout.Reading;

namespace Readout.Tests.Reading;

/// <summary>What holds for the evidence of any reading.</summary>
internal static class EvidenceCheck
{
    /// <summary>The first piece of evidence that is not what it should be, or null.</summary>
    public static string? Fault(string text, ArticleReading reading)
    {
        foreach (var (what, e) in All(reading))
        {
            if (e.Start < 0 || e.End > text.Length || e.Start > e.End) return $"{what}: {e.Start}..{e.End} lies outside a text of {text.Length}";
            if (!text.AsSpan(e.Start, e.End - e.Start).SequenceEqual(e.Exact)) return $"{what}: {e.Start}..{e.End} is not verbatim: {e.Exact}";
            if (e.Exact.Length == 0) return $"{what}: empty at {e.Start}";
        }

        foreach (var contact in reading.Contacts)
        {
            if (contact.Participants.Length == 0) return "a contact of nobody";
            if (contact.Evidence.Length == 0) return "a contact without evidence";
        }

        return null;
    }

    private static IEnumerable<(string What, Evidence Evidence)> All(ArticleReading reading)
    {
        foreach (var x in reading.Times) yield return ("time", x.Words);
        foreach (var x in reading.Mentions) yield return ("mention", x.Words);
        foreach (var x in reading.Statements) yield return ("statement", x.Words);
        foreach (var e in reading.Contacts.SelectMany(x => x.Evidence)) yield return ("contact", e);
        foreach (var c in reading.Contacts.SelectMany(x => x.Claims)) yield return ($"claim of {c.Field}", c.Evidence);
        foreach (var e in reading.Positions.SelectMany(x => x.Evidence)) yield return ("position", e);
        foreach (var e in reading.Outcomes.SelectMany(x => x.Evidence)) yield return ("outcome", e);
        foreach (var x in reading.Offices) yield return ("office", x.Evidence);
    }
}
