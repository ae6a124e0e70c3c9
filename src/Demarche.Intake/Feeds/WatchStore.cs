using System.Globalization;
using Demarche.Language;
using Microsoft.Data.Sqlite;

namespace Demarche.Intake.Feeds;

/// <summary>
/// What a watch remembers, in one SQLite file: each feed's validators and when to ask again, each item seen, and the articles.
/// An item and its article are written in one transaction, so that a crash leaves both or neither.
/// </summary>
public sealed class WatchStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _turn = new();

    public WatchStore(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        _connection.Open();
        Run(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, next TEXT, failures INTEGER NOT NULL DEFAULT 0);
            CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, tries INTEGER NOT NULL, done INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS articles (seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, date TEXT, title TEXT,
                text TEXT NOT NULL, publisher TEXT, url TEXT, language TEXT);
            """);
    }

    internal FeedState Feed(string url)
    {
        lock (_turn)
        {
            using var c = Command("SELECT etag, modified, next, failures FROM feeds WHERE url = $url", ("$url", url));
            using var row = c.ExecuteReader();
            return row.Read()
                ? new FeedState(Text(row, 0), Text(row, 1), Text(row, 2) is { } t ? DateTimeOffset.Parse(t, CultureInfo.InvariantCulture) : null, row.GetInt32(3))
                : new FeedState(null, null, null, 0);
        }
    }

    internal void Save(string url, FeedState state) => Run(
        "INSERT OR REPLACE INTO feeds (url, etag, modified, next, failures) VALUES ($url, $etag, $modified, $next, $failures)",
        ("$url", url), ("$etag", state.ETag), ("$modified", state.Modified), ("$next", state.Next?.ToString("O", CultureInfo.InvariantCulture)), ("$failures", state.Failures));

    /// <summary>True where the item needs nothing more: it was stored, skipped, or given up.</summary>
    internal bool IsDone(string key)
    {
        lock (_turn)
        {
            using var c = Command("SELECT done FROM items WHERE key = $key", ("$key", key));
            return c.ExecuteScalar() is long and 1L;
        }
    }

    /// <summary>Stores the article and marks the item; false where the item is there already.</summary>
    internal bool Add(string key, Document? d)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction();
            using var mark = Command(
                "INSERT INTO items (key, tries, done) VALUES ($key, 1, 1) ON CONFLICT (key) DO UPDATE SET done = 1, tries = tries + 1 WHERE done = 0", ("$key", key));
            mark.Transaction = transaction;
            if (mark.ExecuteNonQuery() == 0) return false;
            if (d is not null)
            {
                using var add = Command(
                    "INSERT INTO articles (key, id, date, title, text, publisher, url, language) VALUES ($key, $id, $date, $title, $text, $publisher, $url, $language)",
                    ("$key", key), ("$id", d.Id), ("$date", d.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("$title", d.Title), ("$text", d.Text),
                    ("$publisher", d.Publisher), ("$url", d.Url), ("$language", d.Language));
                add.Transaction = transaction;
                add.ExecuteNonQuery();
            }

            transaction.Commit();
            return true;
        }
    }

    /// <summary>Notes a try that failed; true where it was the last that an item is given.</summary>
    internal bool Failed(string key, int most)
    {
        lock (_turn)
        {
            using var c = Command(
                """
                INSERT INTO items (key, tries, done) VALUES ($key, 1, 1 >= $most)
                ON CONFLICT (key) DO UPDATE SET tries = tries + 1, done = tries + 1 >= $most RETURNING done
                """,
                ("$key", key), ("$most", most));
            return c.ExecuteScalar() is 1L;
        }
    }

    /// <summary>The articles after a number, in the order they were stored, each with its number (from 1).</summary>
    public IEnumerable<(long Number, Document Document)> Articles(long after)
    {
        while (true)
        {
            var batch = Batch(after);
            if (batch.Count == 0) yield break;
            foreach (var a in batch) yield return a;
            after = batch[^1].Number;
        }
    }

    public void Dispose() => _connection.Dispose();

    private List<(long Number, Document Document)> Batch(long after)
    {
        lock (_turn)
        {
            using var c = Command("SELECT seq, id, date, title, text, publisher, url, language FROM articles WHERE seq > $after ORDER BY seq LIMIT 200", ("$after", after));
            using var row = c.ExecuteReader();
            var batch = new List<(long, Document)>();
            while (row.Read())
                batch.Add((row.GetInt64(0), new Document(row.GetString(1), row.GetString(4))
                {
                    Date = Text(row, 2) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                    Title = Text(row, 3),
                    Publisher = Text(row, 5),
                    Url = Text(row, 6),
                    Language = Text(row, 7),
                }));
            return batch;
        }
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        lock (_turn)
        {
            using var c = Command(sql, values);
            c.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var c = _connection.CreateCommand();
        c.CommandText = sql;
        foreach (var (name, value) in values) c.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return c;
    }

    private static string? Text(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}

/// <summary>What is known of one feed.</summary>
/// <param name="Next">Not to be asked before; null: at any time.</param>
/// <param name="Failures">Failures in a row.</param>
internal sealed record FeedState(string? ETag, string? Modified, DateTimeOffset? Next, int Failures);
