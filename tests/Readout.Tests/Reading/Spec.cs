using Readout.Reading;

namespace Readout.Tests.Reading;

/// <summary>One article of a spec file with what must, and what must not, be found in it.</summary>
internal sealed record SpecCase(string Place, string Text, string? Published, List<string> Found, List<string> NotFound);

/// <summary>
/// Reads a spec: prose with fenced blocks. <c>article published=DAY</c> holds a text, the <c>found</c> and <c>not found</c> blocks after it
/// hold findings in the short notation, one a line.
/// </summary>
internal static class Spec
{
    private const string Fence = "```";

    public static IEnumerable<SpecCase> Cases(string file, string text)
    {
        SpecCase? open = null;
        var (block, lines, heading, number) = ((string?)null, new List<string>(), "", 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (block is null)
            {
                if (line.StartsWith('#')) heading = line.TrimStart('#').Trim();
                if (!line.StartsWith(Fence, StringComparison.Ordinal)) continue;
                block = line[Fence.Length..].Trim();
                lines = [];
                if (!block.StartsWith("article", StringComparison.Ordinal)) continue;
                if (open is not null) yield return Checked(open);
                open = new SpecCase($"{file}:{number} {heading}", "", Setting(block, "published"), [], []);
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                if (open is null) throw new InvalidDataException($"{file}:{number}: a block '{block}' before any article");
                switch (block)
                {
                    case "found":
                        open.Found.AddRange(lines);
                        break;
                    case "not found":
                        open.NotFound.AddRange(lines);
                        break;
                    case var b when b.StartsWith("article", StringComparison.Ordinal):
                        open = open with { Text = string.Join('\n', lines) };
                        break;
                    default:
                        throw new InvalidDataException($"{file}:{number}: '{block}' is no block of a spec; write article, found or not found");
                }

                block = null;
            }
            else if (line.Trim().Length > 0)
            {
                lines.Add(line.Trim());
            }
        }

        if (block is not null) throw new InvalidDataException($"{file}: the last block is not closed");
        if (open is not null) yield return Checked(open);
    }

    /// <summary>Whether a reading has any finding of a sort: <c>any contact</c>.</summary>
    public static bool? HasAny(ArticleReading reading, string line) => line switch
    {
        "any time" => reading.Times.Any(t => !t.Value.EndsWith("_REF", StringComparison.Ordinal) && !t.Value.StartsWith("XXXX", StringComparison.Ordinal)),
        "any contact" => reading.Contacts.Length > 0,
        "any statement" => reading.Statements.Length > 0,
        "any position" => reading.Positions.Length > 0,
        "any outcome" => reading.Outcomes.Length > 0,
        _ => null,
    };

    private static SpecCase Checked(SpecCase c) => c.Found.Count + c.NotFound.Count > 0 && c.Text.Length > 0 ? c
        : throw new InvalidDataException($"{c.Place}: an article needs a text, and a block 'found' or 'not found' after it");

    private static string? Setting(string block, string key) =>
        block.Split(' ').FirstOrDefault(p => p.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
}
