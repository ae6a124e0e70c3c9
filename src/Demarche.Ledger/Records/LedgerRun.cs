namespace Demarche.Ledger;

/// <summary>What coded a run's documents: versions and hashes, each as its owner states it.</summary>
public sealed record CoderVersions(string Program, string Model, string Knowledge)
{
    public override string ToString() => $"{Program}; model {Model}; knowledge {Knowledge}";
}

/// <summary>One run of ingest that changed something.</summary>
public sealed record LedgerRun(long Number, DateTimeOffset Started, DateTimeOffset? Ended, CoderVersions Versions, bool Recoded)
{
    public long DocumentsAdded { get; init; }

    public long DocumentsChanged { get; init; }

    public long Mentions { get; init; }
}

/// <summary>What a ledger holds.</summary>
public sealed record LedgerSummary(
    long Documents, long Mentions, long Events, long Measures, long Exchanges, long Corrections, long Publishers, DateOnly? First,
    DateOnly? Last, long LastChange, int SchemaVersion, long FileBytes);
