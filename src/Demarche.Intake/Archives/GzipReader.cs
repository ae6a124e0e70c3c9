using System.IO.Compression;
using Demarche.Intake.Readers;

namespace Demarche.Intake.Archives;

/// <summary>Whatever lies in a gzip file, streamed.</summary>
internal sealed class GzipReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        session.CheckDepth(source);
        var counted = new CountingStream(source.Content);
        var expanded = new ExpandedStream(new GZipStream(counted, CompressionMode.Decompress), () => counted.Count, session.Limits);
        var name = source.FileName is { } n && n.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? n[..^3] : source.FileName;
        return session.Open(new InputSource(source.Name, expanded, name, source.Depth + 1)
        {
            Charset = source.Charset,
            MediaType = source.MediaType is "application/gzip" or "application/x-gzip" ? null : source.MediaType,
            Address = source.Address,
        });
    }
}
