using Readout.Reading.Packs;

namespace Readout.Cli;

/// <summary>What offices are called, by the tables beside the language packs; an office that these do not know keeps its id.</summary>
internal sealed class OfficeTitles(string languagesFolder)
{
    private World? world;
    private bool failed;

    /// <summary>The English title of an office (<c>DEU:head-of-government</c>).</summary>
    public string Of(string office)
    {
        if (!office.Contains(':', StringComparison.Ordinal)) return office;
        try
        {
            if (!failed) world ??= WorldLoader.Load(PackFiles.FromFolder(languagesFolder));
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            // A title is a comfort; the record does not depend on the packs.
            failed = true;
        }

        return world?.Title(office) ?? office;
    }
}
