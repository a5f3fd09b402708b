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
    /// <summary>One person.</summary>
    public static Found Person(Entity who) => new([who], ["actor", "person-actor"]);

    /// <summary>A person told by words that point back.</summary>
    public static Found Back(Entity who) => new([who], ["actor", "person-actor", "anaphor"]);
}
