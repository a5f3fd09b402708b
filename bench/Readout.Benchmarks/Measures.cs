namespace Readout.Benchmarks;

/// <summary>The measures by name.</summary>
internal static class Measures
{
    private const string Help = """
        usage: dotnet run -c Release --project bench/Readout.Benchmarks -- MEASURE

          linear [FILE]        the time a text takes beside that of its two halves, at six lengths
          throughput [FILE]    bytes a second on the articles of a JSON Lines file, all layers, one core
          stages [FILE]        where that time and memory go
          cold [RUNS]          'readout read' on five articles and a fresh ledger, process included
          stream FILE          'readout read' on a file and a fresh ledger, process included
          scale [N] [LEDGER]   a ledger of N generated accounts (a million): loading, one more article, questions;
                               LEDGER keeps it, and is only asked where it is there already
          rival [FILE]         the same articles read by chrono-node/vi (dates only; needs node and npm)
          report DATE [FILE …] all of it but stream and scale, written to bench/results/<cpu>.md; the rival reads each FILE

        Without FILE the articles of the specs are read.
        """;

    public static int Run(string[] args)
    {
        var argument = args.Length > 1 ? args[1] : null;
        switch (args.Length > 0 ? args[0] : "")
        {
            case "linear":
                Console.WriteLine(Linear.Measure(Corpus.Load(argument)));
                return 0;
            case "throughput":
                Console.WriteLine(Throughput.Measure(Corpus.Load(argument)));
                return 0;
            case "stages":
                Console.WriteLine(Stages.Measure(Corpus.Load(argument)));
                return 0;
            case "cold":
                Console.WriteLine(ColdStart.Measure(argument is null ? 11 : int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture)));
                return 0;
            case "stream" when argument is not null:
                Console.WriteLine(Stream.Measure(argument, 3));
                return 0;
            case "scale":
                Console.WriteLine(Scale.Measure(argument is null ? 1_000_000 : int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture), args.Length > 2 ? args[2] : null));
                return 0;
            case "rival":
                Console.WriteLine(Rival.Measure(Corpus.Load(argument)));
                return 0;
            case "report" when argument is not null:
                Report.Write(argument, args.Length > 2 ? [.. args[2..].Select(Corpus.Load)] : [Corpus.Load(null)]);
                return 0;
            default:
                Console.WriteLine(Help);
                return 2;
        }
    }
}
