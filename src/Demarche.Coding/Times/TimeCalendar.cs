using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Demarche.Coding;

/// <summary>TIMEX3 values of periods, and the days that they hold.</summary>
internal static class TimeCalendar
{
    private static readonly IWeekYearRule Iso = WeekYearRules.Iso;

    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static string Day(LocalDate d) => string.Create(CultureInfo.InvariantCulture, $"{d.Year:D4}-{d.Month:D2}-{d.Day:D2}");

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    public static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    public static string Week(LocalDate d) =>
        string.Create(CultureInfo.InvariantCulture, $"{Iso.GetWeekYear(d):D4}-W{Iso.GetWeekOfWeekYear(d):D2}");

    public static string Quarter(int year, int quarter) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{quarter}");

    public static string Season(int year, int season) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{Seasons[season - 1]}");

    public static LocalDate Monday(LocalDate d) => d.PlusDays(1 - (int)d.DayOfWeek);

    public static bool TryDate(int year, int month, int day, out LocalDate date)
    {
        date = default;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>First month of a season by the months of the northern year; winter starts in December of the year named.</summary>
    public static int SeasonMonth(int season) => season * 3;

    public static int SeasonOf(LocalDate d) => d.Month < 3 ? 4 : d.Month / 3;

    /// <summary>The holiday of a year: number is ten times the lexicon's, plus one for the eve, two for the Monday after.</summary>
    public static LocalDate Holiday(int number, int year)
    {
        var day = (number / 10) switch
        {
            1 => new LocalDate(year, 12, 25),
            2 => NthWeekday(year, 11, IsoDayOfWeek.Thursday, 4),
            3 => Easter(year),
            5 => new LocalDate(year, 12, 26),
            // The eve of the new year has the old one's number.
            6 when number % 10 == 1 => new LocalDate(year + 1, 1, 1),
            6 => new LocalDate(year, 1, 1),
            _ => new LocalDate(year, 10, 31),
        };
        return (number % 10) switch { 1 => day.PlusDays(-1), 2 => day.PlusDays(1), _ => day };
    }

    private static LocalDate NthWeekday(int year, int month, IsoDayOfWeek weekday, int n)
    {
        var first = new LocalDate(year, month, 1);
        var gap = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.PlusDays(gap + (7 * (n - 1)));
    }

    // Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
    private static LocalDate Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
