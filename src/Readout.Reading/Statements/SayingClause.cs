using System.Collections.Immutable;
using Readout.Reading.Actors;

namespace Readout.Reading.Statements;

/// <summary>How a clause of saying stands to what was said.</summary>
internal enum ClauseStand
{
    /// <summary>The words come after it.</summary>
    Opens,

    /// <summary>A quotation comes right before it.</summary>
    Follows,

    /// <summary>It ends the sentence whose words it attributes.</summary>
    Closes,
}

/// <summary>What a word of saying makes of the words it governs.</summary>
internal enum SpeechKind
{
    /// <summary>They were said.</summary>
    Speech,

    /// <summary>They are wished, believed or demanded.</summary>
    Attitude,

    /// <summary>They are a statement only where they are quoted, or marked as content.</summary>
    Weak,

    /// <summary>The same, even where the clause stands within what another says.</summary>
    Quoted,
}

/// <summary>A clause that says who speaks. Places are indexes of items of the outer text.</summary>
/// <param name="start">Where the clause starts: its subject, or its verb.</param>
/// <param name="verb">The word of saying.</param>
/// <param name="rule">The rule that found it.</param>
internal sealed class SayingClause(int start, int verb, string rule)
{
    /// <summary>Where it starts.</summary>
    public int Start => start;

    /// <summary>The word of saying.</summary>
    public int Verb => verb;

    /// <summary>Who speaks.</summary>
    public ImmutableArray<Entity> Who { get; set; } = [];

    /// <summary>The speaker's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The item that names the speaker; -1 where the subject is left out.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>Whether it has the form "according to".</summary>
    public bool According { get; init; }

    /// <summary>What sort of saying it is.</summary>
    public SpeechKind Speech { get; init; }

    /// <summary>Whether the subject points back to someone without a name or a title that the pack knows.</summary>
    public bool Described { get; init; }

    /// <summary>Whether it is no clause but the noun for someone's words ("the words of the minister").</summary>
    public bool Words { get; init; }

    /// <summary>Whether a document speaks, whose author was told of before.</summary>
    public bool Document { get; init; }

    /// <summary>Whether the speaker is told so loosely that only quoted words are given to him.</summary>
    public bool OnlyQuoted { get; init; }

    /// <summary>Where the content begins.</summary>
    public int Content { get; set; } = verb + 1;

    /// <summary>Whether a word for "that" or a colon marks the beginning of the content.</summary>
    public bool Marked { get; set; }

    /// <summary>Whether that mark is a colon.</summary>
    public bool Colon { get; set; }

    /// <summary>Whether its content is a statement even where no part of it is quoted.</summary>
    public bool Governs => Speech < SpeechKind.Weak || Marked;

    /// <summary>How it stands to its content.</summary>
    public ClauseStand Stand { get; set; }

    /// <summary>Where the content ends at the latest: the words before the speaker, in "stressing that ..., he said".</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>One past the content.</summary>
    public int End { get; set; }

    /// <summary>The clause inside whose content this one stands.</summary>
    public SayingClause? Outer { get; set; }

    /// <summary>Whether another clause of saying begins right where this one's content does.</summary>
    public bool OnlyRelays { get; set; }

    /// <summary>Outlets and persons through whom it came, nearest first.</summary>
    public List<string> Relay { get; } = [];

    /// <summary>The rules that found it.</summary>
    public List<string> Rules { get; } = [rule];

    /// <summary>Whether the speaker is an outlet.</summary>
    public bool IsOutlet => Who.Length > 0 && Who.All(w => w.Kind == EntityKind.Media);
}
