namespace Readout.Reading;

/// <summary>Who took part in a contact, as far as the text tells.</summary>
/// <param name="Name">The canonical English name: a person's, or a state's or organisation's where no person is named.</param>
/// <param name="State">The state acted for, ISO 3166-1 alpha-3; null where unknown or not a state's.</param>
/// <param name="IsPerson">Whether <paramref name="Name"/> names one person (by name or by office).</param>
public sealed record Participant(string Name, string? State, bool IsPerson);
