using Demarche.Ledger.Reading;
using Demarche.Ledger.Relations;
using Demarche.Ledger.Store;
using Demarche.Ledger.Writing;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger;

/// <summary>The record in one SQLite file. Each call takes a pooled connection and one read transaction.</summary>
public sealed class SqliteLedger : ILedger
{
    private readonly LedgerFile _file;

    private SqliteLedger(LedgerFile file) => _file = file;

    public string Path => _file.Path;

    /// <exception cref="LedgerException">No such file, another kind of file, a newer version, or a damaged file.</exception>
    public static SqliteLedger Open(string path)
    {
        var file = new LedgerFile(path);
        // An older file is brought up to date where it may be written and nobody else writes; otherwise the next lines say what to do.
        if (file.IsOlder()) LedgerWriter.TryOpen(file)?.Dispose();
        using var probe = file.OpenToRead();
        return new SqliteLedger(file);
    }

    /// <summary>Makes an empty ledger and opens it.</summary>
    /// <exception cref="LedgerException">The folder is not there or may not be written.</exception>
    public static SqliteLedger Begin(string path)
    {
        LedgerWriter.Open(new LedgerFile(path)).Dispose();
        return Open(path);
    }

    public LedgerSummary Summary() => Read(c => HistoryReads.Summary(c, new FileInfo(Path).Length));

    public LedgerCoverage Coverage(int publishers = 20) => Read(c => CoverageReads.Coverage(c, publishers));

    public StoredDocument? FindDocument(string id) => Read(c => DocumentReads.Find(c, id));

    public IReadOnlyList<DocumentSummary> Documents(DocumentQuery query) => Read(c => DocumentReads.Find(c, query));

    public IReadOnlyList<StoredMention> MentionsIn(string documentId) =>
        Read(c => EventReads.Mentions(c, "d.id = $0 ORDER BY m.tstart, m.key", documentId));

    public LedgerEvent? FindEvent(string id) => Read(c => EventReads.Find(c, id));

    public IReadOnlyList<LedgerEvent> Events(EventQuery query) => Read(c => EventReads.Find(c, query));

    public long CountEvents(EventQuery query) => Read(c => EventReads.Count(c, query));

    public IReadOnlyList<StoredMention> MentionsOf(string eventId) => Read(c =>
        EventReads.KeyOf(c, eventId) is { } key ? EventReads.Mentions(c, "m.event = $0 ORDER BY d.date, d.id, m.tstart", key) : []);

    public IReadOnlyList<LedgerMeasure> Measures(MeasureQuery query) => Read(c => MeasureReads.Find(c, query));

    public long CountMeasures(MeasureQuery query) => Read(c => MeasureReads.Count(c, query));

    public LedgerMeasure? FindMeasure(string eventId) => Read(c =>
        EventReads.KeyOf(c, eventId) is { } key ? MeasureReads.Find(c, key) : null);

    public IReadOnlyList<Exchange> Exchanges(ExchangeQuery query) => Read(c => ExchangeReads.Find(c, query));

    public IReadOnlyList<ExchangeLadder> Ladders(ExchangeQuery query) => Read(c => ExchangeReads.Ladders(ExchangeReads.Find(c, query)));

    public RelationState StateOf(string a, string b, DateOnly? at = null) => Read(c => StateReads.At(c, a, b, at));

    public RelationSeries Series(string a, string b, SeriesQuery query) => Read(c => SeriesReads.Build(c, a, b, query));

    public IReadOnlyList<LedgerActor> Actors(string? like = null, int limit = 100) => Read(c => ActorReads.Find(c, like, limit));

    public LedgerActor? FindActor(string codeOrName) => Read(c => ActorReads.Find(c, codeOrName));

    public IReadOnlyList<DyadVolume> Dyads(DyadQuery query) => Read(c => ActorReads.Dyads(c, query));

    public IReadOnlyList<ActorMonth> ActorMonths(string code) => Read(c => CoverageReads.Months(c, code));

    public IReadOnlyList<PlaceVolume> Places(PlaceQuery query) => Read(c => PlaceReads.Find(c, query));

    public IReadOnlyList<DyadMove> Moves(DateOnly until, int days, int limit) => Moves(new MoveQuery(until.AddDays(1 - days), until) { Limit = limit });

    public IReadOnlyList<DyadMove> Moves(MoveQuery query) => Read(c => ActorReads.Moves(c, query));

    public EventFacets Facets(EventQuery query) => Read(c => FacetReads.Of(c, query));

    public SearchResult Search(SearchQuery query) => Read(c => DocumentReads.Search(c, query));

    public ChangePage Changes(long since, int limit = 1000) => Read(c => HistoryReads.Changes(c, since, limit));

    public long LastChange() => Read(c => Sql.Scalar<long>(c, "SELECT coalesce(max(seq), 0) FROM change"));

    public IReadOnlyList<Correction> Corrections(string? eventId = null) => Read(c => HistoryReads.Corrections(c, eventId));

    public IReadOnlyList<LedgerRun> Runs() => Read(HistoryReads.Runs);

    /// <summary>Signatures of the longer documents, in order of writing, with what each was found to be a reprint of (itself where none).</summary>
    public IReadOnlyList<(string DocumentId, string OriginId, DateOnly? Date, byte[] Signature)> Signatures() => Read(c => Sql.List(c,
        "SELECT d.id, o.id, d.date, s.minhash FROM signature s JOIN document d ON d.key = s.document JOIN document o ON o.key = d.origin ORDER BY d.key",
        r => (r.GetString(0), r.GetString(1), r.Day(2), (byte[])r[3])));

    public void Dispose()
    {
        // The pool would keep the file open for minutes after the last use.
        using var connection = new SqliteConnection(_file.ReadSource);
        SqliteConnection.ClearPool(connection);
    }

    private T Read<T>(Func<SqliteConnection, T> query) => _file.Guard(() =>
    {
        using var connection = _file.OpenToRead();
        // One deferred transaction, so that all statements of a call see the same state.
        using var transaction = connection.BeginTransaction(deferred: true);
        return query(connection);
    });
}
