namespace Demarche.Coding;

/// <summary>Periods: "last year", "the third quarter", "this spring", "the 1980s", "the 20th century".</summary>
internal readonly ref partial struct TimeGrammar
{
    private int PeriodForm(int i, out TimeReading r)
    {
        r = default;
        var j = At(i) == TimeClass.The ? i + 1 : i;
        var deixis = Deixis.None;
        if (At(j) == TimeClass.Deictic)
        {
            deixis = (Deixis)Value(j);
            j++;
            // "this past spring", "this coming Sunday"
            if (deixis == Deixis.This && At(j) == TimeClass.Deictic && Value(j) is (int)Deixis.Past or (int)Deixis.Coming or (int)Deixis.Next or (int)Deixis.Last)
            {
                deixis = (Deixis)Value(j);
                j++;
            }
            else if (deixis is Deixis.That or Deixis.This && At(j) == TimeClass.Deictic && Value(j) is (int)Deixis.Same)
            {
                j++;
            }
        }

        if (deixis == Deixis.None && j == i && At(i) is not (TimeClass.Season or TimeClass.DayPart or TimeClass.Ordinal or TimeClass.DecadeDigits or TimeClass.Fiscal
            or TimeClass.QuarterShort or TimeClass.Unit or TimeClass.Digits or TimeClass.Punctuation or TimeClass.Half) && !Is(i, "second")) return -1;
        var phase = TimePhase.None;
        if (At(j) == TimeClass.Phase && j > i)
        {
            // "the early summer", "the late 1970s", "the mid-1990s"
            phase = (TimePhase)Value(j);
            j++;
            if (At(j) == TimeClass.Hyphen) j++;
        }

        var end = PeriodHead(i, j, deixis, out r);
        if (end > 0 && phase != TimePhase.None) r = r with { Phase = phase };
        return end;
    }

    private int PeriodHead(int i, int j, Deixis deixis, out TimeReading r)
    {
        r = default;
        var the = j > i;
        switch (At(j))
        {
            case TimeClass.Season:
                return SeasonForm(i, j, deixis, out r);
            case TimeClass.DecadeDigits or TimeClass.DecadeWord when (At(j) == TimeClass.DecadeDigits && Value(j) >= 1000) || (the && deixis == Deixis.None):
                r = new TimeReading(TimeKind.Decade) { Number = Value(j) < 100 ? 1900 + Value(j) : Value(j) };
                return j + 1;
            case TimeClass.Apostrophe or TimeClass.Punctuation when At(j + 1) == TimeClass.DecadeDigits && Attached(j + 1) && CharAt(j) is '\'' or '’' or '‘':
                r = new TimeReading(TimeKind.Decade) { Number = Value(j + 1) < 100 ? 1900 + Value(j + 1) : Value(j + 1) };
                return j + 2;
            case TimeClass.QuarterShort when _words[j].Capital:
                r = new TimeReading(TimeKind.Quarter) { Number = Value(j) };
                return WithYear(j + 1, ref r, false);
            case TimeClass.Ordinal:
                return OrdinalPeriod(i, j, deixis, out r);
            case TimeClass.Fiscal:
                return FiscalForm(i, j, deixis, out r);
            case TimeClass.Digits when the && Value(j) is >= 1000 and <= 2999:
                // "the 1988 third quarter", "the 2012 period"
                var k = At(j + 1) == TimeClass.Fiscal ? j + 2 : j + 1;
                if (IsAny(k, "quarter", "period"))
                {
                    r = new TimeReading(TimeKind.Deictic) { Unit = TimeUnit.Quarter, Year = Value(j) };
                    return k + 1;
                }

                if (OrdinalPeriod(i, k, Deixis.None, out r) is > 0 and var q && r.Kind is TimeKind.Quarter or TimeKind.Half)
                {
                    r = r with { Year = Value(j) };
                    return q;
                }

                return -1;
            case TimeClass.Half when the && deixis is Deixis.Last && At(j + 1) == TimeClass.Of:
                r = new TimeReading(TimeKind.Half) { Number = 2 };
                return WithYear(j + 1, ref r, false) is var h && r.Year > 0 ? h : -1;
            case TimeClass.Month when deixis is not (Deixis.None or Deixis.Full or Deixis.Recent or Deixis.Latest or Deixis.Current) && _words[j].Capital:
                if (MonthForm(j, out r) is not (> 0 and var m)) return -1;
                r = r with { Deixis = deixis };
                return m;
            case TimeClass.Weekday when deixis is not (Deixis.None or Deixis.Full or Deixis.Recent or Deixis.Latest or Deixis.Current):
                if (WeekdayForm(j, out r) is not (> 0 and var w)) return -1;
                r = r with { Deixis = deixis };
                return w;
            case TimeClass.Holiday when deixis is not Deixis.None:
                if (HolidayForm(j, out r) is not (> 0 and var f)) return -1;
                r = r with { Deixis = deixis };
                return f;
            case TimeClass.DayPart:
                return the || At(j - 1) == TimeClass.Phase ? DayPartForm(j, deixis, out r) : -1;
            case TimeClass.Unit:
                return UnitForm(i, j, deixis, out r);
            case TimeClass.Units when deixis is Deixis.Recent or Deixis.Coming or Deixis.Past or Deixis.Previous or Deixis.Last or Deixis.Next:
                return VagueUnits(j, deixis, out r);
            default:
                if (Is(j, "second") && !the && At(OverHyphen(j + 1)) is TimeClass.Unit or TimeClass.Half) return OrdinalPeriod(i, j, deixis, out r);
                return -1;
        }
    }

    private int SeasonForm(int i, int j, Deixis deixis, out TimeReading r)
    {
        r = new TimeReading(TimeKind.Season) { Number = Value(j), Deixis = deixis };
        var end = WithYear(j + 1, ref r, false);
        if (r.Year > 0 || r.Unit == TimeUnit.Year) return end;
        if (deixis is not (Deixis.None or Deixis.Full)) return end;
        // "fall" and "spring" are words besides: a season by its neighbours only.
        var led = IsAny(i - 1, "in", "during", "since", "by") || IsAny(i - 1, "until", "before", "after", "through") || At(i - 1) is TimeClass.Phase or TimeClass.Of;
        if (At(j + 1) == TimeClass.Of) return -1;
        if (Value(j) is 2 or 4) return led || j > i ? end : -1;
        return led && !_words[j].Capital ? end : -1;
    }

    private int DayPartForm(int j, Deixis deixis, out TimeReading r)
    {
        r = new TimeReading(TimeKind.DayPart) { Part = (DayPart)Value(j), Deixis = deixis };
        var k = At(j + 1) == TimeClass.Of ? j + 2 : j + 1;
        if (k > j + 1 && DateForm(k, out var date) is > 0 and var end && (date.Day > 0 || date.Kind == TimeKind.Weekday))
        {
            r = date with { Part = r.Part };
            return end;
        }

        return j + 1;
    }

    // "the third quarter", "third-quarter", "the first half of 2012", "the 20th century", "the first nine months".
    private int OrdinalPeriod(int i, int j, Deixis deixis, out TimeReading r)
    {
        r = default;
        var number = At(j) == TimeClass.Ordinal ? Value(j) : Is(j, "second") ? 2 : 0;
        if (number == 0 || At(j + 1) == TimeClass.None) return -1;
        var k = OverHyphen(j + 1);
        // A hyphen makes a modifier of it, and the article belongs to the noun.
        if (k > j + 1 && j > i && !Is(k, "century")) return -1;
        if (At(k) == TimeClass.Fiscal) k++;
        switch (At(k))
        {
            case TimeClass.Century or TimeClass.Unit when Is(k, "century"):
                r = new TimeReading(TimeKind.Century) { Number = number };
                return k + 1;
            case TimeClass.Unit when Is(k, "quarter") && number <= 4:
                r = new TimeReading(TimeKind.Quarter) { Number = number, Deixis = deixis };
                return WithYear(k + 1, ref r, false);
            case TimeClass.Half when number <= 2:
                r = new TimeReading(TimeKind.Half) { Number = number, Deixis = deixis };
                var end = WithYear(k + 1, ref r, false);
                if (r.Year > 0 || r.Unit == TimeUnit.Year) return end;
                return At(k + 1) == TimeClass.Of && At(k + 2) is TimeClass.The or TimeClass.Deictic && UnitOrDeicticYear(k + 2, ref r) is > 0 and var y ? y : -1;
            case TimeClass.Number or TimeClass.Digits or TimeClass.Vague when number == 1 && j > i:
                return Amount(k, out var count, out var unit, out _) is > 0 and var e && MakeDuration(count, unit, out r) ? e : -1;
            default:
                return -1;
        }
    }

    private int UnitOrDeicticYear(int i, ref TimeReading r)
    {
        if (!Is(i + 1, "year")) return -1;
        r = r with { Deixis = At(i) == TimeClass.Deictic ? (Deixis)Value(i) : Deixis.This, Unit = TimeUnit.Year };
        return i + 2;
    }

    private int FiscalForm(int i, int j, Deixis deixis, out TimeReading r)
    {
        r = default;
        var k = At(j + 1) == TimeClass.Hyphen ? j + 2 : j + 1;
        if (At(k) == TimeClass.Digits && Value(k) is >= 1900 and <= 2100)
        {
            r = new TimeReading(TimeKind.Calendar) { Year = Value(k) };
            return k + 1;
        }

        if (Is(k, "year"))
        {
            r = new TimeReading(TimeKind.Calendar);
            if (WithYear(k + 1, ref r, false) is var end && r.Year > 0) return end;
            r = new TimeReading(TimeKind.Deictic) { Unit = TimeUnit.Year, Deixis = deixis, Length = deixis == Deixis.None };
            return j > i ? k + 1 : -1;
        }

        return OrdinalPeriod(i, k, deixis, out r);
    }

    private int UnitForm(int i, int j, Deixis deixis, out TimeReading r)
    {
        r = default;
        var unit = (TimeUnit)Value(j);
        var the = At(i) == TimeClass.The;
        if (At(j + 1) == TimeClass.Hyphen && Attached(j + 1)) return HyphenUnit(j, out r) is var h && h == j + 3 && j > i ? -1 : h;
        if (unit == TimeUnit.Night)
        {
            if (deixis is Deixis.Last or Deixis.That or Deixis.Same or Deixis.Previous or Deixis.Following or Deixis.Next or Deixis.This)
            {
                r = new TimeReading(TimeKind.DayPart) { Part = DayPart.NI, Deixis = deixis };
                return j + 1;
            }

            // "the night of March 3"
            return the && At(j + 1) == TimeClass.Of ? NightOf(j, out r) : -1;
        }

        if (unit == TimeUnit.Period || unit == TimeUnit.Second || unit == TimeUnit.Minute || unit == TimeUnit.Hour) return -1;
        if (deixis == Deixis.None && j == i) return unit is not (TimeUnit.Year or TimeUnit.Month) ? -1 : Is(j + 1, "end") ? YearEnd(j, unit, out r) : At(j + 1) == TimeClass.Apostrophe && Is(j + 2, "end") ? YearEnd(j + 1, unit, out r) : -1;
        // "the year 2000"
        if (unit == TimeUnit.Year && At(j + 1) is TimeClass.Digits or TimeClass.Number)
        {
            r = new TimeReading(TimeKind.Calendar);
            if (At(j + 1) == TimeClass.Digits && Value(j + 1) is >= 1 and <= 2999)
            {
                r = r with { Year = Value(j + 1) };
                return j + 2;
            }

            if (Is(j + 1, "two") && Is(j + 2, "thousand"))
            {
                r = r with { Year = 2000 };
                return j + 3;
            }

            if (SpokenYear(j + 1, out var spoken) is > 0 and var e)
            {
                r = spoken;
                return e;
            }
        }

        r = new TimeReading(TimeKind.Deictic) { Unit = unit, Deixis = deixis };
        var end = j + 1;
        if (deixis == Deixis.None)
        {
            if (IsAny(end, "ended", "ending") && unit != TimeUnit.Quarter) r = r with { Length = true };
            // "the day before", "the week after": by the narrative; the noun after it makes it a plain length.
            else if (IsAny(end, "before", "after") && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && IsClauseEnd(end + 1))
            {
                r = new TimeReading(TimeKind.Offset) { Unit = unit, Count = 1, Direction = Is(end, "before") ? -1 : 1, Narrative = true };
                return end + 1;
            }
            else if (At(end) == TimeClass.Of && unit == TimeUnit.Week && DateForm(end + 1, out var date) is > 0 and var weekEnd && date.Day > 0)
            {
                // "the week of March 6"
                r = date with { Unit = TimeUnit.Week };
                return weekEnd;
            }
            else if (At(end) == TimeClass.Of || unit == TimeUnit.Day)
            {
                return -1;
            }
        }
        else if (deixis == Deixis.Recent || (deixis == Deixis.This && unit == TimeUnit.Day))
        {
            return -1;
        }
        else if (unit == TimeUnit.Year && At(end) == TimeClass.Apostrophe)
        {
            // "this year's third quarter"
            if (OrdinalPeriod(end + 1, end + 1, Deixis.None, out var part) is > 0 and var p && part.Kind is TimeKind.Quarter or TimeKind.Half)
            {
                r = part with { Deixis = deixis, Unit = TimeUnit.Year };
                return p;
            }
        }
        else if (Is(end, "or") && Is(end + 1, "so"))
        {
            return end + 2;
        }

        return end;
    }

    private int NightOf(int j, out TimeReading r)
    {
        r = default;
        if (DateForm(j + 2, out var date) is not (> 0 and var end) || (date.Day == 0 && date.Kind != TimeKind.Weekday)) return -1;
        r = date with { Part = DayPart.NI };
        return end;
    }

    private bool IsClauseEnd(int i) => (uint)i >= (uint)_words.Length || At(i) is TimeClass.Comma or TimeClass.Punctuation;

    private static int YearEnd(int j, TimeUnit unit, out TimeReading r)
    {
        r = new TimeReading(TimeKind.Deictic) { Unit = unit, Phase = TimePhase.End };
        return j + 2;
    }

    // "year-earlier", "year-ago quarter", "year-end", "day-long", "week-old".
    private int HyphenUnit(int j, out TimeReading r)
    {
        r = default;
        var unit = (TimeUnit)Value(j);
        var k = j + 2;
        if (Is(k, "end") && unit is TimeUnit.Year or TimeUnit.Month) return YearEnd(j + 1, unit, out r);
        if (IsAny(k, "long", "old"))
        {
            // Somebody's age dates nothing.
            if (Is(k, "old") && unit == TimeUnit.Year)
            {
                r = default;
                return k + 1;
            }

            return MakeDuration(1, unit, out r) ? k + 1 : -1;
        }

        if (!IsAny(k, "ago", "earlier")) return -1;
        r = new TimeReading(TimeKind.Offset) { Unit = unit, Count = 1, Direction = -1, Narrative = true };
        var end = k + 1;
        if (OrdinalPeriod(j, end, Deixis.None, out var quarter) is > 0 and var q && quarter.Kind == TimeKind.Quarter)
        {
            r = quarter with { Deixis = Deixis.Previous, Unit = TimeUnit.Year };
            return q;
        }

        return At(end) == TimeClass.Unit && Value(end) is (int)TimeUnit.Quarter or (int)TimeUnit.Period or (int)TimeUnit.Month or (int)TimeUnit.Week ? end + 1 : end;
    }

    // "recent years", "the coming weeks".
    private int VagueUnits(int j, Deixis deixis, out TimeReading r)
    {
        var unit = (TimeUnit)Value(j);
        r = default;
        return MakeDuration(-1, unit, out r) ? j + 1 : -1;
    }
}
