namespace Readout.Reading.Matching;

/// <summary>
/// An item as lists keep it: numbers only, so that the lists of a text can be filled and copied without the garbage collector
/// being told of each one.
/// </summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Signature">The labels it carries (see <see cref="SignatureTable"/>).</param>
/// <param name="Sense">Number of its sense among <see cref="Senses"/>; 0 for a plain token.</param>
/// <param name="Sentence">Index of its sentence.</param>
internal readonly record struct ItemCell(int First, int End, int Signature, int Sense, int Sentence);
