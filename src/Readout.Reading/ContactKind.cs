namespace Readout.Reading;

/// <summary>What form a contact took. Names in files are the lower-case English words.</summary>
public enum ContactKind
{
    /// <summary>By telephone or video.</summary>
    Call,

    /// <summary>In person, between persons or small delegations.</summary>
    Meeting,

    /// <summary>What the text calls a summit, or a multilateral conference of leaders.</summary>
    Summit,

    /// <summary>A round of negotiations or consultations between delegations.</summary>
    Talks,

    /// <summary>A journey of a person or delegation to a state.</summary>
    Visit,

    /// <summary>A letter, a cable, a note.</summary>
    Message,
}
