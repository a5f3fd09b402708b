namespace Readout.Reading.Text;

/// <summary>Cuts evidence from a text.</summary>
public static class Spans
{
    /// <summary>The evidence from <paramref name="start"/> to <paramref name="end"/>, without white space at its ends.</summary>
    public static Evidence Slice(string text, int start, int end)
    {
        while (start < end && (Tokenizer.IsSpace(text[start]) || text[start] == '\n')) start++;
        while (end > start && (Tokenizer.IsSpace(text[end - 1]) || text[end - 1] == '\n')) end--;
        return new Evidence(start, end, text[start..end]);
    }
}
