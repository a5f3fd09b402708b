using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Readout.Cli.Commands;

/// <summary>A command that shows in its help how it is used.</summary>
internal sealed class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines, each with what it does.</summary>
    public required IReadOnlyList<(string Line, string Does)> Examples { get; init; }
}

/// <summary>The library's help with examples after it and, for the program as a whole, the exit codes.</summary>
internal sealed class HelpScreen(HelpAction inner, Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly (string Line, string Does)[] Start =
    [
        ("readout read samples", "read a folder into ./readout.db and print the timeline"),
        ("readout timeline", "print the timeline again"),
        ("readout show 7f3a2c", "all about one contact, with the words it rests on"),
    ];

    private static readonly (string Code, string Means)[] Codes =
    [
        ("0", "all was done"),
        ("1", "something was not read or not found; the rest was done"),
        ("2", "the command line or a language pack is wrong; nothing was done"),
        ("3", "the ledger cannot be used: not a ledger, locked, newer, damaged"),
        ("70", "a fault in readout itself"),
        ("130", "stopped by Ctrl-C; what had been stored stays"),
    ];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = inner.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        WriteExamples(command is ExampleCommand described ? described.Examples : Start);
        if (command is RootCommand)
        {
            terminal.Out.Write("\nExit codes:\n");
            foreach (var (exit, means) in Codes) terminal.Out.Write($"  {exit,-5}{means}\n");
        }

        terminal.Out.Flush();
        return code;
    }

    private void WriteExamples(IReadOnlyList<(string Line, string Does)> examples)
    {
        terminal.Out.Write("Examples:\n");
        var width = examples.Max(e => e.Line.Length) + 2;
        foreach (var (line, does) in examples)
        {
            // Side by side where both fit on a terminal of 80 columns, else one below the other.
            var fits = examples.All(e => width + e.Does.Length <= 77);
            terminal.Out.Write(fits ? $"  {line.PadRight(width)}{does}\n" : $"  {line}\n      {does}\n");
        }
    }
}
