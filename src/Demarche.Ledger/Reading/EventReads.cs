using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Canonical events and their mentions.</summary>
internal static class EventReads
{
    public const string Columns =
        "e.id, e.source_json, e.target_json, e.cameo, e.label, e.plover, e.mode, e.contexts, e.quad, e.goldstein, e.measure, " +
        "e.count, e.low, e.high, e.status, e.background, e.day, e.precision, e.basis, e.effective, e.deadline, e.place, e.country, " +
        "e.lat, e.lon, e.placing, e.mentions, e.documents, e.reports, e.publishers, e.confidence, e.conflicts, e.sentence, " +
        "d.id, m.id, e.first, e.last, e.counted, e.review, e.changed, e.key, d.url";

    /// <summary>How many columns <see cref="Columns"/> has; further ones follow.</summary>
    public const int Width = 42;

    public const string Joins = " FROM event e JOIN mention m ON m.key = e.best JOIN document d ON d.key = m.document";

    public static List<LedgerEvent> Find(SqliteConnection connection, EventQuery query)
    {
        // The page is cut from the index before the wide row and its document are fetched.
        return Paging.Run(query.After, query.Order, "e.day", "e.key", query.Limit, () => FilterOf(connection, query), (filter, limit) => filter.List(connection,
            $"SELECT {Columns}{Joins} WHERE e.key IN (SELECT e.key FROM event e{filter.Where} ORDER BY {OrderOf(query.Order)}" +
            Page(limit, query.Offset) + $") ORDER BY {OrderOf(query.Order)}", Read));
    }

    public static long Count(SqliteConnection connection, EventQuery query)
    {
        var filter = FilterOf(connection, query);
        return filter.Count(connection, "SELECT count(*) FROM event e" + filter.Where);
    }

    public static LedgerEvent? Find(SqliteConnection connection, string id)
    {
        var key = KeyOf(connection, id);
        return key is null ? null : ByKey(connection, key.Value);
    }

    public static LedgerEvent? ByKey(SqliteConnection connection, long key) =>
        Sql.List(connection, $"SELECT {Columns}{Joins} WHERE e.key = $0", Read, key).FirstOrDefault();

    /// <summary>The key of the event with an id, or of the one that its mentions went to.</summary>
    public static long? KeyOf(SqliteConnection connection, string id)
    {
        using var command = Sql.Command(connection,
            "SELECT key FROM event WHERE id = $0 UNION ALL SELECT event FROM event_alias WHERE id = $0 LIMIT 1", id);
        return (long?)command.ExecuteScalar();
    }

    public static List<StoredMention> Mentions(SqliteConnection connection, string condition, object value) =>
        Sql.List(connection,
            "SELECT m.body, d.id, e.id, d.text, m.reason, m.score, d.date, d.publisher, d.origin <> d.key FROM mention m " +
            $"JOIN document d ON d.key = m.document JOIN event e ON e.key = m.event WHERE {condition}", ReadMention, value);

    public static LedgerEvent Read(SqliteDataReader row) => Read(row, 0);

    public static LedgerEvent Read(SqliteDataReader row, int c)
    {
        return new LedgerEvent
        {
            Id = row.GetString(c),
            Source = LedgerJson.Party(row.Text(c + 1)),
            Target = LedgerJson.Party(row.Text(c + 2)),
            Type = new EventType(row.GetString(c + 3), row.GetString(c + 4), Plover(row, c + 5), row.GetInt32(c + 8), row.GetDouble(c + 9)),
            MeasureKind = row.Text(c + 10),
            Count = row.Number(c + 11),
            Range = row.Range(c + 12),
            Status = (EventStatus)row.GetInt32(c + 14),
            Background = row.GetBoolean(c + 15),
            Day = row.Day(c + 16),
            Precision = (DatePrecision)row.GetInt32(c + 17),
            Basis = (DateBasis)row.GetInt32(c + 18),
            Effective = row.Day(c + 19),
            Deadline = row.Day(c + 20),
            Place = row.Text(c + 21) is { } place
                ? new LedgerPlace(place, row.Text(c + 22), row.Real(c + 23), row.Real(c + 24), (PlacePrecision)row.GetInt32(c + 25))
                : null,
            Mentions = row.GetInt32(c + 26),
            Documents = row.GetInt32(c + 27),
            Reports = row.GetInt32(c + 28),
            Publishers = LedgerJson.Strings(row.GetString(c + 29)),
            Confidence = row.GetDouble(c + 30),
            Conflicts = LedgerJson.Conflicts(row.Text(c + 31)),
            Sentence = row.GetString(c + 32),
            DocumentId = row.GetString(c + 33),
            MentionId = row.GetString(c + 34),
            FirstReported = row.Day(c + 35),
            LastReported = row.Day(c + 36),
            Counted = row.GetBoolean(c + 37),
            Review = (ReviewState)row.GetInt32(c + 38),
            ChangedAt = row.GetInt64(c + 39),
            Key = row.GetInt64(c + 40),
            Url = row.Text(c + 41),
        };
    }

