using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Intake.Readers;

namespace Demarche.Intake.Archives;

/// <summary>
/// A web archive: each page that was answered with 200, read as if it had just been fetched. Requests, redirects, errors, images and
/// other furniture of a crawl are passed over.
/// </summary>
internal sealed class WarcReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        session.CheckDepth(source);
        using var content = new BufferedStream(source.Content, 64 << 10);
        while (Header(content) is { } header)
        {
            if (!long.TryParse(header.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new IntakeException("damaged-warc", "A record does not say how long it is.", IntakeFailure.Invalid);
            var type = header.GetValueOrDefault("warc-type");
            var address = header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            if (type is not ("response" or "resource" or "conversion"))
            {
                Skip(content, length);
                continue;
            }

            var name = $"{source.Name}!/{address ?? header.GetValueOrDefault("warc-record-id") ?? "record"}";
            if (length > session.Limits.DocumentBytes)
            {
                Skip(content, length);
                var e = IntakeException.TooLarge(session.Limits.DocumentBytes);
                yield return new IntakeProblem(name, null, e.Name, e.Message, e.Kind);
                continue;
            }

            var record = new byte[length];
            if (content.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) < record.Length)
                throw new IntakeException("damaged-warc", "The archive ends in the middle of a record.", IntakeFailure.Invalid);
            foreach (var r in Record(record, type, header.GetValueOrDefault("content-type"), address, name, source, session)) yield return r;
        }
    }

    private static IEnumerable<IntakeResult> Record(
        byte[] record, string type, string? media, string? address, string name, InputSource source, IntakeSession session)
    {
        Stream body = new MemoryStream(record);
        if (type == "response")
        {
            var line = Line(body);
            if (line is null || !line.StartsWith("HTTP/", StringComparison.Ordinal) || line.Split(' ') is not [_, "200", ..]) return [];
            var http = Fields(body);
            media = http.GetValueOrDefault("content-type");
            if (http.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Unchunked(body);
            if (http.GetValueOrDefault("content-encoding")?.Trim() is "gzip" or "x-gzip")
            {
                var counted = new CountingStream(body);
                body = new ExpandedStream(new GZipStream(counted, CompressionMode.Decompress), () => counted.Count, session.Limits);
            }
        }

        var plain = media?.Split(';')[0].Trim().ToLowerInvariant();
        if (plain is not null && plain is not ("text/html" or "application/xhtml+xml" or "text/plain" or "application/pdf" or "text/markdown")) return [];
        var uri = Uri.TryCreate(address, UriKind.Absolute, out var u) && u.Scheme is ("http" or "https") ? u : null;
        try
        {
            return session.Open(new InputSource(name, body, uri is null ? null : Path.GetFileName(uri.AbsolutePath), source.Depth + 1)
            {
                Address = uri,
                MediaType = plain,
                Charset = Web.MediaType.Charset(media),
            });
        }
        catch (InvalidDataException e)
        {
            return [new IntakeProblem(name, null, "damaged-file", e.Message, IntakeFailure.Invalid)];
        }
    }

    private static Dictionary<string, string>? Header(Stream content)
    {
        string? line;
        while ((line = Line(content)) is not null && line.Length == 0)
        {
        }

        if (line is null) return null;
        if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            throw new IntakeException("damaged-warc", "A record does not begin with WARC/ and a version.", IntakeFailure.Invalid);
        return Fields(content);
    }

    private static Dictionary<string, string> Fields(Stream content)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Line(content) is { Length: > 0 } line && fields.Count < 1000)
        {
            var colon = line.IndexOf(':');
            if (colon > 0) fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return fields;
    }

    private static string? Line(Stream content)
    {
        var bytes = new List<byte>(128);
        int b;
        while ((b = content.ReadByte()) >= 0 && b != '\n')
        {
            bytes.Add((byte)b);
            if (bytes.Count > 64 << 10) throw new IntakeException("damaged-warc", "A header line is longer than 64 KB.", IntakeFailure.Invalid);
        }

        if (b < 0 && bytes.Count == 0) return null;
        return Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)).TrimEnd('\r');
    }

    private static MemoryStream Unchunked(Stream body)
    {
        var whole = new MemoryStream();
        while (Line(body) is { } line)
        {
            if (!int.TryParse(line.Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || size <= 0) break;
            var chunk = new byte[Math.Min(size, body.Length - body.Position)];
            body.ReadExactly(chunk);
            whole.Write(chunk);
            Line(body);
        }

        whole.Position = 0;
        return whole;
    }

    private static void Skip(Stream content, long length)
    {
        var buffer = new byte[32 << 10];
        while (length > 0)
        {
            var read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0) throw new IntakeException("damaged-warc", "The archive ends in the middle of a record.", IntakeFailure.Invalid);
            length -= read;
        }
    }
}
