namespace Demarche.Ledger;

/// <summary>
/// Reads the record. Safe for use by many threads at once and beside a writer in another process: each call sees what was
/// committed when it began. A damaged or vanished file gives a <see cref="LedgerException"/> that says what to do.
/// </summary>
public interface ILedger : IDisposable
{
    LedgerSummary Summary();

    /// <summary>Reports by month and publisher.</summary>
    LedgerCoverage Coverage(int publishers = 20);

    StoredDocument? FindDocument(string id);

    /// <summary>Newest first.</summary>
    IReadOnlyList<DocumentSummary> Documents(DocumentQuery query);

    /// <summary>In text order.</summary>
    IReadOnlyList<StoredMention> MentionsIn(string documentId);

    /// <summary>An event that was merged away is found under the event that now holds its mentions.</summary>
    LedgerEvent? FindEvent(string id);

    IReadOnlyList<LedgerEvent> Events(EventQuery query);

    long CountEvents(EventQuery query);

    /// <summary>Every mention of an event, in order of report.</summary>
    IReadOnlyList<StoredMention> MentionsOf(string eventId);

    IReadOnlyList<LedgerMeasure> Measures(MeasureQuery query);

    /// <summary>How many there are, whatever the query's limit and offset.</summary>
    long CountMeasures(MeasureQuery query);

    LedgerMeasure? FindMeasure(string eventId);

    /// <summary>In order of the answer's day.</summary>
    IReadOnlyList<Exchange> Exchanges(ExchangeQuery query);

    /// <summary>The same exchanges as chains; one without a follow-up is a ladder of one step.</summary>
    IReadOnlyList<ExchangeLadder> Ladders(ExchangeQuery query);

    /// <param name="at">Null for the last day that the ledger holds.</param>
    RelationState StateOf(string a, string b, DateOnly? at = null);

    RelationSeries Series(string a, string b, SeriesQuery query);

    /// <summary>By number of events, most first; <paramref name="like"/> is part of a code or name.</summary>
    IReadOnlyList<LedgerActor> Actors(string? like = null, int limit = 100);

    /// <summary>By code, else by name regardless of case ("Russia" gives RUS); null where the ledger holds none.</summary>
    LedgerActor? FindActor(string codeOrName);

    IReadOnlyList<DyadVolume> Dyads(DyadQuery query);

    /// <summary>What a party did and received, month by month.</summary>
    IReadOnlyList<ActorMonth> ActorMonths(string code);

    /// <summary>Where events take place, with how many of each quad class.</summary>
    IReadOnlyList<PlaceVolume> Places(PlaceQuery query);

    /// <summary>The query's events counted by type, quad class, kind, status, review, country and year; its limit and order do not matter.</summary>
    EventFacets Facets(EventQuery query);

    /// <summary>Relations that moved most, by tone or by volume, against the span of equal length before.</summary>
    IReadOnlyList<DyadMove> Moves(MoveQuery query);

    /// <summary>Relations whose tone moved most between the <paramref name="days"/> up to a day and as many before.</summary>
    IReadOnlyList<DyadMove> Moves(DateOnly until, int days, int limit);

    SearchResult Search(SearchQuery query);

    /// <summary>What is new, changed or withdrawn after a cursor; 0 gives everything.</summary>
    ChangePage Changes(long since, int limit = 1000);

    /// <summary>The cursor of the latest change; 0 where there is none.</summary>
    long LastChange();

    /// <summary>Newest first; all of them, or those that touch an event.</summary>
    IReadOnlyList<Correction> Corrections(string? eventId = null);

    /// <summary>Newest first.</summary>
    IReadOnlyList<LedgerRun> Runs();
}
