using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Accounts;
using Readout.Ledger.Decisions;
using Readout.Ledger.Identity;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Storage;

/// <summary>
/// Where a ledger is kept. A store knows nothing of identity or claims: it keeps texts, places and readings for good, and accounts and
/// contacts as they are derived. Failures are <see cref="LedgerException"/>s.
/// </summary>
internal interface ILedgerStore : IDisposable
{
    /// <summary>
    /// The ledger as of a moment, for questions alone: what was not known by then is hidden, and what depends on it derived as if it had
    /// never been. The file stays as it is.
    /// </summary>
    /// <param name="asOf">The moment.</param>
    /// <param name="derive">
    /// Derives what the hiding changed, in the view that is being made: the accounts that it lost, and the texts that must be filed anew
    /// because they were then known from another place.
    /// </param>
    ILedgerStore Of(AsOf asOf, Action<ILedgerStore, IStoreWrite, AccountChange, IReadOnlyCollection<long>> derive);

    /// <summary>Begins the one write that may go on at a time; waits a little where another goes on.</summary>
    IStoreWrite BeginWrite();

    /// <summary>Begins a write after which the file holds no copy of what it takes away, as far as other readers let go of it.</summary>
    IStoreWrite BeginRemoval();

    /// <summary>Begins a view that later writes do not change, until it is disposed.</summary>
    IDisposable BeginRead();

    /// <summary>Which derivation made the contacts that are kept; 0 where none has.</summary>
    int Derivation { get; }

    /// <summary>All decisions, in no order.</summary>
    ImmutableArray<Decision> Decisions();

    /// <summary>The decisions that were made after the moment asked about; none where that is the present.</summary>
    ImmutableArray<Decision> LaterDecisions();

    /// <summary>One decision by its id; null where it is not kept.</summary>
    Decision? Decision(string id);

    /// <summary>The text that an account is of; null where it is not kept.</summary>
    TextPlaces? TextOfAccount(string accountId);

    /// <summary>How much is kept.</summary>
    LedgerCounts Counts();

    /// <summary>A text with its places; null where it is not kept.</summary>
    TextPlaces? Find(string textHash);

    /// <summary>A text with its places, by the store's own number.</summary>
    TextPlaces Text(long key);

    /// <summary>The stored text itself.</summary>
    string Content(long key);

    /// <summary>The latest reading of a text.</summary>
    ArticleReading Reading(long key);

    /// <summary>All texts, by day of publication, given id and hash.</summary>
    ImmutableArray<TextSummary> Texts();

    /// <summary>Texts that carry a given id, a URL, or a hash that begins so.</summary>
    ImmutableArray<long> TextsNamed(string name);

    /// <summary>Contacts that pass a filter, in canonical order or against it.</summary>
    IEnumerable<ContactRow> Contacts(ContactFilter filter, bool latestFirst = false);

    /// <summary>Whether a contact passes a filter.</summary>
    bool Passes(ContactRow contact, ContactFilter filter);

    /// <summary>The day that is asked about: the moment's, else the latest on which an article was published; null where no publication is known.</summary>
    LocalDate? LastDay { get; }

    /// <summary>One contact by the id it shows.</summary>
    ContactRow? Contact(string id);

    /// <summary>The accounts of a contact, in canonical order.</summary>
    ImmutableArray<PlacedAccount> AccountsOf(string contactId);

    /// <summary>One account by its id; null where it is not kept.</summary>
    PlacedAccount? Placed(string id);

    /// <summary>
    /// Accounts whose id, or hexadecimal end, is or begins with what is given; exact ones alone where there are any.
    /// </summary>
    ImmutableArray<string> AccountsNamed(string id, int limit);

    /// <summary>The contacts of a text's accounts, by their number in the reading; empty for an account that was rejected.</summary>
    ImmutableArray<string> ContactsOfText(long key);

