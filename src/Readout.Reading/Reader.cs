using System.Collections.Immutable;
using Readout.Reading.Actors;
using Readout.Reading.Articles;
using Readout.Reading.Contacts;
using Readout.Reading.Coverage;
using Readout.Reading.Matching;
using Readout.Reading.Packs;
using Readout.Reading.Positions;
using Readout.Reading.Statements;
using Readout.Reading.Times;

namespace Readout.Reading;

/// <summary>
/// Reads articles: tokens, lexicon, times, actors, contacts, statements, positions and outcomes, in this order. A pure function
/// of the article and the packs. Not for use by several threads at once; make one for each.
/// </summary>
public sealed class Reader
{
    private readonly Dictionary<string, LanguagePack> packs = new(StringComparer.Ordinal);
    private readonly Dictionary<LanguagePack, Workspace> workspaces = new(ReferenceEqualityComparer.Instance);
    private readonly PackFiles files;

    /// <summary>Makes a reader of the packs in these files; a language is loaded when its first article comes.</summary>
    public Reader(PackFiles files) => this.files = files;

    /// <summary>Called after each reading with what its stages left, for those who ask what no stage took.</summary>
    internal Action<ReadingTrace>? Watch { get; set; }

    /// <summary>The pack of a language.</summary>
    /// <exception cref="PackException">There is none, or it is broken.</exception>
    public LanguagePack Pack(string language)
    {
        if (!packs.TryGetValue(language, out var pack)) packs.Add(language, pack = LanguagePack.Load(files, language));
        return pack;
    }

    /// <summary>Reads one article.</summary>
    public ArticleReading Read(Article article)
    {
        var pack = Pack(article.Language);
        var workspace = Space(pack);
        var tokens = pack.Tokenizer.Tokenize(article.Text, workspace.Tokens.Take());
        var signs = pack.Signs(article.Text, tokens, workspace);
        var document = new Document(article, pack, workspace, tokens, pack.Layer("names").Segment(signs, workspace.Items.Take()));
        new TimeReader(document).Run(pack.Stage("times"), pack.Stage("times-composed"));
        var actors = new ActorReader(document);
        actors.Run(pack.Stage("names"), pack.Stage("actors"), pack.Stage("groups"));
        var named = document.Items;
        See("contacts");
        List<ItemList> seen = [document.Items];
        var contacts = new ContactReader(document);
        var tellings = new ContactAssembly(document).Assemble(contacts.Run(pack.Stage("contacts")));
        See("statements");
        var statements = new StatementReader(document, actors.Discourse).Run(pack.Stage("statements"));
        See("positions");
        var positions = new PositionReader(document, statements);
        var (taken, outcomes) = (positions.Positions(pack.Stage("positions")), positions.Outcomes(pack.Stage("outcomes")));
        seen.Add(document.Items);
        Leave();
        document.Items = named;
        Watch?.Invoke(new ReadingTrace(document, named, seen, tellings, statements));
        var reading = new ArticleReading(
            new ContactFindings(document, new Provenance(statements).Of).From(tellings, contacts.Undisclosed), statements, taken, outcomes,
            Times(document), [.. actors.Discourse.Observed.Select(o => new ObservedOffice(o.Office, o.Holder.Name, document.Slice(o.First, o.End)) { Title = TitleOf(o.Office, pack.World) })],
            [.. document.Warnings])
        {
            Named = new MentionList(document),
        };
        workspace.Numbers.Return(signs.Sightings);
        // Whoever watches may keep what he was shown.
        if (Watch is null)
        {
            workspace.Items.Return(named);
            workspace.Tokens.Return(tokens);
            workspace.Senses.Clear();
        }

        return reading;

        void See(string layer)
        {
            Leave();
            document.Items = pack.Layer(layer).Refine(signs, named, workspace.Items.Take());
        }

        // The next layer writes where this one did, while the processor still has it at hand.
        void Leave()
        {
            if (Watch is null && document.Items != named) workspace.Items.Return(document.Items);
        }
    }

    // Whoever watches keeps the senses too.
    private Workspace Space(LanguagePack pack)
    {
        if (Watch is not null) return pack.NewWorkspace();
        if (!workspaces.TryGetValue(pack, out var space)) workspaces.Add(pack, space = pack.NewWorkspace());
        return space;
    }

    private static string? TitleOf(string office, World world) =>
        SoleRoles.Contains(office[(office.IndexOf(':', StringComparison.Ordinal) + 1)..]) ? world.Title(office) : null;

    private static ImmutableArray<TimeFinding> Times(Document document)
    {
        var times = ImmutableArray.CreateBuilder<TimeFinding>();
        foreach (var item in document.Items.Found)
        {
            if (item.Sense is TimeMention time) times.Add(new TimeFinding(document.Slice(time.First, time.End), time.Type, time.Value, time.Bound, [.. time.Rules]));
        }

        return times.DrainToImmutable();
    }
}
