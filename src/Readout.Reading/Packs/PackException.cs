namespace Readout.Reading.Packs;

/// <summary>A language pack that cannot be loaded. The message names file and line and says what to mend.</summary>
public sealed class PackException(string message) : Exception(message);
