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

    private OuterText(ItemList items, List<int> sentences, List<Token> tokens) => (Items, Sentences, this.tokens) = (items, sentences, tokens);

    /// <summary>The items.</summary>
    public ItemList Items { get; }

    /// <summary>The sentence of each item.</summary>
    public List<int> Sentences { get; }

    /// <summary>Whether an item is a punctuation mark or a line break.</summary>
    public bool IsMark(int item) => Items[item].Sense is not QuotedWords && (tokens[Items[item].First].Flags & (TokenFlags.Mark | TokenFlags.Break)) != 0;

    /// <summary>Collapses quotations.</summary>
    public static OuterText From(Document document, ItemList items, List<QuotedWords> quotes)
    {
        var (result, sentences) = (document.Workspace.Items.Take(), document.Workspace.Numbers.Take());
        sentences.EnsureCapacity(items.Count);
        var (next, sentence, start, reached) = (0, 0, 0, 0);
        QuotedWords? before = null;
        foreach (ref readonly var cell in items.Cells)
        {
            while (next < quotes.Count && quotes[next].Open < cell.End)
            {
                var quote = quotes[next++];
                if (quote.Close <= reached) continue;
                Add((document.Tokens[quote.First].Is(TokenFlags.Capital) ? document.Make(quote.Open, quote.Close, quote, "quote") : document.Make(quote.Open, quote.Close, quote, "quote", "small")).Cell, quote);
                reached = quote.Close;
            }

            if (cell.First >= reached) Add(cell, null);
        }

        return new OuterText(result, sentences, document.Tokens);

        void Add(in ItemCell cell, QuotedWords? quote)
        {
            if (result.Count > 0 && (Ends(document, before, result.Cells[^1], quote, cell) || result.Count - start >= Longest)) (sentence, start) = (sentence + 1, result.Count);
            result.Add(cell with { Sentence = sentence });
            sentences.Add(sentence);
            before = quote;
        }
    }

    /// <summary>Gives its lists back; nobody may use it any more.</summary>
    public void Close(Workspace workspace)
    {
        workspace.Items.Return(Items);
        workspace.Numbers.Return(Sentences);
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
