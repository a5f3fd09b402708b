using System.Collections.Immutable;
using Readout.Reading.Matching;

namespace Readout.Reading.Packs;

/// <summary>
/// Reads a grammar file. <c>define NAME = PATTERN</c> names a pattern; <c>rule ID</c> begins a rule, whose indented lines are
/// <c>match PATTERN</c> (one or more), <c>do OPERATION key=value key=@capture</c>, <c>ex SENTENCE =&gt; FOUND</c> (one or more) and
/// <c>no SENTENCE</c>. A line that begins with <c>#</c> is a comment.
/// </summary>
public sealed class RuleFileParser(LabelTable labels, Action<string> literal)
{
    /// <summary>The rules of one file, in order.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="PackException">The file is broken; the message names file and line.</exception>
    public IReadOnlyList<RuleDefinition> Parse(string file, string text)
    {
        var parser = new PatternParser(labels, literal);
        var rules = new List<RuleDefinition>();
        Draft? draft = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var place = $"{file}:{number}";
            var (word, rest) = Cut(line);
            if (word is "rule" or "define" && draft is not null)
            {
                rules.Add(draft.Finish());
                draft = null;
            }

            switch (word)
            {
                case "rule":
                    draft = new Draft(rest, place);
                    break;
                case "define":
                    var equals = rest.IndexOf('=', StringComparison.Ordinal);
                    if (equals < 0) throw new PackException($"{place}: write 'define NAME = PATTERN'");
                    parser.Define(rest[..equals].Trim(), rest[(equals + 1)..].Trim(), place);
                    break;
                case "match" when draft is not null:
                    draft.Patterns.Add(parser.Parse(rest, place));
                    break;
                case "do" when draft is not null:
                    draft.Do(rest, parser.Names, place);
                    break;
                case "ex" when draft is not null:
                    var arrow = rest.LastIndexOf("=>", StringComparison.Ordinal);
                    if (arrow < 0) throw new PackException($"{place}: write 'ex SENTENCE => FOUND'");
                    draft.Examples.Add(new RuleExample(rest[..arrow].Trim(), rest[(arrow + 2)..].Trim(), place));
                    break;
                case "no" when draft is not null:
                    draft.CounterExamples.Add(rest);
                    break;
                default:
                    throw new PackException($"{place}: '{word}' is not known here; a line begins with define, rule, match, do, ex or no");
            }
        }

        if (draft is not null) rules.Add(draft.Finish());
        return rules;
    }

    private static (string Word, string After) Cut(string line)
    {
        var space = line.IndexOfAny([' ', '\t']);
        return space < 0 ? (line, "") : (line[..space], line[space..].Trim());
    }

    private sealed class Draft(string id, string place)
    {
        private const int LongestMatch = 120;
        private string? operation;
        private ImmutableDictionary<string, RuleArgument> arguments = ImmutableDictionary<string, RuleArgument>.Empty;

        public List<Pattern> Patterns { get; } = [];

        public List<RuleExample> Examples { get; } = [];

        public List<string> CounterExamples { get; } = [];

        public void Do(string line, IReadOnlyDictionary<string, int> names, string at)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Stages ask for these by name at every match: where both strings are the same object, comparing them is quick.
            operation = string.Intern(parts[0]);
            foreach (var part in parts.Skip(1))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals < 0) throw new PackException($"{at}: '{part}' should be key=value or key=@capture");
                var (key, value) = (string.Intern(part[..equals]), string.Intern(part[(equals + 1)..]));
                if (!value.StartsWith('@')) arguments = arguments.Add(key, new RuleArgument(value, -1));
                else if (names.TryGetValue(value[1..], out var capture)) arguments = arguments.Add(key, new RuleArgument(null, capture));
                else throw new PackException($"{at}: no pattern above keeps '{value[1..]}'");
            }
        }

        public RuleDefinition Finish()
        {
            if (id.Length == 0) throw new PackException($"{place}: a rule needs an id");
            if (Patterns.Count == 0) throw new PackException($"{place}: rule {id} has no match line");
            if (operation is null) throw new PackException($"{place}: rule {id} has no do line");
            if (Examples.Count == 0) throw new PackException($"{place}: rule {id} has no example; a rule without one does not load");
            var longest = Patterns.Max(p => p.LongestMatch);
            if (longest > LongestMatch) throw new PackException($"{place}: rule {id} could span {longest} items; {LongestMatch} is the limit");
            return new RuleDefinition(id, place, [.. Patterns], operation, arguments, [.. Examples], [.. CounterExamples]);
        }
    }
}
