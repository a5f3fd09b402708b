namespace Readout.Reading.Text;

/// <summary>
/// Cuts a text into words, numbers, marks and line breaks, and counts sentences. One pass, linear in the text.
/// </summary>
public sealed class Tokenizer(Vocabulary vocabulary)
{
    // A sentence longer than this is cut: no rule looks that far, and hostile text has no sentence end at all.
    private const int LongestSentence = 600;

    /// <summary>The tokens of <paramref name="text"/>, in order, with nothing left out but white space.</summary>
    public List<Token> Tokenize(string text) => Tokenize(text, []);

    /// <summary>The same, into an empty list.</summary>
    public List<Token> Tokenize(string text, List<Token> tokens)
    {
        tokens.EnsureCapacity((text.Length / 4) + 8);
        var (position, sentence, sentenceStart) = (0, 0, 0);
        var opening = true;
        var glued = false;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '\n')
            {
                tokens.Add(new Token(position, position + 1, 0, TokenFlags.Break, sentence));
                position++;
                (sentence, sentenceStart, opening, glued) = (sentence + 1, tokens.Count, true, false);
                continue;
            }

            if (IsSpace(c))
            {
                position++;
                glued = false;
                continue;
            }

            var end = TokenEnd(text, position, out var flags);
            if (glued) flags |= TokenFlags.Glued;
            if (opening && (flags & TokenFlags.Mark) == 0)
            {
                flags |= TokenFlags.Opening;
                opening = false;
            }

            var word = vocabulary.Find(text.AsSpan(position, end - position));
            tokens.Add(new Token(position, end, word, flags, sentence));
            position = end;
            glued = true;
            if ((IsSentenceMark(c) && EndsSentence(text, tokens)) || (c == ';' && position < text.Length && IsSpace(text[position])) || tokens.Count - sentenceStart >= LongestSentence)
            {
                (sentence, sentenceStart, opening) = (sentence + 1, tokens.Count, true);
            }
        }

        return tokens;
    }

    /// <summary>White space of any width, and the marks of no width that copied web text is full of.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\r' or '\v' or '\f' or '\u00a0' or '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff'
        || (c > '\u007f' && char.IsWhiteSpace(c));

    private static int TokenEnd(string text, int start, out TokenFlags flags)
    {
        var c = text[start];
        var end = start + 1;
        if (char.IsAsciiDigit(c))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            flags = TokenFlags.Number;
            return end;
        }

        if (char.IsLetter(c))
        {
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsMarkOfLetter(text[end]))) end++;
            flags = TokenFlags.Word | (char.IsUpper(c) ? TokenFlags.Capital : TokenFlags.None);
            return end;
        }

        if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
        flags = TokenFlags.Mark;
        return end;
    }

    private static bool IsMarkOfLetter(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsSentenceMark(char c) => c is '.' or '!' or '?' or '…';

    // A full stop ends a sentence unless it stands inside a number or abbreviation, or small letters go on after it.
    private static bool EndsSentence(string text, List<Token> tokens)
    {
        var mark = tokens[^1];
        var next = mark.End;
        while (next < text.Length && IsClosing(text[next])) next++;
        if (next < text.Length && !IsSpace(text[next]) && text[next] != '\n')
        {
            // "Moskva.Tổng": web text often loses the space after a full stop.
            return text[mark.Start] == '.' && tokens.Count >= 2 && mark.Start > 0 && char.IsLower(text[mark.Start - 1]) && char.IsUpper(text[next]);
        }

        while (next < text.Length && IsSpace(text[next])) next++;
        if (next >= text.Length || text[next] == '\n') return true;
        if (char.IsLower(text[next])) return false;
        if (tokens.Count < 2 || text[mark.Start] != '.') return true;
        var before = tokens[^2];
        // A single capital before the stop is an initial ("D.", "J.").
        return !(before.Is(TokenFlags.Word | TokenFlags.Capital) && before.End - before.Start == 1 && mark.Is(TokenFlags.Glued));
    }

    private static bool IsClosing(char c) => c is '"' or '”' or '’' or '»' or ')' or ']' or '\'';
}
