using System.Collections.Immutable;

namespace Demarche.Ledger;

/// <summary>What the record rests on: how many reports from when, and from whom.</summary>
/// <param name="Months">Months with dated reports, in order.</param>
/// <param name="Publishers">By number of reports, most first.</param>
public sealed record LedgerCoverage(ImmutableArray<MonthCount> Months, ImmutableArray<PublisherCount> Publishers);

/// <param name="Month">Its first day.</param>
/// <param name="Events">Events, not rejected, that took place in it.</param>
public sealed record MonthCount(DateOnly Month, int Reports, int Events);

public sealed record PublisherCount(string Publisher, int Reports, DateOnly? First, DateOnly? Last);

/// <summary>What one party did and what was done to it in a month. Only counted events, as in every series.</summary>
/// <param name="Month">Its first day; months without events are left out.</param>
/// <param name="Done">By it.</param>
/// <param name="Received">Towards it.</param>
public sealed record ActorMonth(DateOnly Month, QuadCounts Done, QuadCounts Received, double GoldsteinDone, double GoldsteinReceived);
