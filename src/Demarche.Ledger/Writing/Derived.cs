using Demarche.Ledger.Canonical;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Keeps the daily dyad table and the actors' tallies in step with the events of a batch.</summary>
internal sealed class Derived : IDisposable
{
    private readonly HashSet<(string Source, string Target, DateOnly Day)> _cells = [];
    private readonly Dictionary<string, (int Sources, int Targets)> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Name), int> _names = [];
    private readonly PreparedCommand _sum;
    private readonly PreparedCommand _put;
    private readonly PreparedCommand _drop;
    private readonly PreparedCommand _name;
    private readonly PreparedCommand _actor;
    private readonly PreparedCommand _best;
    private readonly PreparedCommand _span;

    public Derived(SqliteConnection connection)
    {
        _sum = new(connection,
            "SELECT sum(quad = 1), sum(quad = 2), sum(quad = 3), sum(quad = 4), total(goldstein), sum(basis = 2), count(*) FROM event " +
            "WHERE source = $0 AND target = $1 AND day = $2 AND counted", 3);
        _put = new(connection,
            "INSERT INTO dyad_day (source, target, day, q1, q2, q3, q4, goldstein, undated) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8) " +
            "ON CONFLICT DO UPDATE SET q1 = $3, q2 = $4, q3 = $5, q4 = $6, goldstein = $7, undated = $8", 9);
        _drop = new(connection, "DELETE FROM dyad_day WHERE source = $0 AND target = $1 AND day = $2", 3);
        _name = new(connection, "INSERT INTO actor_name (code, name, n) VALUES ($0, $1, $2) ON CONFLICT DO UPDATE SET n = n + $2", 3);
        _best = new(connection, "SELECT name FROM actor_name WHERE code = $0 ORDER BY n DESC, name LIMIT 1", 1);
        _actor = new(connection,
            "INSERT INTO actor (code, name, country, sources, targets, first, last) VALUES ($0, $1, $2, $3, $4, $5, $6) ON CONFLICT DO UPDATE SET name = $1, " +
            "sources = sources + $3, targets = targets + $4, first = $5, last = $6", 7);
        _span = new(connection,
            "SELECT min(a), max(b) FROM (SELECT min(day) a, max(day) b FROM event WHERE source = $0 UNION ALL SELECT min(day), max(day) FROM event WHERE target = $0)", 1);
    }

    /// <summary>Takes an event's old row out of account and puts its new one in; either may be missing.</summary>
    public void Replace(EventRow? old, EventRow? now)
    {
        Account(old, -1);
        Account(now, 1);
    }

    /// <summary>Writes what changed, in a fixed order.</summary>
    public void Flush()
    {
        foreach (var (source, target, day) in _cells.OrderBy(c => c.Source, StringComparer.Ordinal).ThenBy(c => c.Target, StringComparer.Ordinal).ThenBy(c => c.Day))
            WriteCell(source, target, day.Iso());
        foreach (var ((code, name), n) in _names.Where(x => x.Value != 0).OrderBy(x => x.Key.Code, StringComparer.Ordinal).ThenBy(x => x.Key.Name, StringComparer.Ordinal))
            _name.Run(code, name, n);
        foreach (var (code, tally) in _actors.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var name = (string?)_best.Scalar(code) ?? code;
            var (first, last) = _span.List(r => (r.Text(0), r.Text(1)), code)[0];
            _actor.Run(code, name, code.Length <= 8 && code == code.ToUpperInvariant() ? code : null, tally.Sources, tally.Targets, first, last);
        }
        Clear();
    }

    public void Clear()
    {
        _cells.Clear();
        _actors.Clear();
        _names.Clear();
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_sum, _put, _drop, _name, _actor, _best, _span]) command.Dispose();
    }

    private void Account(EventRow? row, int sign)
    {
        if (row is null) return;
        if (row.Counted) _cells.Add((row.Source!, row.Target!, row.Day!.Value));
        if (row.Rejected) return;
        if (row.Source is { } source) Tally(source, row.SourceName!, sign, 0, sign);
        if (row.Target is { } target) Tally(target, row.TargetName!, 0, sign, sign);
    }

    private void Tally(string code, string name, int sources, int targets, int sign)
    {
        var t = _actors.GetValueOrDefault(code);
        _actors[code] = (t.Sources + sources, t.Targets + targets);
        _names[(code, name)] = _names.GetValueOrDefault((code, name)) + sign;
    }

    private void WriteCell(string source, string target, string day)
    {
        var cell = _sum.List(r => r.GetInt64(6) == 0 ? null : new object[] { r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetDouble(4), r.GetInt64(5) },
            source, target, day)[0];
        if (cell is null) _drop.Run(source, target, day);
        else _put.Run([source, target, day, .. cell]);
    }
}
