using System.Globalization;
using System.Text;
using Readout.Reading.Text;

namespace Readout.Reading.Actors;

/// <summary>Writes names as canonical names are written.</summary>
internal static class PlainName
{
    /// <summary>A name in plain Latin letters: without diacritics, <c>\u0111</c> as <c>d</c>.</summary>
    public static string Of(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var c in written.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch { '\u0111' => 'd', '\u0110' => 'D', _ => Tokenizer.IsSpace(c) ? ' ' : c });
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
