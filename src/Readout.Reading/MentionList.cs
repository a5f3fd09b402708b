using System.Collections.Immutable;
using Readout.Reading.Actors;

namespace Readout.Reading;

/// <summary>The mentions of a text, put into words only when somebody asks: most readers of a reading never do.</summary>
internal sealed class MentionList
{
    private readonly string text;
    private readonly List<(int Start, int End, ActorMention Mention)> mentions = [];
    private ImmutableArray<MentionFinding>? all;

    /// <summary>Makes the list of what the items of a document name.</summary>
    public MentionList(Document document)
    {
        text = document.Text;
        foreach (var item in document.Items.Found)
        {
            if (item.Sense is ActorMention m) mentions.Add((document.Tokens[m.First].Start, document.Tokens[m.End - 1].End, m));
        }
    }

    /// <summary>The mentions, in text order.</summary>
    public ImmutableArray<MentionFinding> All => all ??=
        [.. mentions.Select(m => new MentionFinding(Text.Spans.Slice(text, m.Start, m.End), [.. m.Mention.Who.Select(w => w.Name)], [.. m.Mention.Rules]))];
}
