namespace Readout.Reading;

/// <summary>Where a contact stands in its life, as an article tells it.</summary>
public enum ContactStatus
{
    /// <summary>An idea, an invitation, a wish.</summary>
    Proposed,

    /// <summary>Decided or dated, not yet begun.</summary>
    Planned,

    /// <summary>Going on as the article is written.</summary>
    Ongoing,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>Put off.</summary>
    Postponed,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Someone says that it did not or will not take place.</summary>
    Denied,
}
