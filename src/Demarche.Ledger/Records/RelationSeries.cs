using System.Collections.Immutable;

namespace Demarche.Ledger;

public enum SeriesPeriod : byte
{
    Day,
    Week,
    Month,
}

/// <summary>How a relation moved, with every weight that went into it.</summary>
public sealed record RelationSeries(
    string A, string B, SeriesPeriod By, SeriesWeights Weights, ImmutableArray<SeriesPoint> Points, ImmutableArray<ChangePoint> Changes);

/// <summary>
/// The weights of the smoothed index. On day d it is S/(N + Shrinkage), where S and N are the Goldstein sum and the number
/// of events of each day up to d, each weighted by 2^(-age/HalfLifeDays): -10 to 10, and near 0 where little is known.
/// </summary>
/// <param name="ChangePenalty">A change point must lower the squared error by this many log(n) variances.</param>
public sealed record SeriesWeights(double HalfLifeDays, double Shrinkage, double ChangePenalty)
{
    public static SeriesWeights Default { get; } = new(HalfLifeDays: 60, Shrinkage: 4, ChangePenalty: 3);
}

/// <summary>Events of one direction in one period, by quad class.</summary>
public readonly record struct QuadCounts(int VerbalCooperation, int MaterialCooperation, int VerbalConflict, int MaterialConflict)
{
    public int Total => VerbalCooperation + MaterialCooperation + VerbalConflict + MaterialConflict;

    public int Cooperation => VerbalCooperation + MaterialCooperation;

    public int Conflict => VerbalConflict + MaterialConflict;

    public static QuadCounts operator +(QuadCounts x, QuadCounts y) =>
        new(x.VerbalCooperation + y.VerbalCooperation, x.MaterialCooperation + y.MaterialCooperation,
            x.VerbalConflict + y.VerbalConflict, x.MaterialConflict + y.MaterialConflict);
}

/// <summary>One period of a series. Periods without events are there too, so that points are evenly spaced.</summary>
/// <param name="Start">First day: a Monday for weeks, the 1st for months.</param>
/// <param name="Index">The smoothed index at the period's end.</param>
public sealed record SeriesPoint(DateOnly Start, QuadCounts AToB, QuadCounts BToA, double GoldsteinSum, double Index)
{
    public int Events => AToB.Total + BToA.Total;

    public double? GoldsteinMean => Events == 0 ? null : GoldsteinSum / Events;

    public double? CooperationShare => Events == 0 ? null : (double)(AToB.Cooperation + BToA.Cooperation) / Events;

    /// <summary>Events among them whose day is only that of their report.</summary>
    public int DatedByReport { get; init; }
}

/// <summary>A day from which the relation's tone is another.</summary>
/// <param name="Before">Mean Goldstein value an event in the segment before, and after.</param>
/// <param name="Drivers">Ids of the events that moved it most, strongest first.</param>
public sealed record ChangePoint(DateOnly Start, double Before, double After, ImmutableArray<string> Drivers);
