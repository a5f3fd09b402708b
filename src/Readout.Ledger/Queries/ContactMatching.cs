using Readout.Ledger.Storage;
using Readout.Reading;

namespace Readout.Ledger.Queries;

/// <summary>Which contacts pass a filter.</summary>
internal static class ContactMatching
{
    /// <summary>Whether a contact passes; the store has already kept to the dates.</summary>
    public static bool Passes(ContactRow contact, ContactFilter filter)
    {
        var row = contact.Row;
        if (!filter.Kinds.IsDefaultOrEmpty && !filter.Kinds.Contains(row.Kind)) return false;
        if (!filter.Statuses.IsDefaultOrEmpty && !filter.Statuses.Contains(row.Status)) return false;
        return (filter.Persons.IsDefaultOrEmpty || filter.Persons.All(name => row.Participants.Any(p => IsNamed(p, name))))
            && (filter.States.IsDefaultOrEmpty || filter.States.All(state => row.Participants.Any(p => IsOf(p, state))));
    }

    private static bool IsNamed(Participant participant, string name) =>
        participant.Name.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(Participant participant, string state) =>
        string.Equals(participant.State, state.Trim(), StringComparison.OrdinalIgnoreCase)
        || (!participant.IsPerson && string.Equals(participant.Name, state.Trim(), StringComparison.OrdinalIgnoreCase));
}
