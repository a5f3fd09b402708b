namespace Readout.Reading.Actors;

/// <summary>Whom a mention stands for, and how later rules may ask for it.</summary>
/// <param name="Who">Whom it stands for.</param>
/// <param name="Labels">The labels of its item.</param>
/// <param name="Title">The role of a mention by title and state alone.</param>
/// <param name="Place">The place, where it is one.</param>
/// <param name="Building">Id of the place whose name stands for a government here.</param>
/// <param name="Voice">The name under which a body of a state speaks for itself.</param>
internal sealed record Found(IReadOnlyList<Entity> Who, string[] Labels, string? Title = null, PlaceMention? Place = null, string? Building = null, string? Voice = null)
{
    // They are made at every mention, so each set is made once.
    private static readonly string[] OfPerson = ["actor", "person-actor"];
    private static readonly string[] OfPersonBack = ["actor", "person-actor", "anaphor"];
    private static readonly string[] OfOffice = ["actor", "person-actor", "office-only"];
    private static readonly string[] OfState = ["actor", "state"];
    private static readonly string[] OfDelegation = ["actor", "state", "delegation"];
    private static readonly string[] OfOrganisation = ["actor", "organisation"];
    private static readonly string[] OfHoused = ["actor", "organisation", "place"];
    private static readonly string[] OfMedia = ["actor", "media"];
    private static readonly string[] OfCredit = ["credit"];
    private static readonly string[] OfPlace = ["place"];
    private static readonly string[] OfCapital = ["place", "capital"];

    /// <summary>One person.</summary>
    public static Found Person(Entity who) => new([who], OfPerson);

    /// <summary>A person told by words that point back.</summary>
    public static Found Back(Entity who) => new([who], OfPersonBack);

    /// <summary>Whoever holds an office, told by it alone.</summary>
    public static Found Office(Entity who, string role) => new([who], OfOffice, role);

    /// <summary>A state, or a body that acts for it.</summary>
    public static Found State(Entity who) => new([who], OfState);

    /// <summary>A delegation of a state.</summary>
    public static Found Delegation(Entity who) => new([who], OfDelegation);

    /// <summary>An organisation.</summary>
    /// <param name="who">The organisation.</param>
    /// <param name="building">The place of the same name, if there is one.</param>
    public static Found Organisation(Entity who, string? building = null) =>
        building is null ? new([who], OfOrganisation) : new([who], OfHoused, Building: building);

    /// <summary>A news medium.</summary>
    public static Found Media(Entity who) => new([who], OfMedia);

    /// <summary>A news medium in the credit of a text or picture, which nobody speaks for.</summary>
    public static Found Credit(Entity who) => new([who], OfCredit);

    /// <summary>A city, region or building.</summary>
    public static Found At(PlaceMention place) => new([], place.Capital is null ? OfPlace : OfCapital, null, place);
}
