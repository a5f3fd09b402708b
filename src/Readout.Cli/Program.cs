using Readout.Cli;

return Interruption.Run(stop => CommandLine.Run(args, Terminal.Standard(stop)));
