using System.Globalization;
using Readout.Reading.Format;

namespace Readout.Reading;

/// <summary>How a source counts contacts.</summary>
public enum CountForm
{
    /// <summary>This contact is the n-th of its kind: "the ninth call this year", "the first since 2019".</summary>
    Nth,

    /// <summary>There were so many of its kind or more, this one among them.</summary>
    AtLeast,

    /// <summary>This contact is the n-th round of its talks: "the third round", which need not be the third time that the two met.</summary>
    Round,
}

/// <summary>What a source says of the number of contacts of one kind between the same parties.</summary>
/// <param name="Form">Whether it numbers this one, as what, or counts all.</param>
/// <param name="Number">The number, 1 or more.</param>
/// <param name="Period">
/// The time counted in, EDTF: <c>2025</c>, or <c>2022-02/..</c> for "since February 2022"; null where the source names none.
/// </param>
public sealed record CountClaim(CountForm Form, int Number, string? Period)
{
    /// <summary>Its canonical written form, as the value of a claim: <c>nth 9 2025</c>, <c>atLeast 6</c>, <c>nth 1 2022-02/..</c>.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Form.Name()} {Number}{(Period is null ? "" : " ")}{Period}");

    /// <summary>Whether it numbers this one contact.</summary>
    public bool IsNumber => Form is CountForm.Nth or CountForm.Round;

    /// <summary>Whether another numbers contacts as this one does, in the same time: then the like number is the like contact.</summary>
    /// <param name="other">The other.</param>
    public bool IsOfOneSeries(CountClaim other) => IsNumber && Form == other.Form && Period == other.Period;

    /// <summary>Whether two tellings are numbered otherwise: some series has them both, and none has them at one number.</summary>
    /// <param name="some">The claims of the one.</param>
    /// <param name="others">The claims of the other.</param>
    public static bool TellApart(IReadOnlyCollection<CountClaim> some, IReadOnlyCollection<CountClaim> others) =>
        some.Any(a => others.Any(a.IsOfOneSeries)) && !some.Any(a => others.Any(b => a.IsOfOneSeries(b) && a.Number == b.Number));

    /// <summary>The claim of a written form; null where it is none.</summary>
    /// <param name="written">The value of a claim.</param>
    public static CountClaim? TryParse(string written)
    {
        var parts = written.Split(' ');
        if (parts.Length is < 2 or > 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
        CountForm? form = parts[0] switch { "nth" => CountForm.Nth, "atLeast" => CountForm.AtLeast, "round" => CountForm.Round, _ => null };
        return form is { } known ? new CountClaim(known, number, parts.Length == 3 ? parts[2] : null) : null;
    }
}
