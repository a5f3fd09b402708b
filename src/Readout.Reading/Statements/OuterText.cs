using System.Runtime.InteropServices;
using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading.Statements;

/// <summary>
/// The items of a text with every quotation as one item, labelled <c>quote</c> (and <c>small</c> where no capital begins it), and the sentences that are left: a stop inside
/// quotation marks ends no sentence around them.
/// </summary>
internal sealed class OuterText
{
    // No clause of saying reaches further; quotations that swallow every full stop would make sentences without end.
    private const int Longest = 400;
    private readonly List<Token> tokens;

    private OuterText(ItemList items, List<int> starts, List<Token> tokens) => (Items, Starts, this.tokens) = (items, starts, tokens);

    /// <summary>The items.</summary>
    public ItemList Items { get; }

    /// <summary>Sentence by sentence its first item, and at last the number of items.</summary>
    public List<int> Starts { get; }

    /// <summary>The quotations, by the item that each one is.</summary>
    public List<(int Item, QuotedWords Words)> Quotations { get; } = [];

    /// <summary>The sentence of an item.</summary>
    public int SentenceOf(int item) => Items.Cells[item].Sentence;

    /// <summary>Whether an item is a punctuation mark or a line break.</summary>
    public bool IsMark(int item) => Items[item].Sense is not QuotedWords && (tokens[Items[item].First].Flags & (TokenFlags.Mark | TokenFlags.Break)) != 0;

    /// <summary>Collapses quotations.</summary>
    public static OuterText From(Document document, ItemList items, List<QuotedWords> quotes)
    {
        var outer = new OuterText(document.Workspace.Items.Take(), document.Workspace.Numbers.Take(), document.Tokens);
        var (result, starts) = (outer.Items, outer.Starts);
        var (next, reached) = (0, 0);
        QuotedWords? before = null;
        foreach (ref readonly var cell in items.Cells)
        {
            while (next < quotes.Count && quotes[next].Open < cell.End)
            {
                var quote = quotes[next++];
                if (quote.Close <= reached) continue;
                Add((document.Tokens[quote.First].Is(TokenFlags.Capital) ? document.Make(quote.Open, quote.Close, quote, "quote") : document.Make(quote.Open, quote.Close, quote, "quote", "small")).Cell, quote);
                outer.Quotations.Add((result.Count - 1, quote));
                reached = quote.Close;
            }

            if (cell.First >= reached) Add(cell, null);
        }

        starts.Add(result.Count);
        return outer;

        void Add(in ItemCell cell, QuotedWords? quote)
        {
            if (result.Count == 0 || Ends(document, before, result.Cells[^1], quote, cell) || result.Count - starts[^1] >= Longest) starts.Add(result.Count);
            result.Add(cell with { Sentence = starts.Count - 1 });
            before = quote;
        }
    }

    /// <summary>Gives its lists back; nobody may use it any more.</summary>
    public void Close(Workspace workspace)
    {
        workspace.Items.Return(Items);
        workspace.Numbers.Return(Starts);
    }

    private static bool Ends(Document document, QuotedWords? quote, in ItemCell before, QuotedWords? opening, in ItemCell item)
    {
        var tokens = CollectionsMarshal.AsSpan(document.Tokens);
        ref readonly var last = ref tokens[before.End - 1];
        ref readonly var first = ref tokens[item.First];
        if (quote is null) return last.Sentence != first.Sentence;
        if (last.Is(TokenFlags.Break) || (quote.Close == quote.Last && last.Sentence != first.Sentence)) return true;
        ref readonly var inner = ref tokens[quote.Last - 1];
        return inner.Is(TokenFlags.Mark) && document.Text[inner.Start] is '.' or '!' or '?' or '…' && (first.Is(TokenFlags.Capital) || opening is not null);
    }
}
