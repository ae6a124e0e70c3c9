using Demarche.Ledger.Canonical;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>
/// The events that the writer has at hand, by block and month, read from the file when first needed. Only the one
/// writer changes events, so what is at hand stays true from batch to batch.
/// </summary>
internal sealed class EventBook : IDisposable
{
    /// <summary>Mentions held before the book is emptied between batches: some 100 MB.</summary>
    private const int Capacity = 60_000;

    private const string MentionColumns =
        "m.key, m.body, m.words, m.reason, m.score, d.key, d.id, d.date, d.publisher, d.origin, d.text, m.event";

    private const string MentionJoins = "FROM mention m JOIN document d ON d.key = m.document";

    private readonly Dictionary<long, EventState> _byKey = [];
    private readonly Dictionary<(string Block, int Month), List<EventState>> _byBlock = [];
    private readonly PreparedCommand _ofMonth;
    private readonly PreparedCommand _undated;
    private readonly PreparedCommand _row;
    private readonly PreparedCommand _mentions;
    private readonly PreparedCommand _byId;
    private readonly HashSet<string> _newIds = new(StringComparer.Ordinal);
    private long _lastKey;

    public EventBook(SqliteConnection connection)
    {
        _ofMonth = new(connection, "SELECT key FROM event WHERE block = $0 AND day >= $1 AND day < $2 ORDER BY key", 3);
        _undated = new(connection, "SELECT key FROM event WHERE block = $0 AND day IS NULL ORDER BY key", 1);
        _row = new(connection, "SELECT id, block, print, source, target, source_name, target_name, day, counted, measure, review FROM event WHERE key = $0", 1);
        _mentions = new(connection, $"SELECT {MentionColumns} {MentionJoins} WHERE m.event = $0 ORDER BY m.key", 1);
        _byId = new(connection, "SELECT (SELECT key FROM event WHERE id = $0)", 1);
        _lastKey = Sql.Scalar<long>(connection, "SELECT coalesce(max(key), 0) FROM event");
    }

    /// <summary>Events of a block in the months around a day, or the undated ones too where there is no day; in order of key.</summary>
    public IEnumerable<EventState> Candidates(string block, DateOnly? from, DateOnly? until)
    {
        foreach (var e in Bucket(block, EventState.Undated)) yield return e;
        if (from is null || until is null) yield break;
        for (var month = EventState.MonthOf(from); month <= EventState.MonthOf(until); month++)
            foreach (var e in Bucket(block, month)) yield return e;
    }

    public EventState Found(string block, string id, int month)
    {
        var state = new EventState(++_lastKey, id, block) { Month = month };
        _byKey.Add(state.Key, state);
        _newIds.Add(id);
        Bucket(block, month).Add(state);
        return state;
    }

    public EventState Get(long key) => _byKey.TryGetValue(key, out var state) ? state : Load(key);

    /// <summary>True where an event of the file or of this batch has the id.</summary>
    public bool IsTaken(string id) => _newIds.Contains(id) || _byId.Scalar(id) is long;

    public void Move(EventState state, int month)
    {
        if (state.Month == month) return;
        Bucket(state.Block, state.Month).Remove(state);
        state.Month = month;
        Bucket(state.Block, month).Add(state);
    }

    public void Forget(EventState state)
    {
        Bucket(state.Block, state.Month).Remove(state);
        _byKey.Remove(state.Key);
    }

    /// <summary>Between batches, when everything is in the file.</summary>
    public void Trim()
    {
        _newIds.Clear();
        if (_byKey.Values.Sum(e => e.Mentions.Count) > Capacity) Clear();
    }

    public void Clear()
    {
        _byKey.Clear();
        _byBlock.Clear();
        _newIds.Clear();
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_ofMonth, _undated, _row, _mentions, _byId]) command.Dispose();
    }

    private List<EventState> Bucket(string block, int month)
    {
        if (_byBlock.TryGetValue((block, month), out var list)) return list;
        _byBlock[(block, month)] = list = [];
        var keys = month == EventState.Undated
            ? _undated.List(r => r.GetInt64(0), block)
            : _ofMonth.List(r => r.GetInt64(0), block, First(month).Iso(), First(month + 1).Iso());
        foreach (var key in keys)
        {
            // One that is at hand already has been moved by this batch to the month where it now belongs.
            if (_byKey.ContainsKey(key)) continue;
            list.Add(Read(key, month));
        }
        return list;
    }

    private static DateOnly First(int month) => new(month / 12, (month % 12) + 1, 1);

    private EventState Load(long key)
    {
        var day = _row.List(r => r.Day(7), key) is [var found] ? found : throw new LedgerException(LedgerFault.Damaged, $"Event {key} of a mention is missing; ingest into a new file.");
        var month = EventState.MonthOf(day);
        if (_byKey.TryGetValue(key, out var state)) return state;
        // Filling the whole bucket keeps it complete for later questions.
        var block = _row.List(r => r.GetString(1), key)[0];
        Bucket(block, month);
        if (_byKey.TryGetValue(key, out state)) return state;
        state = Read(key, month);
        Bucket(block, month).Add(state);
        return state;
    }

    private EventState Read(long key, int month)
    {
        var state = _row.List(
            r => new EventState(key, r.GetString(0), r.GetString(1))
            {
                Month = month,
                Written = new EventRow(r.GetInt64(2), r.Text(3), r.Text(4), r.Text(5), r.Text(6), r.Day(7), r.GetBoolean(8), r.Text(9),
                    r.GetInt32(10) == (int)ReviewState.Rejected),
            }, key)[0];
        state.Mentions.AddRange(_mentions.List(ReadFacts, key));
        _byKey.Add(key, state);
        return state;
    }

    private static MentionFacts ReadFacts(SqliteDataReader row)
    {
        var mention = LedgerJson.Mention(row.GetString(1));
        var text = row.GetString(10);
        return new MentionFacts(
            row.GetInt64(0), mention,
            new DocumentFacts(row.GetInt64(5), row.GetString(6), row.Day(7), row.Text(8), row.GetInt64(9)),
            mention.SentenceSpan.Quote(text), ContentWords.FromBytes((byte[])row[2]))
        {
            Reason = row.GetString(3),
            Score = row.GetDouble(4),
            ReasonWords = mention.Measure?.Reason?.Quote(text),
        };
    }
}
