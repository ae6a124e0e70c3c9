namespace Demarche.Intake.Archives;

/// <summary>A stream that expands compressed bytes, and stops where they expand beyond what honest data does.</summary>
internal sealed class ExpandedStream(Stream expanded, Func<long> compressedBytes, IntakeLimits limits) : Stream
{
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _given; set => throw new NotSupportedException(); }

    /// <exception cref="IntakeException"><c>decompression-bomb</c>.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = expanded.Read(buffer);
        _given += read;
        if (_given > limits.RatioFloorBytes && _given > Math.Max(1, compressedBytes()) * limits.DecompressionRatio)
            throw new IntakeException(
                "decompression-bomb",
                $"The data expands to more than {limits.DecompressionRatio} times its size. Unpack it yourself if you trust it.",
                IntakeFailure.Limit);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) expanded.Dispose();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Counts the bytes that pass.</summary>
internal sealed class CountingStream(Stream inner) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
