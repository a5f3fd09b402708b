namespace Readout.Reading.Actors;

/// <summary>What sort of actor a mention stands for.</summary>
internal enum EntityKind
{
    Person,
    Office,
    State,
    Organisation,
    Media,
    Unnamed,
}

/// <summary>Whom a mention stands for.</summary>
/// <param name="Name">Canonical English name.</param>
/// <param name="Kind">What sort of actor.</param>
/// <param name="State">The state acted for, ISO 3166-1 alpha-3.</param>
/// <param name="Role">The role by which a person was named here, if any.</param>
/// <param name="Id">The actor's id in the world, if known.</param>
internal sealed record Entity(string Name, EntityKind Kind, string? State, string? Role = null, string? Id = null)
{
    /// <summary>Whether this person leads a state.</summary>
    public bool Leads { get; init; }

    /// <summary>Whether this is one person, by name or by office.</summary>
    public bool IsPerson => Kind is EntityKind.Person or EntityKind.Office;

    /// <summary>Whether two entities are the same actor, whatever role named them.</summary>
    public bool Same(Entity other) => Name == other.Name;

    /// <summary>As a participant of a contact.</summary>
    public Participant AsParticipant() => new(Name, State, IsPerson);
}
