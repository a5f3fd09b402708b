namespace Readout.Reading;

/// <summary>An office-holder whom the article itself names ("Prime Minister X Y"): a dated observation.</summary>
/// <param name="Office">Office id, as in <c>offices.tsv</c> (<c>DEU:head-of-government</c>).</param>
/// <param name="Holder">Canonical name of the person.</param>
/// <param name="Evidence">The words that say so.</param>
public sealed record ObservedOffice(string Office, string Holder, Evidence Evidence)
{
    /// <summary>
    /// The canonical English name under which the office stands for whoever holds it (<c>Chancellor of Germany</c>); null where several
    /// persons may hold it at a time.
    /// </summary>
    public string? Title { get; init; }
}
