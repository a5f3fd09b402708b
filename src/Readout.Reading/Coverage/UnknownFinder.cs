using System.Text;
using Readout.Reading.Actors;
using Readout.Reading.Contacts;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Statements;
using Readout.Reading.Text;
using Readout.Reading.Times;

namespace Readout.Reading.Coverage;

/// <summary>A phrase of one article that looks like something the pack should know.</summary>
internal readonly record struct Unknown(UnknownKind Kind, string Phrase, int First, int End);

/// <summary>Finds in one article what no stage took. Each list is made by one pass over the items.</summary>
internal sealed class UnknownFinder(ReadingTrace trace)
{
    private const int LongestName = 6;
    private const int WordsAfter = 3;
    private const int LeastQuoted = 5;

    private readonly Document document = trace.Document;

    /// <summary>All unknown phrases of the article.</summary>
    public IEnumerable<Unknown> Find() => Names().Concat(Offices()).Concat(Contacts()).Concat(Times()).Concat(Sayings());

    /// <summary>A text on one line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private IEnumerable<Unknown> Names()
    {
        var items = trace.Named;
        var known = KnownLater();
        for (var i = 0; i < items.Count;)
        {
            if (!IsNamePart(items[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < items.Count && document.Sentence(items[i]) == document.Sentence(items[start]))
            {
                if (IsNamePart(items[i])) i++;
                else if (i + 1 < items.Count && IsHyphen(items[i]) && IsNamePart(items[i + 1])) i += 2;
                else break;
            }

            // The word that opens a sentence has a capital anyway: one that the pack knows is no part of the name.
            if (items[start].Sense is null && document.Tokens[items[start].First] is { Word: > 0 } first && first.Is(TokenFlags.Opening)) start++;
            if (start >= i || i - start > LongestName || IsCommon(items[start].First, items[i - 1].End)) continue;
            if (known.TryGetValue(items[start].First, out var reach) && reach >= items[i - 1].End) continue;
            yield return Of(UnknownKind.Name, items[start].First, items[i - 1].End);
        }
    }

    // Treaties and weapons are names too; the layer of positions has them.
    private Dictionary<int, int> KnownLater()
    {
        var known = new Dictionary<int, int>();
        foreach (var item in trace.Later.SelectMany(l => l))
        {
            if (item.Sense is Term) known[item.First] = Math.Max(item.End, known.GetValueOrDefault(item.First));
        }

        return known;
    }

    private bool IsNamePart(Item item) => item.Sense is NameShape || (item.Sense is null && document.Tokens[item.First].Is(TokenFlags.Word | TokenFlags.Capital));

    // One syllable that the pack knows is more likely the first of a common word with a capital than a name; so is what opens a sentence.
    private bool IsCommon(int first, int end)
    {
        var word = document.Tokens[first];
        return end == first + 1 && (word.Word > 0 || word.End - word.Start < 2 || word.Is(TokenFlags.Opening));
    }

    private bool IsHyphen(Item item) => item.Sense is null && document.Tokens[item.First].Is(TokenFlags.Glued | TokenFlags.Mark) && document.Text[document.Tokens[item.First].Start] == '-';

    private IEnumerable<Unknown> Offices()
    {
        for (var i = 0; i < trace.Named.Count; i++)
        {
            var item = trace.Named[i];
            if (item.Sense is ActorMention { Who: [var who] } && who.Id is null && who.IsPerson)
            {
                if (who.Kind == EntityKind.Office) yield return Of(UnknownKind.Office, item.First, item.End);
                else if (NameOf(item, who) is { } name && (name.Contains(' ', StringComparison.Ordinal) || !IsCommon(item.End - 1, item.End))) yield return new Unknown(UnknownKind.Office, name, item.First, item.End);
            }
            else if (item.Sense is Term term && (term.Sense("title") ?? term.Sense("rank")) is { } sense)
            {
                // A title alone may stand for anyone; with a name after it, it is that name which the pack lacks.
                var end = i + 1;
                while (end < trace.Named.Count && IsNamePart(trace.Named[end]) && !document.Tokens[trace.Named[end].First].Is(TokenFlags.Opening)) end++;
                if (end == i + 2 && IsCommon(trace.Named[i + 1].First, trace.Named[i + 1].End)) end = i + 1;
                if (end == i + 1 && sense.Class == "rank") continue;
                yield return Of(UnknownKind.Office, item.First, trace.Named[end - 1].End);
            }
        }
    }

    // The name alone, so that one person under several titles is counted together; null where the mention only points back to it.
    private string? NameOf(Item item, Entity who)
    {
        var written = Line(document.Slice(item.First, item.End).Exact);
        if (written.Length < who.Name.Length) return null;
        written = written[^who.Name.Length..];
        // The canonical name has no diacritics.
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsAscii(written[i]) && written[i] != who.Name[i]) return null;
        }

        return written;
    }

