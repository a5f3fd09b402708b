using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Cli;

/// <summary>The language packs cannot be used; the message can be shown as it is.</summary>
internal sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The one place where the program meets the reading engine.</summary>
internal static class Engine
{
    /// <summary>The folder of the language packs: the one named, else the one beside the program.</summary>
    public static string Folder(string? named) => named ?? Path.Join(AppContext.BaseDirectory, "languages");

    /// <summary>Loads the packs of a folder.</summary>
    /// <returns>What reads an article.</returns>
    /// <exception cref="EngineException">The folder or a pack in it cannot be used.</exception>
    public static Func<Article, ArticleReading> Load(string languagesFolder)
    {
        if (!Directory.Exists(languagesFolder))
        {
            throw new EngineException($"{languagesFolder} does not exist. --languages names the folder of the language packs.");
        }

        // Stand-in until the reading engine lands.
        return _ => new ArticleReading([], [], [], [], [], [], []);
    }
}
