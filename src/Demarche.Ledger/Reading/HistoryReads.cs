using System.Collections.Immutable;
using System.Globalization;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>The ledger's own history: runs, changes, corrections.</summary>
internal static class HistoryReads
{
    public static LedgerSummary Summary(SqliteConnection connection, long bytes)
    {
        const string Text = """
            SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM mention), (SELECT count(*) FROM event), (SELECT count(*) FROM measure),
              (SELECT count(*) FROM exchange), (SELECT count(*) FROM correction), (SELECT count(DISTINCT publisher) FROM document),
              (SELECT min(date) FROM document), (SELECT max(date) FROM document), (SELECT coalesce(max(seq), 0) FROM change)
            """;
        return Sql.List(connection, Text, r => new LedgerSummary(
            r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.Day(7), r.Day(8),
            r.GetInt64(9), LedgerSchema.CurrentVersion, bytes))[0];
    }

    public static List<LedgerRun> Runs(SqliteConnection connection) =>
        Sql.List(connection,
            "SELECT r.key, r.started, r.ended, c.program, c.model, c.knowledge, r.recoded, r.added, r.changed, r.mentions " +
            "FROM run r JOIN coder c ON c.key = r.coder ORDER BY r.key DESC",
            r => new LedgerRun(r.GetInt64(0), Time(r.GetString(1)), r.Text(2) is { } ended ? Time(ended) : null,
                new CoderVersions(r.GetString(3), r.GetString(4), r.GetString(5)), r.GetBoolean(6))
            {
                DocumentsAdded = r.GetInt64(7),
                DocumentsChanged = r.GetInt64(8),
                Mentions = r.GetInt64(9),
            });

    public static ChangePage Changes(SqliteConnection connection, long since, int limit)
    {
        var rows = Sql.List(connection, "SELECT seq, id, born, gone FROM change WHERE seq > $0 ORDER BY seq LIMIT $1",
            r => (Seq: r.GetInt64(0), Id: r.GetString(1), Born: r.GetInt64(2), Gone: r.GetBoolean(3)), since, (long)limit + 1);
        var more = rows.Count > limit;
        if (more) rows.RemoveAt(limit);
        var standing = Sql.List(connection,
            $"SELECT {EventReads.Columns}{EventReads.Joins} WHERE e.id IN (SELECT id FROM change WHERE seq > $0 AND seq <= $1)", EventReads.Read, since, rows.Count > 0 ? rows[^1].Seq : since)
            .ToDictionary(e => e.Id, StringComparer.Ordinal);
        var changes = rows.Select(r =>
        {
            var found = standing.GetValueOrDefault(r.Id) ?? EventReads.Find(connection, r.Id);
            return r.Gone
                ? new LedgerChange(r.Seq, ChangeKind.Withdrawn, r.Id, null, found?.Id)
                : new LedgerChange(r.Seq, r.Born > since ? ChangeKind.New : ChangeKind.Changed, r.Id, found, null);
        });
        return new ChangePage([.. changes], rows.Count > 0 ? rows[^1].Seq : since, more);
    }

    public static List<Correction> Corrections(SqliteConnection connection, string? eventId)
    {
        const string Columns = "SELECT c.key, c.action, c.author, c.time, c.event, c.fields, c.undoes, c.note, c.applied FROM correction c";
        var list = eventId is null
            ? Sql.List(connection, Columns + " ORDER BY c.key DESC", Read)
            : Sql.List(connection,
                "WITH own AS (SELECT key FROM correction WHERE event = $0 UNION SELECT a.correction FROM event e JOIN mention m ON m.event = e.key " +
                "JOIN document d ON d.key = m.document JOIN anchor a ON a.document = d.id AND a.tstart < m.tend AND a.tend > m.tstart WHERE e.id = $0) " +
                // An undo speaks of no mention, but of what it takes back.
                Columns + " WHERE c.key IN own OR c.undoes IN own ORDER BY c.key DESC", Read, eventId);
        return list.ConvertAll(c => c with { Anchors = [.. Anchors(connection, c.Number)] });
    }

    public static List<CorrectionAnchor> Anchors(SqliteConnection connection, long correction) =>
        Sql.List(connection, "SELECT document, tstart, tend, part FROM anchor WHERE correction = $0 ORDER BY part, document, tstart",
            r => new CorrectionAnchor(r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)), correction);

    public static Correction Read(SqliteDataReader row)
    {
        var fields = row.Text(5) is { } json
            ? System.Text.Json.JsonSerializer.Deserialize(json, LedgerJson.Default.ImmutableSortedDictionaryStringString)!
            : ImmutableSortedDictionary<string, string?>.Empty;
        return new()
        {
            Number = row.GetInt64(0),
            Action = (CorrectionAction)row.GetInt32(1),
            Author = row.GetString(2),
            Time = Time(row.GetString(3)),
            EventId = row.Text(4),
            Fields = fields.Remove(Ledger.Corrections.EditedFields.TypeField),
            Type = fields.GetValueOrDefault(Ledger.Corrections.EditedFields.TypeField) is { } type ? LedgerJson.Type(type) : null,
            Undoes = row.Number(6),
            Note = row.Text(7),
            Applied = row.GetBoolean(8),
        };
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
