using System.Xml;
using Readout.Reading;

namespace Readout.Ledger.Claims;

/// <summary>
/// The minutes a stated duration may stand for, both ends included. Hedges are read as people mean them: nobody says
/// "more than an hour" of three, nor "nearly three hours" of ninety minutes.
/// </summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal readonly record struct DurationRange(double Least, double Most)
{
    /// <summary>The range of a claim; null where the duration is not ISO 8601 or not a length of clock time.</summary>
    public static DurationRange? Of(string? duration, DurationBound? bound)
    {
        if (Minutes(duration) is not { } minutes) return null;
        return bound switch
        {
            DurationBound.About => new DurationRange(minutes * 0.8, minutes * 1.2),
            DurationBound.AtLeast => new DurationRange(minutes, minutes * 2),
            DurationBound.AtMost => new DurationRange(minutes * 2 / 3, minutes),
            _ => new DurationRange(minutes, minutes),
        };
    }

    /// <summary>Whether some length is in both.</summary>
    public bool Meets(DurationRange other) => Least <= other.Most && other.Least <= Most;

    /// <summary>The lengths in both; call only where they meet.</summary>
    public DurationRange Shared(DurationRange other) => new(Math.Max(Least, other.Least), Math.Min(Most, other.Most));

    /// <summary>How far apart the two are, 0 (they meet) to nearly 1.</summary>
    public double Apart(DurationRange other)
    {
        if (Meets(other)) return 0;
        var (shorter, longer) = Most < other.Least ? (Most, other.Least) : (other.Most, Least);
        return 1 - (shorter / longer);
    }

    private static double? Minutes(string? duration)
    {
        if (string.IsNullOrEmpty(duration) || duration[0] != 'P') return null;
        try
        {
            var span = XmlConvert.ToTimeSpan(duration);
            return span > TimeSpan.Zero ? span.TotalMinutes : null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
