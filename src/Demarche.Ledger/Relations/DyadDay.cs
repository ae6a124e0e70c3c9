namespace Demarche.Ledger.Relations;

/// <summary>One direction's events of one day.</summary>
internal readonly record struct DyadDay(string Source, DateOnly Day, QuadCounts Counts, double Goldstein, int Undated);
