using System.Text;
using Readout.Reading.Packs;

namespace Readout.Reading.Coverage;

/// <summary>Checks the files as text: articles are read in NFC, so words in another form never match.</summary>
internal sealed class TextChecks(PackFiles files, string language)
{
    /// <summary>Runs the checks.</summary>
    public IEnumerable<PackProblem> Run()
    {
        foreach (var (file, text) in files.Below($"{language}/", "").Concat(files.Below("shared/", "")))
        {
            if (text.Contains('\r')) yield return new PackProblem(file, "lines end in CR LF; write LF", IsRemark: true);
            if (text.IsNormalized(NormalizationForm.FormC)) continue;
            var number = 0;
            foreach (var line in text.Split('\n'))
            {
                number++;
                if (!line.IsNormalized(NormalizationForm.FormC)) yield return new PackProblem($"{file}:{number}", $"is not in NFC and matches no text: {line.Trim()}");
            }
        }
    }
}
