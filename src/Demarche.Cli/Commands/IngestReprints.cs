using System.Collections.Concurrent;
using Demarche.Intake.Reprints;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary>
/// Finds the wire stories among the documents of a run, as they are read; the ledger asks for the origin when it writes one. Short
/// reports are left to the ledger, which knows exact reprints: they are alike too easily.
/// </summary>
internal sealed class IngestReprints
{
    /// <summary>Letters from which a report is long enough to be told from another by its shingles.</summary>
    private const int MinLength = 600;

    private readonly ReprintDetector _detector = new();
    private readonly ConcurrentDictionary<string, string> _origins = new(StringComparer.Ordinal);

    /// <summary>Called for each document in the order of reading.</summary>
    public Document Seen(Document document)
    {
        if (document.Text.Length >= MinLength && _detector.Add(document) is { IsReprint: true } verdict) _origins[document.Id] = verdict.Origin;
        return document;
    }

    /// <summary>Null where the document is nobody's reprint, as far as this run has seen.</summary>
    public string? OriginOf(Document document) => _origins.GetValueOrDefault(document.Id);
}
