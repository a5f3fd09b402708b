using Readout.Cli;
using Readout.Tests.Ledger;

return Interruption.Run(_ => OtherWriter.Run(args));
