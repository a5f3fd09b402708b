using System.Collections.Immutable;
using Readout.Reading.Articles;

namespace Readout.Ledger;

/// <summary>What became of an article that was added.</summary>
public enum AddOutcome
{
    /// <summary>A new text.</summary>
    New,

    /// <summary>A text the ledger has, at a place it did not know.</summary>
    NewPlace,

    /// <summary>Nothing new: the ledger has this text at this place.</summary>
    Known,
}

/// <summary>What became of one article of a batch.</summary>
/// <param name="Article">The article as it was given.</param>
/// <param name="Outcome">What it was to the ledger.</param>
/// <param name="Warnings">Warnings of its reading; empty where it was not read.</param>
public sealed record AddedArticle(Article Article, AddOutcome Outcome, ImmutableArray<string> Warnings);

/// <summary>What an added batch did; when it is returned the batch is on disk.</summary>
/// <param name="Articles">One entry an article, in the order of the batch.</param>
/// <param name="TextsRead">How many texts were read (a text is read again when its first known publication moves).</param>
/// <param name="ContactsTouched">How many contacts were made, changed or taken away.</param>
public sealed record AddReceipt(ImmutableArray<AddedArticle> Articles, int TextsRead, int ContactsTouched)
{
    /// <summary>How many articles had a given outcome.</summary>
    /// <param name="outcome">The outcome to count.</param>
    public int Count(AddOutcome outcome) => Articles.Count(a => a.Outcome == outcome);
}

/// <summary>What forgetting did; when it is returned, it is done on disk.</summary>
/// <param name="Places">How many places of texts were taken away.</param>
/// <param name="Texts">How many texts went with their last place.</param>
/// <param name="ContactsTouched">How many contacts were made, changed or taken away.</param>
public sealed record ForgetReceipt(int Places, int Texts, int ContactsTouched);

/// <summary>What deciding did; when it is returned, it is done on disk.</summary>
/// <param name="New">How many decisions the ledger did not have.</param>
/// <param name="Known">How many it had.</param>
/// <param name="ContactsTouched">How many contacts were made, changed or taken away.</param>
public sealed record DecideReceipt(int New, int Known, int ContactsTouched);

/// <summary>How far a rebuild has come.</summary>
/// <param name="Read">Texts read so far.</param>
/// <param name="Total">Texts to read.</param>
public readonly record struct RebuildProgress(int Read, int Total);

/// <summary>What a rebuild did.</summary>
/// <param name="Texts">Texts read.</param>
/// <param name="ReadingsChanged">Texts that now read otherwise than before.</param>
/// <param name="Contacts">Contacts in the ledger now.</param>
public sealed record RebuildReceipt(int Texts, int ReadingsChanged, int Contacts);
