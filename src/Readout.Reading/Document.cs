using NodaTime;
using Readout.Reading.Articles;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Text;

namespace Readout.Reading;

/// <summary>
/// An article while it is read: its tokens, and the items that each stage leaves for the next. Lives for one reading only.
/// </summary>
internal sealed class Document(Article article, LanguagePack pack, Workspace workspace, List<Token> tokens, ItemList items)
{
    private const int LastOfLead = 2;
    private const int LongestBrief = 6;
    private readonly Dictionary<string, int> counted = new(StringComparer.Ordinal);
    private ItemList items = items;

    /// <summary>The article.</summary>
    public Article Article => article;

    /// <summary>Its text, to which all offsets count.</summary>
    public string Text => article.Text;

    /// <summary>The pack it is read with.</summary>
    public LanguagePack Pack => pack;

    /// <summary>Lists to fill.</summary>
    public Workspace Workspace => workspace;

    /// <summary>Its tokens.</summary>
    public List<Token> Tokens => tokens;

    /// <summary>What the last stage left.</summary>
    public ItemList Items
    {
        get => items;
        set
        {
            items = value;
            counted.Clear();
        }
    }

    /// <summary>The day relative times count from; null where the article has no publication date.</summary>
    public LocalDate? Anchor => article.Published?.Day;

    /// <summary>What the user should know of this reading.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Puts in place of each longest match the item made for it (see <see cref="StageRules.Replace"/>).</summary>
    public void Replace(StageRules rules, Func<RuleMatch, Item?> make)
    {
        var before = Items;
        var after = workspace.Items.Take();
        rules.Replace(before, make, after);
        Items = after;
        workspace.Items.Return(before);
    }

    /// <summary>The evidence of a range of tokens.</summary>
    public Evidence Slice(int first, int end) => Spans.Slice(Text, tokens[first].Start, tokens[end - 1].End);

    /// <summary>The words of an item as written.</summary>
    public ReadOnlySpan<char> Written(Item item) => Text.AsSpan(tokens[item.First].Start, tokens[item.End - 1].End - tokens[item.First].Start);

    /// <summary>Where in <see cref="Items"/> an item stands; negative where it is not among them.</summary>
    public int IndexOf(Item item) => Items.IndexOf(item.First);

    /// <summary>The sentence an item stands in.</summary>
    public int Sentence(Item item) => item.Sentence;

    /// <summary>The entity of a state, ISO 3166-1 alpha-3; null for a code that the world does not know.</summary>
    public Actors.Entity? State(string? code) => code is not null && pack.World.States.TryGetValue(code, out var state) ? new Actors.Entity(state.Name, Actors.EntityKind.State, code) : null;

    /// <summary>Whether an item carries a label.</summary>
    public bool Has(Item item, string label) => pack.Labels.Find(label) is var n and >= 0 && pack.Signatures.Has(item.Signature, n);

    /// <summary>Whether an item stands in the title or the lead.</summary>
    public bool InLead(int item) => Sentence(Items[item]) <= LastOfLead;

    /// <summary>Whether the text is a title with a lead, or little more.</summary>
    public bool IsBrief => tokens.Count > 0 && tokens[^1].Sentence <= LongestBrief;

    /// <summary>Whether the sentence around an item has an item with a label.</summary>
    public bool SentenceHas(int item, string label)
    {
        var (from, to) = SentenceAround(item);
        return AnyHas(from, to, label);
    }

    /// <summary>Whether one of the items from one to before another has a label.</summary>
    public bool AnyHas(int from, int to, string label)
    {
        if (pack.Labels.Find(label) is not (var number and >= 0)) return false;
        foreach (ref readonly var cell in items.Cells[from..to])
        {
            if (pack.Signatures.Has(cell.Signature, number)) return true;
        }

        return false;
    }

    /// <summary>Whether one of the first items of the sentence around an item has a label.</summary>
    public bool SentenceOpensWith(int item, string label)
    {
        var (from, to) = SentenceAround(item);
        for (var i = from; i < to && i < from + 3; i++)
        {
            if (Has(Items[i], label)) return true;
        }

        return false;
    }

    /// <summary>Whether the name of a state only says where: in brackets, or after a place and a comma ("Davos (Switzerland)", "Vientiane, Laos").</summary>
    public bool IsAddress(int item)
    {
        if (item == 0 || !(Has(Items[item], "state") || Has(Items[item], "capital"))) return false;
        var before = Written(Items[item - 1]);
        return before is "(" || (before is "," && item > 1 && Items[item - 2].Sense is Actors.PlaceMention);
    }

    /// <summary>How many items carry a label, in the layer now seen.</summary>
    public int CountIn(string label)
    {
        if (counted.TryGetValue(label, out var count)) return count;
        var number = pack.Labels.Find(label);
        foreach (ref readonly var cell in items.Cells) count += number >= 0 && pack.Signatures.Has(cell.Signature, number) ? 1 : 0;
        counted.Add(label, count);
        return count;
    }

    /// <summary>The range of items of the sentence around one.</summary>
    public (int From, int To) SentenceAround(int item)
    {
        var sentence = Sentence(Items[item]);
        var (from, to) = (item, item + 1);
        var cells = items.Cells;
        while (from > 0 && cells[from - 1].Sentence == sentence) from--;
        while (to < cells.Length && cells[to].Sentence == sentence) to++;
        return (from, to);
    }

    /// <summary>An item with labels that a stage makes.</summary>
    public Item Make(int first, int end, object? sense, params ReadOnlySpan<string> labels)
    {
        Span<int> set = stackalloc int[labels.Length + 2];
        var count = 0;
        foreach (var label in labels) set[count++] = pack.Labels.Add(label);
        if (tokens[first].Is(TokenFlags.Glued)) set[count++] = pack.Labels.Add("glued");
        if (tokens[first].Is(TokenFlags.Opening)) set[count++] = pack.Labels.Add("opening");
        return new Item(new ItemCell(first, end, pack.Signatures.Intern(set[..count]), workspace.Senses.Add(sense), tokens[first].Sentence), workspace.Senses);
    }
}
