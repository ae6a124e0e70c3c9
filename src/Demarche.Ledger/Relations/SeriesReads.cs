using System.Collections.Immutable;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Relations;

/// <summary>Draws a relation's series from the daily dyad table.</summary>
internal static class SeriesReads
{
    private const int MaxDrivers = 3;

    public static RelationSeries Build(SqliteConnection connection, string a, string b, SeriesQuery query)
    {
        // The index remembers what came before the first point that is shown, so all days up to the end are read.
        var days = query.Publisher is null ? FromTable(connection, a, b, query.Until) : FromEvents(connection, a, b, query);
        if (days.Count == 0) return new RelationSeries(a, b, query.By, query.Weights, [], []);
        var from = query.From ?? days[0].Day;
        var until = query.Until ?? days[^1].Day;
        var points = Points(a, days, query, from, until);
        var changes = ChangePoints.Find(points, query.Weights.ChangePenalty)
            .Select(c => c with { Drivers = Drivers(connection, a, b, c, query.By) });
        return new RelationSeries(a, b, query.By, query.Weights, points, [.. changes]);
    }

    internal static ImmutableArray<SeriesPoint> Points(
        string a, IReadOnlyList<DyadDay> days, SeriesQuery query, DateOnly from, DateOnly until)
    {
        var index = new SmoothedIndex(query.Weights);
        var points = ImmutableArray.CreateBuilder<SeriesPoint>();
        var i = 0;
        var start = Periods.StartOf(from, query.By);
        for (; i < days.Count && days[i].Day < start; i++) index.Add(days[i].Day, days[i].Counts.Total, days[i].Goldstein);
        for (; start <= until; start = Periods.Next(start, query.By))
        {
            var next = Periods.Next(start, query.By);
            QuadCounts forth = default, back = default;
            var sum = 0.0;
            var undated = 0;
            for (; i < days.Count && days[i].Day < next; i++)
            {
                var day = days[i];
                if (day.Source == a) forth += day.Counts;
                else back += day.Counts;
                sum += day.Goldstein;
                undated += day.Undated;
                index.Add(day.Day, day.Counts.Total, day.Goldstein);
            }
            points.Add(new SeriesPoint(start, forth, back, Math.Round(sum, 6), Math.Round(index.At(next.AddDays(-1)), 6)) { DatedByReport = undated });
        }
        return points.ToImmutable();
    }

    private static List<DyadDay> FromTable(SqliteConnection connection, string a, string b, DateOnly? until) =>
        Sql.List(connection,
            "SELECT source, day, q1, q2, q3, q4, goldstein, undated FROM dyad_day WHERE (source, target) IN (VALUES ($0, $1), ($1, $0)) " +
            "AND day <= $2 ORDER BY day, source = $1", ReadDay, a, b, until.Iso() ?? "9999-12-31");

    private static List<DyadDay> FromEvents(SqliteConnection connection, string a, string b, SeriesQuery query) =>
        Sql.List(connection,
            "SELECT e.source, e.day, sum(e.quad = 1), sum(e.quad = 2), sum(e.quad = 3), sum(e.quad = 4), sum(e.goldstein), sum(e.basis = 2) " +
            "FROM event e WHERE e.pair = $0 AND e.counted AND e.day <= $1 AND EXISTS (SELECT 1 FROM mention m JOIN document d " +
            "ON d.key = m.document WHERE m.event = e.key AND d.publisher = $2) GROUP BY e.day, e.source = $3 ORDER BY e.day, e.source = $3",
            ReadDay, Pair.Of(a, b), query.Until.Iso() ?? "9999-12-31", query.Publisher, b);

    private static DyadDay ReadDay(SqliteDataReader row) =>
        new(row.GetString(0), Sql.Day(row.GetString(1)), new QuadCounts(row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            row.GetDouble(6), row.GetInt32(7));

    /// <summary>The events around a change that lie furthest in its direction, weighed by how many independent reports tell of them.</summary>
    private static ImmutableArray<string> Drivers(SqliteConnection connection, string a, string b, ChangePoint change, SeriesPeriod by)
    {
        var reach = by switch { SeriesPeriod.Day => 3, SeriesPeriod.Week => 7, _ => 31 };
        var down = change.After < change.Before;
        return
        [
            .. Sql.List(connection,
                "SELECT id FROM event WHERE pair = $0 AND day >= $1 AND day < $2 AND counted AND goldstein * $3 > 0 " +
                $"ORDER BY abs(goldstein) * (1 + ln(reports)) * confidence DESC, key LIMIT {MaxDrivers}", r => r.GetString(0),
                Pair.Of(a, b), change.Start.Iso(), change.Start.AddDays(reach).Iso(), down ? -1 : 1),
        ];
    }
}
