using Demarche.Coding;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Store;
using Demarche.Ledger.Writing;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Exchanges;

/// <summary>
/// Keeps the exchanges in step with the events of a batch. Each answer chooses its act by itself, told before inferred, so that only
/// answers near a changed event need to choose again.
/// </summary>
internal sealed class ExchangeFinder : IDisposable
{
    private const string Columns = "SELECT e.key, e.source, e.target, e.measure, e.count, e.day, e.status, e.confidence, e.background AND e.basis = 2, e.answering, b.document, b.tstart, e.quad FROM event e JOIN mention b ON b.key = e.best";

    private readonly HashSet<long> _answers = [];
    private readonly HashSet<(string Pair, DateOnly Day)> _near = [];
    private readonly PreparedCommand _byKey;
    private readonly PreparedCommand _ofPair;
    private readonly PreparedCommand _keysOfPair;
    private readonly PreparedCommand _told;
    private readonly PreparedCommand _toldBy;
    private readonly PreparedCommand _answered;
    private readonly PreparedCommand _reports;
    private readonly PreparedCommand _words;
    private readonly PreparedCommand _put;
    private readonly PreparedCommand _drop;

    public ExchangeFinder(SqliteConnection connection)
    {
        _byKey = new(connection, Columns + " WHERE e.key = $0 AND e.review <> 3", 1);
        _ofPair = new(connection, Columns + " WHERE e.pair = $0 AND e.day >= $1 AND e.day <= $2 AND e.measure IS NOT NULL AND e.review <> 3 ORDER BY e.day, e.key", 3);
        _keysOfPair = new(connection, "SELECT key FROM event WHERE pair = $0 AND day >= $1 AND day <= $2 AND measure IS NOT NULL", 3);
        _told = new(connection, "SELECT p.event, min(m.id), count(DISTINCT m.document) n FROM mention m JOIN mention p ON p.id = m.answers WHERE m.event = $0 AND p.event <> $0 GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1", 1);
        _toldBy = new(connection, "SELECT m.event FROM mention p JOIN mention m ON m.answers = p.id WHERE p.event = $0", 1);
        _answered = new(connection, "SELECT response FROM exchange WHERE provocation = $0", 1);
        _reports = new(connection, "SELECT m.body, d.text FROM mention m JOIN document d ON d.key = m.document WHERE m.event = $0 ORDER BY m.key", 1);
        _words = new(connection, "SELECT m.words FROM mention m WHERE m.event = $0", 1);
        _put = new(connection,
            "INSERT INTO exchange (response, provocation, pair, day, lag, told, proportion, mirror, confidence, reasons, cue) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) " +
            "ON CONFLICT DO UPDATE SET provocation = $1, pair = $2, day = $3, lag = $4, told = $5, proportion = $6, mirror = $7, confidence = $8, reasons = $9, cue = $10", 11);
        _drop = new(connection, "DELETE FROM exchange WHERE response = $0", 1);
    }

    /// <summary>An event was written or deleted; its row before and after.</summary>
    public void Touch(long key, EventRow? old, EventRow? now)
    {
        if (old?.Measure is not null || now?.Measure is not null) _answers.Add(key);
        _answers.UnionWith(_answered.List(r => r.GetInt64(0), key));
        _answers.UnionWith(_toldBy.List(r => r.GetInt64(0), key));
        foreach (var row in (ReadOnlySpan<EventRow?>)[old, now])
            if (row is { Measure: not null, Day: { } day } && Pair.OfKnown(row.Source, row.Target) is { } pair) _near.Add((pair, day));
    }

    public void Flush()
    {
        foreach (var (pair, day) in _near)
            _answers.UnionWith(_keysOfPair.List(r => r.GetInt64(0), pair, day.Iso(), day.AddDays(ExchangeWeights.Window).Iso()));
        foreach (var key in _answers.Order()) Choose(key);
        Clear();
    }

