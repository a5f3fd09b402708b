using Readout.Reading.Actors;
using Readout.Reading.Packs;

namespace Readout.Reading.Positions;

/// <summary>Finds what a stance is about: the issue that an item names, and those around a word.</summary>
internal sealed class IssueFinder(Document document)
{
    private const string Class = "issue";
    private const string Topic = "issue-topic";
    private const int Look = 5;
    private const int Open = 16;
    private const int List = 50;

    /// <summary>The issue that an item names; null where it names none.</summary>
    /// <remarks>A body's name may decide: joining NATO is one issue, joining another body something else.</remarks>
    public string? At(int i)
    {
        if (document.Items[i].Sense is not Term term || term.Sense(Class) is not { } sense) return null;
        if (sense.Setting("of") is not { } body) return sense.Value;
        for (var next = i + 1; next <= i + 2 && next < document.Items.Count; next++)
        {
            if (document.Items[next].Sense is ActorMention { Who: [var who, ..] }) return who.Name == body ? sense.Value : sense.Setting("else")?.Replace('_', ' ');
        }

        return null;
    }

    /// <summary>A general word for an issue ("talks") yields to a more special one that follows close by in the clause ("nuclear programme").</summary>
    public int Sharper(int first)
    {
        if (!IsGeneral(first)) return first;
        var sentence = document.Sentence(document.Items[first]);
        for (var i = first + 1; i <= first + Look && i < document.Items.Count && document.Sentence(document.Items[i]) == sentence; i++)
        {
            if (document.Has(document.Items[i], "break") || document.Has(document.Items[i], "and")) break;
            if (document.Has(document.Items[i], Class) && !IsGeneral(i)) return i;
        }

        return first;
    }

    /// <summary>The issues of a list: one in each part between commas, to the end of the sentence.</summary>
    public IEnumerable<int> Following(int first)
    {
        var sentence = document.Sentence(document.Items[first]);
        var joined = false;
        for (var i = first + 1; i < first + List && i < document.Items.Count && document.Sentence(document.Items[i]) == sentence; i++)
        {
            if (document.Has(document.Items[i], "=,") || document.Has(document.Items[i], "and")) joined = true;
            else if (document.Has(document.Items[i], "report") || document.Has(document.Items[i], "stance-verb")) yield break;
            else if (joined && document.Has(document.Items[i], Class) && At(i) is not null)
            {
                joined = false;
                yield return i;
            }
        }
    }

    /// <summary>The first issue that the clause after a word names, a special one before general ones; null where it names none.</summary>
    /// <param name="at">The word.</param>
    public int? After(int at)
    {
        var sentence = document.Sentence(document.Items[at]);
        int? general = null;
        for (var i = at + 1; i <= at + Open && i < document.Items.Count && document.Sentence(document.Items[i]) == sentence; i++)
        {
            if (document.Has(document.Items[i], "break:mark")) break;
            if (Near(i) is null) continue;
            if (At(i) is not null && !IsGeneral(i)) return i;
            general ??= i;
        }

        return general;
    }

    /// <summary>The item of the issue named last before a word in its sentence; null where none is.</summary>
    /// <param name="at">The word.</param>
    public int? Inside(int at)
    {
        var sentence = document.Sentence(document.Items[at]);
        for (var i = at - 1; i >= 0 && i >= at - List && document.Sentence(document.Items[i]) == sentence; i--)
        {
            if (Near(i) is not null) return i;
        }

        return null;
    }

    /// <summary>The issue that an item names, or to which its topic belongs: words too general to take a position on, but not to tell what one is about.</summary>
    /// <param name="i">The item.</param>
    public string? Near(int i) => At(i) ?? (document.Items[i].Sense as Term)?.Value(Topic);

    /// <summary>The issue named last before a word, in its sentence or one of the three before; null where none is.</summary>
    /// <param name="at">The word.</param>
    public string? Before(int at)
    {
        var sentence = document.Sentence(document.Items[at]);
        for (var i = at - 1; i >= 0 && sentence - document.Sentence(document.Items[i]) <= 3; i--)
        {
            if (At(i) is { } issue) return issue;
        }

        return null;
    }

    private bool IsGeneral(int i) => document.Items[i].Sense is Term term && term.Sense(Class) is { Note: "general" };
}
