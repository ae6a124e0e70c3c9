using System.Collections.Concurrent;
using Demarche.Intake.Reprints;
using Demarche.Language;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary>
/// Finds the wire stories among the documents of a run and of the runs before it, as they are read; the ledger asks for the origin when
/// it writes one, and keeps the signature. Short reports are left to the ledger, which knows
/// exact reprints: they are alike too easily.
/// </summary>
internal sealed class IngestReprints
{
    /// <summary>Letters from which a report is long enough to be told from another by its shingles.</summary>
    private const int MinLength = 600;

    private readonly ReprintDetector _detector = new();
    private readonly ConcurrentDictionary<string, string> _origins = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _signatures = new(StringComparer.Ordinal);

    /// <param name="path">The ledger, whose earlier documents are taken up; it need not be there yet.</param>
    public IngestReprints(string path)
    {
        if (!File.Exists(path)) return;
        using var ledger = SqliteLedger.Open(path);
        foreach (var (id, origin, date, signature) in ledger.Signatures())
        {
            _detector.Restore(id, origin, date, signature);
            if (origin != id) _origins[id] = origin;
            _signatures[id] = signature;
        }
    }

    /// <summary>Called for each document in the order of reading.</summary>
    public Document Seen(Document document)
    {
        if (document.Text.Length < MinLength) return document;
        if (_detector.Add(document) is { IsReprint: true } verdict) _origins[document.Id] = verdict.Origin;
        _signatures.TryAdd(document.Id, _detector.SignatureOf(document.Id)!);
        return document;
    }

    /// <summary>Null where the document is nobody's reprint, as far as is known.</summary>
    public string? OriginOf(Document document) => _origins.GetValueOrDefault(document.Id);

    /// <summary>Null for a short report.</summary>
    public byte[]? SignatureOf(Document document) => _signatures.GetValueOrDefault(document.Id);
}
