using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Ledger;

/// <summary>How far a measure has come.</summary>
public enum MeasureStage : byte
{
    Threatened,
    Announced,
    InForce,
    Lifted,
}

/// <summary>A diplomatic measure with its life. Its sender, target, kind and count are its event's.</summary>
public sealed record LedgerMeasure
{
    public required LedgerEvent Event { get; init; }

    public required MeasureStage Stage { get; init; }

    public DateOnly? Threatened { get; init; }

    public DateOnly? Announced { get; init; }

    public DateOnly? InForce { get; init; }

    public DateOnly? Lifted { get; init; }

    /// <summary>The event that lifted or reversed it.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Rank, post, reason or demand as the reports give them.</summary>
    public string? Rank { get; init; }

    public string? Post { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event that it answers, and the events that answer it.</summary>
    public string? Answers { get; init; }

    public ImmutableArray<string> AnsweredBy { get; init; } = [];
}
