using Readout.Reading.Text;

namespace Readout.Reading.Matching;

/// <summary>
/// The signatures of words, numbers and marks that belong to no form of a lexicon: what they look like, and the literal of the
/// rules that they are. They are the same in all layers.
/// </summary>
public sealed class PlainSignatures(Vocabulary vocabulary, LabelTable labels, SignatureTable signatures)
{
    private readonly Dictionary<(int Word, int Number, TokenFlags Flags), int> numbers = [];

    /// <summary>The signature of a token that stands for itself. Ask only when all literals are in.</summary>
    public int Of(string text, in Token token)
    {
        if (!token.Is(TokenFlags.Number)) return Intern(token, []);
        var number = Size(text.AsSpan(token.Start, token.End - token.Start));
        var key = (token.Word, number, token.Flags);
        if (numbers.TryGetValue(key, out var signature)) return signature;
        var set = new List<int>();
        NumberShape(number, token.End - token.Start, set);
        numbers.Add(key, signature = Intern(token, set));
        return signature;
    }

    /// <summary>Adds the labels of what a token looks like.</summary>
    internal static void Shape(LabelTable labels, TokenFlags flags, List<int> set)
    {
        if ((flags & TokenFlags.Glued) != 0) set.Add(labels.Add("glued"));
        if ((flags & TokenFlags.Opening) != 0) set.Add(labels.Add("opening"));
        if ((flags & TokenFlags.Mark) != 0) set.Add(labels.Add("mark"));
        if ((flags & TokenFlags.Break) != 0) set.Add(labels.Add("line"));
        if ((flags & TokenFlags.Word) != 0) set.Add(labels.Add("word"));
        if ((flags & TokenFlags.Capital) != 0)
        {
            set.Add(labels.Add("upper"));
            if ((flags & TokenFlags.Word) != 0) set.Add(labels.Add("cap"));
        }
    }

    private int Literal(int word) => word > 0 ? labels.Find("=" + vocabulary[word]) : -1;

    private int Intern(in Token token, List<int> set)
    {
        set.Add(Literal(token.Word));
        Shape(labels, token.Flags, set);
        return signatures.Intern([.. set]);
    }

    // 0 for numbers out of range; digits are ASCII here.
    private static int Size(ReadOnlySpan<char> digits) =>
        digits.Length <= 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) + (digits.Length << 16) : 0;

    private void NumberShape(int sized, int length, List<int> set)
    {
        set.Add(labels.Add("num"));
        if (sized == 0 && length > 4) return;
        var n = sized & 0xffff;
        if (length <= 2)
        {
            if (n <= 12 && n > 0) set.Add(labels.Add("n12"));
            if (n <= 31 && n > 0) set.Add(labels.Add("n31"));
            if (n <= 24) set.Add(labels.Add("n24"));
            if (n < 60) set.Add(labels.Add("n59"));
        }

        if (length == 4 && n is >= 1800 and <= 2199) set.Add(labels.Add("year"));
        if (length == 4 && n is >= 1000 and < 1800) set.Add(labels.Add("old-year"));
        set.Add(labels.Add("small"));
    }
}
