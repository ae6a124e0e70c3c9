using System.Globalization;
using NodaTime;

namespace Demarche.Coding;

/// <summary>A value with the days it holds, half-open, where it fixes any.</summary>
internal readonly record struct TimeValue(string Type, string Value)
{
    public LocalDate? First { get; init; }

    public LocalDate? After { get; init; }

    public DateBasis Basis { get; init; }

    public DatePrecision Precision { get; init; }
}

/// <summary>
/// Turns readings into TIMEX3 values. Holds the document's date and the date at which the narrative stands, so it is made anew for each
/// document. Where no date is known a relative expression gets X in place of what cannot be reckoned, never an invented date.
/// </summary>
internal sealed partial class TimeNormalizer(LocalDate? document)
{
    private LocalDate? _narrative;
    private DatePrecision _narrativePrecision = DatePrecision.Year;
    private int _narrativeQuarter;

    /// <summary>The value, or null for a date that no calendar has (31 February).</summary>
    /// <param name="certain">The direction is that of the very verb that governs the time.</param>
    public TimeValue? Normalize(in TimeReading r, TimeDirection direction, bool certain)
    {
        var value = r.Kind switch
        {
            TimeKind.Calendar => Calendar(r, direction, certain),
            TimeKind.Weekday => Weekday(r, direction),
            TimeKind.RelativeDay => document is { } d ? DayValue(d.PlusDays(r.Number), DateBasis.Relative) : Unknown("XXXX-XX-XX"),
            TimeKind.Deictic => Deictic(r, direction),
            TimeKind.Offset => Offset(r),
            TimeKind.Duration => new TimeValue("DURATION", Duration(r)),
            TimeKind.Set => new TimeValue("SET", Set(r)),
            TimeKind.Reference => new TimeValue("DATE", r.Value!),
            TimeKind.Quarter => Quarter(r, direction),
            TimeKind.Half => Half(r),
            TimeKind.Season => Season(r, direction),
            TimeKind.Decade => Decade(r),
            TimeKind.Century => Century(r),
            TimeKind.Holiday => Holiday(r, direction),
            TimeKind.Clock => ((_narrativePrecision == DatePrecision.Day ? _narrative : null) ?? document) is { } d ? DayValue(d, DateBasis.Relative) : Unknown("XXXX-XX-XX"),
            TimeKind.DayPart => PartOfDay(r),
            _ => (TimeValue?)null,
        };
        if (value is not { } v) return null;
        if (r.Shift != 0) v = v.First is { } day && v.Precision == DatePrecision.Day ? DayValue(day.PlusDays(r.Shift), v.Basis) : Unknown("XXXX-XX-XX");
        v = WithTime(v, r);
        Remember(v, r);
        return v;
    }

    private static TimeValue Unknown(string value) => new("DATE", value) { Basis = DateBasis.Relative };

    private static TimeValue DayValue(LocalDate d, DateBasis basis) =>
        new("DATE", TimeCalendar.Day(d)) { First = d, After = d.PlusDays(1), Basis = basis, Precision = DatePrecision.Day };

    private static TimeValue MonthValue(int year, int month, DateBasis basis)
    {
        var first = new LocalDate(year, month, 1);
        return new TimeValue("DATE", TimeCalendar.Month(year, month)) { First = first, After = first.PlusMonths(1), Basis = basis, Precision = DatePrecision.Month };
    }

    private static TimeValue YearValue(int year, DateBasis basis)
    {
        if (year is < 1 or > 9998) return new TimeValue("DATE", TimeCalendar.Year(Math.Max(year, 0)));
        var first = new LocalDate(year, 1, 1);
        return new TimeValue("DATE", TimeCalendar.Year(year)) { First = first, After = first.PlusYears(1), Basis = basis, Precision = DatePrecision.Year };
    }

    private static TimeValue WeekValue(LocalDate d)
    {
        var first = TimeCalendar.Monday(d);
        return new TimeValue("DATE", TimeCalendar.Week(d)) { First = first, After = first.PlusDays(7), Basis = DateBasis.Relative, Precision = DatePrecision.Week };
    }

    private static TimeValue QuarterValue(int year, int quarter, DateBasis basis)
    {
        var first = new LocalDate(year, (quarter * 3) - 2, 1);
        return new TimeValue("DATE", TimeCalendar.Quarter(year, quarter)) { First = first, After = first.PlusMonths(3), Basis = basis, Precision = DatePrecision.Season };
    }

    private static TimeValue SeasonValue(int year, int season, DateBasis basis)
    {
        var first = new LocalDate(year, TimeCalendar.SeasonMonth(season), 1);
        return new TimeValue("DATE", TimeCalendar.Season(year, season)) { First = first, After = first.PlusMonths(3), Basis = basis, Precision = DatePrecision.Season };
    }

    private static TimeValue WithTime(TimeValue v, in TimeReading r)
    {
        if (v.Type != "DATE" || v.Value.Length < 10) return v;
        if (r.Minutes is { } m)
            return v with { Type = "TIME", Value = m == 1440 ? v.Value + "T24:00" : string.Create(CultureInfo.InvariantCulture, $"{v.Value}T{m / 60:D2}:{m % 60:D2}") };
        return r.Part == DayPart.None || v.Value.Contains('T') ? v : v with { Type = "TIME", Value = v.Value + "T" + r.Part };
    }

