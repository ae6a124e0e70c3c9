using System.Collections.Immutable;
using Demarche.Ledger.Measures;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Measures with their lives.</summary>
internal static class MeasureReads
{
    private const string Fields =
        $"SELECT {EventReads.Columns}, q.stage, e.threatened, e.announced, e.inforce, q.lifted, l.id, e.rank, e.post, e.reason, p.id, " +
        "(SELECT group_concat(r.id, ' ') FROM exchange y JOIN event r ON r.key = y.response WHERE y.provocation = e.key)";

    private const string Tables =
        " FROM event e JOIN measure q ON q.event = e.key JOIN mention m ON m.key = e.best JOIN document d ON d.key = m.document " +
        "LEFT JOIN event l ON l.key = q.liftedby LEFT JOIN exchange x ON x.response = e.key LEFT JOIN event p ON p.key = x.provocation";

    private const string Select = Fields + Tables;

    public static List<LedgerMeasure> Find(SqliteConnection connection, MeasureQuery query)
    {
        var order = EventReads.OrderOf(query.Order);
        return Paging.Run(query.After, query.Order, "e.day", "e.key", query.Limit, () => FilterOf(query), (filter, limit) => filter.List(connection,
            $"{Select} WHERE e.key IN (SELECT e.key FROM event e{filter.Where} ORDER BY {order}{EventReads.Page(limit, query.Offset)}) ORDER BY {order}",
            Read));
    }

    public static long Count(SqliteConnection connection, MeasureQuery query)
    {
        var filter = FilterOf(query);
        return filter.Count(connection, "SELECT count(*) FROM event e" + filter.Where);
    }

    public static LedgerMeasure? Find(SqliteConnection connection, long key) =>
        Sql.List(connection, $"{Select} WHERE e.key = $0", Read, key).FirstOrDefault();

    /// <summary>All measures between two parties up to a day, oldest first, each with its most certain mention as stored and the text of that.</summary>
    public static List<(LedgerMeasure Measure, string Mention, string Text)> Between(SqliteConnection connection, string a, string b, DateOnly until) =>
        Sql.List(connection, $"{Fields}, m.body, d.text{Tables} WHERE e.pair = $0 AND e.day <= $1 AND e.measure IS NOT NULL AND e.review <> 3 ORDER BY e.day, e.key",
            r => (Read(r), r.GetString(EventReads.Width + 11), r.GetString(EventReads.Width + 12)), Pair.Of(a, b), until.Iso());

    private static Filter FilterOf(MeasureQuery query)
    {
        var filter = new Filter()
            .Parties(query.Actor, query.Sender, query.Target, query.Dyad)
            .AnyOf("e.measure", query.Kinds)
            .Add("e.key IN (SELECT event FROM measure WHERE stage = ?)", (int?)query.Stage)
            .Add("e.day >= ?", query.From.Iso())
            .Add("e.day <= ?", query.Until.Iso())
            .Add("e.measure IS NOT NULL")
            // Refused and supposed ones have no life, and so no row.
            .Add("e.key IN (SELECT event FROM measure)")
            .Add("e.review <> 3");
        if (query.Unanswered)
            filter.Add("NOT EXISTS (SELECT 1 FROM exchange x WHERE x.provocation = e.key)").AnyOf("e.measure", MeasureKinds.Conflictual);
        return filter;
    }

    private static LedgerMeasure Read(SqliteDataReader row)
    {
        const int c = EventReads.Width;
        return new LedgerMeasure
        {
            Event = EventReads.Read(row),
            Stage = (MeasureStage)row.GetInt32(c),
            Threatened = row.Day(c + 1),
            Announced = row.Day(c + 2),
            InForce = row.Day(c + 3),
            Lifted = row.Day(c + 4),
            LiftedBy = row.Text(c + 5),
            Rank = row.Text(c + 6),
            Post = row.Text(c + 7),
            Reason = row.Text(c + 8),
            Answers = row.Text(c + 9),
            AnsweredBy = row.Text(c + 10) is { } ids ? [.. ids.Split(' ').Order(StringComparer.Ordinal)] : ImmutableArray<string>.Empty,
        };
    }
}
