using System.Collections.Immutable;
using Readout.Reading.Contacts;
using Readout.Reading.Matching;

namespace Readout.Reading.Coverage;

/// <summary>What the stages of one reading left, beside the findings.</summary>
/// <param name="Document">The article as it was read.</param>
/// <param name="Named">The items after the stages of actors.</param>
/// <param name="Later">The items as later layers saw them, that of contacts first.</param>
/// <param name="Tellings">The contacts that came of them.</param>
/// <param name="Statements">The statements.</param>
internal sealed record ReadingTrace(
    Document Document, ItemList Named, List<ItemList> Later, IReadOnlyList<ContactTelling> Tellings, ImmutableArray<StatementFinding> Statements);