    /// <summary>Texts that the full-text index gives for an expression of its own, the newest first.</summary>
    /// <param name="expression">Folded words in quotation marks; those in one pair stand together.</param>
    /// <param name="from">First known publication on or after this day.</param>
    /// <param name="to">First known publication on or before this day.</param>
    /// <param name="limit">The most to give.</param>
    ImmutableArray<long> Matching(string expression, LocalDate? from, LocalDate? to, int limit);

    /// <summary>Texts with what it takes to rank them, in no order.</summary>
    IReadOnlyList<TextToRank> ToRank(IReadOnlyCollection<long> keys);

    /// <summary>The values of a facet that somebody means by what he typed, each with the texts it stands in.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="typed">A value, or where none is just so, a part of one; null means all.</param>
    SortedDictionary<string, ImmutableArray<long>> TextsWith(Facet facet, string? typed);

    /// <summary>All values of a facet that stand in some text, each with how many texts it stands in.</summary>
    ImmutableArray<(string Value, int Texts)> ValuesOf(Facet facet);

    /// <summary>Actors with a folded text in their folded names.</summary>
    ImmutableArray<Term> ActorsNamed(string folded);

    /// <summary>Actors whom some article calls by just these words, folded; the ones called so most often first.</summary>
    ImmutableArray<string> Called(string folded);

    /// <summary>The words by which articles name an actor, folded, the most used first, each with in how many texts.</summary>
    ImmutableArray<(string Folded, int Texts)> NamesOf(string name);

    /// <summary>The code of a state that some contact names just so; null where there is none.</summary>
    string? StateNamed(string name);

    /// <summary>The names of the states whose code this is, folded.</summary>
    ImmutableArray<string> NamesOfState(string code);

    /// <summary>How many contacts pass a filter.</summary>
    int CountContacts(ContactFilter filter);

    /// <summary>Who is named as holder of which office, in no order.</summary>
    /// <param name="officeBegins">What the office's id begins with; null takes all.</param>
    /// <param name="holder">The holder's canonical name; null takes all.</param>
    ImmutableArray<OfficeSightings> Sightings(string? officeBegins, string? holder);

    /// <summary>Who is named as holder of an office of one person, by its title; null where nobody is, under this title.</summary>
    OfficeSightings? SightingsOf(string title, string holder);

    /// <summary>How many texts name an actor, at most a bound.</summary>
    int TextsNaming(string name, int bound);

    /// <summary>
    /// Contacts with an account whose id, or hexadecimal end, is or begins with what is given; exact ones alone where there are any.
    /// </summary>
    ImmutableArray<string> ContactsNamed(string id, int limit);
}

/// <summary>A write: all of it is kept at <see cref="Commit"/>, none of it where it is disposed before.</summary>
internal interface IStoreWrite : IDisposable
{
    /// <summary>Keeps a text and its first place.</summary>
    long AddText(string hash, Article article);

    /// <summary>Keeps a further place of a text.</summary>
    /// <param name="key">The text.</param>
    /// <param name="article">The text's article at the place.</param>
    /// <param name="canonical">Whether it takes the place of the canonical one.</param>
    void AddPlace(long key, Article article, bool canonical);

    /// <summary>Keeps a reading as the latest of a text, unless the latest says the same.</summary>
    /// <returns>Whether it differs from the one before.</returns>
    bool AddReading(long key, ArticleReading reading);

    /// <summary>Takes places of a text away; where none is left, the text and its readings too. Its accounts must have gone before.</summary>
    /// <param name="key">The text.</param>
    /// <param name="gone">The text's articles at the places.</param>
    /// <param name="canonical">The place that is canonical from now on; null where none is left.</param>
    void RemovePlaces(long key, IReadOnlyCollection<Article> gone, Article? canonical);

    /// <summary>Keeps the reading of a text at a place that is not the canonical one.</summary>
    void SetPlaceReading(long key, Article article, ArticleReading reading);

    /// <summary>Whether the reading of a text at a place that is not the canonical one is kept.</summary>
    bool HasPlaceReading(long key, Article article);

