using System.Collections.Immutable;
using System.Globalization;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Writes rows of events, and tells whether they came out otherwise than before.</summary>
internal sealed class EventTable : IDisposable
{
    private static readonly string[] Names =
    [
        "id", "block", "source", "source_name", "source_json", "target", "target_name", "target_json", "pair", "cameo", "label", "plover",
        "mode", "contexts", "quad", "goldstein", "measure", "count", "low", "high", "rank", "post", "reason", "status", "background", "day",
        "precision", "basis", "threatened", "announced", "inforce", "effective", "deadline", "place", "country", "lat", "lon", "placing",
        "mentions", "documents", "reports", "publishers", "confidence", "conflicts", "best", "sentence", "first", "last", "counted", "review",
        "answering",
    ];

    private readonly PreparedCommand _insert;
    private readonly PreparedCommand _update;
    private readonly PreparedCommand _delete;

    public EventTable(SqliteConnection connection)
    {
        var n = Names.Length;
        var values = string.Join(", ", Enumerable.Range(0, n + 3).Select(i => "$" + i));
        _insert = new(connection, $"INSERT INTO event ({string.Join(", ", Names)}, print, changed, key) VALUES ({values})", n + 3);
        var sets = string.Join(", ", Names.Select((name, i) => $"{name} = ${i}"));
        _update = new(connection, $"UPDATE event SET {sets}, print = ${n}, changed = ${n + 1} WHERE key = ${n + 2}", n + 3);
        _delete = new(connection, "DELETE FROM event WHERE key = $0", 1);
    }

    /// <summary>False where the row is what it was; then nothing is written.</summary>
    public bool Write(EventState state, EventSummary summary, long change)
    {
        var values = Values(state, summary);
        var print = Print(values);
        if (state.Written?.Print == print) return false;
        (state.Written is null ? _insert : _update).Run([.. values, print, change, state.Key]);
        state.Written = new EventRow(
            print, summary.Source?.Code, summary.Target?.Code, summary.Source?.Name, summary.Target?.Name, summary.Day, summary.Counted,
            summary.Kind, summary.Review == ReviewState.Rejected);
        return true;
    }

    public void Delete(EventState state) => _delete.Run(state.Key);

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_insert, _update, _delete]) command.Dispose();
    }

    private static object?[] Values(EventState state, EventSummary s) =>
    [
        state.Id, state.Block, s.Source?.Code, s.Source?.Name, LedgerJson.Write(s.Source), s.Target?.Code, s.Target?.Name, LedgerJson.Write(s.Target),
        Pair.OfKnown(s.Source?.Code, s.Target?.Code), s.Type.Cameo, s.Type.Label, s.Type.Plover?.Type, s.Type.Plover?.Mode,
        s.Type.Plover is { } plover ? string.Join(' ', plover.Contexts) : null, (long)s.Type.Quad, s.Type.Goldstein, s.Kind, s.Count, s.Range?.Low, s.Range?.High,
        s.Rank, s.Post, s.Reason, (long)s.Status, s.Background ? 1L : 0L, s.Day.Iso(), (long)s.Precision, (long)s.Basis, s.Threatened.Iso(), s.Announced.Iso(),
        s.InForce.Iso(), s.Effective.Iso(), s.Deadline.Iso(), s.Place?.Name, s.Place?.Country, s.Place?.Latitude, s.Place?.Longitude, (long?)s.Place?.Precision,
        (long)state.Mentions.Count, (long)s.Documents, (long)s.Reports, LedgerJson.Write(s.Publishers), s.Confidence, LedgerJson.Write(s.Conflicts), s.Best.Key,
        s.Best.Sentence, s.First.Iso(), s.Last.Iso(), s.Counted ? 1L : 0L, (long)s.Review, s.Answering ? 1L : 0L,
    ];

    private static long Print(object?[] values)
    {
        var hash = 14695981039346656037UL;
        Span<char> digits = stackalloc char[32];
        foreach (var value in values)
        {
            ReadOnlySpan<char> text = value switch
            {
                null => "∅",
                string s => s,
                long n => n.TryFormat(digits, out var w, default, CultureInfo.InvariantCulture) ? digits[..w] : [],
                double x => x.TryFormat(digits, out var w, "R", CultureInfo.InvariantCulture) ? digits[..w] : [],
                _ => throw new ArgumentException($"a column of type {value.GetType()} has no fingerprint", nameof(values)),
            };
            foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ 0x1F) * 1099511628211UL;
        }
        return (long)hash;
    }
}
