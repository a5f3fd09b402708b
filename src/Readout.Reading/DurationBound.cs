namespace Readout.Reading;

/// <summary>How a stated duration bounds the true one.</summary>
public enum DurationBound
{
    /// <summary>Stated without hedge.</summary>
    Exact,

    /// <summary>Stated as approximate.</summary>
    About,

    /// <summary>A lower bound: "more than".</summary>
    AtLeast,

    /// <summary>An upper bound: "nearly", "less than".</summary>
    AtMost,
}
