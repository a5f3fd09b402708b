namespace Readout.Cli.Intake;

/// <summary>
/// Reads a stream line by line as bytes, in memory that a line's length bounds and never the file's. A line over the
/// limit is passed over and reported as such.
/// </summary>
internal sealed class LineReader(Stream stream, ReadOnlyMemory<byte> head, int limit)
{
    private byte[] buffer = NewBuffer(head);
    private int next;
    private int filled = head.Length;
    private Range line;

    /// <summary>The number of the line last read, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last read was over the limit; its bytes are gone.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The bytes of the line last read, without its line feed.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(line);

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Read()
    {
        TooLong = false;
        var searched = next;
        while (true)
        {
            var at = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (at >= 0) return Take(searched + at, searched + at + 1);
            if (filled - next > limit)
            {
                TooLong = true;
                next = filled = 0;
            }

            MakeRoom();
            searched = filled;
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) return (filled > next || TooLong) && Take(filled, filled);
            filled += read;
        }
    }

    private bool Take(int end, int after)
    {
        TooLong |= end - next > limit;
        line = TooLong ? 0..0 : next..end;
        next = after;
        Number++;
        return true;
    }

    private void MakeRoom()
    {
        if (next > 0)
        {
            buffer.AsSpan(next, filled - next).CopyTo(buffer);
            filled -= next;
            next = 0;
        }

        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
    }

    private static byte[] NewBuffer(ReadOnlyMemory<byte> head)
    {
        var bytes = new byte[Math.Max(64 * 1024, head.Length)];
        head.Span.CopyTo(bytes);
        return bytes;
    }
}
