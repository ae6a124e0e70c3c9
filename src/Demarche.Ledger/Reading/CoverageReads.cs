using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Months of reports and of a party's acts.</summary>
internal static class CoverageReads
{
    public static LedgerCoverage Coverage(SqliteConnection connection, int publishers)
    {
        const string Months = """
            SELECT r.month, r.n, coalesce(e.n, 0) FROM (SELECT substr(date, 1, 7) month, count(*) n FROM document WHERE date IS NOT NULL GROUP BY 1) r
            LEFT JOIN (SELECT substr(day, 1, 7) month, count(*) n FROM event WHERE review <> 3 GROUP BY 1) e ON e.month = r.month ORDER BY 1
            """;
        const string Publishers =
            "SELECT publisher, count(*) n, min(date), max(date) FROM document WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT $0";
        return new LedgerCoverage(
            [.. Sql.List(connection, Months, r => new MonthCount(Month(r, 0), r.GetInt32(1), r.GetInt32(2)))],
            [.. Sql.List(connection, Publishers, r => new PublisherCount(r.GetString(0), r.GetInt32(1), r.Day(2), r.Day(3)), publishers)]);
    }

    public static List<ActorMonth> Months(SqliteConnection connection, string actor) =>
        Sql.List(connection,
            $"SELECT month, {Sums("source")}, {Sums("target")}, sum((source = $0) * g), sum((target = $0) * g) " +
            "FROM (SELECT substr(day, 1, 7) month, source, target, q1, q2, q3, q4, goldstein g FROM dyad_day " +
            "WHERE (source = $0 OR target = $0) AND source <> target) GROUP BY month ORDER BY month",
            r => new ActorMonth(Month(r, 0), Counts(r, 1), Counts(r, 5), r.GetDouble(9), r.GetDouble(10)), actor);

    private static string Sums(string side) => string.Join(", ", Enumerable.Range(1, 4).Select(q => $"sum(({side} = $0) * q{q})"));

    private static QuadCounts Counts(SqliteDataReader row, int c) =>
        new(row.GetInt32(c), row.GetInt32(c + 1), row.GetInt32(c + 2), row.GetInt32(c + 3));

    private static DateOnly Month(SqliteDataReader row, int c) => Sql.Day(row.GetString(c) + "-01");
}
