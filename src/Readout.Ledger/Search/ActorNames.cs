using Readout.Reading;

namespace Readout.Ledger.Search;

/// <summary>Whom an article names, in whatever role.</summary>
internal static class ActorNames
{
    /// <summary>Canonical names, each once, in ordinal order.</summary>
    public static SortedSet<string> Of(ArticleReading reading)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var contact in reading.Contacts) names.UnionWith(contact.Participants.Select(p => p.Name));
        foreach (var mention in reading.Mentions) names.UnionWith(mention.Names);
        names.UnionWith(reading.Statements.Select(s => s.Speaker));
        names.UnionWith(reading.Positions.Select(p => p.Holder));
        names.UnionWith(reading.Offices.Select(o => o.Holder));
        names.RemoveWhere(name => !IsName(name));
        return names;
    }

    /// <summary>Whether a canonical name names somebody; a source that an article hides is nobody.</summary>
    public static bool IsName(string name) => name.Any(char.IsUpper);
}
