namespace Readout.Reading.Contacts;

/// <summary>
/// "During his visit to Turkey, the minister said on the 30th … when he met his Turkish colleague": a journey and what the traveller
/// does with the hosts on it share their date, where the article dates only one of them; and what they do on it is done there.
/// </summary>
internal static class JourneyDates
{
    /// <summary>Gives undated journeys the date of a contact on them, and undated contacts that of their journey.</summary>
    public static void Share(List<ContactTelling> tellings)
    {
        foreach (var contact in tellings.Where(t => t.Kind is not (ContactKind.Visit or ContactKind.Call or ContactKind.Message) && t.Place is null))
        {
            var journeys = tellings.FindAll(t => t.Kind == ContactKind.Visit && t.Ahead == contact.Ahead && t.Place?.Value.State is not null && IsOn(contact, t) && AtOnce(contact, t));
            if (journeys is [{ Place: { } there }]) contact.TakePlace(there);
        }

        foreach (var journey in tellings.Where(t => t.Kind == ContactKind.Visit && !t.Ahead && t.Place?.Value.State is not null))
        {
            var onIt = tellings.FindAll(t => t.Kind is not (ContactKind.Visit or ContactKind.Call or ContactKind.Message) && !t.Ahead && IsOn(t, journey));
            var dates = onIt.Select(t => t.Time).OfType<Fact<Times.TimeMention>>().DistinctBy(t => (t.Value.From, t.Value.To)).ToList();
            if (journey.Time is null && dates is [var known]) journey.TakeTime(known);
            else if (journey is { Time: null, IsOccasion: true } && dates.Count == 0 && onIt is [{ ToldOn: { } told }]) journey.TakeTime(told);
            else if (journey.Time is { Value.To: not null } time && onIt is [{ Time: null } only] && only.Sentence >= journey.Sentence && (!journey.IsLongAgo || only.Sentence == journey.Sentence)) only.TakeTime(time);
        }
    }

    private static bool AtOnce(ContactTelling contact, ContactTelling journey) =>
        contact.Time is not { Value: var a } || journey.Time is not { Value: var b } || (!(a.From > (b.To ?? a.From)) && !(b.From > (a.To ?? b.From)));

    private static bool IsOn(ContactTelling contact, ContactTelling journey)
    {
        var host = journey.Place!.Value.Value.State;
        if (contact.Place is { Value.State: { } place } && place != host) return false;
        return contact.Participants.Exists(p => p.Value.IsPerson && p.Value.State != host && journey.Participants.Exists(o => o.Value.Same(p.Value)))
            && contact.Participants.Exists(p => p.Value.State == host);
    }
}
