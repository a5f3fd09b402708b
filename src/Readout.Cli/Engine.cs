using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Coverage;
using Readout.Reading.Packs;

namespace Readout.Cli;

/// <summary>The language packs cannot be used; the message can be shown as it is.</summary>
internal sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The one place where the program meets the reading engine.</summary>
internal sealed class Engine
{
    /// <summary>The language of articles that do not name theirs.</summary>
    private const string UsualLanguage = "vi";

    private readonly string folder;
    private Reader? reader;
    private Task warming = Task.CompletedTask;

    private Engine(string folder) => this.folder = folder;

    /// <summary>The folder of the language packs: the one named, else the one beside the program.</summary>
    public static string Folder(string? named) => named ?? Path.Join(AppContext.BaseDirectory, "languages");

    /// <summary>Makes the engine for the packs of a folder; a pack is loaded when the first article in its language comes.</summary>
    /// <exception cref="EngineException">There is no such folder.</exception>
    public static Engine Load(string languagesFolder) => Directory.Exists(languagesFolder)
        ? new Engine(languagesFolder)
        : throw new EngineException($"{languagesFolder} does not exist. --languages names the folder of the language packs.");

    /// <summary>Whether there is a pack for an article's language; an article without one cannot be read.</summary>
    public bool Knows(string language) =>
        language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower) && Directory.Exists(Path.Join(folder, language));

    /// <summary>Begins to load the pack of the language that articles are in unless they say otherwise, beside other work.</summary>
    public void Warm()
    {
        if (Knows(UsualLanguage)) warming = Task.Run(() => LoadPack(UsualLanguage));
    }

    /// <summary>Loads the pack of a language, if that has not been done.</summary>
    /// <exception cref="EngineException">The pack cannot be read or is broken.</exception>
    public void Prepare(string language)
    {
        try
        {
            warming.GetAwaiter().GetResult();
            LoadPack(language);
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            throw new EngineException(e.Message, e);
        }
    }

    /// <summary>Reads one article.</summary>
    /// <exception cref="EngineException">The pack cannot be read or is broken.</exception>
    public ArticleReading Read(Article article)
    {
        Prepare(article.Language);
        return reader!.Read(article);
    }

    /// <summary>Looks through the pack of a language and runs the examples of its rules.</summary>
    /// <exception cref="EngineException">There is no such pack, or it cannot be read.</exception>
    public PackReport CheckPack(string language) => Packs(files => PackReport.Of(files, language));

    /// <summary>Begins a survey of what the packs do not know.</summary>
    /// <exception cref="EngineException">The packs cannot be read.</exception>
    public CoverageSurvey Survey(bool onlyWithContacts) => Packs(files => new CoverageSurvey(files, onlyWithContacts));

    private T Packs<T>(Func<PackFiles, T> use)
    {
        try
        {
            return use(PackFiles.FromFolder(folder));
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            throw new EngineException(e.Message, e);
        }
    }

    private void LoadPack(string language)
    {
        reader ??= new Reader(PackFiles.FromFolder(folder));
        _ = reader.Pack(language);
    }
}
