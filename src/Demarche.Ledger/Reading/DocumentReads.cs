using Demarche.Language;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Documents, and full-text search in them.</summary>
internal static class DocumentReads
{
    private const int MostRanked = 20_000;

    private const string Summary =
        "d.id, d.date, d.title, d.publisher, d.url, length(d.text), d.mentions, o.id, substr(d.text, 1, 160), d.key ";

    public static StoredDocument? Find(SqliteConnection connection, string id) =>
        Sql.List(connection,
            "SELECT d.id, d.text, d.date, d.title, d.publisher, d.url, d.language, o.id, d.sentences, d.mentions, d.run " +
            "FROM document d JOIN document o ON o.key = d.origin WHERE d.id = $0",
            r => new StoredDocument(
                new Document(r.GetString(0), r.GetString(1))
                {
                    Date = r.Day(2),
                    Title = r.Text(3),
                    Publisher = r.Text(4),
                    Url = r.Text(5),
                    Language = r.Text(6),
                },
                r.GetString(7), r.GetInt32(8), r.GetInt32(9), r.GetInt64(10)), id).FirstOrDefault();

    public static List<DocumentSummary> Find(SqliteConnection connection, DocumentQuery query)
    {
        Filter Conditions() => new Filter()
            .Add("d.publisher = ?", query.Publisher)
            .Add("d.date >= ?", query.From.Iso())
            .Add("d.date <= ?", query.Until.Iso());
        return Paging.Run(query.After, EventOrder.NewestFirst, "d.date", "d.key", query.Limit, Conditions, (filter, limit) => filter.List(connection,
            $"SELECT {Summary}FROM document d JOIN document o ON o.key = d.origin{filter.Where} ORDER BY d.date DESC, d.key DESC" +
            EventReads.Page(limit, query.Offset), ReadSummary));
    }

    public static SearchResult Search(SqliteConnection connection, SearchQuery query)
    {
        var filter = new Filter()
            .Add("document_words MATCH ?", Words.Query(query.Text))
            .Add("d.publisher = ?", query.Publisher)
            .Add("d.date >= ?", query.From.Iso())
            .Add("d.date <= ?", query.Until.Iso())
            .Add("w.rowid IN (SELECT m.document FROM event e JOIN mention m ON m.event = e.key WHERE e.measure = ? AND e.review <> 3)", query.Kind);
        const string From = " FROM document_words w JOIN document d ON d.key = w.rowid";
        var total = query is { Publisher: null, From: null, Until: null, Kind: null }
            ? filter.Count(connection, "SELECT count(*) FROM document_words" + filter.Where)
            : filter.Count(connection, "SELECT count(*)" + From + filter.Where);
        // Ranking every match of a common word is slow; beyond this many the newest come first, and facets count those alone.
        var order = total > MostRanked ? "w.rowid DESC" : "bm25(document_words, 4.0, 1.0), w.rowid DESC";
        var matches = $"(SELECT d.key, d.publisher, d.date{From}{filter.Where} ORDER BY w.rowid DESC LIMIT {MostRanked})";
        var hits = filter.List(connection,
            $"SELECT {Summary}, snippet(document_words, -1, char(2), char(3), '…', 24), " +
            "(SELECT group_concat(DISTINCT e.id) FROM mention m JOIN event e ON e.key = m.event WHERE m.document = d.key)" +
            From + " JOIN document o ON o.key = d.origin" + filter.Where + $" ORDER BY {order}" + EventReads.Page(query.Limit, query.Offset),
            r => new SearchHit(ReadSummary(r), r.GetString(10), [.. (r.Text(11) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)]));
        return new SearchResult([.. hits], total,
        [
            Facet("publisher", $"SELECT publisher, count(*) n FROM {matches} WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 20"),
            Facet("year", $"SELECT substr(date, 1, 4), count(*) n FROM {matches} WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1"),
            Facet("measure", "SELECT e.measure, count(DISTINCT m.document) n FROM event e JOIN mention m ON m.event = e.key " +
                $"WHERE e.measure IS NOT NULL AND e.review <> 3 AND m.document IN (SELECT key FROM {matches}) GROUP BY 1 ORDER BY n DESC, 1 LIMIT 20"),
        ]);

        SearchFacet Facet(string name, string text) =>
            new(name, [.. filter.List(connection, text, r => new FacetCount(r.GetString(0), r.GetInt64(1)))]);
    }

    private static DocumentSummary ReadSummary(SqliteDataReader row) =>
        new(row.GetString(0), row.Day(1), row.Text(2), row.Text(3), row.Text(4), row.GetInt32(5), row.GetInt32(6), row.GetString(7))
        {
            Opening = row.GetString(8),
            Key = row.GetInt64(9),
        };
}
