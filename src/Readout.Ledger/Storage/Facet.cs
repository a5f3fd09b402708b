namespace Readout.Ledger.Storage;

/// <summary>What a term of the index is about. The numbers stand in ledger files.</summary>
internal enum Facet
{
    /// <summary>Every contact has this one term.</summary>
    All = 0,

    /// <summary>A contact's kind.</summary>
    Kind = 1,

    /// <summary>A contact's status.</summary>
    Status = 2,

    /// <summary>Who took part, by name: persons and whatever else acts.</summary>
    Participant = 3,

    /// <summary>A state that took part, by code.</summary>
    State = 4,

    /// <summary>The code of a state that took part, by the state's name.</summary>
    StateName = 5,

    /// <summary>A contact's place.</summary>
    Place = 6,

    /// <summary>Who published an article that tells of a contact.</summary>
    Publisher = 7,

    /// <summary>An issue that positions of an article are on; of a contact, those that belong to it.</summary>
    Issue = 8,

    /// <summary>Whose words an article gives.</summary>
    Speaker = 9,

    /// <summary>Who takes a position in an article.</summary>
    Holder = 10,

    /// <summary>Anybody whom an article names, in whatever role.</summary>
    Actor = 11,

    /// <summary>The words by which an article names somebody; the value is the canonical name.</summary>
    Alias = 12,

    /// <summary>A holder whom articles name with his office; the value is the office's id, a tab, and the holder's name.</summary>
    Office = 13,

    /// <summary>Every contact that was a plan has this one term.</summary>
    Plan = 14,

    /// <summary>Every contact that some source counts has this one term.</summary>
    Counted = 15,

    /// <summary>An office of one person, by its title; the value is the title, a tab, and the holder's name.</summary>
    Titled = 16,

    /// <summary>An office that stands for a participant whose name the article does not give.</summary>
    BareOffice = 17,
}

/// <summary>A term of the index.</summary>
/// <param name="Key">The store's own number of it.</param>
/// <param name="Folded">What it is looked up by, folded as <see cref="Search.PlainLetters"/> does.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record Term(long Key, string Folded, string Value);
