using System.Buffers;

namespace Demarche.Intake.Text;

/// <summary>One line of bytes without its line end.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Valid until the next line is asked for; empty where <paramref name="TooLong"/>.</param>
/// <param name="TooLong">The line went beyond the limit and was passed over.</param>
internal readonly record struct ByteLine(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

/// <summary>Lines of a stream with memory for one line only, however long the stream.</summary>
internal static class ByteLines
{
    /// <param name="stream">Read from where it stands.</param>
    /// <param name="limit">Most bytes of a line.</param>
    public static IEnumerable<ByteLine> Of(Stream stream, long limit)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
        try
        {
            int start = 0, scanned = 0, end = 0, number = 1;
            var passing = false;
            while (true)
            {
                var at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
                if (at >= 0)
                {
                    var stop = scanned + at;
                    yield return passing ? new(number, default, true) : new(number, Trimmed(buffer, start, stop), false);
                    number++;
                    passing = false;
                    start = scanned = stop + 1;
                    continue;
                }

                if (end - start > limit) passing = true;
                if (passing) start = end;
                if (start > 0)
                {
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                    end -= start;
                    start = 0;
                }

                scanned = end;
                if (end == buffer.Length) Grow(ref buffer, end);
                var read = stream.Read(buffer, end, buffer.Length - end);
                if (read == 0) break;
                end += read;
            }

            if (passing) yield return new(number, default, true);
            else if (end > start) yield return new(number, Trimmed(buffer, start, end), false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlyMemory<byte> Trimmed(byte[] buffer, int start, int stop) =>
        buffer.AsMemory(start, (stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop) - start);

    private static void Grow(ref byte[] buffer, int used)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
