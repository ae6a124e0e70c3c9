using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Corrections;
using Demarche.Ledger.Exchanges;
using Demarche.Ledger.Measures;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>
/// The one writer of a ledger. A batch is one transaction: all rows of a document and all that follows from them are there, or
/// none. After an error the writer must be disposed of; the file is as the last commit left it.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    private readonly WriterLock _lock;
    private readonly LedgerFile _file;
    private readonly SqliteConnection _connection;
    private readonly DocumentTable _documents;
    private readonly MentionTable _mentions;
    private readonly EventBook _events;
    private readonly EventTable _rows;
    private readonly ChangeFeed _feed;
    private readonly Derived _derived;
    private readonly MeasureLives _lives;
    private readonly ExchangeFinder _exchanges;
    private readonly PreparedCommand _alias;
    private readonly PreparedCommand _unalias;
    private readonly PreparedCommand _realias;
    private readonly HashSet<EventState> _dirty = [];
    private CorrectionBook _corrections;
    private EventJoiner _joiner;

    private LedgerWriter(LedgerFile file, WriterLock writerLock)
    {
        _file = file;
        _lock = writerLock;
        _connection = file.OpenToWrite();
        _documents = new(_connection);
        _mentions = new(_connection);
        _events = new(_connection);
        _rows = new(_connection);
        _feed = new(_connection);
        _derived = new(_connection);
        _lives = new(_connection);
        _exchanges = new(_connection);
        _alias = new(_connection, "INSERT INTO event_alias (id, event) VALUES ($0, $1) ON CONFLICT DO UPDATE SET event = $1", 2);
        _unalias = new(_connection, "DELETE FROM event_alias WHERE id = $0", 1);
        _realias = new(_connection, "UPDATE event_alias SET event = $1 WHERE event = $0", 2);
        _corrections = new(_connection);
        _joiner = new(_connection, _events, _corrections);
    }

    internal SqliteConnection Connection => _connection;

    /// <exception cref="LedgerException">Another process writes, or the file cannot be written.</exception>
    public static LedgerWriter Open(LedgerFile file)
    {
        var writerLock = WriterLock.Take(file.Path);
        return Open(file, writerLock);
    }

    /// <summary>Null where another process writes.</summary>
    public static LedgerWriter? TryOpen(LedgerFile file) => WriterLock.TryTake(file.Path, out _) is { } held ? Open(file, held) : null;

    private static LedgerWriter Open(LedgerFile file, WriterLock held)
    {
        try
        {
            return file.Guard(() => new LedgerWriter(file, held));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Does a batch's work and commits it. On an error everything since the last commit is undone.</summary>
    public void InTransaction(Action work) => _file.Guard(() =>
    {
        Sql.Run(_connection, "BEGIN IMMEDIATE");
        try
        {
            work();
            Flush();
            Sql.Run(_connection, "COMMIT");
            _events.Trim();
        }
        catch
        {
            Sql.Rollback(_connection);
            throw;
        }
    });

    public (long Key, byte[] Hash, long Coder)? FindDocument(string id) => _documents.Find(id);

    public long CoderKey(CoderVersions v)
    {
        Sql.Command(_connection, "INSERT INTO coder (program, model, knowledge) VALUES ($0, $1, $2) ON CONFLICT DO NOTHING", v.Program, v.Model, v.Knowledge).ExecuteNonQuery();
        return Sql.Scalar<long>(_connection, "SELECT key FROM coder WHERE program = $0 AND model = $1 AND knowledge = $2", v.Program, v.Model, v.Knowledge);
    }

    /// <summary>Stores a document with what was read from it, in place of what is stored under <paramref name="replaces"/>.</summary>
    public void Put(CodedDocument coded, long? replaces, string? originId, byte[]? signature, long coder, long run)
    {
        var keys = replaces is { } old ? Withdraw(old) : [];
        var document = coded.Document;
        var mentions = coded.Events.DistinctBy(e => e.Id, StringComparer.Ordinal).OrderBy(e => e.Trigger).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var facts = _documents.Write(document, replaces, originId, signature, coded.SentenceCount, mentions.Count, coder, run);
        foreach (var mention in mentions)
        {
            var m = new MentionFacts(
                keys.TryGetValue(mention.Id, out var key) ? key : _mentions.NextKey(), mention, facts, mention.SentenceSpan.Quote(document.Text),
                ContentWords.Of(document.Text, mention.SentenceSpan, mention.Source?.Span, mention.Target?.Span))
            {
                ReasonWords = mention.Measure?.Reason?.Quote(document.Text),
                Answers = ToldAct(mention, mentions),
            };
            var state = _joiner.Place(m, sameAgain: true);
            _mentions.Insert(m, state.Key);
            _dirty.Add(state);
        }
    }

    /// <summary>Takes up corrections that were written while another process held the lock, and those just added.</summary>
    public void TakeUpCorrections()
    {
        var pending = Sql.List(_connection, "SELECT key FROM correction WHERE applied = 0 ORDER BY key", r => r.GetInt64(0));
        if (pending.Count == 0) return;
        Flush();
        _corrections = new CorrectionBook(_connection);
        _joiner.Dispose();
        _joiner = new EventJoiner(_connection, _events, _corrections);
        foreach (var number in pending)
        {
            Rejoin(number);
            Sql.Command(_connection, "UPDATE correction SET applied = 1 WHERE key = $0", number).ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var part in (ReadOnlySpan<IDisposable>)[_documents, _mentions, _events, _rows, _feed, _derived, _lives, _exchanges, _alias, _unalias, _realias, _joiner])
            part.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    /// <summary>
    /// The mention that a measure is told to answer: as the coder says, else the surest one whose trigger stands in the words that tell
    /// of the provocation.
    /// </summary>
    private static string? ToldAct(EventMention answer, List<EventMention> mentions)
    {
        if (answer.Measure?.Response is not { } response) return null;
        return response.To ?? mentions
            .Where(m => m.Id != answer.Id && response.Span.Contains(m.Trigger) && !m.Trigger.Overlaps(answer.Trigger))
            .OrderByDescending(m => ActClass.PartyOf(m.Target?.Actor) == ActClass.PartyOf(answer.Source?.Actor))
            .ThenByDescending(m => m.Measure is not null)
            .ThenByDescending(m => m.Confidence).ThenBy(m => m.Id, StringComparer.Ordinal)
            .FirstOrDefault()?.Id;
    }

    /// <summary>Takes a document's mentions out. One that is read again in the same way gets its old key.</summary>
    private Dictionary<string, long> Withdraw(long document)
    {
        var keys = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, eventKey) in _mentions.OfDocument(document))
        {
            var state = _events.Get(eventKey);
            var mention = state.Mentions.Find(m => m.Key == key)!;
            state.Mentions.Remove(mention);
            state.Departed.Add(mention);
            _mentions.Delete(key);
            keys.Add(mention.Mention.Id, key);
            _dirty.Add(state);
        }
        return keys;
    }

    /// <summary>Joins anew all mentions of the events that a correction, or the one it undoes, speaks of.</summary>
    private void Rejoin(long number)
    {
        var undone = Sql.Scalar<long>(_connection, "SELECT coalesce(undoes, key) FROM correction WHERE key = $0", number);
        var action = (CorrectionAction)Sql.Scalar<long>(_connection, "SELECT action FROM correction WHERE key = $0", undone);
        var keys = Sql.List(_connection,
            "SELECT DISTINCT m.event FROM anchor a JOIN document d ON d.id = a.document JOIN mention m ON m.document = d.key AND m.tstart < a.tend AND m.tend > a.tstart " +
            "WHERE a.correction = $0 ORDER BY 1", r => r.GetInt64(0), undone);
        var states = keys.ConvertAll(_events.Get);
        _dirty.UnionWith(states);
        if (action is not (CorrectionAction.Merge or CorrectionAction.Split)) return;
        var mentions = states.SelectMany(s => s.Mentions).OrderBy(m => m.Document.Date).ThenBy(m => m.Key).ToList();
        foreach (var state in states)
        {
            // The founders may find their events again, so that ids stay where events do.
            var founder = state.Mentions.OrderBy(m => m.Key).First();
            state.Mentions.Clear();
            state.Departed.Add(founder);
        }
        foreach (var mention in mentions)
        {
            (mention.Reason, mention.Score) = ("first report", 0);
            var state = _joiner.Place(mention, sameAgain: false);
            _mentions.Move(mention, state.Key);
            _dirty.Add(state);
        }
    }

    private void Flush()
    {
        foreach (var state in _dirty.OrderBy(s => s.Key))
        {
            var old = state.Written;
            if (state.Mentions.Count == 0) Remove(state);
            else if (!Write(state)) continue;
            _derived.Replace(old, state.Written);
            _lives.Touch(state.Key, old, state.Written);
            _exchanges.Touch(state.Key, old, state.Written);
        }
        _dirty.Clear();
        _derived.Flush();
        _lives.Flush();
        _exchanges.Flush();
    }

    private bool Write(EventState state)
    {
        state.Departed.Clear();
        var summary = EventSummary.Of(state.Mentions);
        if (!_corrections.IsEmpty)
        {
            var (review, fields) = _corrections.ReviewOf(state.Mentions);
            summary = EditedFields.Apply(summary, fields) with { Review = review };
        }
        _events.Move(state, EventState.MonthOf(summary.Day));
        var isNew = state.Written is null;
        if (!_rows.Write(state, summary, _feed.Next)) return false;
        if (isNew) _unalias.Run(state.Id);
        _feed.Changed(state.Id);
        return true;
    }

    private void Remove(EventState state)
    {
        _events.Forget(state);
        if (state.Written is null) return;
        _rows.Delete(state);
        state.Written = null;
        _feed.Withdrawn(state.Id);
        // Whoever asks for the old id is led to the event that its first mention went to.
        var heir = state.Departed.Select(m => _dirty.FirstOrDefault(s => s.Mentions.Contains(m))).FirstOrDefault(s => s is not null);
        if (heir is null) return;
        _alias.Run(state.Id, heir.Key);
        _realias.Run(state.Key, heir.Key);
    }
}
