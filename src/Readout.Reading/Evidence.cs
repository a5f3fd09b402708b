namespace Readout.Reading;

/// <summary>
/// A half-open span of an article's text, in UTF-16 code units, with the verbatim slice it stands for
/// (a W3C Web Annotation text-position and text-quote selector in one).
/// </summary>
/// <param name="Start">First code unit of the span.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Exact">The text between the two, never rewritten.</param>
public sealed record Evidence(int Start, int End, string Exact);
