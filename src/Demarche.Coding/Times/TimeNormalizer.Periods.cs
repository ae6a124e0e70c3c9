using System.Globalization;
using NodaTime;

namespace Demarche.Coding;

internal sealed partial class TimeNormalizer
{
    private TimeValue Deictic(in TimeReading r, TimeDirection direction)
    {
        if (r.Length) return new TimeValue("DURATION", Duration(new TimeReading(TimeKind.Duration) { Count = 1, Unit = r.Unit }));
        if (r.Phase == TimePhase.End && r.Deixis == Deixis.None && r.Unit == TimeUnit.Year && document is { } y) return YearValue(y.Year, DateBasis.Relative);
        var anchored = r.Deixis is Deixis.Previous or Deixis.Following or Deixis.That or Deixis.Same;
        var anchor = anchored ? _narrative ?? document : document;
        if (anchor is not { } d) return Unknown(Blank(r.Unit));
        var step = r.Deixis switch
        {
            Deixis.Last or Deixis.Past or Deixis.Previous => -1,
            Deixis.Next or Deixis.Coming or Deixis.Following => 1,
            _ => 0,
        };
        switch (r.Unit)
        {
            case TimeUnit.Day:
                return DayValue(d.PlusDays(step), DateBasis.Relative);
            case TimeUnit.Week or TimeUnit.Fortnight:
                return WeekValue(d.PlusWeeks(step));
            case TimeUnit.Weekend:
                return Weekend(d, step, direction);
            case TimeUnit.Month:
                var m = d.PlusMonths(step);
                return MonthValue(m.Year, m.Month, DateBasis.Relative);
            case TimeUnit.Quarter:
                return ThisQuarter(r, d, step);
            case TimeUnit.Year:
                return YearValue(d.Year + step, DateBasis.Relative);
            case TimeUnit.Decade when step < 0:
                return new TimeValue("DURATION", "P10Y");
            case TimeUnit.Decade:
                return Decade(new TimeReading(TimeKind.Decade) { Number = (d.Year / 10 * 10) + (10 * step) });
            case TimeUnit.Century:
                return Century(new TimeReading(TimeKind.Century) { Number = (d.Year / 100) + 1 + step });
            default:
                return Unknown("XXXX");
        }
    }

    private static string Blank(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => "XXXX-XX-XX",
        TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        _ => "XXXX",
    };

    private static TimeValue Weekend(LocalDate d, int step, TimeDirection direction)
    {
        // Told from Monday to Thursday of what was, "the weekend" is the last one.
        var past = step == 0 && direction != TimeDirection.Future && (int)d.DayOfWeek <= 4;
        var saturday = TimeCalendar.Monday(d).PlusDays(5).PlusWeeks(past ? -1 : step);
        return new TimeValue("DATE", TimeCalendar.Week(saturday) + "-WE") { First = saturday, After = saturday.PlusDays(2), Basis = DateBasis.Relative, Precision = DatePrecision.Week };
    }

    private TimeValue ThisQuarter(in TimeReading r, LocalDate d, int step)
    {
        var now = ((d.Month - 1) / 3) + 1;
        if (r.Year > 0) return _narrativeQuarter > 0 ? QuarterValue(r.Year, _narrativeQuarter, DateBasis.Relative) : YearValue(r.Year, DateBasis.Stated);
        if (r.Deixis is Deixis.None or Deixis.Latest or Deixis.That && _narrativeQuarter > 0 && _narrative is { } n && _narrativePrecision == DatePrecision.Season)
            return QuarterValue(n.Year, _narrativeQuarter, DateBasis.Relative);
        var index = (d.Year * 4) + now - 1 + (r.Deixis is Deixis.None or Deixis.Latest or Deixis.Recent ? -1 : step);
        return QuarterValue(index / 4, (index % 4) + 1, DateBasis.Relative);
    }

    private TimeValue? Quarter(in TimeReading r, TimeDirection direction)
    {
        if (r.Year > 0) return QuarterValue(r.Year, r.Number, DateBasis.Stated);
        if (document is not { } d) return Unknown($"XXXX-Q{r.Number}");
        if (r.Unit == TimeUnit.Year) return QuarterValue(d.Year + (r.Deixis == Deixis.Next ? 1 : r.Deixis == Deixis.This ? 0 : -1), r.Number, DateBasis.Relative);
        var now = ((d.Month - 1) / 3) + 1;
        var year = r.Number > now && direction != TimeDirection.Future && r.Number - now > 1 ? d.Year - 1 : d.Year;
        return QuarterValue(year, r.Number, DateBasis.Relative);
    }

