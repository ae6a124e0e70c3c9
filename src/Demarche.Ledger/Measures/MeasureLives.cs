using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Ledger.Store;
using Demarche.Ledger.Writing;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Measures;

/// <summary>
/// Keeps the life of measures: how far each has come, and what lifted it: the first later measure of the same sender towards the
/// same target of a kind that lifts its kind.
/// </summary>
internal sealed class MeasureLives : IDisposable
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Lifters = MeasureKinds.Names
        .ToFrozenDictionary(k => k, k => MeasureKinds.Names.Where(l => MeasureKinds.Find(l)!.Lifts.Contains(k)).ToImmutableArray(), StringComparer.Ordinal);

    private readonly HashSet<long> _touched = [];
    private readonly HashSet<(string Source, string Target, string Kind)> _lifted = [];
    private readonly PreparedCommand _event;
    private readonly PreparedCommand _ofKind;
    private readonly PreparedCommand _lifter;
    private readonly PreparedCommand _put;
    private readonly PreparedCommand _drop;

    public MeasureLives(SqliteConnection connection)
    {
        _event = new(connection, "SELECT source, target, measure, day, status, inforce, pair, review FROM event WHERE key = $0", 1);
        _ofKind = new(connection, "SELECT key FROM event WHERE source = $0 AND target = $1 AND measure = $2", 3);
        _lifter = new(connection,
            "SELECT key, day FROM event WHERE source = $0 AND target = $1 AND measure IN (SELECT value FROM json_each($2)) AND day >= $3 AND key <> $4 " +
            "AND status <= 1 AND review <> 3 AND NOT (background AND basis = 2) ORDER BY day, key LIMIT 1", 5);
        _put = new(connection,
            "INSERT INTO measure (event, pair, stage, lifted, liftedby) VALUES ($0, $1, $2, $3, $4) " +
            "ON CONFLICT DO UPDATE SET pair = $1, stage = $2, lifted = $3, liftedby = $4 WHERE stage <> $2 OR liftedby IS NOT $4 OR lifted IS NOT $3 OR pair IS NOT $1", 5);
        _drop = new(connection, "DELETE FROM measure WHERE event = $0", 1);
    }

    /// <summary>An event was written or deleted; its row before and after.</summary>
    public void Touch(long key, Canonical.EventRow? old, Canonical.EventRow? now)
    {
        _touched.Add(key);
        foreach (var row in (ReadOnlySpan<Canonical.EventRow?>)[old, now])
        {
            if (row is not { Source: { } source, Target: { } target } || MeasureKinds.Find(row.Measure) is not { } kind) continue;
            foreach (var lifted in kind.Lifts) _lifted.Add((source, target, lifted));
        }
    }

    public void Flush()
    {
        foreach (var (source, target, kind) in _lifted) _touched.UnionWith(_ofKind.List(r => r.GetInt64(0), source, target, kind));
        foreach (var key in _touched.Order()) Write(key);
        Clear();
    }

    public void Clear()
    {
        _touched.Clear();
        _lifted.Clear();
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_event, _ofKind, _lifter, _put, _drop]) command.Dispose();
    }

    private void Write(long key)
    {
        var found = _event.List(r => (Source: r.Text(0), Target: r.Text(1), Kind: r.Text(2), Day: r.Text(3), Status: (EventStatus)r.GetInt32(4),
            InForce: r.Text(5), Pair: r.Text(6), Rejected: r.GetInt32(7) == (int)ReviewState.Rejected), key);
        if (found is not [{ Kind: { } kind, Rejected: false, Status: not (EventStatus.Denied or EventStatus.Hypothetical or EventStatus.Requested) } e])
        {
            _drop.Run(key);
            return;
        }
        var stage = e.Status switch
        {
            EventStatus.Actual => MeasureStage.InForce,
            EventStatus.Announced => MeasureStage.Announced,
            _ => MeasureStage.Threatened,
        };
        (long Key, string Day)? lifter = null;
        if (stage != MeasureStage.Threatened && e is { Source: not null, Target: not null, Day: not null } && Lifters.TryGetValue(kind, out var kinds) && !kinds.IsEmpty
            && _lifter.List(r => (r.GetInt64(0), r.GetString(1)), e.Source, e.Target, LedgerJson.Write(kinds), e.Day, key) is [var first])
        {
            lifter = first;
            stage = MeasureStage.Lifted;
        }
        _put.Run(key, e.Pair, (int)stage, lifter?.Day, lifter?.Key);
    }
}
