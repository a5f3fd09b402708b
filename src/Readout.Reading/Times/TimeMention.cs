using NodaTime;

namespace Readout.Reading.Times;

/// <summary>A time expression found in the text, with the days it covers.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="From">First day covered; null for durations and vague references.</param>
/// <param name="To">Last day covered; null also where only the first is known.</param>
/// <param name="Bound">How a duration bounds the true one.</param>
/// <param name="Rules">Ids of the rules that made it.</param>
public sealed record TimeMention(
    int First,
    int End,
    TimexType Type,
    string Value,
    LocalDate? From,
    LocalDate? To,
    DurationBound? Bound,
    string[] Rules)
{
    /// <summary>How it counts from the publication: TIMEX3 unit letter and how many of them; null where it does not.</summary>
    public (string Unit, int Count)? Shift { get; init; }

    /// <summary>The days covered as EDTF: one day, <c>first/last</c>, or <c>first/..</c>; null where it covers none.</summary>
    public string? Edtf => From is null ? null
        : To is null ? $"{Iso(From.Value)}/.."
        : Value.Length is 4 or 7 && char.IsAsciiDigit(Value[^1]) && From.Value.Day == 1 && To.Value.PlusDays(1).Day == 1 && Period.DaysBetween(From.Value, To.Value) > 26 ? Value
        : From == To ? Iso(From.Value)
        : $"{Iso(From.Value)}/{Iso(To.Value)}";

    private static string Iso(LocalDate d) => d.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
