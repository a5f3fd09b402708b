using Readout.Ledger.Search;

namespace Readout.Ledger.Queries;

/// <summary>Whether a publisher is one of those somebody typed.</summary>
internal static class PublisherMatching
{
    /// <summary>Whether it holds one of the names, without regard to case and accents.</summary>
    public static bool Is(string? publisher, IReadOnlyCollection<string> typed)
    {
        if (publisher is null) return false;
        var folded = PlainLetters.Of(publisher);
        return typed.Any(t => folded.Contains(PlainLetters.Of(t.Trim()), StringComparison.Ordinal));
    }
}
