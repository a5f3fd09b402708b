using System.Collections.Immutable;
using NodaTime;
using Readout.Ledger.Search;
using Readout.Ledger.Stances;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>All that the ledger knows of one actor.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="State">Where the actor is a state, its ISO 3166-1 alpha-3 code; else null.</param>
/// <param name="Articles">How many texts name it, at most <see cref="ActorRow.CountedAtMost"/>.</param>
/// <param name="CalledBy">The words by which articles name it, in lower case and without accents, the most used first; at most eight.</param>
/// <param name="Contacts">How many contacts it took part in, or was to.</param>
/// <param name="Latest">The latest of these, in the order of the timeline.</param>
/// <param name="Offices">Offices that articles name it as the holder of; of a state, its offices with their holders.</param>
/// <param name="Positions">What it held to, by issue and time.</param>
public sealed record ActorRecord(
    string Name,
    string? State,
    int Articles,
    ImmutableArray<string> CalledBy,
    int Contacts,
    ImmutableArray<TimelineRow> Latest,
    ImmutableArray<ObservedHolding> Offices,
    ImmutableArray<StanceRun> Positions);

/// <summary>Someone in an office, as articles name him.</summary>
/// <param name="Office">The office's id (<c>DEU:head-of-government</c>).</param>
/// <param name="Holder">The holder's canonical name.</param>
/// <param name="First">The first publication that names him so; null where none is dated.</param>
/// <param name="Last">The last one.</param>
/// <param name="Articles">How many texts name him so.</param>
/// <param name="Words">The words of the first of them.</param>
/// <param name="Place">Where these stand.</param>
public sealed record ObservedHolding(
    string Office, string Holder, LocalDate? First, LocalDate? Last, int Articles, Evidence Words, ArticlePlace Place);

/// <summary>The answer to a question for one actor.</summary>
/// <param name="Actor">The actor, where the name means one.</param>
/// <param name="Matches">All whom the name may mean, the most named first; at most ten.</param>
public sealed record ActorLookup(ActorRecord? Actor, ImmutableArray<ActorRow> Matches);
