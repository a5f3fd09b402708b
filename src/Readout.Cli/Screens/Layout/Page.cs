namespace Readout.Cli.Screens.Layout;

/// <summary>Part of a page.</summary>
internal abstract record Block;

/// <summary>The name of what follows.</summary>
internal sealed record Heading(Phrase Text) : Block;

/// <summary>A paragraph; on a terminal it wraps within its indent.</summary>
internal sealed record Paragraph(Phrase Text, int Indent = 0) : Block;

/// <summary>An empty line.</summary>
internal sealed record Gap : Block;

/// <summary>Rows under column titles; a column with nothing in it is left out.</summary>
internal sealed record Grid(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Phrase>> Rows, int Indent = 0) : Block
{
    /// <summary>The numbers of the columns that hold something, in their order.</summary>
    public IReadOnlyList<int> Filled() =>
        [.. Enumerable.Range(0, Columns.Count).Where(i => Rows.Any(row => !row[i].IsEmpty))];
}

/// <summary>A column of a grid.</summary>
/// <param name="Title">Its title; empty in a grid of labels and values.</param>
/// <param name="Whole">Whether its values must stay on one line, as ids must.</param>
internal sealed record Column(string Title, bool Whole = false);

/// <summary>What a screen shows, before it is known where.</summary>
internal sealed class Page
{
    private readonly List<Block> blocks = [];

    /// <summary>The parts, from top to bottom.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Adds a heading, with an empty line before it unless it is the first.</summary>
    public Page Heading(string text) => Heading(Phrase.Strong(text));

    /// <summary>Adds a heading, with an empty line before it unless it is the first.</summary>
    public Page Heading(Phrase text)
    {
        if (blocks.Count > 0) Gap();
        return Add(new Heading(text));
    }

    /// <summary>Adds a paragraph.</summary>
    public Page Text(Phrase text, int indent = 0) => text.IsEmpty ? this : Add(new Paragraph(text, indent));

    /// <summary>Adds a paragraph.</summary>
    public Page Text(string text, int indent = 0) => Text(Phrase.Of(text), indent);

    /// <summary>Adds a grid, unless it has no rows.</summary>
    public Page Grid(Grid grid) => grid.Rows.Count == 0 ? this : Add(grid);

    /// <summary>Adds an empty line.</summary>
    public Page Gap() => Add(new Gap());

    /// <summary>Adds what stands on another page.</summary>
    public Page Append(Page other)
    {
        blocks.AddRange(other.Blocks);
        return this;
    }

    private Page Add(Block block)
    {
        blocks.Add(block);
        return this;
    }
}