    private TimeValue? Half(in TimeReading r)
    {
        var year = r.Year > 0 ? r.Year : document is { } d ? d.Year + (r.Deixis == Deixis.Last ? -1 : r.Deixis == Deixis.Next ? 1 : 0) : 0;
        if (year == 0) return Unknown($"XXXX-H{r.Number}");
        var first = new LocalDate(year, r.Number == 1 ? 1 : 7, 1);
        return new TimeValue("DATE", string.Create(CultureInfo.InvariantCulture, $"{year:D4}-H{r.Number}"))
        {
            First = first,
            After = first.PlusMonths(6),
            Basis = r.Year > 0 ? DateBasis.Stated : DateBasis.Relative,
            Precision = DatePrecision.Season,
        };
    }

    private TimeValue? Season(in TimeReading r, TimeDirection direction)
    {
        if (r.Year > 0) return SeasonValue(r.Year, r.Number, DateBasis.Stated);
        if (document is not { } d) return Unknown("XXXX-" + TimeCalendar.Season(1, r.Number)[5..]);
        if (r.Unit == TimeUnit.Year) return SeasonValue(d.Year + (r.Deixis == Deixis.Last ? -1 : r.Deixis == Deixis.Next ? 1 : 0), r.Number, DateBasis.Relative);
        var now = TimeCalendar.SeasonOf(d);
        var year = d.Month < 3 ? d.Year - 1 : d.Year;
        year += r.Deixis switch
        {
            Deixis.Last or Deixis.Past or Deixis.Previous => r.Number < now ? 0 : -1,
            Deixis.Next or Deixis.Coming or Deixis.Following => r.Number > now ? 0 : 1,
            Deixis.This or Deixis.Current => d.Month < 3 && r.Number != 4 ? 1 : 0,
            _ => direction == TimeDirection.Future ? (r.Number >= now ? 0 : 1) : r.Number <= now ? 0 : -1,
        };
        return SeasonValue(year, r.Number, DateBasis.Relative);
    }

    private static TimeValue Decade(in TimeReading r)
    {
        var first = new LocalDate(Math.Clamp(r.Number, 1, 9980), 1, 1);
        return new TimeValue("DATE", (r.Number / 10).ToString("D3", CultureInfo.InvariantCulture))
        {
            First = first,
            After = first.PlusYears(10),
            Basis = DateBasis.Stated,
            Precision = DatePrecision.Year,
        };
    }

    private static TimeValue Century(in TimeReading r)
    {
        var number = Math.Clamp(r.Number, 1, 98);
        var first = new LocalDate(((number - 1) * 100) + 1, 1, 1);
        return new TimeValue("DATE", (number - 1).ToString("D2", CultureInfo.InvariantCulture))
        {
            First = first,
            After = first.PlusYears(100),
            Basis = DateBasis.Stated,
            Precision = DatePrecision.Year,
        };
    }

    private TimeValue? Holiday(in TimeReading r, TimeDirection direction)
    {
        if (r.Year is > 0 and < 9998) return DayValue(TimeCalendar.Holiday(r.Number, r.Year), DateBasis.Stated);
        if (document is not { } d) return Unknown(r.Number / 10 == 1 ? "XXXX-12-25" : "XXXX-XX-XX");
        var day = TimeCalendar.Holiday(r.Number, d.Year);
        var future = direction == TimeDirection.Future || r.Deixis is Deixis.Next or Deixis.Coming;
        if (r.Deixis is Deixis.This) return DayValue(day, DateBasis.Relative);
        // One that lies close is meant, whatever the tense.
        for (var year = d.Year - 1; r.Deixis is Deixis.None && year <= d.Year + 1; year++)
        {
            var near = TimeCalendar.Holiday(r.Number, year);
            if (Math.Abs(Period.Between(d, near, PeriodUnits.Days).Days) <= 31) return DayValue(near, DateBasis.Relative);
        }

        if (future && day < d) day = TimeCalendar.Holiday(r.Number, d.Year + 1);
        else if (!future && day > d) day = TimeCalendar.Holiday(r.Number, d.Year - 1);
        return DayValue(day, DateBasis.Relative);
    }

    private TimeValue? PartOfDay(in TimeReading r)
    {
        var narrative = r.Deixis is Deixis.That or Deixis.Same or Deixis.Next or Deixis.Following or Deixis.Previous or Deixis.None;
        var anchor = narrative ? (_narrativePrecision == DatePrecision.Day ? _narrative : null) ?? document : document;
        if (anchor is not { } d) return Unknown("XXXX-XX-XX");
        var step = r.Deixis is Deixis.Last or Deixis.Previous ? -1 : r.Deixis is Deixis.Next or Deixis.Following ? 1 : 0;
        return DayValue(d.PlusDays(step), DateBasis.Relative);
    }

