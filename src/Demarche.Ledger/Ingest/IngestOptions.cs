namespace Demarche.Ledger;

/// <param name="Versions">What codes the documents; stored with the run.</param>
public sealed record IngestOptions(CoderVersions Versions)
{
    /// <summary>Threads that code. Writing has one of its own.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Code again what another version coded; what this one coded stays.</summary>
    public bool Recode { get; init; }

    /// <summary>Documents written and committed together.</summary>
    public int Batch { get; init; } = 1000;

    /// <summary>A batch is committed after so long even if it is not full, so that slow coding loses little.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Says which earlier document one reprints, by id; null where intake does not look.</summary>
    public Func<Language.Document, string?>? OriginOf { get; init; }

    /// <summary>A signature of the text to keep for later runs, which get it from <see cref="SqliteLedger.Signatures"/>; null keeps none.</summary>
    public Func<Language.Document, byte[]?>? SignatureOf { get; init; }
}

/// <summary>How far an ingest has come.</summary>
/// <param name="Seen">Documents read.</param>
/// <param name="Unchanged">Of these, skipped since they are in the ledger as they are.</param>
/// <param name="Added">Committed and new.</param>
/// <param name="Changed">Committed in place of an older text or an older reading.</param>
public sealed record IngestProgress(long Seen, long Unchanged, long Added, long Changed, long Mentions, TimeSpan Elapsed)
{
    public long Done => Unchanged + Added + Changed;

    /// <summary>Documents coded and committed a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? (Added + Changed) / Elapsed.TotalSeconds : 0;
}

/// <summary>A document could not be coded: a fault of the coder, not of the ledger. What was committed stays.</summary>
public sealed class DocumentCodingException(string documentId, Exception inner)
    : Exception($"Document {documentId} could not be coded: {inner.Message} What was read before it is in the ledger.", inner)
{
    public string DocumentId { get; } = documentId;
}
