using Readout.Benchmarks;

return Measures.Run(args);
