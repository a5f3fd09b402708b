using System.Collections.Immutable;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>Which contact of an article a statement, outcome or position of it belongs to.</summary>
internal static class Belonging
{
    // About a short paragraph: words this near to those that tell of a contact are taken to be about it.
    private const int Near = 300;

    /// <summary>
    /// The number of the contact, in the order of the reading: the one told of nearest, the main one where none is near,
    /// null where the article tells of none.
    /// </summary>
    public static int? Of(ImmutableArray<Evidence> words, ImmutableArray<ContactFinding> contacts) => Of(words, contacts, []);

    /// <summary>The same for what several parties did together: it belongs to a contact of all of them, where there is one.</summary>
    public static int? Of(ImmutableArray<Evidence> words, ImmutableArray<ContactFinding> contacts, ImmutableArray<string> parties)
    {
        if (contacts.IsDefaultOrEmpty) return null;
        if (parties.Length > 1)
        {
            var theirs = Enumerable.Range(0, contacts.Length).Where(i => parties.All(p => contacts[i].Participants.Any(who => who.Name == p))).ToList();
            if (theirs.Count > 0 && theirs.Count < contacts.Length) return Of(words, [.. theirs.Select(i => contacts[i])]) is { } at ? theirs[at] : null;
        }

        var main = 0;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            if (contacts[i].Main) main = i;
        }
        if (contacts.Length == 1 || words.IsDefaultOrEmpty) return main;
        var (nearest, least) = (main, Near / 2);
        for (var i = 0; i < contacts.Length; i++)
        {
            // The main contact needs no words near: another one must be clearly nearer to win.
            var distance = Distance(words[0], contacts[i]) + (i == main ? -Near / 2 : 0);
            if (distance < least) (nearest, least) = (i, distance);
        }
        return nearest;
    }

    private static int Distance(Evidence words, ContactFinding contact)
    {
        var least = int.MaxValue / 2;
        foreach (var told in contact.Evidence)
        {
            var distance = words.Start >= told.End ? words.Start - told.End : told.Start >= words.End ? told.Start - words.End : 0;
            least = Math.Min(least, distance);
        }
        return least;
    }
}
