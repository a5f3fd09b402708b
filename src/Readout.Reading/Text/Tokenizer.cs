namespace Readout.Reading.Text;

/// <summary>
/// Cuts a text into words, numbers, marks and line breaks, and counts sentences. One pass, linear in the text.
/// </summary>
public sealed class Tokenizer(Vocabulary vocabulary)
{
    // A sentence longer than this is cut: no rule looks that far, and hostile text has no sentence end at all.
    private const int LongestSentence = 600;
    private readonly LostSpaces spaces = new(vocabulary);

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
            var look = Letters.Look(c);
            if (look == LetterLook.Line)
            {
                tokens.Add(new Token(position, position + 1, 0, TokenFlags.Break, sentence));
                position++;
                (sentence, sentenceStart, opening, glued) = (sentence + 1, tokens.Count, true, false);
                continue;
            }

            if (look == LetterLook.Space)
            {
                position++;
                glued = false;
                continue;
            }

            int word, end;
            TokenFlags flags;
            var cut = 0;
            if ((look & LetterLook.Letter) != 0)
            {
                flags = (look & LetterLook.Upper) != 0 ? TokenFlags.Word | TokenFlags.Capital : TokenFlags.Word;
                word = vocabulary.Read(text, position, out end);
                if (word == 0 && (cut = spaces.Cut(text.AsSpan(position, end - position))) > 0) word = vocabulary.Find(text.AsSpan(position, (end = position + cut) - position));
            }
            else
            {
                end = TokenEnd(text, position, look, out flags);
                word = vocabulary.Find(text.AsSpan(position, end - position));
            }

            if (glued) flags |= TokenFlags.Glued;
            if (opening && (flags & TokenFlags.Mark) == 0)
            {
                flags |= TokenFlags.Opening;
                opening = false;
            }

            tokens.Add(new Token(position, end, word, flags, sentence));
            position = end;
            glued = cut == 0;
            if ((IsSentenceMark(c) && EndsSentence(text, tokens)) || (c == ';' && position < text.Length && IsSpace(text[position])) || tokens.Count - sentenceStart >= LongestSentence)
            {
                (sentence, sentenceStart, opening) = (sentence + 1, tokens.Count, true);
            }
        }

        return tokens;
    }

    /// <summary>White space of any width but line breaks, and the marks of no width that copied web text is full of.</summary>
    public static bool IsSpace(char c) => Letters.Look(c) == LetterLook.Space;

    private static int TokenEnd(string text, int start, LetterLook look, out TokenFlags flags)
    {
        var end = start + 1;
        if ((look & LetterLook.Digit) != 0)
        {
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            flags = TokenFlags.Number;
            return end;
        }

        if (char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
        flags = TokenFlags.Mark;
        return end;
    }

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
