using Readout.Reading.Packs;

namespace Readout.Cli;

/// <summary>
/// What the tables beside the language packs call things. They are a comfort to whoever asks: without them, offices keep their ids, and
/// states are known by their codes and by the names that contacts of the ledger give them.
/// </summary>
internal sealed class WorldNames(string languagesFolder)
{
    private World? world;
    private bool failed;

    /// <summary>The English title of an office (<c>DEU:head-of-government</c>); the id of one that is not known.</summary>
    public string Title(string office) => office.Contains(':', StringComparison.Ordinal) ? Tables()?.Title(office) ?? office : office;

    /// <summary>The code of the state with an English name, in any case; what was typed where it is none.</summary>
    public string State(string typed)
    {
        const int code = 3;
        var name = typed.Trim();
        if (name.Length == code) return name;
        return Tables()?.States.Values.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))?.Code ?? typed;
    }

    private World? Tables()
    {
        if (world is not null || failed) return world;
        try
        {
            return world = WorldLoader.Load(PackFiles.FromFolder(languagesFolder));
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            failed = true;
            return null;
        }
    }
}
