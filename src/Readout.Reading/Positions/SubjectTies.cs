using Readout.Reading.Actors;

namespace Readout.Reading.Positions;

/// <summary>Judges whether a word is plainly the verb of a subject: right after it, or after the verb of its clause.</summary>
internal sealed class SubjectTies(Document document)
{
    private const int Opening = 8;
    private const int Verb = 4;
    private const int Around = 1;
    private const int MostOfOtherField = 3;
    private const string OtherField = "other-domain";
    private const string Markets = "markets";
    private bool? twoStates;
    private const int Reach = 60;

    /// <summary>The item that names the subject of a word, where it is plainly that; null elsewhere.</summary>
    /// <param name="holders">Knows the candidates.</param>
    /// <param name="at">The word.</param>
    public int? PlainSubject(HolderFinder holders, int at)
    {
        foreach (var (subject, place) in holders.Subjects(at))
        {
            if (Governs(place, at)) return subject;
        }

        return null;
    }

    /// <summary>Whether a pronoun stands plainly before a word: in a quotation its subject is then not whoever is quoted.</summary>
    /// <param name="at">The word.</param>
    public bool FollowsPronoun(int at)
    {
        for (var i = at - 1; i >= 0 && IsLight(i); i--)
        {
            if (document.Has(document.Items[i], "anaphor") || document.Has(document.Items[i], "third-person")) return true;
        }

        return false;
    }

    /// <summary>Whether only small words stand between a subject and a word, or the word joins another verb of it ("rejected the plan and called on …").</summary>
    /// <param name="who">The subject.</param>
    /// <param name="at">The word, after it.</param>
    private bool Governs(int who, int at)
    {
        var i = at - 1;
        while (i > who && IsLight(i)) i--;
        if (i <= who) return true;
        if (!document.Has(document.Items[i], "joint")) return false;
        return Opens(who) || HasVerb(who);
    }

    private bool Opens(int who) =>
        who < Opening || document.Sentence(document.Items[who - Opening]) != document.Sentence(document.Items[who]);

    /// <summary>
    /// Whether what a state wants concerns others: not in a text of sport or shows, a sentence on markets, or one that names no two states; elsewhere always, but for the state in which the newspapers of the language are at home, since they
    /// tell of its home affairs too. There an actor of another state, or of none, must be named in the sentence of the word or beside it.
    /// </summary>
    /// <param name="at">The word.</param>
    /// <param name="state">The state acted for, ISO 3166-1 alpha-3.</param>
    public bool MeetsOthers(int at, string? state)
    {
        if (IsOtherField(at) || document.CountIn(OtherField) > MostOfOtherField || (!document.IsBrief && !NamesTwoStates)) return false;
        if (state is null || state != document.Pack.Home) return true;
        var sentence = document.Sentence(document.Items[at]);
        return Meets(-1) || Meets(1);

        bool Meets(int step)
        {
            for (var i = at; i >= 0 && i < document.Items.Count && Math.Abs(i - at) < Reach && Math.Abs(document.Sentence(document.Items[i]) - sentence) <= Around; i += step)
            {
                if (document.Items[i].Sense is ActorMention mention && mention.Who.Any(w => w.Kind is not EntityKind.Media && w.State != state && (w.State is not null || w.Kind is EntityKind.Organisation))) return true;
                if (document.Items[i].Sense is PlaceMention { Capital.State: { } other } && other != state) return true;
            }

            return false;
        }
    }

    private bool IsOtherField(int at)
    {
        var sentence = document.Sentence(document.Items[at]);
        for (var i = Math.Max(0, at - Reach); i < at + Reach && i < document.Items.Count; i++)
        {
            if (document.Sentence(document.Items[i]) == sentence && (document.Has(document.Items[i], OtherField) || document.Has(document.Items[i], Markets))) return true;
        }

        return false;
    }

    private bool NamesTwoStates => twoStates ??= NamesTwo();

    private bool NamesTwo()
    {
        string? one = null;
        foreach (var item in document.Items.Found)
        {
            switch (item.Sense)
            {
                case ActorMention mention:
                    foreach (var who in mention.Who)
                    {
                        if (who.Kind is not EntityKind.Media && Differs(who.State ?? who.Name)) return true;
                    }

                    break;
                case PlaceMention { Capital.State: { } state } when Differs(state):
                    return true;
            }
        }

        return false;

        bool Differs(string state)
        {
            one ??= state;
            return one != state;
        }
    }

    private bool HasVerb(int who)
    {
        for (var i = who + 1; i <= who + Verb && i < document.Items.Count; i++)
        {
            var item = document.Items[i];
            if (document.Has(item, "adverb") || document.Has(item, "report") || document.Has(item, "stance-verb") || document.Has(item, "wish-verb")) return true;
            if (!document.Has(item, "time")) return false;
        }

        return false;
    }

    private bool IsLight(int i)
    {
        var item = document.Items[i];
        return document.Has(item, "adverb") || document.Has(item, "time") || document.Has(item, "quantifier") || document.Has(item, "report")
            || document.Has(item, "negation") || document.Has(item, "complementizer") || document.Has(item, "manner") || document.Has(item, "anaphor") || document.Has(item, "third-person") || document.Has(item, "first-person");
    }
}
