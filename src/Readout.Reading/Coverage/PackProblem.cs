namespace Readout.Reading.Coverage;

/// <summary>Something in a pack that is wrong, or that its authors should look at.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Message">What it is.</param>
/// <param name="IsRemark">Whether the pack works all the same, and someone should look at it.</param>
public sealed record PackProblem(string Place, string Message, bool IsRemark = false);
