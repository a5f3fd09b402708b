using System.Collections.Immutable;
using Readout.Reading.Articles;

namespace Readout.Cli.Intake;

/// <summary>What one source gave: an article, or none, and what is to be said about it.</summary>
internal sealed record IntakeItem(Article? Article, ImmutableArray<IntakeNote> Notes);

/// <summary>A remark about a source: where, what is wrong, and what to do.</summary>
/// <param name="Source">The file as the person named it, or <c>standard input</c>.</param>
/// <param name="Line">The line, counted from 1; null where the whole file is meant.</param>
/// <param name="Message">What is wrong, as the end of a sentence that begins with the source.</param>
/// <param name="Advice">What the person can do.</param>
/// <param name="Failed">Whether something was not read; otherwise it is a warning.</param>
internal sealed record IntakeNote(string Source, int? Line, string Message, string Advice, bool Failed)
{
    /// <summary>The remark about a problem that the pure part found.</summary>
    public static IntakeNote Of(string source, int? line, ArticleProblem problem, bool failed = true) =>
        new(source, line, problem.Message, problem.Advice, failed);

    /// <summary>The item of a source that could not be read.</summary>
    public IntakeItem AsItem() => new(null, [this]);

    /// <inheritdoc/>
    public override string ToString() =>
        Line is null ? $"{Source} {Message}. {Advice}" : $"{Source}, line {Line}: {Message}. {Advice}";
}
