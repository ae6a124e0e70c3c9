namespace Demarche.Ledger;

/// <summary>A party to events, with how much the ledger holds of it.</summary>
/// <param name="Code">The key by which it is asked for: RUS, NATO, …</param>
/// <param name="Name">The name most often met with it.</param>
public sealed record LedgerActor(string Code, string Name, string? Country, int AsSource, int AsTarget)
{
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }
}

/// <summary>What passed from one party to another in a span of days.</summary>
public sealed record DyadVolume(string Source, string Target, QuadCounts Counts, double GoldsteinSum)
{
    public double GoldsteinMean => Counts.Total == 0 ? 0 : GoldsteinSum / Counts.Total;
}

/// <summary>How far a relation's tone moved between two spans of equal length.</summary>
public sealed record DyadMove(string A, string B, double Before, double After, int EventsBefore, int EventsAfter)
{
    public double Change => After - Before;
}