    private TimeValue Offset(in TimeReading r)
    {
        var anchor = r.Narrative ? _narrative ?? document : document;
        // Hours and minutes counted from a deed whose hour is not known stay a length.
        if (r.Narrative && r.Unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour) return new TimeValue("DURATION", Duration(r));
        if (r.Compared && _narrativeQuarter > 0 && _narrativePrecision == DatePrecision.Season && _narrative is { } q && r.Count == 1)
            return QuarterValue(q.Year - 1, _narrativeQuarter, DateBasis.Relative);
        if (r.Count < 0) return r.Narrative ? new TimeValue("DURATION", Duration(r)) : new TimeValue("DATE", r.Direction < 0 ? "PAST_REF" : "FUTURE_REF");
        if (anchor is not { } d) return Unknown(Blank(r.Unit));
        if (r.Narrative && r.Unit == TimeUnit.Year && r.Count == 1 && _narrativePrecision == DatePrecision.Season && _narrativeQuarter > 0)
            return QuarterValue(d.Year + r.Direction, _narrativeQuarter, DateBasis.Relative);
        var n = r.Direction * Math.Min(r.Count, 5000);
        if (d.Year + (n * Scale(r.Unit)) is < 1 or > 9900) return Unknown(Blank(r.Unit));
        switch (r.Unit)
        {
            case TimeUnit.Year:
                return YearValue(d.Year + n, DateBasis.Relative);
            case TimeUnit.Decade:
                return YearValue(d.Year + (10 * n), DateBasis.Relative);
            case TimeUnit.Century:
                return YearValue(d.Year + (100 * n), DateBasis.Relative);
            case TimeUnit.Month or TimeUnit.Quarter:
                var m = d.PlusMonths(r.Unit == TimeUnit.Quarter ? 3 * n : n);
                return MonthValue(m.Year, m.Month, DateBasis.Relative);
            case TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend:
                return WeekValue(d.PlusWeeks(r.Unit == TimeUnit.Fortnight ? 2 * n : n));
            case TimeUnit.Day or TimeUnit.Night:
                return DayValue(d.PlusDays(n), DateBasis.Relative);
            default:
                // Hours and minutes from a day of unknown hour: the day itself, if they are few.
                return r.Unit == TimeUnit.Hour && r.Count > 12 ? DayValue(d.PlusDays(n / 24), DateBasis.Relative) : DayValue(d, DateBasis.Relative);
        }
    }

    private static int Scale(TimeUnit unit) => unit switch { TimeUnit.Decade => 10, TimeUnit.Century => 100, _ => 1 };

    private static string Duration(in TimeReading r)
    {
        var (unit, scale, time) = r.Unit switch
        {
            TimeUnit.Second => ('S', 1, true),
            TimeUnit.Minute => ('M', 1, true),
            TimeUnit.Hour => ('H', 1, true),
            TimeUnit.Day or TimeUnit.Night => ('D', 1, false),
            TimeUnit.Week => ('W', 1, false),
            TimeUnit.Fortnight => ('W', 2, false),
            TimeUnit.Weekend => ('D', 2, false),
            TimeUnit.Month => ('M', 1, false),
            TimeUnit.Quarter => ('Q', 1, false),
            TimeUnit.Decade => ('Y', 10, false),
            TimeUnit.Century => ('Y', 100, false),
            TimeUnit.Millennium => ('Y', 1000, false),
            _ => ('Y', 1, false),
        };
        var p = time ? "PT" : "P";
        if (r.Count < 0) return r.Unit switch { TimeUnit.Century => "PXC", TimeUnit.Decade => "PXDE", _ => $"{p}X{unit}" };
        var count = ((long)r.Count * scale).ToString(CultureInfo.InvariantCulture);
        if (!r.AndHalf) return $"{p}{count}{unit}";
        return r.Unit switch
        {
            TimeUnit.Year => $"P{count}Y6M",
            TimeUnit.Hour => $"PT{count}H30M",
            TimeUnit.Minute => $"PT{count}M30S",
            _ => $"{p}{count}.5{unit}",
        };
    }

    private static string Set(in TimeReading r)
    {
        if (r.Weekday > 0) return $"XXXX-WXX-{r.Weekday}" + (r.Part == DayPart.None ? "" : "T" + r.Part);
        if (r.Month > 0) return $"XXXX-{r.Month:D2}";
        if (r.Part != DayPart.None) return "XXXX-XX-XXT" + r.Part;
        if (r.Number > 0) return "XXXX-" + TimeCalendar.Season(1, r.Number)[5..];
        return Duration(r with { Kind = TimeKind.Duration });
    }
}
