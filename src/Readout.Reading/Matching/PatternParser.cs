using Readout.Reading.Packs;

namespace Readout.Reading.Matching;

/// <summary>
/// Reads the pattern notation of rule files:
/// <c>word</c> and <c>"two words"</c> literal · <c>[a b "c d"]</c> any of these · <c>&lt;label&gt;</c>, <c>&lt;a&amp;b&gt;</c>, <c>&lt;a!b&gt;</c> an item with
/// labels · <c>x:part</c> keeps what the part matched as <c>x</c> · <c>(p | q)</c> · <c>?</c>, <c>{m,n}</c> · <c>&amp;</c> no space before the next
/// item · <c>$name</c> a pattern defined in the file · <c>~</c> up to eight of <c>$skip</c> · <c>..n</c> up to n items of any kind but
/// a clause break.
/// </summary>
public sealed class PatternParser(LabelTable labels, Action<string> literal)
{
    /// <summary>The name of the definition that says what <c>~</c> may pass over.</summary>
    public const string Skip = "skip";

    /// <summary>The label of items that <c>..n</c> may not pass over.</summary>
    public const string ClauseBreak = "break";

    private const int SkipMost = 8;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pattern> definitions = new(StringComparer.Ordinal);
    private string text = "";
    private int at;
    private string where = "";

    /// <summary>Numbers of the capture names seen so far.</summary>
    public IReadOnlyDictionary<string, int> Names => names;

    /// <summary>Parses one pattern.</summary>
    /// <param name="pattern">The pattern as written.</param>
    /// <param name="place">File and line, for messages.</param>
    /// <exception cref="PackException">The pattern is broken; the message names the place.</exception>
    public Pattern Parse(string pattern, string place)
    {
        (text, at, where) = (pattern, 0, place);
        var result = Options();
        Space();
        return at == text.Length ? result : throw Broken("nothing can follow here");
    }

    /// <summary>Gives a pattern a name that later patterns use as <c>$name</c>.</summary>
    /// <exception cref="PackException">The pattern is broken; the message names the place.</exception>
    public void Define(string name, string pattern, string place) => definitions[name] = Parse(pattern, place);

    private Pattern Options()
    {
        var options = new List<Pattern> { Series() };
        while (Take('|')) options.Add(Series());
        return options.Count == 1 ? options[0] : new Pattern.Choice([.. options]);
    }

    private Pattern Series()
    {
        var parts = new List<Pattern>();
        while (true)
        {
            Space();
            if (at == text.Length || text[at] is '|' or ')') break;
            parts.Add(Repeated());
        }

        if (parts.Count == 0) throw Broken("a pattern or an alternative is empty");
        return parts.Count == 1 ? parts[0] : new Pattern.Sequence([.. parts]);
    }

    private Pattern Repeated()
    {
        var glued = Take('&');
        Space();
        var part = Named(glued);
        if (at < text.Length && text[at] == '?')
        {
            at++;
            return new Pattern.Repeat(part, 0, 1, false);
        }

        if (at >= text.Length || text[at] != '{') return part;
        at++;
        var least = Number();
        if (!Take(',')) throw Broken("a repetition is written {m,n}");
        var most = Number();
        if (!Take('}') || most < least || most > 24) throw Broken("a repetition is written {m,n}, with n at most 24");
        return new Pattern.Repeat(part, least, most, false);
    }

    private Pattern Named(bool glued)
    {
        var mark = at;
        while (mark < text.Length && (char.IsAsciiLetterOrDigit(text[mark]) || text[mark] == '_')) mark++;
        if (mark > at && mark + 1 < text.Length && text[mark] == ':' && text[mark + 1] is '<' or '(' or '[' or '"' or '$')
        {
            var name = text[at..mark];
            at = mark + 1;
            if (!names.TryGetValue(name, out var number)) names.Add(name, number = names.Count);
            return new Pattern.Capture(number, Atom(glued));
        }

        return Atom(glued);
    }

    private Pattern Atom(bool glued)
    {
        if (at == text.Length) throw Broken("the pattern ends where an item should follow");
        switch (text[at])
        {
            case '(':
                at++;
                var inner = Options();
                return Take(')') ? inner : throw Broken("a bracket is not closed");
            case '<':
                return Label(glued);
            case '[':
                at++;
                var words = new List<Pattern>();
                while (!Take(']'))
                {
                    Space();
                    if (at == text.Length) throw Broken("a list of words is not closed");
                    words.Add(Literal(glued));
                }

                return new Pattern.Choice([.. words]);
            case '~':
                at++;
                return new Pattern.Repeat(Defined(Skip), 0, SkipMost, true);
            case '$':
                var start = ++at;
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-')) at++;
                return Defined(text[start..at]);
            case '.' when at + 2 < text.Length && text[at + 1] == '.' && char.IsAsciiDigit(text[at + 2]):
                at += 2;
                return new Pattern.Repeat(new Pattern.Element([], [labels.Add(ClauseBreak)]), 0, Number(), true);
            default:
                return Literal(glued);
        }
    }

    private Pattern Defined(string name) =>
        definitions.TryGetValue(name, out var pattern) ? pattern : throw Broken($"${name} is not defined above in this file");

    private Pattern.Element Label(bool glued)
    {
        var close = text.IndexOf('>', at);
        if (close < 0) throw Broken("a label is not closed");
        var written = text[(at + 1)..close];
        at = close + 1;
        var (with, without) = (new List<int>(), new List<int>());
        var sign = '&';
        foreach (var part in Parts(written))
        {
            if (part is "&" or "!") sign = part[0];
            else (sign == '&' ? with : without).Add(labels.Add(part));
        }

        if (glued) with.Add(labels.Add("glued"));
        return new Pattern.Element([.. with], [.. without]);
    }

    private static IEnumerable<string> Parts(string written)
    {
        var from = 0;
        for (var i = 0; i <= written.Length; i++)
        {
            if (i < written.Length && written[i] is not ('&' or '!')) continue;
            if (i > from) yield return written[from..i].Trim();
            if (i < written.Length) yield return written[i].ToString();
            from = i + 1;
        }
    }

    private Pattern.Element Literal(bool glued)
    {
        string word;
        if (text[at] == '"')
        {
            var close = text.IndexOf('"', at + 1);
            if (close < 0) throw Broken("a literal is not closed");
            word = text[(at + 1)..close];
            at = close + 1;
        }
        else
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('?' or '{' or ']' or ')' or '|' or '(' or '[')) at++;
            word = text[start..at];
        }

        if (word.Length == 0) throw Broken("a word is missing");
        word = word.ToLowerInvariant();
        literal(word);
        var label = labels.Add("=" + word);
        return new Pattern.Element(glued ? [label, labels.Add("glued")] : [label], []);
    }

    private int Number()
    {
        Space();
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return start < at ? int.Parse(text[start..at], System.Globalization.CultureInfo.InvariantCulture) : throw Broken("a number is missing");
    }

    private bool Take(char c)
    {
        Space();
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void Space()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private PackException Broken(string why) => new($"{where}: column {at + 1} of the pattern: {why}: {text}");
}