    // What "two days later" and "that year" count from. A document's own date is not the narrative's.
    private void Remember(in TimeValue v, in TimeReading r)
    {
        if (v.First is not { } first || v.Type is not ("DATE" or "TIME")) return;
        // "a year earlier" compares; the telling stays where it was.
        if (r.Kind == TimeKind.Offset && r.Unit is TimeUnit.Year or TimeUnit.Quarter) return;
        if (r.Kind == TimeKind.Quarter && r.Deixis == Deixis.Previous) return;
        _narrative = first;
        _narrativePrecision = v.Precision;
        if (r.Kind is TimeKind.Quarter) _narrativeQuarter = v.Value[^1] - '0';
    }

    private TimeValue? Calendar(in TimeReading r, TimeDirection direction, bool certain)
    {
        var year = r.Year;
        var basis = DateBasis.Stated;
        if (year == 0 && r.Unit == TimeUnit.Year && r.Deixis != Deixis.None)
        {
            if (document is not { } d) return Unknown(r.Day > 0 ? $"XXXX-{r.Month:D2}-{r.Day:D2}" : $"XXXX-{r.Month:D2}");
            year = d.Year + (r.Deixis == Deixis.Last ? -1 : r.Deixis == Deixis.Next ? 1 : 0);
            basis = DateBasis.Relative;
        }

        if (r.Month == 0) return YearValue(year, basis);
        if (r.Day > 0 && !TimeCalendar.TryDate(year == 0 ? 2000 : year, r.Month, r.Day, out _)) return null;
        if (year == 0)
        {
            if (document is not { } d && _narrative is null) return new TimeValue("DATE", r.Day > 0 ? $"XXXX-{r.Month:D2}-{r.Day:D2}" : $"XXXX-{r.Month:D2}");
            year = YearOf(r, document ?? _narrative!.Value, direction, certain);
            basis = r.Day > 0 && r.Deixis == Deixis.None ? DateBasis.Stated : DateBasis.Relative;
        }

        if (r.Day == 0) return year is < 1 or > 9998 ? null : MonthValue(year, r.Month, basis);
        if (!TimeCalendar.TryDate(year, r.Month, r.Day, out var date)) return null;
        return r.Unit == TimeUnit.Week ? WeekValue(date) with { Basis = basis } : DayValue(date, basis);
    }

    /// <summary>The year of a month, or of a day of a month, that names none.</summary>
    private static int YearOf(in TimeReading r, LocalDate anchor, TimeDirection direction, bool certain)
    {
        var month = (r.Month * 100) + r.Day;
        var now = (anchor.Month * 100) + (r.Day > 0 ? anchor.Day : 0);
        switch (r.Deixis)
        {
            case Deixis.Last or Deixis.Past or Deixis.Previous:
                return month < now ? anchor.Year : anchor.Year - 1;
            case Deixis.Next or Deixis.Coming or Deixis.Following:
                return month > now ? anchor.Year : anchor.Year + 1;
            case Deixis.This or Deixis.Current:
                return anchor.Year;
            case Deixis.None:
                break;
        }

        var nearest = r.Month - anchor.Month is var gap && gap > 6 ? anchor.Year - 1 : gap < -6 ? anchor.Year + 1 : anchor.Year;
        if (r.Weekday > 0 && ByWeekday(r, nearest) is { } sure) return sure;
        // What lies close is meant, whatever the tense: "payable January 15" in October.
        var apart = Math.Abs(((nearest - anchor.Year) * 12) + r.Month - anchor.Month);
        if (r.Day > 0 && apart <= 1) return nearest;
        if (!certain && Math.Abs(r.Month - anchor.Month) is <= 4 or >= 8) return nearest;
        return direction switch
        {
            TimeDirection.Past => month <= now ? anchor.Year : anchor.Year - 1,
            TimeDirection.Future => month >= now ? anchor.Year : anchor.Year + 1,
            _ => nearest,
        };
    }

    /// <summary>The year, of the nearest three, in which the day falls on the weekday told.</summary>
    private static int? ByWeekday(in TimeReading r, int nearest)
    {
        ReadOnlySpan<int> steps = [0, -1, 1];
        foreach (var step in steps)
            if (TimeCalendar.TryDate(nearest + step, r.Month, r.Day, out var d) && (int)d.DayOfWeek == r.Weekday) return nearest + step;
        return null;
    }

    private TimeValue? Weekday(in TimeReading r, TimeDirection direction)
    {
        if (document is not { } d) return Unknown($"XXXX-WXX-{r.Weekday}");
        var today = (int)d.DayOfWeek;
        var back = (today - r.Weekday + 7) % 7;
        var ahead = (r.Weekday - today + 7) % 7;
        var date = r.Deixis switch
        {
            Deixis.Last or Deixis.Past => d.PlusDays(back == 0 ? -7 : -back),
            Deixis.Next or Deixis.Coming or Deixis.Following when r.Deixis != Deixis.Following => d.PlusDays(ahead == 0 ? 7 : ahead),
            Deixis.Previous or Deixis.Following when _narrative is { } n => Step(n, r.Weekday, r.Deixis == Deixis.Following ? 1 : -1),
            Deixis.This => direction == TimeDirection.Future ? d.PlusDays(ahead) : d.PlusDays(-back),
            _ => direction == TimeDirection.Future ? d.PlusDays(ahead) : d.PlusDays(-back),
        };
        return DayValue(date, DateBasis.Relative);
    }

    private static LocalDate Step(LocalDate from, int weekday, int sign)
    {
        var gap = sign > 0 ? (weekday - (int)from.DayOfWeek + 7) % 7 : ((int)from.DayOfWeek - weekday + 7) % 7;
        return from.PlusDays(sign * (gap == 0 ? 7 : gap));
    }
}
