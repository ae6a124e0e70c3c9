using Demarche.Ledger.Store;

namespace Demarche.Ledger.Reading;

/// <summary>
/// Goes on after a cursor by ranges that the indexes serve. SQLite takes a missing day for the smallest: such rows come last
/// where the newest come first, and are a range of their own.
/// </summary>
internal static class Paging
{
    /// <param name="day">Column of the day, <paramref name="key"/> of the number.</param>
    /// <param name="filter">Makes the query's conditions afresh.</param>
    /// <param name="list">Runs them, in the order given.</param>
    public static List<T> Run<T>(
        PageCursor? after, EventOrder order, string day, string key, int limit, Func<Filter> filter, Func<Filter, int, List<T>> list)
    {
        if (after is not { } from) return list(filter(), limit);
        var (first, rest) = Ranges(from, order, day, key, filter);
        var rows = list(first, limit);
        if (rest is not null && rows.Count < limit) rows.AddRange(list(filter().Add(rest), limit - rows.Count));
        return rows;
    }

    private static (Filter Next, string? Last) Ranges(PageCursor from, EventOrder order, string day, string key, Func<Filter> filter) => (order, from.Day) switch
    {
        (EventOrder.NewestFirst, { } d) => (filter().Add($"{day} <= ? AND ({day} < ? OR {key} < ?)", d.Iso(), d.Iso(), from.Key), $"{day} IS NULL"),
        (EventOrder.NewestFirst, null) => (filter().Add($"{day} IS NULL AND {key} < ?", from.Key), null),
        (EventOrder.OldestFirst, { } d) => (filter().Add($"{day} >= ? AND ({day} > ? OR {key} > ?)", d.Iso(), d.Iso(), from.Key), null),
        (EventOrder.OldestFirst, null) => (filter().Add($"{day} IS NULL AND {key} > ?", from.Key), $"{day} IS NOT NULL"),
        (EventOrder.LeastCertainFirst, _) =>
            (filter().Add($"e.confidence >= ? AND (e.confidence > ? OR {key} > ?)", from.Confidence, from.Confidence, from.Key), null),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "unknown order"),
    };
}
