namespace Demarche.Ledger;

/// <summary>
/// A place in an ordered list, after which the next page begins. Unlike an offset it neither loses nor repeats a record when
/// others are added meanwhile, and the last page is as quick as the first.
/// </summary>
/// <param name="Day">The record's day; null where it has none.</param>
/// <param name="Confidence">The record's confidence, for lists ordered by it.</param>
/// <param name="Key">The record's number in its table.</param>
public sealed record PageCursor(DateOnly? Day, double Confidence, long Key)
{
    public static PageCursor After(LedgerEvent e) => new(e.Day, e.Confidence, e.Key);

    public static PageCursor After(LedgerMeasure m) => After(m.Event);

    public static PageCursor After(Exchange x) => new(x.Response.Day, x.Confidence, x.Response.Key);

    public static PageCursor After(DocumentSummary d) => new(d.Date, 0, d.Key);
}