    public static string Page(int limit, int offset) =>
        string.Create(CultureInfo.InvariantCulture, $" LIMIT {Math.Max(0, limit)} OFFSET {Math.Max(0, offset)}");

    private static PloverType? Plover(SqliteDataReader row, int c) =>
        row.Text(c) is { } type ? new PloverType(type, row.Text(c + 1), [.. (row.Text(c + 2) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]) : null;

    private static StoredMention ReadMention(SqliteDataReader row)
    {
        var mention = LedgerJson.Mention(row.GetString(0));
        return new StoredMention(
            mention, row.GetString(1), row.GetString(2), mention.SentenceSpan.Quote(row.GetString(3)), row.GetString(4), row.GetDouble(5))
        {
            Reported = row.Day(6),
            Publisher = row.Text(7),
            Reprint = row.GetBoolean(8),
        };
    }

    internal static string OrderOf(EventOrder order) => order switch
    {
        EventOrder.NewestFirst => "e.day DESC, e.key DESC",
        EventOrder.OldestFirst => "e.day, e.key",
        EventOrder.LeastCertainFirst => "e.confidence, e.key",
        EventOrder.LatestChangeFirst => "e.changed DESC, e.key DESC",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "unknown order"),
    };

    private static bool IsCommon(SqliteConnection connection, string words) =>
        Sql.Scalar<long>(connection, "SELECT count(*) FROM (SELECT 1 FROM mention_words WHERE mention_words MATCH $0 LIMIT 3000)", words) >= 3000;

    internal static Filter FilterOf(SqliteConnection connection, EventQuery query)
    {
        var filter = new Filter()
            .Parties(query.Actor, query.Source, query.Target, query.Dyad)
            .Add("e.quad = ?", query.Quad)
            .AnyOf("e.measure", query.Kinds)
            .Add("e.status = ?", (int?)query.Status)
            .Add("e.day >= ?", query.From.Iso())
            .Add("e.day <= ?", query.Until.Iso())
            .Add("(e.country = ? OR e.place LIKE ?)", query.Place?.ToUpperInvariant(), query.Place is { } p ? $"%{p}%" : null)
            .Add("e.review = ?", (int?)query.Review)
            .Add("e.confidence >= ?", query.MinConfidence)
            .Add("e.key IN (SELECT m.event FROM mention m JOIN document d ON d.key = m.document WHERE d.publisher = ?)", query.Publisher);
        if (query.Type is { Length: > 0 } type)
        {
            if (char.IsAsciiDigit(type[0])) filter.Add("e.cameo >= ? AND e.cameo < ?", type, type + ":");
            else filter.Add("e.plover = ?", type.ToUpperInvariant());
        }
        if (query.Text is { } text)
        {
            // A few matches lead to their events; of a common word's many, a walk over the narrow index of mentions is quicker than a look-up
            // each, and a walk over the events in order than sorting them (the + keeps the planner from it).
            var words = Words.Query(text);
            filter.Add(IsCommon(connection, words)
                ? "+e.key IN (SELECT m.event FROM mention m INDEXED BY mention_event WHERE +m.key IN (SELECT rowid FROM mention_words WHERE mention_words MATCH ?))"
                : "e.key IN (SELECT m.event FROM mention_words w JOIN mention m ON m.key = w.rowid WHERE mention_words MATCH ?)", words);
        }
        if (query.MeasuresOnly) filter.Add("e.measure IS NOT NULL");
        if (!query.IncludeRejected && query.Review != ReviewState.Rejected) filter.Add("e.review <> 3");
        return filter;
    }
}
