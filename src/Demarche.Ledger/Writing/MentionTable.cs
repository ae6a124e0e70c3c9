using Demarche.Ledger.Canonical;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Writes mentions and their words.</summary>
internal sealed class MentionTable : IDisposable
{
    private readonly PreparedCommand _insert;
    private readonly PreparedCommand _move;
    private readonly PreparedCommand _delete;
    private readonly PreparedCommand _index;
    private readonly PreparedCommand _unindex;
    private readonly PreparedCommand _ofDocument;
    private long _lastKey;

    public MentionTable(SqliteConnection connection)
    {
        _insert = new(connection,
            "INSERT INTO mention (key, id, document, event, tstart, tend, words, reason, score, answers, body) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 11);
        _move = new(connection, "UPDATE mention SET event = $0, reason = $1, score = $2 WHERE key = $3", 4);
        _delete = new(connection, "DELETE FROM mention WHERE key = $0", 1);
        _index = new(connection, "INSERT INTO mention_words (rowid, sentence) VALUES ($0, $1)", 2);
        _unindex = new(connection, "DELETE FROM mention_words WHERE rowid = $0", 1);
        _ofDocument = new(connection, "SELECT key, event FROM mention WHERE document = $0 ORDER BY key", 1);
        _lastKey = Sql.Scalar<long>(connection, "SELECT coalesce(max(key), 0) FROM mention");
    }

    public long NextKey() => ++_lastKey;

    public List<(long Key, long Event)> OfDocument(long document) => _ofDocument.List(r => (r.GetInt64(0), r.GetInt64(1)), document);

    public void Insert(MentionFacts m, long eventKey)
    {
        var mention = m.Mention;
        _insert.Run(
            m.Key, mention.Id, m.Document.Key, eventKey, mention.Trigger.Start, mention.Trigger.End, ContentWords.ToBytes(m.Words), m.Reason, m.Score,
            m.Answers, LedgerJson.Write(mention.Explanation.IsDefaultOrEmpty ? mention : mention with { Explanation = [] }));
        _index.Run(m.Key, m.Sentence);
    }

    public void Move(MentionFacts m, long eventKey) => _move.Run(eventKey, m.Reason, m.Score, m.Key);

    public void Delete(long key)
    {
        _delete.Run(key);
        _unindex.Run(key);
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_insert, _move, _delete, _index, _unindex, _ofDocument]) command.Dispose();
    }
}
