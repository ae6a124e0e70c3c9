using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Ledger;

/// <summary>What a person has said of an event. Until then it is the machine's proposal.</summary>
public enum ReviewState : byte
{
    Proposed,
    Accepted,
    Edited,
    Rejected,
}

/// <summary>A side of an event as the ledger keeps it.</summary>
/// <param name="Code">
/// The party's key: ISO 3166 alpha-3 of its state, the organisation's own code, or else the actor's id or name. Dyads are formed of it.
/// </param>
/// <param name="Sectors">PLOVER/CAMEO sectors, most telling first.</param>
public sealed record LedgerParty(string Code, string Name, ImmutableArray<string> Sectors, string? Cameo)
{
    /// <summary>ISO 3166 alpha-3 or the organisation's code; null where unknown.</summary>
    public string? Country { get; init; }

    public string? Role { get; init; }

    public string? Person { get; init; }
}

public sealed record LedgerPlace(string Name, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision);

/// <summary>A matter on which the mentions of one event disagree.</summary>
/// <param name="Field">count, day, place, cameo or status.</param>
/// <param name="Values">Each reading with the number of independent reports behind it, best supported first.</param>
public sealed record EventConflict(string Field, ImmutableArray<EventReading> Values);

public sealed record EventReading(string Value, int Reports);

/// <summary>One occurrence, however often it was told. Its fields are those its mentions support best.</summary>
public sealed record LedgerEvent
{
    /// <summary>Sixteen hexadecimal digits; stays while further mentions join, and after re-coding by the same reading.</summary>
    public required string Id { get; init; }

    public LedgerParty? Source { get; init; }

    public LedgerParty? Target { get; init; }

    public required EventType Type { get; init; }

    /// <summary>One of the measure kinds of the contract, or null.</summary>
    public string? MeasureKind { get; init; }

    /// <summary>The number as stated; null where a range or nothing was.</summary>
    public long? Count { get; init; }

    public CountRange? Range { get; init; }

    /// <summary>The furthest stage that a report vouches for.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>True where every mention tells it as earlier context.</summary>
    public bool Background { get; init; }

    /// <summary>The day of the act, or of its announcement where it is still to come; null where no report is dated.</summary>
    public DateOnly? Day { get; init; }

    public DatePrecision Precision { get; init; }

    public DateBasis Basis { get; init; }

    /// <summary>When a measure takes effect, where told apart.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>The deadline to leave or comply.</summary>
    public DateOnly? Deadline { get; init; }

    public LedgerPlace? Place { get; init; }

    public int Mentions { get; init; }

    public int Documents { get; init; }

    /// <summary>Reports that are not reprints of one another.</summary>
    public int Reports { get; init; }

    /// <summary>Distinct publishers of independent reports.</summary>
    public ImmutableArray<string> Publishers { get; init; } = [];

    /// <summary>0 to 1: one less the chance that every independent report is misread, the later ones counted by half.</summary>
    public required double Confidence { get; init; }

    public ReviewState Review { get; init; }

    public ImmutableArray<EventConflict> Conflicts { get; init; } = [];

    /// <summary>The sentence of its most certain mention, and where it stands.</summary>
    public required string Sentence { get; init; }

    public required string DocumentId { get; init; }

    public required string MentionId { get; init; }

    /// <summary>Address of that document as its source gave it; null where it gave none.</summary>
    public string? Url { get; init; }

    public DateOnly? FirstReported { get; init; }

    public DateOnly? LastReported { get; init; }

    /// <summary>True where it counts in the series: see docs/ledger.md, "What is counted".</summary>
    public bool Counted { get; init; }

    /// <summary>The feed's position at which it last changed.</summary>
    public long ChangedAt { get; init; }

    /// <summary>Its number in this file, by which pages go on.</summary>
    public long Key { get; init; }
}
