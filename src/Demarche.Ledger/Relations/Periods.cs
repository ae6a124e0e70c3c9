namespace Demarche.Ledger.Relations;

/// <summary>The calendar of a series.</summary>
internal static class Periods
{
    public static DateOnly StartOf(DateOnly day, SeriesPeriod by) => by switch
    {
        SeriesPeriod.Day => day,
        SeriesPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        SeriesPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "unknown period"),
    };

    public static DateOnly Next(DateOnly start, SeriesPeriod by) => by switch
    {
        SeriesPeriod.Day => start.AddDays(1),
        SeriesPeriod.Week => start.AddDays(7),
        SeriesPeriod.Month => start.AddMonths(1),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "unknown period"),
    };
}