    /// <summary>Drops the readings at all places that are not canonical.</summary>
    void DropPlaceReadings();

    /// <summary>Drops accounts, contacts and all else that is derived, before it is derived anew.</summary>
    void DropDerived();

    /// <summary>Puts accounts in the place of a text's former ones, files them in their cells, and notes what that changes.</summary>
    /// <param name="key">The text.</param>
    /// <param name="accounts">Its accounts.</param>
    /// <param name="isRejected">Whether an account, by id, was rejected: it is kept but not filed, so it comes into no contact.</param>
    /// <param name="change">What is noted.</param>
    void ReplaceAccounts(long key, IReadOnlyCollection<Account> accounts, Func<string, bool> isRejected, AccountChange change);

    /// <summary>Keeps a decision for good.</summary>
    /// <returns>Whether it was not kept before.</returns>
    bool AddDecision(Decision decision);

    /// <summary>Puts a sketch in the place of a text's former one; without a sketch or a day it has none.</summary>
    void SetSketch(long key, LocalDate? day, Sketch? sketch);

    /// <summary>A text with its sketch; null where it has none.</summary>
    SketchedText? Sketched(long key);

    /// <summary>Texts that may be much like a text, published at most <see cref="SketchedText.Days"/> from it.</summary>
    IReadOnlyList<SketchedText> TextsAlike(long key);

    /// <summary>The texts that print a text again.</summary>
    IReadOnlyList<long> ReprintsOf(long key);

    /// <summary>Keeps which text a text prints again, and how much it is like it; null where none.</summary>
    /// <returns>Whether that differs from before.</returns>
    bool SetReprint(long key, (long Of, double Likeness)? found);

    /// <summary>The groups that accounts of a text are in.</summary>
    IReadOnlyList<string> GroupsOf(long key);

    /// <summary>All accounts of a cell.</summary>
    IReadOnlyList<Account> AccountsOf(Cell cell);

    /// <summary>Where a cell's accounts were placed in it, by account; a placing without a rule for one that is new.</summary>
    IReadOnlyDictionary<string, Placing> PlacingsOf(Cell cell);

    /// <summary>What each of its cells says of an account, in the order of cells.</summary>
    IReadOnlyList<(Cell Cell, Placing Placing)> PlacingsOf(string accountId);

    /// <summary>Keeps where a cell places an account.</summary>
    void SetPlacing(Cell cell, Placing placing);

    /// <summary>The accounts that lean on an account in some cell.</summary>
    IReadOnlyList<string> LeaningOn(string accountId);

    /// <summary>The group an account was last put into; null where it has none yet, or is not kept.</summary>
    string? GroupOf(string accountId);

    /// <summary>Puts an account into a group.</summary>
    void SetStanding(string accountId, Standing standing);

    /// <summary>The accounts of a group, each with the groups that it fits equally.</summary>
    IReadOnlyList<(Account Account, ImmutableArray<string> Candidates)> AccountsOfGroup(string group);

    /// <summary>Brings the index of texts up to date, so that the holders of offices are known.</summary>
    /// <returns>Texts that name a participant by the office alone, and are new, or whose office may have another holder now.</returns>
    IReadOnlyCollection<long> FollowOffices();

    /// <summary>Who held an office, by all texts published from a day to a day; null where they name nobody, or several.</summary>
    /// <param name="title">The office's canonical title.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    string? HolderOf(string title, LocalDate from, LocalDate to);

    /// <summary>Puts contacts in the place of a group's former ones, and each account into its contact.</summary>
    /// <returns>How many contacts were made, changed or taken away.</returns>
    int ReplaceContacts(string group, IReadOnlyList<ContactRow> contacts, IReadOnlyList<PlacedIn> places);

    /// <summary>Notes which derivation made the contacts.</summary>
    void SetDerivation(int number);

    /// <summary>Keeps all of it, on disk.</summary>
    void Commit();
}
