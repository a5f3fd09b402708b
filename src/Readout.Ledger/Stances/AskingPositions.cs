using System.Collections.Immutable;
using Readout.Ledger.Accounts;
using Readout.Ledger.Queries;
using Readout.Ledger.Storage;
using Readout.Reading;
using Readout.Reading.Times;

namespace Readout.Ledger.Stances;

/// <summary>What is asked of a store about positions.</summary>
internal sealed class AskingPositions(ILedgerStore store)
{
    /// <summary>The issues on which positions are known, the most told of first.</summary>
    public ImmutableArray<IssueRow> Issues() =>
    [
        .. store.ValuesOf(Facet.Issue).Select(v => new IssueRow(v.Value, v.Texts))
            .OrderByDescending(i => i.Articles).ThenBy(i => i.Issue, StringComparer.Ordinal),
    ];

    /// <summary>What holders held to, and where that changed.</summary>
    public ImmutableArray<StanceRun> Runs(PositionFilter filter) => [.. StanceRuns.Of(Tellings(filter))];

    private IEnumerable<PositionTelling> Tellings(PositionFilter filter)
    {
        var issues = Meant(Facet.Issue, filter.Issue);
        var holders = Meant(Facet.Holder, filter.Holder);
        foreach (var key in Texts(issues, holders))
        {
            var text = store.Text(key);
            if (!filter.Publishers.IsEmpty && !text.Places.Any(p => PublisherMatching.Is(p.Publisher, filter.Publishers))) continue;
            var reading = store.Reading(key);
            var place = PlaceOrder.Shown(text.Places[0], text.Hash);
            var contacts = store.ContactsOfText(key);
            foreach (var position in reading.Positions)
            {
                if (issues is not null && !issues.ContainsKey(position.Issue)) continue;
                if (holders is not null && !holders.ContainsKey(position.Holder)) continue;
                var day = EdtfInterval.TryParse(position.On) is { } on ? on.First ?? on.Last : text.Places[0].Published?.Day;
                if ((filter.From is { } from && !(day >= from)) || (filter.To is { } to && !(day <= to))) continue;
                var contact = Belonging.Of(position.Evidence, reading.Contacts) is { } i && contacts[i].Length > 0 ? contacts[i] : null;
                if (filter.About is { } about && !(contact is not null && store.Contact(contact) is { } row && store.Passes(row, about))) continue;
                var said = SaidIn(position, reading);
                yield return new PositionTelling(position, place, day, said?.Speaker ?? place.Publisher, said?.Relay ?? [], contact);
            }
        }
    }

    private IEnumerable<long> Texts(SortedDictionary<string, ImmutableArray<long>>? issues, SortedDictionary<string, ImmutableArray<long>>? holders)
    {
        var ofIssues = issues?.Values.SelectMany(t => t).ToHashSet();
        var ofHolders = holders?.Values.SelectMany(t => t).ToHashSet();
        if (ofIssues is null) return ofHolders ?? store.TextsWith(Facet.Issue, null).Values.SelectMany(t => t).ToHashSet();
        if (ofHolders is not null) ofIssues.IntersectWith(ofHolders);
        return ofIssues;
    }

    private SortedDictionary<string, ImmutableArray<long>>? Meant(Facet facet, string? typed) => typed is null ? null : store.TextsWith(facet, typed);

    // The statement that the words of a position stand in says on whose word it is told.
    private static StatementFinding? SaidIn(PositionFinding position, ArticleReading reading)
    {
        var words = position.Evidence[0];
        return reading.Statements.Where(s => s.Words.Start <= words.Start && words.End <= s.Words.End)
            .OrderBy(s => s.Words.End - s.Words.Start).ThenBy(s => s.Words.Start).FirstOrDefault();
    }
}
