using Readout.Ledger.Storage;

namespace Readout.Ledger;

/// <summary>Keeps, for each text that tells of contacts, which earlier text it prints again. Looks at texts of the same days only.</summary>
internal static class TextReuse
{
    /// <summary>Follows up what a change of texts reaches, and notes the groups whose origins it may change.</summary>
    public static void Follow(IStoreWrite write, AccountChange change)
    {
        var texts = new SortedSet<long>(change.Texts);
        foreach (var key in change.Texts)
        {
            texts.UnionWith(write.ReprintsOf(key));
            texts.UnionWith(write.TextsAlike(key).Select(t => t.Key));
        }
        foreach (var key in texts)
        {
            var found = write.Sketched(key) is { } text && text.First(write.TextsAlike(key)) is { } first ? (first.Text.Key, first.Likeness) : ((long, double)?)null;
            // The text it prints again may have moved to another place, and so to another publisher.
            if (write.SetReprint(key, found) || (found is { } of && change.Texts.Contains(of.Item1))) change.Groups.UnionWith(write.GroupsOf(key));
        }
    }
}
