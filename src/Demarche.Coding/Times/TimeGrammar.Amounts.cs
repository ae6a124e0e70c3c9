namespace Demarche.Coding;

/// <summary>Amounts of time: "two days", "a year ago", "every Thursday", and words that only refer ("now", "recently").</summary>
internal readonly ref partial struct TimeGrammar
{
    private int AmountForm(int i, out TimeReading r)
    {
        r = default;
        var j = i;
        var deixis = Deixis.None;
        if (At(j) == TimeClass.The) j++;
        if (At(j) == TimeClass.Deictic && Value(j) is not ((int)Deixis.This or (int)Deixis.Same or (int)Deixis.That))
        {
            deixis = (Deixis)Value(j);
            j++;
        }

        if (At(j) == TimeClass.Units) return j == i ? BareUnits(j, out r) : -1;
        if (Amount(j, out var count, out var unit, out var half) is not (> 0 and var end)) return -1;
        if (_words[end - 1].Capital && j > 0 && end - j > 1 && At(end - 1) is TimeClass.Unit or TimeClass.Units && !char.IsUpper(text[_words[end - 1].Start + 1])) return -1;
        // "24 hours a day", "seven days a week": always, not a length.
        if (j == i && Always(end, count, unit) is > 0 and var always)
        {
            r = default;
            return always;
        }

        if (deixis != Deixis.None && At(j) is TimeClass.A) return -1;
        if (!MakeDuration(count, unit, out r)) return -1;
        r = r with { AndHalf = half };
        if (j > i && At(end - 2) == TimeClass.Hyphen) return -1;
        if (At(j) == TimeClass.A && At(end) == TimeClass.Hyphen && Attached(end)) return -1;
        if (Is(end, "old") || (At(end) == TimeClass.Hyphen && Is(end + 1, "old"))) return Age(end, unit, ref r);
        if (At(end) == TimeClass.Hyphen && Attached(end) && Is(end + 1, "long")) return end + 2;
        if (At(j) == TimeClass.A && Is(end, "or") && Is(end + 1, "two")) return end + 2;
        return j > i && At(i) != TimeClass.Vague ? OrSo(end) : WithDirection(end, ref r);
    }

    private int Always(int end, int count, TimeUnit unit)
    {
        if (At(end) != TimeClass.A || At(end + 1) != TimeClass.Unit) return -1;
        var whole = (unit, count, (TimeUnit)Value(end + 1)) is (TimeUnit.Hour, 24, TimeUnit.Day) or (TimeUnit.Day, 7, TimeUnit.Week);
        return whole ? end + 2 : -1;
    }

    // "two years old", "40-year-old": somebody's age dates nothing, and is read over; "a month-old truce" is a length.
    private int Age(int end, TimeUnit unit, ref TimeReading r)
    {
        var after = Is(end, "old") ? end + 1 : end + 2;
        if (unit == TimeUnit.Year || IsAny(after, "son", "daughter", "baby", "infant") || IsAny(after, "boy", "girl", "child", "twins")) r = default;
        return after;
    }

    private int OrSo(int end) => Is(end, "or") && Is(end + 1, "so") ? end + 2 : end;

    // "years" by itself: "for years", "in weeks".
    private int BareUnits(int j, out TimeReading r)
    {
        r = default;
        var unit = (TimeUnit)Value(j);
        if (unit is TimeUnit.Period or TimeUnit.Weekend or TimeUnit.Night or TimeUnit.Quarter) return -1;
        // "a matter of days", "minutes apart", "the early hours of": manners of speaking.
        if ((Is(j - 1, "of") && Is(j - 2, "matter")) || Is(j + 1, "apart") || (unit == TimeUnit.Hour && At(j - 1) == TimeClass.Phase)) return -1;
        // "on days when", "the days after": days by themselves are counted only where something leads up to a length.
        if (unit is TimeUnit.Day or TimeUnit.Minute && !IsLength(j)) return -1;
        if (!MakeDuration(-1, unit, out r)) return -1;
        if (unit is TimeUnit.Second && !Is(j - 1, "for") && !Is(j - 1, "in") && !Is(j - 1, "within")) return -1;
        if (At(j + 1) == TimeClass.And && At(j + 2) == TimeClass.Units && Is(j + 1, "or")) return j + 3;
        return WithDirection(j + 1, ref r);
    }

    private bool IsLength(int j) => IsAny(j - 1, "for", "in", "within", "over") || IsAny(j - 1, "after", "of", "just", "only") || IsAny(j - 1, "than", "last", "take", "took")
        || At(j + 1) is TimeClass.Ago or TimeClass.Later || IsAny(j + 1, "later", "earlier", "of", "or");

    private int WithDirection(int end, ref TimeReading r)
    {
        var start = end - 2;
        end = OrSo(end);
        if (At(end) == TimeClass.Ago)
        {
            r = r with { Kind = TimeKind.Offset, Direction = -1, Compared = r is { Unit: TimeUnit.Year, Count: 1 } && IsFigure(start - 1) };
            return end + 1;
        }

        if (IsAny(end, "later", "earlier", "hence"))
        {
            r = r with { Kind = TimeKind.Offset, Direction = Is(end, "earlier") ? -1 : 1, Narrative = !Is(end, "hence") };
            return end + 1;
        }

        if (Is(end, "from") && Is(end + 1, "now"))
        {
            r = r with { Kind = TimeKind.Offset, Direction = 1 };
            return end + 2;
        }

        return end;
    }

    // What stands before a comparison: "from a year ago", "$9 million a year ago", "18 cents a share, a year ago".
    private bool IsFigure(int i)
    {
        if (At(i) == TimeClass.Comma) i--;
        return IsAny(i, "from", "than", "with", "million") || IsAny(i, "billion", "share", "cents", "percent") || At(i) is TimeClass.Digits or TimeClass.Scale || CharAt(i) == '%'
            || (CharAt(i) is >= '0' and <= '9');
    }

    /// <summary>A count with a unit, hyphens or "more" between them.</summary>
    private int Amount(int i, out int count, out TimeUnit unit, out bool half)
    {
        half = false;
        unit = default;
        var j = Count(i, out count, out half);
        if (j < 0) return -1;
        var hyphen = OverHyphen(j);
        var joined = hyphen > j;
        j = hyphen;
        if (!joined)
        {
            if (At(j) == TimeClass.Of && At(j - 1) == TimeClass.Vague) j++;
            while (IsAny(j, "more", "additional", "straight", "consecutive") || IsAny(j, "full", "whole", "further", "extra") || IsAny(j, "business", "working", "trading", "calendar")
                || IsAny(j, "long", "short", "successive", "solid") || IsAny(j, "entire", "crucial", "brief", "mere") || (Is(j, "previous") && count != 1)) j++;
        }

        if (At(j) is not (TimeClass.Unit or TimeClass.Units)) return -1;
        unit = (TimeUnit)Value(j);
        if (unit is TimeUnit.Period || (unit == TimeUnit.Second && At(j) == TimeClass.Unit) || (unit == TimeUnit.Quarter && (At(j) == TimeClass.Unit) != joined)) return -1;
        // "two day" without a hyphen happens in transcripts; "a years" does not.
        if (At(j) == TimeClass.Units && count == 1 && At(i) == TimeClass.A) return -1;
        j++;
        // "a year and a half"
        if (Is(j, "and") && At(j + 1) == TimeClass.A && At(j + 2) == TimeClass.Half)
        {
            half = true;
            j += 3;
        }

        return j;
    }

    private int Count(int i, out int count, out bool half)
    {
        half = false;
        count = 0;
        switch (At(i))
        {
            case TimeClass.A:
                count = 1;
                if (At(i + 1) is TimeClass.Vague && Value(i + 1) is var v && IsAny(i + 1, "few", "couple", "dozen"))
                {
                    count = v;
                    return i + 2;
                }

                if (Is(i + 1, "half")) return -1;
                if (At(i + 1) == TimeClass.Scale) return NumberWords(i + 1, out count);
                return Is(i + 1, "good") || Is(i + 1, "single") ? i + 2 : i + 1;
            case TimeClass.Vague:
                count = Value(i);
                return i + 1;
            case TimeClass.Approximate when Is(i, "another") || Is(i, "additional"):
                count = 1;
                return i + 1;
            case TimeClass.Approximate when Is(i, "some"):
                count = -1;
                return i + 1;
            case TimeClass.Number or TimeClass.Digits or TimeClass.Scale:
                return Numerals(i, out count, out half);
            default:
                return -1;
        }
    }

    private int Numerals(int i, out int count, out bool half)
    {
        half = false;
        var j = NumberWords(i, out count);
        if (j < 0) return -1;
        // "2 1/2", "one and a half"
        if (At(j) == TimeClass.Digits && CharAt(j + 1) == '/' && At(j + 2) == TimeClass.Digits && Attached(j + 2))
        {
            half = true;
            return j + 3;
        }

        if (Is(j, "and") && At(j + 1) == TimeClass.A && At(j + 2) == TimeClass.Half)
        {
            half = true;
            return j + 3;
        }

        if (CharAt(j) == '½')
        {
            half = true;
            return j + 1;
        }

        // "two or three days", "12 to 18 months", "10-15 years": the lower one.
        var k = At(j) == TimeClass.And && !Is(j, "and") ? j + 1 : At(j) == TimeClass.Hyphen && At(j + 1) == TimeClass.Digits && Attached(j + 1) ? j + 1 : j;
        if (k > j && NumberWords(k, out _) is > 0 and var end) return end;
        return j;
    }

    private int NumberWords(int i, out int count)
    {
        count = 0;
        if (At(i) == TimeClass.Digits)
        {
            count = Value(i);
            return i + 1;
        }

        var total = 0;
        var j = i;
        var any = false;
        while (At(j) is TimeClass.Number or TimeClass.Scale)
        {
            if (At(j) == TimeClass.Scale) total = any ? total * Value(j) : Value(j);
            else total += Value(j);
            any = true;
            j++;
            var next = OverHyphen(j);
            if (next == j) continue;
            if (At(next) != TimeClass.Number || At(j - 1) != TimeClass.Number || Value(next) >= 10) break;
            j = next;
        }

        count = total;
        return any && total > 0 ? j : -1;
    }

    private static bool MakeDuration(int count, TimeUnit unit, out TimeReading r)
    {
        r = new TimeReading(TimeKind.Duration) { Count = count, Unit = unit };
        return unit is not TimeUnit.Period;
    }

    private int SetForm(int i, out TimeReading r)
    {
        r = default;
        switch (At(i))
        {
            case TimeClass.Each:
                return EachForm(i, out r);
            // "10,000 tons annually" is a rate, not when.
            case TimeClass.Frequency when Is(i, "annually") && (IsFigure(i - 1) || IsFigure(i - 2)):
                return -1;
            case TimeClass.Frequency:
                r = new TimeReading(TimeKind.Set) { Unit = (TimeUnit)Value(i), Count = 1 };
                return i + 1;
            case TimeClass.Weekdays when _words[i].Capital:
                r = new TimeReading(TimeKind.Set) { Weekday = Value(i) };
                return i + 1;
            case TimeClass.A when At(i + 1) == TimeClass.Unit && IsRate(i):
                r = new TimeReading(TimeKind.Set) { Unit = (TimeUnit)Value(i + 1), Count = 1 };
                return i + 2;
            case TimeClass.Weekday when IsDayPart(i + 1, out var part) && At(i + 1) == TimeClass.Units:
                r = new TimeReading(TimeKind.Set) { Weekday = Value(i), Part = part };
                return i + 2;
            default:
                return -1;
        }
    }

    // "$5 million a year", "twice a week": the amount before it makes a rate of it.
    private bool IsRate(int i)
    {
        if (Value(i + 1) is (int)TimeUnit.Second or (int)TimeUnit.Period) return false;
        var p = i - 1;
        if (IsAny(p, "once", "twice", "times", "percent") || IsAny(p, "million", "billion", "barrels", "tons") || IsAny(p, "dollars", "euros", "hours", "people") || CharAt(p) == '%') return true;
        return p > 0 && At(p) is TimeClass.Digits or TimeClass.Scale && !Is(p - 1, "of") && (CharAt(p - 1) is '$' or '£' or '€');
    }

    private int EachForm(int i, out TimeReading r)
    {
        r = default;
        var j = i + 1;
        if (At(j) == TimeClass.Of && At(j + 1) == TimeClass.The) return -1;
        if (At(j) is TimeClass.Weekday)
        {
            r = new TimeReading(TimeKind.Set) { Weekday = Value(j) };
            return WithDayPart(j + 1, ref r);
        }

        if (At(j) == TimeClass.Month)
        {
            r = new TimeReading(TimeKind.Set) { Month = Value(j) };
            return j + 1;
        }

        if (At(j) == TimeClass.Season)
        {
            r = new TimeReading(TimeKind.Set) { Number = Value(j) };
            return j + 1;
        }

        if (IsDayPart(j, out var part))
        {
            r = new TimeReading(TimeKind.Set) { Part = part };
            return j + 1;
        }

        if (At(j) == TimeClass.Unit && Value(j) != (int)TimeUnit.Period)
        {
            r = new TimeReading(TimeKind.Set) { Unit = (TimeUnit)Value(j), Count = 1 };
            return j + 1;
        }

        if (Amount(j, out var count, out var unit, out _) is not (> 0 and var end)) return -1;
        r = new TimeReading(TimeKind.Set) { Unit = unit, Count = count };
        return end;
    }

    private int ReferenceForm(int i, out TimeReading r)
    {
        r = default;
        var (end, value) = At(i) switch
        {
            TimeClass.Reference => WordReference(i),
            TimeClass.Deictic => DeicticReference(i),
            TimeClass.The => TheReference(i + 1),
            _ => (-1, 0),
        };
        if (end < 0) return -1;
        r = new TimeReading(TimeKind.Reference) { Value = value < 0 ? "PAST_REF" : value > 0 ? "FUTURE_REF" : "PRESENT_REF" };
        return end;
    }

    private (int End, int Value) WordReference(int i)
    {
        if (Is(i, "these")) return Is(i + 1, "days") ? (i + 2, 0) : (-1, 0);
        // "as soon as", "shortly after": they order two events.
        if (IsAny(i, "soon", "shortly") && (IsAny(i + 1, "as", "after", "before", "afterwards", "afterward", "thereafter") || Is(i - 1, "too"))) return (-1, 0);
        if (Is(i, "future") && !IsAny(i - 1, "in", "near", "foreseeable", "distant", "immediate")) return (-1, 0);
        return (i + 1, Value(i));
    }

    private (int End, int Value) DeicticReference(int i) => (Deixis)Value(i) switch
    {
        Deixis.Current when At(i + 1) is not (TimeClass.Unit or TimeClass.Hyphen or TimeClass.Fiscal) => (i + 1, 0),
        Deixis.Recent when At(i + 1) is not (TimeClass.Units or TimeClass.Hyphen) => (i + 1, -1),
        Deixis.This when Is(i + 1, "moment") => (i + 2, 0),
        Deixis.That or Deixis.Same when Is(i + 1, "time") && Is(i - 1, "at") => (i + 2, -1),
        _ => (-1, 0),
    };

    private (int End, int Value) TheReference(int j)
    {
        if (Is(j, "past") && At(j + 1) is not (TimeClass.Unit or TimeClass.Units or TimeClass.Number or TimeClass.Digits or TimeClass.Vague or TimeClass.Season)
            && IsAny(j - 2, "in", "of", "from", "than")) return (j + 1, -1);
        if (Is(j, "future") && IsNounEnd(j + 1)) return (j + 1, 1);
        if (IsAny(j, "near", "foreseeable", "immediate", "distant") && Is(j + 1, "future")) return (j + 2, 1);
        if (Is(j, "time") && Is(j - 2, "at") && IsNounEnd(j + 1)) return (j + 1, -1);
        if (Is(j, "moment") && IsAny(j - 2, "at", "for") && IsNounEnd(j + 1)) return (j + 1, 0);
        return (-1, 0);
    }

    private bool IsNounEnd(int i) => At(i) is not (TimeClass.Of or TimeClass.Hyphen);
}
