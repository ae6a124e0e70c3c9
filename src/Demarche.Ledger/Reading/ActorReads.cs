using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Parties, and what passes between them.</summary>
internal static class ActorReads
{
    private const string Columns = "SELECT code, name, country, sources, targets, first, last FROM actor";

    public static List<LedgerActor> Find(SqliteConnection connection, string? like, int limit)
    {
        var filter = new Filter().Add("(code LIKE ? OR name LIKE ?)", Part(like), Part(like));
        return filter.List(connection, $"{Columns}{filter.Where} ORDER BY sources + targets DESC, code" + EventReads.Page(limit, 0), Read);
    }

    public static LedgerActor? Find(SqliteConnection connection, string codeOrName) =>
        Sql.List(connection,
            Columns + " WHERE code = $0 OR code = $1 OR name = $0 COLLATE NOCASE ORDER BY code = $0 DESC, code = $1 DESC, sources + targets DESC, code LIMIT 1",
            Read, codeOrName, codeOrName.ToUpperInvariant()).FirstOrDefault();

    public static List<DyadVolume> Dyads(SqliteConnection connection, DyadQuery query)
    {
        var filter = new Filter()
            .Add("(source = ? OR target = ?)", query.Actor, query.Actor)
            .Add("day >= ?", query.From.Iso())
            .Add("day <= ?", query.Until.Iso())
            .Add("source <> target");
        return filter.List(connection,
            "SELECT source, target, sum(q1), sum(q2), sum(q3), sum(q4), sum(goldstein) FROM dyad_day" + filter.Where +
            " GROUP BY source, target ORDER BY sum(q1 + q2 + q3 + q4) DESC, source, target" + EventReads.Page(query.Limit, 0),
            r => new DyadVolume(r.GetString(0), r.GetString(1), new QuadCounts(r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5)), r.GetDouble(6)));
    }

    /// <summary>The mean tone of each relation in two spans, drawn towards 0 by two events so that one act is no landslide.</summary>
    public static List<DyadMove> Moves(SqliteConnection connection, MoveQuery query)
    {
        var days = query.Until.DayNumber - query.From.DayNumber + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1, nameof(query));
        var start = query.From.AddDays(-Math.Min(days, query.From.DayNumber));
        var filter = new Filter().Add("day >= ?", start.Iso()).Add("day <= ?", query.Until.Iso()).Add("source <> target")
            .Add("(source = ? OR target = ?)", query.Actor, query.Actor);
        var order = query.By == MoveMeasure.Tone ? "abs(g1 / (n1 + 2.0) - g0 / (n0 + 2.0))" : "abs(n1 - n0) / sqrt(n1 + n0 + 1.0)";
        return filter.List(connection, $"""
            WITH span AS (
              SELECT min(source, target) a, max(source, target) b, day >= '{query.From.Iso()}' late, sum(q1 + q2 + q3 + q4) n, sum(goldstein) g
              FROM dyad_day{filter.Where} GROUP BY 1, 2, 3),
            move AS (
              SELECT a, b, sum(CASE WHEN late THEN 0 ELSE n END) n0, sum(CASE WHEN late THEN n ELSE 0 END) n1,
                sum(CASE WHEN late THEN 0 ELSE g END) g0, sum(CASE WHEN late THEN g ELSE 0 END) g1 FROM span GROUP BY a, b)
            SELECT a, b, g0 / (n0 + 2.0), g1 / (n1 + 2.0), n0, n1 FROM move WHERE n0 + n1 >= {Math.Max(0, query.LeastEvents)}
            ORDER BY {order} DESC, a, b{EventReads.Page(query.Limit, 0)}
            """, r => new DyadMove(r.GetString(0), r.GetString(1), r.GetDouble(2), r.GetDouble(3), r.GetInt32(4), r.GetInt32(5)));
    }

    private static string? Part(string? like) => like is null ? null : $"%{like}%";

    private static LedgerActor Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.Text(2), row.GetInt32(3), row.GetInt32(4)) { First = row.Day(5), Last = row.Day(6) };
}
