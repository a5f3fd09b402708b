using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Reading.Articles;

namespace Readout.Ledger.Storage;

/// <summary>A stored text with all its places, the canonical one first.</summary>
/// <param name="Key">The store's own number of the text.</param>
/// <param name="Hash">Its content address.</param>
/// <param name="Places">Articles with this text, in the order of <see cref="PlaceOrder"/>.</param>
internal sealed record TextPlaces(long Key, string Hash, ImmutableArray<Article> Places);

/// <summary>An account with why it belongs to its contact.</summary>
/// <param name="Account">The account.</param>
/// <param name="ContactId">The contact it belongs to.</param>
/// <param name="Reason">Why.</param>
/// <param name="TextKey">The store's own number of its text.</param>
internal sealed record PlacedAccount(Account Account, string ContactId, MergeReason Reason, long TextKey);

/// <summary>A contact as the store keeps it for lists.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="Group">The group it was made from: the first of its accounts in the order of clustering.</param>
/// <param name="First">First day of its date, ISO; null where undated or open.</param>
/// <param name="Last">Last day of its date, ISO; null where undated or open.</param>
/// <param name="Candidates">Accounts of the contacts that its account fits equally.</param>
/// <param name="IsPlan">Whether an article told of it while it lay ahead, or that it was called off.</param>
/// <param name="Decisions">Ids of the decisions in force about it, those decided later first.</param>
internal sealed record ContactRow(TimelineRow Row, string Group, string? First, string? Last, ImmutableArray<string> Candidates, bool IsPlan,
    ImmutableArray<string> Decisions);

/// <summary>The contact an account was put into.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Reason">Why, where a decision had a part in it; null where identity's own reason holds.</param>
internal sealed record PlacedIn(string AccountId, string ContactId, MergeReason? Reason);

/// <summary>A text with what it takes to rank it.</summary>
/// <param name="Key">The store's own number of the text.</param>
/// <param name="Hash">Its content address.</param>
/// <param name="Content">The text itself.</param>
/// <param name="TitleLength">How much of it is its title.</param>
/// <param name="Day">Its first known publication, ISO; null where unknown.</param>
internal sealed record TextToRank(long Key, string Hash, string Content, int TitleLength, string? Day);

/// <summary>The texts that name someone as the holder of an office.</summary>
/// <param name="Office">The office's id.</param>
/// <param name="Holder">The holder's canonical name.</param>
/// <param name="First">The first publication; null where none is dated.</param>
/// <param name="Last">The last one.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="FirstText">The store's own number of the first one.</param>
internal sealed record OfficeSightings(string Office, string Holder, LocalDate? First, LocalDate? Last, int Texts, long FirstText);

/// <summary>A text as lists show it.</summary>
/// <param name="Key">The store's own number of the text.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Contacts">How many contacts it tells of.</param>
internal sealed record TextSummary(long Key, int Length, int Contacts);
