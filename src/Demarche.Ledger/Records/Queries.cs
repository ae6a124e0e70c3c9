using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Ledger;

/// <summary>How a list of events is ordered.</summary>
public enum EventOrder : byte
{
    NewestFirst,
    OldestFirst,

    /// <summary>For curation: the least certain first.</summary>
    LeastCertainFirst,

    /// <summary>For feeds: the latest change first. Pages do not go on in this order.</summary>
    LatestChangeFirst,
}

/// <summary>Which events; every condition given must hold. Days are inclusive.</summary>
public sealed record EventQuery
{
    /// <summary>Party code on either side.</summary>
    public string? Actor { get; init; }

    public string? Source { get; init; }

    public string? Target { get; init; }

    /// <summary>Both parties, in either direction.</summary>
    public (string A, string B)? Dyad { get; init; }

    /// <summary>CAMEO code or its beginning ("17"), or a PLOVER type ("SANCTION").</summary>
    public string? Type { get; init; }

    public int? Quad { get; init; }

    /// <summary>Any of these measure kinds.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Only events that are measures.</summary>
    public bool MeasuresOnly { get; init; }

    public EventStatus? Status { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Part of a place's name, or its country's alpha-3 code.</summary>
    public string? Place { get; init; }

    /// <summary>Words of a mention's sentence, all of them; "in quotes" for a phrase.</summary>
    public string? Text { get; init; }

    public string? Publisher { get; init; }

    public ReviewState? Review { get; init; }

    /// <summary>Rejected events are left out unless asked for.</summary>
    public bool IncludeRejected { get; init; }

    public double? MinConfidence { get; init; }

    public EventOrder Order { get; init; }

    public int Limit { get; init; } = 100;

    public int Offset { get; init; }

    /// <summary>Begin after this record; null for the first page.</summary>
    public PageCursor? After { get; init; }
}

public sealed record DocumentQuery
{
    public string? Publisher { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int Limit { get; init; } = 100;

    public int Offset { get; init; }

    /// <summary>Begin after this record; null for the first page.</summary>
    public PageCursor? After { get; init; }
}

public sealed record MeasureQuery
{
    /// <summary>Party code on either side.</summary>
    public string? Actor { get; init; }

    public string? Sender { get; init; }

    public string? Target { get; init; }

    public (string A, string B)? Dyad { get; init; }

    public ImmutableArray<string> Kinds { get; init; } = [];

    public MeasureStage? Stage { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Only conflictual measures that nothing has answered.</summary>
    public bool Unanswered { get; init; }

    public EventOrder Order { get; init; }

    public int Limit { get; init; } = 100;

    public int Offset { get; init; }

    /// <summary>Begin after this record; null for the first page.</summary>
    public PageCursor? After { get; init; }
}

/// <summary>Exchanges between two parties, or of one with all others.</summary>
public sealed record ExchangeQuery
{
    public string? A { get; init; }

    public string? B { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public bool ToldOnly { get; init; }

    public double MinConfidence { get; init; }

    public int Limit { get; init; } = 500;

    public int Offset { get; init; }

    /// <summary>Begin after this record; null for the first page.</summary>
    public PageCursor? After { get; init; }
}

public sealed record SeriesQuery(SeriesPeriod By = SeriesPeriod.Month)
{
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Only events that this publisher tells of.</summary>
    public string? Publisher { get; init; }

    public SeriesWeights Weights { get; init; } = SeriesWeights.Default;
}

/// <summary>What counts as a move of a relation.</summary>
public enum MoveMeasure : byte
{
    /// <summary>The mean Goldstein value, each span drawn towards 0 by two events so that one act is no landslide.</summary>
    Tone,

    /// <summary>The number of events: (after − before) / √(after + before + 1), so that a rise from 2 to 12 and one from 100 to 130 weigh alike.</summary>
    Volume,
}

/// <summary>Which relations moved most in the days <paramref name="From"/> to <paramref name="Until"/>, against as many days before.</summary>
public sealed record MoveQuery(DateOnly From, DateOnly Until)
{
    public MoveMeasure By { get; init; }

    /// <summary>Only relations of this party.</summary>
    public string? Actor { get; init; }

    /// <summary>Only relations with at least so many events in the two spans together.</summary>
    public int LeastEvents { get; init; } = 1;

    public int Limit { get; init; } = 100;
}

/// <summary>Who acts on whom. The answer is ordered by number of events.</summary>
public sealed record DyadQuery
{
    /// <summary>Only dyads with this party on either side.</summary>
    public string? Actor { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int Limit { get; init; } = 100;
}

public sealed record SearchQuery(string Text)
{
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Only reports that tell of a measure of this kind.</summary>
    public string? Kind { get; init; }

    public int Limit { get; init; } = 20;

    public int Offset { get; init; }
}
