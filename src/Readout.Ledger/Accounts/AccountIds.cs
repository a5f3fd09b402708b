using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Reading;
using Readout.Reading.Format;

namespace Readout.Ledger.Accounts;

/// <summary>
/// Permanent ids of accounts: readable words, then twelve hexadecimal digits that alone identify it. The digits come from the text's hash
/// and the place of the finding in it, so they outlive a better reading of the names. Ten digits would clash about every
/// second time in a ledger of a million accounts; twelve in one of five hundred.
/// </summary>
internal static class AccountIds
{
    /// <summary>How many hexadecimal digits end an id.</summary>
    public const int KeyLength = 12;

    // States whose people are named family name first in canonical English.
    private static readonly ImmutableHashSet<string> FamilyNameFirst = ["CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"];

    /// <summary>The ids of all contacts of one reading, in its order.</summary>
    public static ImmutableArray<string> For(string textHash, ImmutableArray<ContactFinding> findings)
    {
        var ids = ImmutableArray.CreateBuilder<string>(findings.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var at = finding.Evidence.IsDefaultOrEmpty ? 0 : finding.Evidence[0].Start;
            var place = string.Create(CultureInfo.InvariantCulture, $"{textHash}|{KindFamilies.Of(finding.Kind)}|{at}");
            // Coordinated phrases ("met A and B") give several findings at one place; they keep their order of mention.
            var repeat = seen.GetValueOrDefault(place);
            seen[place] = repeat + 1;
            if (repeat > 0) place = string.Create(CultureInfo.InvariantCulture, $"{place}|{repeat}");
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..KeyLength];
            ids.Add($"{Words(finding)}-{key}");
        }
        return ids.DrainToImmutable();
    }

    /// <summary>The hexadecimal end of an id.</summary>
    public static string KeyOf(string id) => id.Length < KeyLength ? id : id[^KeyLength..];

    private static string Words(ContactFinding finding)
    {
        // One name a side, so that three who met stand for both sides.
        var names = finding.Participants.DistinctBy(p => p.State ?? p.Name, StringComparer.Ordinal).Select(ShortName)
            .Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(2).Order(StringComparer.Ordinal);
        return string.Join('-', names.Prepend(finding.Kind.Name()));
    }

    private static string ShortName(Participant participant)
    {
        var slug = Slug(participant.Name);
        if (!participant.IsPerson) return slug;
        var words = slug.Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return slug;
        return participant.State is { } state && FamilyNameFirst.Contains(state) ? words[0] : words[^1];
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '-' or '/' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
