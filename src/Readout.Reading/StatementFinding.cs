using System.Collections.Immutable;

namespace Readout.Reading;

/// <summary>How a statement stands in the text.</summary>
public enum StatementMode
{
    /// <summary>In quotation marks: the speaker's own words.</summary>
    Direct,

    /// <summary>Reported: what the article says was said.</summary>
    Indirect,
}

/// <summary>Something said, who said it first, and how it reached the article.</summary>
/// <param name="Speaker">Canonical name of who said it first; <c>unnamed</c> for a source the article hides.</param>
/// <param name="Mode">Direct or indirect.</param>
/// <param name="Words">The words inside the quotation marks, or the reported content.</param>
/// <param name="Date">EDTF date on which it was said; null where not stated.</param>
/// <param name="Medium">Where it was said (Truth Social, an interview); null where not stated.</param>
/// <param name="Relay">Through whom it reached the article, nearest first, without the speaker.</param>
/// <param name="Rules">Ids of the rules that led to it.</param>
public sealed record StatementFinding(
    string Speaker,
    StatementMode Mode,
    Evidence Words,
    string? Date,
    string? Medium,
    ImmutableArray<string> Relay,
    ImmutableArray<string> Rules);
