using System.Collections.Immutable;
using Readout.Reading.Matching;

namespace Readout.Reading.Actors;

/// <summary>A place of the text that names one or more actors.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Who">Whom it stands for, after coreference.</param>
/// <param name="Rules">Ids of the rules that made it.</param>
/// <param name="Title">The role of a mention by title and state alone, which a list of states after it shares.</param>
/// <param name="Building">Id of the place whose name stands for a government here.</param>
/// <param name="Voice">The name under which a body of a state speaks for itself.</param>
internal sealed record ActorMention(int First, int End, ImmutableArray<Entity> Who, string[] Rules, string? Title = null, string? Building = null, string? Voice = null);

/// <summary>A place of the text that names a city, region or building.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Name">Canonical English name.</param>
/// <param name="State">The state it lies in.</param>
/// <param name="Capital">The state whose capital it is, which it may stand for.</param>
/// <param name="Rule">Id of the rule that made it.</param>
internal sealed record PlaceMention(int First, int End, string Name, string? State, Entity? Capital, string Rule);

/// <summary>Words that have the shape of a name no list knows.</summary>
/// <param name="Rule">Id of the rule that saw it.</param>
/// <param name="State">The state whose people have such names; null where the shape tells none.</param>
internal sealed record NameShape(string Rule, string? State = null) : IPassingSense;
