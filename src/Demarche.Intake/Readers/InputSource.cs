namespace Demarche.Intake.Readers;

/// <summary>Bytes to read, and what is known of them. The content is read once, from its start.</summary>
internal sealed class InputSource : IDisposable
{
    private const int HeadBytes = 16 << 10;
    private readonly Stream _inner;

    /// <param name="name">As messages call it.</param>
    /// <param name="content">Owned by the source from here on.</param>
    /// <param name="fileName">Last part of a path or an address, for hints; null where there is none.</param>
    /// <param name="depth">Archives around this source.</param>
    public InputSource(string name, Stream content, string? fileName = null, int depth = 0)
    {
        Name = name;
        FileName = fileName;
        Depth = depth;
        _inner = content;
        var head = new byte[HeadBytes];
        var read = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        Head = head.AsMemory(0, read);
        if (content.CanSeek)
        {
            content.Seek(-read, SeekOrigin.Current);
            Content = content;
        }
        else
        {
            Content = new ReplayStream(Head, content);
        }
    }

    public string Name { get; }

    public string? FileName { get; }

    public int Depth { get; }

    /// <summary>The first bytes, for recognition.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>All bytes, from the first.</summary>
    public Stream Content { get; }

    /// <summary>Charset that the transport declared (HTTP, MIME, WARC), if any.</summary>
    public string? Charset { get; init; }

    /// <summary>Media type that the transport declared, without parameters, if any.</summary>
    public string? MediaType { get; init; }

    /// <summary>Where the bytes came from on the web, if they did.</summary>
    public Uri? Address { get; init; }

    /// <summary>All bytes at once.</summary>
    /// <exception cref="IntakeException"><c>document-too-large</c>.</exception>
    public byte[] ReadAll(long limit)
    {
        if (Content.CanSeek && Content.Length - Content.Position > limit) throw IntakeException.TooLarge(limit);
        using var copy = new MemoryStream(Content.CanSeek ? (int)(Content.Length - Content.Position) : 0);
        var buffer = new byte[64 << 10];
        int read;
        while ((read = Content.Read(buffer)) > 0)
        {
            if (copy.Length + read > limit) throw IntakeException.TooLarge(limit);
            copy.Write(buffer, 0, read);
        }

        return copy.Capacity == copy.Length ? copy.GetBuffer() : copy.ToArray();
    }

    public void Dispose() => _inner.Dispose();

    /// <summary>Gives the bytes already read again before the rest of a stream that cannot seek.</summary>
    private sealed class ReplayStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_given == head.Length) return rest.Read(buffer);
            var n = Math.Min(buffer.Length, head.Length - _given);
            head.Span.Slice(_given, n).CopyTo(buffer);
            _given += n;
            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
