namespace Readout.Reading.Statements;

/// <summary>Words between quotation marks.</summary>
/// <param name="Open">Index of the opening mark's token.</param>
/// <param name="First">Index of the first token inside.</param>
/// <param name="Last">One past the last token inside.</param>
/// <param name="Close">One past the closing mark's token; the same as <paramref name="Last"/> where the mark is missing.</param>
internal sealed record QuotedWords(int Open, int First, int Last, int Close);
