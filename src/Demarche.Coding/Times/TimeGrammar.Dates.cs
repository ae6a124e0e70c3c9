namespace Demarche.Coding;

/// <summary>Dates: calendar dates, weekdays, days by name, holidays, clock times.</summary>
internal readonly ref partial struct TimeGrammar
{
    private int DateForm(int i, out TimeReading r)
    {
        r = default;
        switch (At(i))
        {
            case TimeClass.Month or TimeClass.MonthShort:
                return MonthForm(i, out r);
            case TimeClass.Weekday or TimeClass.WeekdayShort:
                return WeekdayForm(i, out r);
            case TimeClass.RelativeDay or TimeClass.Tonight:
                return DayForm(i, out r);
            case TimeClass.Digits or TimeClass.Ordinal:
                return DayMonthForm(i, out r);
            case TimeClass.The when At(i + 1) is TimeClass.Ordinal or TimeClass.Digits:
                return DayMonthForm(i + 1, out r) is var e && r.Day > 0 && r.Month > 0 ? e : -1;
            case TimeClass.The when Is(i + 1, "day") && IsAny(i + 2, "before", "after") && At(i + 3) == TimeClass.RelativeDay:
                r = new TimeReading(TimeKind.RelativeDay) { Number = Value(i + 3) + (Is(i + 2, "before") ? -1 : 1) };
                return i + 4;
            case TimeClass.The when Is(i + 1, "day") && IsAny(i + 2, "before", "after"):
                return DayBeside(i + 3, Is(i + 2, "before") ? -1 : 1, out r);
            case TimeClass.Number or TimeClass.Scale:
                return SpokenYear(i, out r);
            case TimeClass.Holiday:
                return HolidayForm(i, out r);
            case TimeClass.None:
                return -1;
            default:
                return -1;
        }
    }

    // "the day before last Tuesday", "the day after March 3"
    private int DayBeside(int i, int shift, out TimeReading r)
    {
        r = default;
        var end = At(i) switch
        {
            TimeClass.Deictic => PeriodForm(i, out r),
            TimeClass.Month or TimeClass.MonthShort or TimeClass.Weekday or TimeClass.Digits => DateForm(i, out r),
            _ => -1,
        };
        if (end < 0 || r.Part != DayPart.None || (r.Kind != TimeKind.Weekday && !(r.Kind == TimeKind.Calendar && r.Day > 0))) return -1;
        r = r with { Shift = shift };
        return end;
    }

    private bool IsMonth(int i) => At(i) == TimeClass.Month || (At(i) == TimeClass.MonthShort && _words[i].Capital);

    // The stop of "Oct."
    private int AfterMonth(int i) => At(i) == TimeClass.MonthShort && CharAt(i + 1) == '.' && Attached(i + 1) ? i + 2 : i + 1;

    private int MonthForm(int i, out TimeReading r)
    {
        r = default;
        if (!_words[i].Capital || (At(i) == TimeClass.MonthShort && AfterMonth(i) == i + 1 && !IsDay(i + 1, out _, out _))) return -1;
        var month = Value(i);
        var j = AfterMonth(i);
        var start = j;
        if (At(start) == TimeClass.The && At(start + 1) == TimeClass.Ordinal) start++;
        if (IsDay(start, out var day, out var afterDay) && !(At(start) == TimeClass.Digits && (At(afterDay) is TimeClass.Units || CharAt(afterDay) == '%')))
        {
            r = new TimeReading(TimeKind.Calendar) { Month = month, Day = day };
            var end = WithYear(afterDay, ref r, true);
            // "the September 11 attacks", told in whatever year.
            if (r.Year == 0 && month == 9 && day == 11 && (IsAny(end, "attack", "attacks", "terrorist", "terror") || IsAny(end, "hijackers", "hijackings"))) r = r with { Year = 2001 };
            return end;
        }

        r = new TimeReading(TimeKind.Calendar) { Month = month };
        var k = WithYear(j, ref r, true);
        if (k > j) return k;
        if (At(i) == TimeClass.MonthShort) return IsLed(i) ? j : -1;
        // "May" and "March" are words besides; "the March accession" is one of March.
        return month is 5 or 3 && !IsLed(i) && !IsModifier(i) ? -1 : j;
    }

    private bool IsModifier(int i) => Value(i) == 3 && At(i - 1) == TimeClass.The && At(i + 1) == TimeClass.None && (uint)(i + 1) < (uint)_words.Length && !_words[i + 1].Capital;

    // A preposition or a word of time before it shows that a doubtful word is a month.
    private bool IsLed(int i)
    {
        var p = i - 1;
        return p >= 0 && (At(p) is TimeClass.Deictic or TimeClass.Phase or TimeClass.Of or TimeClass.Each or TimeClass.Ordinal or TimeClass.Month
            || IsAny(p, "in", "since", "by", "until") || IsAny(p, "from", "to", "through", "between") || IsAny(p, "before", "after", "for", "during")
            || (At(p) is TimeClass.And && At(p - 1) == TimeClass.Month) || (At(p) == TimeClass.Hyphen && At(p - 1) == TimeClass.Phase));
    }

    private bool IsDay(int i, out int day, out int after)
    {
        day = 0;
        after = i + 1;
        if (At(i) is TimeClass.Digits or TimeClass.Ordinal)
        {
            day = Value(i);
            if (At(i) == TimeClass.Ordinal && day is 20 or 30 && At(i + 1) == TimeClass.Ordinal) return false;
            return day is >= 1 and <= 31 && _words[i].Length <= 4 + (At(i) == TimeClass.Ordinal ? 12 : 0);
        }

        // "twenty-first"
        if (At(i) == TimeClass.Number && Value(i) is 20 or 30)
        {
            var j = OverHyphen(i + 1);
            if (At(j) == TimeClass.Ordinal && Value(j) < 10)
            {
                day = Value(i) + Value(j);
                after = j + 1;
                return day <= 31;
            }
        }

        return false;
    }

    private int WithYear(int i, ref TimeReading r, bool comma)
    {
        var j = i;
        if (comma && At(j) == TimeClass.Comma) j++;
        else if (At(j) == TimeClass.Of) j++;
        if (At(j) == TimeClass.Digits && Value(j) is >= 1000 and <= 2999 && _words[j].Length == 4 && !(CharAt(j - 1) == ',' && r.Day == 0 && IsPluralNoun(j + 1)))
        {
            r = r with { Year = Value(j) };
            return j + 1;
        }

        if (At(j) is not (TimeClass.Number or TimeClass.Deictic)) return i;
        if (SpokenYear(j, out var spoken) is > 0 and var end)
        {
            r = r with { Year = spoken.Year };
            return end;
        }

        return YearByWord(i, j, ref r);
    }

    // "October last year", "March of this year".
    private int YearByWord(int i, int j, ref TimeReading r)
    {
        if (At(j) != TimeClass.Deictic || !Is(j + 1, "year")) return i;
        var deixis = (Deixis)Value(j);
        if (deixis is not (Deixis.Last or Deixis.This or Deixis.Next or Deixis.Current)) return i;
        r = r with { Deixis = deixis, Unit = TimeUnit.Year };
        return j + 2;
    }

    private int DayMonthForm(int i, out TimeReading r)
    {
        r = default;
        if (At(i) == TimeClass.Digits && IsoDate(i, out r) is > 0 and var iso) return iso;
        if (At(i) == TimeClass.Digits && NineEleven(i, out r) is > 0 and var known) return known;
        if (At(i) == TimeClass.Digits && SharedMonth(i, out r) is > 0 and var shared) return shared;
        if (IsDay(i, out var day, out var j))
        {
            // "6 October", "the 1st of November", "6-8 October" is left to ranges.
            if (At(j) == TimeClass.Of) j++;
            if (IsMonth(j) && _words[j].Capital)
            {
                r = new TimeReading(TimeKind.Calendar) { Month = Value(j), Day = day };
                return WithYear(AfterMonth(j), ref r, false);
            }
        }

        if (At(i) == TimeClass.Digits && Value(i) is >= 1000 and <= 2999 && _words[i].Length == 4)
        {
            r = new TimeReading(TimeKind.Calendar) { Year = Value(i) };
            return i + 1;
        }

        return -1;
    }

    // "April 24 and 25", "24 and 25 April": the other day of the month that one of them names.
    private int SharedMonth(int i, out TimeReading r)
    {
        r = default;
        if (!IsDay(i, out var day, out _)) return -1;
        if (Is(i - 1, "and") && At(i - 2) == TimeClass.Digits && IsDay(i - 2, out var first, out _) && first < day && i >= 3)
        {
            var month = CharAt(i - 3) == '.' && Attached(i - 3) ? i - 4 : i - 3;
            if (month < 0 || !IsMonth(month) || !_words[month].Capital) return -1;
            // "On April 24 and 25 people": a count of what follows.
            if ((uint)(i + 1) < (uint)_words.Length && At(i + 1) == TimeClass.None && !IsAny(i + 1, "in", "at", "with", "for") && !IsAny(i + 1, "on", "as", "that", "when")) return -1;
            r = new TimeReading(TimeKind.Calendar) { Month = Value(month), Day = day };
            return WithYear(i + 1, ref r, true);
        }

        if (!Is(i + 1, "and") || At(i + 2) is not (TimeClass.Digits or TimeClass.Ordinal) || !IsDay(i + 2, out var second, out var after) || second <= day || !IsMonth(after) || !_words[after].Capital) return -1;
        r = new TimeReading(TimeKind.Calendar) { Month = Value(after), Day = day };
        _ = WithYear(AfterMonth(after), ref r, false);
        return i + 1;
    }

    // "9/11" is a name for one day.
    private int NineEleven(int i, out TimeReading r)
    {
        r = default;
        if (Value(i) != 9 || CharAt(i + 1) != '/' || !Attached(i + 1) || At(i + 2) != TimeClass.Digits || Value(i + 2) != 11 || !Attached(i + 2)) return -1;
        if (CharAt(i + 3) == '/' && Attached(i + 3)) return -1;
        r = new TimeReading(TimeKind.Calendar) { Year = 2001, Month = 9, Day = 11 };
        return i + 3;
    }

    // 2013-03-22 and 03/22/2013 or 22/03/2013.
    private int IsoDate(int i, out TimeReading r)
    {
        r = default;
        if (At(i + 2) != TimeClass.Digits || At(i + 4) != TimeClass.Digits || !Attached(i + 1) || !Attached(i + 2) || !Attached(i + 3) || !Attached(i + 4)) return -1;
        var a = Value(i);
        var b = Value(i + 2);
        var c = Value(i + 4);
        if (At(i + 1) == TimeClass.Hyphen && At(i + 3) == TimeClass.Hyphen && _words[i].Length == 4)
            r = new TimeReading(TimeKind.Calendar) { Year = a, Month = b, Day = c };
        else if (CharAt(i + 1) == '/' && CharAt(i + 3) == '/')
        {
            if (c < 100) c += c < 50 ? 2000 : 1900;
            r = a > 12 ? new TimeReading(TimeKind.Calendar) { Year = c, Month = b, Day = a } : new TimeReading(TimeKind.Calendar) { Year = c, Month = a, Day = b };
        }

        return r.Month is >= 1 and <= 12 && r.Day is >= 1 and <= 31 && r.Year is >= 1000 and <= 2999 ? i + 5 : -1;
    }

    // "nineteen ninety-six", "two thousand", "twenty thirteen".
    private int SpokenYear(int i, out TimeReading r)
    {
        r = default;
        if (At(i) != TimeClass.Number) return -1;
        var century = Value(i);
        if (century is 19 or 18 or 20 && At(i + 1) == TimeClass.Number)
        {
            var tens = Value(i + 1);
            if (tens < 10) return -1;
            var j = i + 2;
            var k = OverHyphen(j);
            if (tens >= 20 && At(k) == TimeClass.Number && Value(k) is > 0 and < 10)
            {
                tens += Value(k);
                j = k + 1;
            }

            if (At(j) is TimeClass.Units or TimeClass.Scale) return -1;
            r = new TimeReading(TimeKind.Calendar) { Year = (century * 100) + tens };
            return j;
        }

        return -1;
    }

    private int WeekdayForm(int i, out TimeReading r)
    {
        r = default;
        var j = i + 1;
        if (!_words[i].Capital || IsName(i)) return -1;
        if (At(i) == TimeClass.WeekdayShort)
        {
            var stop = CharAt(j) == '.' && Attached(j);
            var k = stop ? j + 1 : j;
            if (At(k) == TimeClass.Comma) k++;
            if (!IsMonth(k) && !(stop && IsLed(i))) return -1;
            if (stop) j++;
        }

        r = new TimeReading(TimeKind.Weekday) { Weekday = Value(i) };
        var m = At(j) == TimeClass.Comma ? j + 1 : j;
        if (At(m) == TimeClass.The) m++;
        // "Thursday, April 6"
        if ((IsMonth(m) || (At(m) is TimeClass.Digits or TimeClass.Ordinal && IsDay(m, out _, out _))) && DateForm(m, out var date) is > 0 and var end && date.Day > 0)
        {
            r = date with { Weekday = Value(i) };
            return WithDayPart(end, ref r);
        }

        return WithDayPart(j, ref r);
    }

    // "Black Friday", "Good Friday Agreement", "the Sunday Times": days in name only.
    private bool IsName(int i) => (i > 0 && _words[i - 1].Capital && (IsAny(i - 1, "Good", "Black", "Bloody", "Ash") || IsAny(i - 1, "Palm", "Super", "Cyber", "Holy")))
        || (Is(i - 1, "on") && Is(i - 2, "Mail")) || (IsAny(i + 1, "Times", "Telegraph", "Express", "Mirror") && _words[i + 1].Capital);

    // "Monday morning", "Tuesday nights", "Friday the ..." no.
    private int WithDayPart(int j, ref TimeReading r)
    {
        if (IsDayPart(j, out var part))
        {
            r = r with { Part = part };
            return j + 1;
        }

        if (At(j) == TimeClass.Noon && Value(j) > 0)
        {
            r = r with { Minutes = Value(j) * 60 };
            return j + 1;
        }

        var k = Is(j, "at") ? j + 1 : j;
        if (ClockTime(k, out var minutes, false) is > 0 and var end)
        {
            r = r with { Minutes = minutes };
            return end;
        }

        return j;
    }

    private bool IsDayPart(int i, out DayPart part)
    {
        part = At(i) switch
        {
            TimeClass.DayPart => (DayPart)Value(i),
            TimeClass.Unit or TimeClass.Units when Value(i) == (int)TimeUnit.Night => DayPart.NI,
            _ => DayPart.None,
        };
        return part != DayPart.None;
    }

    private int DayForm(int i, out TimeReading r)
    {
        r = default;
        if (At(i) == TimeClass.Tonight)
        {
            r = new TimeReading(TimeKind.RelativeDay) { Number = Value(i) == 6 ? -1 : 0, Part = DayPart.NI };
            return i + 1;
        }

        // "USA Today", "High Today": a name.
        if (_words[i].Capital && i > 0 && _words[i - 1].Capital && _words[i].SpaceBefore && At(i - 1) is TimeClass.None && char.IsUpper(text[_words[i - 1].End - 1])) return -1;
        r = new TimeReading(TimeKind.RelativeDay) { Number = Value(i) };
        return WithDayPart(i + 1, ref r);
    }

    private int HolidayForm(int i, out TimeReading r)
    {
        r = default;
        if (!_words[i].Capital || Value(i) == 0) return -1;
        var j = i + 1;
        var number = Value(i) * 10;
        if (Value(i) == 6)
        {
            // "New Year's Eve", "New Year's Day"
            if (!Is(j, "year") || At(j + 1) != TimeClass.Apostrophe || !IsAny(j + 2, "eve", "day")) return -1;
            j += 2;
        }
        else if (Value(i) == 5 && !Is(j, "day"))
        {
            return -1;
        }

        if (Is(j, "eve"))
        {
            number++;
            j++;
        }
        else if (Is(j, "day"))
        {
            j++;
        }
        else if (Is(j, "monday") || Is(j, "sunday"))
        {
            number += Is(j, "monday") ? 2 : 0;
            j++;
        }

        r = new TimeReading(TimeKind.Holiday) { Number = number };
        return WithYear(j, ref r, false);
    }

    private int ClockForm(int i, out TimeReading r)
    {
        r = new TimeReading(TimeKind.Clock);
        var end = At(i) == TimeClass.Noon && Value(i) > 0 ? i + 1 : ClockTime(i, out _, IsAny(i - 1, "at", "by", "until", "around"));
        var part = 0;
        if (end < 0) (end, part) = DayPartClock(i);
        if (end < 0) return -1;
        // "High Noon": no hour.
        if (At(i) == TimeClass.Noon && Is(i - 1, "high")) return -1;
        if (At(i) == TimeClass.Noon) r = r with { Minutes = Value(i) * 60 };
        else if (part > 0) r = r with { Minutes = part };
        else if (ClockTime(i, out var minutes, true) > 0) r = r with { Minutes = minutes };
        var j = Is(end, "on") ? end + 1 : end;
        if (At(j) == TimeClass.Comma) j++;
        if (At(j) is TimeClass.Weekday or TimeClass.RelativeDay or TimeClass.Month or TimeClass.MonthShort or TimeClass.Digits
            && DateForm(j, out var date) is > 0 and var k && (date.Day > 0 || date.Kind is TimeKind.Weekday or TimeKind.RelativeDay))
        {
            r = date with { Minutes = r.Minutes };
            return k;
        }

        return end;
    }

    // "four in the morning", "11 at night": the index after it and the minutes after midnight.
    private (int End, int Minutes) DayPartClock(int i)
    {
        if (At(i) is not (TimeClass.Digits or TimeClass.Number) || Value(i) is < 1 or > 12) return (-1, 0);
        var hour = Value(i) % 12;
        if (Is(i + 1, "in") && At(i + 2) == TimeClass.The && At(i + 3) == TimeClass.DayPart) return (i + 4, (Is(i + 3, "morning") ? hour : hour + 12) * 60);
        return Is(i + 1, "at") && Is(i + 2, "night") && hour >= 7 ? (i + 3, (hour + 12) * 60) : (-1, 0);
    }

    private int ClockTime(int i, out int minutes, bool led)
    {
        minutes = 0;
        if (At(i) == TimeClass.Clock) minutes = Value(i);
        else if (At(i) is TimeClass.Digits or TimeClass.Number && Value(i) is >= 0 and <= 24) minutes = Value(i) * 60;
        else if (At(i) == TimeClass.Digits && _words[i].Length == 4 && (Is(i + 1, "gmt") || Is(i + 1, "utc")))
        {
            minutes = (Value(i) / 100 * 60) + (Value(i) % 100);
            return minutes <= 1440 ? i + 2 : -1;
        }
        else return -1;
        var j = i + 1;
        var sure = At(i) == TimeClass.Clock && led;
        if (At(j) == TimeClass.Meridiem)
        {
            if (minutes is < 60 or >= 780) return -1;
            if (minutes >= 720) minutes -= 720;
            minutes += Value(j) * 60;
            j++;
            sure = true;
        }
        else if (Is(j, "o'clock") || Is(j, "o’clock"))
        {
            j++;
            sure = true;
        }

        if (IsAny(j, "gmt", "utc", "est", "edt") || IsAny(j, "et", "cet", "bst", "pst")) return j + 1;
        if (Is(j, "local") && Is(j + 1, "time")) return j + 2;
        return sure ? j : -1;
    }
}