    private IEnumerable<Unknown> Contacts()
    {
        // What else a sentence says of a contact that it tells is not missing.
        var told = trace.Tellings.SelectMany(t => t.KindRules).Select(k => document.Tokens[k.First].Sentence).ToHashSet();
        var items = trace.Later[0];
        var (actor, sentence) = (false, -1);
        for (var i = 0; i < items.Count; i++)
        {
            // Without an actor before it in its sentence such a word seldom tells of diplomacy.
            if (document.Sentence(items[i]) != sentence) (actor, sentence) = (false, document.Sentence(items[i]));
            actor |= items[i].Sense is ActorMention;
            if (!actor || items[i].Sense is not Term term || told.Contains(sentence) || !ContactReader.IsTrigger(term)) continue;
            var end = i + 1;
            while (end < items.Count && end - i <= WordsAfter && !IsStop(items[end]) && document.Sentence(items[end]) == document.Sentence(items[i])) end++;
            yield return new Unknown(UnknownKind.Contact, Shape(items, i, end), items[i].First, items[end - 1].End);
        }
    }

    // Actors and times differ from sentence to sentence; what they are tells more than which.
    private string Shape(ItemList items, int start, int end)
    {
        var shape = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (shape.Length > 0) shape.Append(' ');
            shape.Append(items[i].Sense switch
            {
                ActorMention => "<actor>",
                PlaceMention => "<place>",
                TimeMention => "<time>",
                _ => Line(document.Slice(items[i].First, items[i].End).Exact).ToLowerInvariant(),
            });
        }

        return shape.ToString();
    }

    private IEnumerable<Unknown> Times()
    {
        var items = trace.Named;
        for (var i = 0; i < items.Count; i++)
        {
            if (!IsNumber(items, i)) continue;
            var (start, end) = (i, i + 1);
            while (end + 1 < items.Count && IsNumber(items, end + 1) && IsSlash(items[end])) end += 2;
            var slash = end > start + 1;
            if (end < items.Count && IsUnit(items[end])) end++;
            if (start > 0 && IsUnit(items[start - 1])) start--;
            i = end - 1;
            if (!slash && end - start < 2) continue;
            var (first, last) = (items[start].First, items[end - 1].End);
            yield return new Unknown(UnknownKind.Time, WithoutDigits(Line(document.Slice(first, last).Exact)), first, last);
        }
    }

    private bool IsNumber(ItemList items, int at) => items[at].Sense is null or Term && document.Tokens[items[at].First].Is(TokenFlags.Number);

    private bool IsUnit(Item item) => item.Sense is Term term && term.Sense("unit") is not null;

    private bool IsSlash(Item item) =>
        item.Sense is null && document.Tokens[item.First].Is(TokenFlags.Mark | TokenFlags.Glued) && document.Text[document.Tokens[item.First].Start] == '/';

    private static string WithoutDigits(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsDigit(c)) shape.Append(char.ToLowerInvariant(c));
            else if (shape.Length == 0 || shape[^1] != '#') shape.Append('#');
        }

        return shape.ToString();
    }

    private IEnumerable<Unknown> Sayings()
    {
        var direct = trace.Statements.Where(s => s.Mode == StatementMode.Direct).Select(s => s.Words).ToList();
        var next = 0;
        foreach (var quote in new QuotationMarks(document.Text, document.Tokens).Find())
        {
            var (start, end) = (document.Tokens[quote.First].Start, document.Tokens[quote.Last - 1].End);
            while (next < direct.Count && direct[next].End <= start) next++;
            if ((next < direct.Count && direct[next].Start < end) || quote.Last - quote.First < LeastQuoted) continue;
            yield return Beside(quote);
        }
    }

    // The words that should have told the speaker: those after the closing mark, else those before the opening one.
    private Unknown Beside(QuotedWords quote)
    {
        var tokens = document.Tokens;
        var after = quote.Close;
        while (after < tokens.Count && tokens[after].Is(TokenFlags.Mark) && document.Text[tokens[after].Start] is ',' or ' ' or '-' or '–') after++;
        var end = after;
        while (end < tokens.Count && end - after < WordsAfter && tokens[end].Is(TokenFlags.Word)) end++;
        if (end > after) return new Unknown(UnknownKind.Saying, "\"…\" " + Lower(after, end), quote.Open, end);
        var first = quote.Open;
        while (first > 0 && quote.Open - first < WordsAfter + 1 && !tokens[first - 1].Is(TokenFlags.Break)) first--;
        return new Unknown(UnknownKind.Saying, (first < quote.Open ? Lower(first, quote.Open) + " " : "") + "\"…\"", first, quote.Close);
    }

    private string Lower(int first, int end) => Line(document.Slice(first, end).Exact).ToLowerInvariant();

    private bool IsStop(Item item) => document.Tokens[item.First].Is(TokenFlags.Break) || document.Tokens[item.First].Is(TokenFlags.Mark);

    private Unknown Of(UnknownKind kind, int first, int end) => new(kind, Line(document.Slice(first, end).Exact), first, end);
}
