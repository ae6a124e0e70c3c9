using System.Collections.Immutable;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Exchanges and the ladders that they form.</summary>
internal static class ExchangeReads
{
    public static List<Exchange> Find(SqliteConnection connection, ExchangeQuery query)
    {
        var rows = Paging.Run(query.After, EventOrder.OldestFirst, "x.day", "x.response", query.Limit, () => FilterOf(query), (filter, limit) => filter.List(connection,
            "SELECT x.provocation, x.response, x.lag, x.told, x.proportion, x.mirror, x.confidence, x.reasons, x.cue FROM exchange x" +
            filter.Where + " ORDER BY x.day, x.response" + EventReads.Page(limit, query.Offset),
            r => (Act: r.GetInt64(0), Answer: r.GetInt64(1), Lag: r.GetInt32(2), Told: r.GetBoolean(3), Proportion: r.Real(4),
                Mirror: r.GetBoolean(5), Confidence: r.GetDouble(6), Reasons: r.GetString(7), Cue: r.Text(8))));
        var events = new Dictionary<long, LedgerEvent>();
        LedgerEvent Event(long key) => events.TryGetValue(key, out var e) ? e : events[key] = EventReads.ByKey(connection, key)!;
        return rows.ConvertAll(r => new Exchange(
            Event(r.Act), Event(r.Answer), r.Lag, r.Told, r.Proportion, r.Mirror, r.Confidence, LedgerJson.Strings(r.Reasons))
        { CueMention = r.Cue });
    }

    /// <summary>
    /// Joins exchanges where the answer of one is the act of the next. An act with several answers begins several ladders,
    /// which share their lower steps.
    /// </summary>
    public static List<ExchangeLadder> Ladders(IReadOnlyList<Exchange> exchanges)
    {
        var byAct = exchanges.ToLookup(x => x.Provocation.Id, StringComparer.Ordinal);
        var answers = exchanges.Select(x => x.Response.Id).ToHashSet(StringComparer.Ordinal);
        var ladders = new List<ExchangeLadder>();
        foreach (var first in exchanges.Where(x => !answers.Contains(x.Provocation.Id))) Climb([first]);
        // Two reports may each call the other's act an answer; what stands in such a circle is shown step by step.
        var climbed = ladders.SelectMany(l => l.Steps).Select(x => x.Response.Id).ToHashSet(StringComparer.Ordinal);
        ladders.AddRange(exchanges.Where(x => !climbed.Contains(x.Response.Id)).Select(x => new ExchangeLadder([x])));
        return [.. ladders.OrderBy(l => l.First.Day).ThenBy(l => l.Last.Day)];

        void Climb(ImmutableArray<Exchange> steps)
        {
            // An answer has one act, so that a circle cannot be entered from outside.
            var next = steps.Length < 100 ? byAct[steps[^1].Response.Id].ToList() : [];
            if (next.Count == 0) ladders.Add(new ExchangeLadder(steps));
            foreach (var step in next) Climb(steps.Add(step));
        }
    }

    private static Filter FilterOf(ExchangeQuery query)
    {
        var filter = new Filter()
            .Add("x.day >= ?", query.From.Iso())
            .Add("x.day <= ?", query.Until.Iso())
            .Add("x.confidence >= ?", query.MinConfidence);
        if (query.A is { } a && query.B is { } b) filter.Add("x.pair = ?", Pair.Of(a, b));
        else filter.Add("(x.pair >= ? AND x.pair < ? OR x.pair LIKE ?)", Start(query, '|'), Start(query, '}'), query.A is null && query.B is null ? null : "%|" + (query.A ?? query.B));
        if (query.ToldOnly) filter.Add("x.told = 1");
        return filter;
    }

    private static string? Start(ExchangeQuery query, char after) => (query.A ?? query.B) is { } one ? one + after : null;
}
