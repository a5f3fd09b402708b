namespace Readout.Reading.Positions;

/// <summary>The words that rules took out of the running, and those rules: what is found beside them rests on them too.</summary>
internal sealed class SetAside(Document document)
{
    private readonly HashSet<int> dropped = [];
    private readonly Dictionary<int, HashSet<string>> bySentence = [];

    /// <summary>Whether an item was set aside.</summary>
    public bool Contains(int item) => dropped.Contains(item);

    /// <summary>Sets an item aside.</summary>
    public void Add(int item) => dropped.Add(item);

    /// <summary>Sets an item aside by a rule that drops it.</summary>
    public void Add(int item, string rule)
    {
        dropped.Add(item);
        var sentence = document.Sentence(document.Items[item]);
        if (!bySentence.TryGetValue(sentence, out var rules)) bySentence.Add(sentence, rules = []);
        rules.Add(rule);
    }

    /// <summary>The rules that set something aside in the sentence of an item.</summary>
    public IEnumerable<string> RulesAround(int item) => bySentence.GetValueOrDefault(document.Sentence(document.Items[item])) ?? [];
}
