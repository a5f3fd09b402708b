using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Readout.Ledger.Accounts;

/// <summary>
/// A short likeness of a text's word sequences: MinHash (A. Broder, "On the resemblance and containment of documents", 1997) over runs of
/// four words. How many of its numbers two sketches share estimates which part of all their runs both texts have; words alone count,
/// without their case, marks and spaces. Numbers are cut into bands (locality-sensitive hashing): texts that are much alike share at least one.
/// </summary>
/// <param name="Least">The least hash of all runs, under each of the hash functions.</param>
internal sealed record Sketch(ImmutableArray<uint> Least)
{
    /// <summary>How many numbers are a band. With 24 bands of three, texts that share half of their runs meet in 96 of 100 cases.</summary>
    public const int BandRows = 3;

    /// <summary>How many bands there are.</summary>
    public const int Bands = 24;

    private const int Run = 4;

    // A few words in a row stand in many texts.
    private const int FewestRuns = 12;

    /// <summary>The sketch of a text; null where it is too short to tell copying from chance.</summary>
    public static Sketch? Of(string text)
    {
        var words = Words(text);
        if (words.Count < Run + FewestRuns - 1) return null;
        var least = new uint[Bands * BandRows];
        Array.Fill(least, uint.MaxValue);
        for (var i = 0; i + Run <= words.Count; i++)
        {
            ulong run = 0;
            for (var j = i; j < i + Run; j++) run = Mix(run ^ words[j]);
            for (var k = 0; k < least.Length; k++) least[k] = Math.Min(least[k], (uint)Mix(run + ((ulong)k * 0x9E3779B97F4A7C15)));
        }
        return new Sketch([.. least]);
    }

    /// <summary>The band of a number; equal bands of one number mean that the texts may be alike.</summary>
    public long Band(int number)
    {
        ulong band = (ulong)number;
        for (var i = number * BandRows; i < (number + 1) * BandRows; i++) band = Mix(band ^ Least[i]);
        return (long)band;
    }

    /// <summary>Which part of the runs of both texts both have, as far as the sketches tell: 0 to 1.</summary>
    public double Likeness(Sketch other) => Least.Zip(other.Least).Count(pair => pair.First == pair.Second) / (double)Least.Length;

    /// <summary>The sketch as bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Least.Length * sizeof(uint)];
        for (var i = 0; i < Least.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), Least[i]);
        return bytes;
    }

    /// <summary>The sketch of such bytes.</summary>
    public static Sketch FromBytes(byte[] bytes)
    {
        var least = ImmutableArray.CreateBuilder<uint>(bytes.Length / sizeof(uint));
        for (var i = 0; i < bytes.Length; i += sizeof(uint)) least.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)));
        return new Sketch(least.DrainToImmutable());
    }

    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 5);
        ulong word = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word = Mix(word ^ (uint)Rune.ToLowerInvariant(rune).Value);
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }
        if (word != 0) words.Add(word);
        return words;
    }

    // The finalizer of SplitMix64 (G. Steele et al., 2014), which spreads each bit over all.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
