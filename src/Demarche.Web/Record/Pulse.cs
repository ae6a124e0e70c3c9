using Demarche.Ledger;

namespace Demarche.Web.Record;

/// <summary>
/// What the ledger holds as a whole. Counting it takes a tenth of a second on a large one, so it is kept for a few seconds,
/// and what follows from the reports alone for as long as none is added.
/// </summary>
public sealed class Pulse(ILedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private (LedgerSummary Summary, long Taken)? _summary;
    private (LedgerCoverage Coverage, long Documents, long Change)? _coverage;

    public LedgerSummary Summary()
    {
        lock (_lock)
        {
            if (_summary is { } kept && clock.GetElapsedTime(kept.Taken) < Fresh) return kept.Summary;
            var taken = ledger.Summary();
            _summary = (taken, clock.GetTimestamp());
            return taken;
        }
    }

    public LedgerCoverage Coverage()
    {
        var summary = Summary();
        lock (_lock)
        {
            if (_coverage is { } kept && kept.Documents == summary.Documents && kept.Change == summary.LastChange) return kept.Coverage;
            var coverage = ledger.Coverage();
            _coverage = (coverage, summary.Documents, summary.LastChange);
            return coverage;
        }
    }
}
