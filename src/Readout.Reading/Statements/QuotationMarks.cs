using Readout.Reading.Text;

namespace Readout.Reading.Statements;

/// <summary>
/// Pairs quotation marks of every kind. A straight mark opens or closes by the spaces around it; marks of different kinds pair
/// where newspapers mix them; a quotation ends with its paragraph at the latest, and goes on where the next one opens anew.
/// </summary>
internal sealed class QuotationMarks(string text, List<Token> tokens)
{
    // Longer quotations end where their paragraph does only if the text shows that they are meant to.
    private const int Longest = 500;
    private const int LongestUnclosed = 250;
    private const int LongestSingle = 60;
    private const string Double = "\"“”„«»″";
    private const string Single = "'‘’‚";

    // No mark before this token closes: what opens before it is a stray mark.
    private int unclosed;

    /// <summary>The quotations of the text, in order; none overlaps another, nested ones belong to the one around them.</summary>
    public List<QuotedWords> Find()
    {
        var found = new List<QuotedWords>();
        for (var i = 0; i < tokens.Count;)
        {
            var quote = Opens(i) ? Double.Contains(Char(i)) ? DoubleQuote(i) : SingleQuote(i) : null;
            if (quote is not null && quote.Last > quote.First)
            {
                found.Add(quote);
                i = quote.Close;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private char Char(int token) => tokens[token].Is(TokenFlags.Mark) && tokens[token].End == tokens[token].Start + 1 ? text[tokens[token].Start] : '\0';

    private QuotedWords? DoubleQuote(int open)
    {
        if (open < unclosed) return null;
        var (depth, last) = (1, -1);
        var end = open + 1;
        for (; end < tokens.Count && end - open < Longest && !tokens[end].Is(TokenFlags.Break); end++)
        {
            if (!Double.Contains(Char(end))) continue;
            if (Opens(end))
            {
                if (AfterSentence(end))
                {
                    // A new paragraph of the same speech, whose line break was lost.
                    return new QuotedWords(open, open + 1, end, end);
                }

                depth++;
                continue;
            }

            last = end;
            if (--depth == 0) break;
        }

        if (last >= 0) return new QuotedWords(open, open + 1, last, last + 1);
        unclosed = end;
        var paragraph = end < tokens.Count ? tokens[end].Is(TokenFlags.Break) : end == tokens.Count;
        if (!paragraph || end - open > LongestUnclosed) return null;
        return Resumes(end) || Leads(open) ? new QuotedWords(open, open + 1, end, end) : null;
    }

    private QuotedWords? SingleQuote(int open)
    {
        for (var i = open + 1; i < tokens.Count && i - open < LongestSingle && !tokens[i].Is(TokenFlags.Break); i++)
        {
            var c = Char(i);
            if (Double.Contains(c)) return null;
            if (Single.Contains(c) && Closes(i)) return new QuotedWords(open, open + 1, i, i + 1);
        }

        return null;
    }

    // Whether a mark stands where an opening one would.
    private bool Opens(int i)
    {
        var c = Char(i);
        if (c == '\0') return false;
        var (before, after) = Around(i);
        if (Single.Contains(c)) return c is not '’' && Free(before) && char.IsLetterOrDigit(after);
        if (c is '“' or '„' or '«') return !(Free(after) || IsStop(after)) || Free(before);
        if (c is '”' or '»') return Free(before) && before != '\0' && char.IsLetterOrDigit(after) && !Inside(i);
        if (c is not ('"' or '″')) return false;
        return (Free(before) && !Free(after)) || (char.IsLetterOrDigit(before) && char.IsUpper(after));
    }

    // A closing curly mark after a space still closes if one of its kind was opened in this paragraph a little before.
    private bool Inside(int i)
    {
        for (var k = i - 1; k >= 0 && i - k < LongestUnclosed && !tokens[k].Is(TokenFlags.Break); k--)
        {
            var c = Char(k);
            if (c is '“' or '«' or '„') return true;
            if (c is '”' or '»') return false;
        }

        return false;
    }

    private bool Closes(int i)
    {
        var (before, after) = Around(i);
        return !Free(before) && !char.IsLetterOrDigit(after);
    }

    private (char Before, char After) Around(int i)
    {
        var token = tokens[i];
        return (token.Start > 0 ? text[token.Start - 1] : '\0', token.End < text.Length ? text[token.End] : '\0');
    }

    private static bool Free(char c) => c is '\0' or '\n' or '(' or '[' or '-' or '–' or '—' or '/' or ':' || Tokenizer.IsSpace(c);

    private static bool IsStop(char c) => c is '.' or ',' or ';' or '!' or '?' or ')' or ']';

    private bool AfterSentence(int i) => i > 0 && Char(i - 1) is '.' or '!' or '?' or '…';

    // Whether the next line opens a quotation.
    private bool Resumes(int end)
    {
        while (end < tokens.Count && tokens[end].Is(TokenFlags.Break)) end++;
        return end < tokens.Count && Double.Contains(Char(end)) && Opens(end);
    }

    // Whether what comes before calls for a quotation: a colon, or the beginning of a paragraph.
    private bool Leads(int open) => open == 0 || tokens[open - 1].Is(TokenFlags.Break) || Char(open - 1) == ':';
}