    public void Clear()
    {
        _answers.Clear();
        _near.Clear();
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_byKey, _ofPair, _keysOfPair, _told, _toldBy, _answered, _reports, _words, _put, _drop]) command.Dispose();
    }

    private static double Least(ExchangeCandidate chosen) =>
        chosen.Act.Source is not null && chosen.Act.Source == chosen.Act.Target ? ExchangeWeights.LeastWithin : chosen.Told ? ExchangeWeights.LeastTold : ExchangeWeights.LeastInferred;

    private void Choose(long key)
    {
        var answer = _byKey.List(Read, key) is [var found] && found.Kind is not null && found.Status is not (EventStatus.Denied or EventStatus.Hypothetical) ? found : null;
        if (answer is null || Chosen(answer) is not var (chosen, cue) || chosen.Confidence < Least(chosen))
        {
            _drop.Run(key);
            return;
        }
        var pair = Pair.OfKnown(answer.Source, answer.Target ?? chosen.Act.Source);
        if (pair is null || answer.Day is null)
        {
            _drop.Run(key);
            return;
        }
        _put.Run(key, chosen.Act.Key, pair, answer.Day.Iso(), chosen.Lag, chosen.Told ? 1 : 0, chosen.Proportion, chosen.Mirror ? 1 : 0, chosen.Confidence,
            LedgerJson.Write(chosen.Reasons), cue);
    }

    private (ExchangeCandidate, string?)? Chosen(ExchangeMeasure answer)
    {
        if (!answer.Answering) return Inferred(answer, cued: false);
        if (_told.List(r => (Act: r.GetInt64(0), Cue: r.GetString(1)), answer.Key) is not [var told]) return Inferred(answer, cued: true);
        // A cue that points to what cannot be the act says nothing of any other.
        return _byKey.List(Read, told.Act) is [var act] && ExchangeCandidate.OfTold(act, answer) is { } candidate ? (candidate, told.Cue) : Inferred(answer, cued: false);
    }

    private (ExchangeCandidate, string?)? Inferred(ExchangeMeasure answer, bool cued)
    {
        if (!answer.Happened || Pair.OfKnown(answer.Source, answer.Target) is not { } pair) return null;
        var provocation = cued ? ProvocationOf(answer.Key) : null;
        var best = _ofPair.List(Read, pair, answer.Day!.Value.AddDays(-ExchangeWeights.Window).Iso(), answer.Day.Iso())
            .Select(act => Infer(act, answer, cued, provocation))
            .OfType<ExchangeCandidate>()
            .Where(c => !IsCircle(c) && !IsToldToAnswer(c.Act, answer))
            .OrderByDescending(c => Math.Round(c.Chance, 6)).ThenBy(c => c.Lag).ThenBy(c => c.Act.Key)
            .FirstOrDefault();
        return best is not null && best.Chance >= ExchangeWeights.Keep ? (best, null) : null;
    }

    // Whether the words tell of the act is asked only of what could be it: it takes a look at the act's reports.
    private ExchangeCandidate? Infer(ExchangeMeasure act, ExchangeMeasure answer, bool cued, Provocation? provocation)
    {
        var candidate = ExchangeCandidate.Infer(act, answer, cued);
        return candidate is null || provocation is null || Tells(provocation, act) ? candidate : ExchangeCandidate.Infer(act, answer, cued: false);
    }

    /// <summary>What a report says that the answer answers; null where it only calls it one ("retaliatory") or says hardly more.</summary>
    private Provocation? ProvocationOf(long answer)
    {
        foreach (var (body, text) in _reports.List(r => (r.GetString(0), r.GetString(1)), answer))
            if (LedgerJson.Mention(body).Measure?.Response is { } response) return Provocation.Of(text, response.Span);
        return null;
    }

    // "after the minister called on the court" does not speak of the ambassador recalled before; "the closure by Cadria" does of a border closed.
    private bool Tells(Provocation provocation, ExchangeMeasure act) =>
        KindWords.Names(provocation.Text, act.Kind!)
        || _words.List(r => ContentWords.FromBytes((byte[])r.GetValue(0)), act.Key).Exists(w => ContentWords.Overlap(provocation.Words, w) > 0);

    // An act that a report says answers this one was not done before it.
    private bool IsToldToAnswer(ExchangeMeasure act, ExchangeMeasure answer) =>
        act.Answering && _told.List(r => r.GetInt64(0), act.Key) is [var first] && first == answer.Key;

    // Of two measures of one day each could answer the other: the one called an answer is it, else the one reported later.
    private static bool IsCircle(ExchangeCandidate c) =>
        c.Lag == 0 && (c.Answer.Answering == c.Act.Answering ? c.Act.Key > c.Answer.Key : c.Act.Answering);

    private static ExchangeMeasure Read(SqliteDataReader r) =>
        new(r.GetInt64(0), r.Text(1), r.Text(2), r.Text(3), r.Number(4), r.Day(5), (EventStatus)r.GetInt32(6), r.GetDouble(7), r.GetBoolean(8), r.GetBoolean(9), r.GetInt64(10), r.GetInt32(11), r.GetInt32(12));
}
