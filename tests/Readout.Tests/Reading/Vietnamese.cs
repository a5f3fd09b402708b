using Readout.Reading;
using Readout.Reading.Articles;
using Readout.Reading.Format;
using Readout.Reading.Packs;

namespace Readout.Tests.Reading;

/// <summary>The Vietnamese pack of the checkout. A reader serves one thread, so each thread has its own.</summary>
internal static class Vietnamese
{
    [ThreadStatic]
    private static Reader? reader;

    public static PackFiles Files { get; } = PackFiles.FromFolder(Repository.At("languages"));

    public static Reader Reader => reader ??= new Reader(Files);

    public static LanguagePack Pack => Reader.Pack("vi");

    /// <summary>The day on which the articles of rule examples were published.</summary>
    public const string ExampleDay = "2025-02-13";

    public static Article Article(string text, string? published = ExampleDay) =>
        new() { Id = "x", Text = text.Normalize(), Published = published is null ? null : Publication.TryParse(published) };

    public static ArticleReading Read(string text, string? published = ExampleDay) => Reader.Read(Article(text, published));

    public static List<SummaryLine> Summaries(string text, string? published = ExampleDay) => [.. Summary.Lines(Read(text, published))];
}
