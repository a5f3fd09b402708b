using System.Collections.Immutable;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>Why two accounts are, or are not, one contact.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="One">Whether they are one contact.</param>
/// <param name="Points">What speaks for it and against it, found by comparing the two with each other; what decided comes first.</param>
public sealed record Why(WhyAccount First, WhyAccount Second, bool One, ImmutableArray<WhyPoint> Points);

/// <summary>One of the two accounts.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Place">Where its text stands.</param>
/// <param name="Finding">What the article says, with the words that say it.</param>
/// <param name="ContactId">The contact it belongs to; null where it was rejected.</param>
/// <param name="Merged">Why it belongs there; null where it was rejected.</param>
public sealed record WhyAccount(string Id, ArticlePlace Place, ContactFinding Finding, string? ContactId, MergeReason? Merged);

/// <summary>Something that speaks for two accounts being one contact, or against it.</summary>
/// <param name="Rule">
/// A short id: of the rule that joined (<c>same-day</c>, <c>dates-meet</c>, <c>near-publication</c> …), or <c>one-article</c>, <c>kind</c>,
/// <c>dates</c>, <c>persons</c>, <c>sides</c>, <c>occasion</c>, <c>states-alone</c>, <c>period</c>, <c>unresolved</c>, <c>better-fit</c>, <c>through-others</c>.
/// </param>
/// <param name="Apart">Whether it sets them apart.</param>
/// <param name="Because">Says it for people.</param>
public sealed record WhyPoint(string Rule, bool Apart, string Because);

/// <summary>The answer to a question about two ids.</summary>
/// <param name="Why">The answer, where each id means one account.</param>
/// <param name="First">The accounts that answer to the first id, at most ten.</param>
/// <param name="Second">Those that answer to the second.</param>
public sealed record WhyLookup(Why? Why, ImmutableArray<string> First, ImmutableArray<string> Second);
