using Demarche.Ledger;

namespace Demarche.Web.Record;

/// <summary>The day up to which pages over a period look where the address names none.</summary>
internal static class LastDay
{
    /// <summary>The last report's day; for reports without one that of the latest event; today for an empty ledger.</summary>
    public static DateOnly Of(ILedger ledger) =>
        ledger.Summary().Last
        ?? ledger.Events(new EventQuery { Limit = 1 }).Select(e => e.Day).FirstOrDefault()
        ?? DateOnly.FromDateTime(DateTime.UtcNow);
}
