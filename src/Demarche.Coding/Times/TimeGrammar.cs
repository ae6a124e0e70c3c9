namespace Demarche.Coding;

/// <summary>
/// Reads one time expression from scanned words, without any calendar. Each method that tries a form returns the index after its last
/// word, or -1 where the form is not there. The longest form wins.
/// </summary>
internal readonly ref partial struct TimeGrammar(string text, ReadOnlySpan<TimeWord> words)
{
    private readonly ReadOnlySpan<TimeWord> _words = words;

    /// <summary>The expression that starts at the word, with whatever belongs to it on its left.</summary>
    /// <returns>False where none starts there.</returns>
    public bool TryMatch(int at, int floor, out int first, out int end, out TimeReading reading)
    {
        first = at;
        reading = default;
        end = CanStart(_words[at]) ? Core(at, out reading) : -1;
        if (end <= at || !IsPlausible(at, end, reading)) return false;
        if (reading.Kind == TimeKind.None) return true;
        first = ExtendLeft(at, floor, ref reading);
        return true;
    }

    private static bool CanStart(TimeWord word) => word.Class is not (TimeClass.None or TimeClass.Future or TimeClass.Past
        or TimeClass.Hyphen or TimeClass.Comma or TimeClass.Punctuation or TimeClass.Apostrophe or TimeClass.Of or TimeClass.And
        or TimeClass.Phase or TimeClass.Edge or TimeClass.Approximate or TimeClass.Ago);

    private TimeClass At(int i) => (uint)i < (uint)_words.Length ? _words[i].Class : TimeClass.None;

    private int Value(int i) => _words[i].Value;

    private bool Attached(int i) => (uint)i < (uint)_words.Length && !_words[i].SpaceBefore;

    private bool Is(int i, string word) =>
        (uint)i < (uint)_words.Length && _words[i].Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsAny(int i, params ReadOnlySpan<string> any)
    {
        if ((uint)i >= (uint)_words.Length) return false;
        var form = _words[i].Span.In(text);
        foreach (var word in any)
            if (form.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private char CharAt(int i) => (uint)i < (uint)_words.Length ? text[_words[i].Start] : '\0';

    /// <summary>After a hyphen that joins two words, or the same index.</summary>
    private int OverHyphen(int i) => At(i) == TimeClass.Hyphen && Attached(i) && Attached(i + 1) ? i + 1 : i;

    /// <summary>A form of kind None is read over: it holds words of time that are no time ("40-year-old").</summary>
    private int Core(int i, out TimeReading reading)
    {
        var best = -1;
        reading = default;
        Take(ClockForm(i, out var r), r, ref best, ref reading);
        Take(DateForm(i, out r), r, ref best, ref reading);
        Take(PeriodForm(i, out r), r, ref best, ref reading);
        Take(SetForm(i, out r), r, ref best, ref reading);
        Take(AmountForm(i, out r), r, ref best, ref reading);
        Take(ReferenceForm(i, out r), r, ref best, ref reading);
        return best;
    }

    private static void Take(int end, in TimeReading candidate, ref int best, ref TimeReading reading)
    {
        if (end <= best) return;
        best = end;
        reading = candidate;
    }

    /// <summary>Takes in what stands before the core and belongs to it: "the end of", "early", "at least", "nearly".</summary>
    private int ExtendLeft(int first, int floor, ref TimeReading reading)
    {
        var amount = reading.Kind is TimeKind.Duration or TimeKind.Offset;
        for (var i = first - 1; i >= floor; i = first - 1)
        {
            var kind = At(i);
            if (!amount && kind == TimeClass.Phase)
            {
                first = i;
                reading = reading with { Phase = (TimePhase)Value(i) };
            }
            else if (!amount && kind == TimeClass.Hyphen && Attached(i) && i > floor && At(i - 1) == TimeClass.Phase)
            {
                first = i - 1;
                reading = reading with { Phase = (TimePhase)Value(i - 1) };
            }
            else if (!amount && kind == TimeClass.Of && i > floor && At(i - 1) == TimeClass.Edge)
            {
                first = i - 1;
                reading = reading with { Phase = (TimePhase)Value(i - 1) };
            }
            else if (!amount && reading.Kind is TimeKind.Deictic or TimeKind.Calendar && Is(i, "in") && i > floor && At(i - 1) == TimeClass.Phase && Value(i - 1) != 2)
            {
                first = i - 1;
                reading = reading with { Phase = (TimePhase)Value(i - 1) };
            }
            else if (kind == TimeClass.The && Value(i) == 0 && reading.Phase != TimePhase.None && At(first) is TimeClass.Phase or TimeClass.Edge)
            {
                return i;
            }
            else if (kind == TimeClass.Approximate && Value(i) == 0 && At(first) is not (TimeClass.The or TimeClass.Deictic) && (amount || reading.Kind is TimeKind.Calendar or TimeKind.Clock))
            {
                first = i;
            }
            else if (reading.Kind == TimeKind.Reference && Is(i, "right") && Is(first, "now"))
            {
                return i;
            }
            else if (amount && Bound(i, floor) is >= 0 and var bound)
            {
                first = bound;
            }
            else
            {
                return first;
            }
        }

        return first;
    }

    // "more than", "less than", "at least", "at most", "up to", "no more than".
    private int Bound(int i, int floor)
    {
        if (i - 1 < floor) return -1;
        if (Is(i, "than") && (IsAny(i - 1, "more", "less", "longer", "fewer"))) return i - 2 >= floor && Is(i - 2, "no") ? i - 2 : i - 1;
        if (IsAny(i, "least", "most") && Is(i - 1, "at")) return i - 1;
        return Is(i, "to") && Is(i - 1, "up") ? i - 1 : -1;
    }

    /// <summary>Refuses what only looks like a time: money, percentages, counts of things.</summary>
    private bool IsPlausible(int first, int end, in TimeReading reading)
    {
        var before = first > 0 ? CharAt(first - 1) : '\0';
        if (before is '$' or '£' or '€' or '#' && Attached(first)) return false;
        if (reading.Kind == TimeKind.Calendar && reading.Month == 0 && reading.Year > 0) return IsYear(first, end, reading.Year);
        return true;
    }

    private bool IsYear(int first, int end, int year)
    {
        if (At(first) != TimeClass.Digits || end != first + 1) return true;
        if (first > 0 && At(first - 1) is TimeClass.Hyphen && Attached(first) && !IsAny(first - 2, "post", "pre", "since") && At(first - 2) is not (TimeClass.Digits or TimeClass.Phase) && first > 1 && Attached(first - 1)) return false;
        if (CharAt(end) is '%' or '/' && Attached(end)) return false;
        if (At(end) == TimeClass.Hyphen && Attached(end) && At(end + 1) == TimeClass.None && Attached(end + 1)) return false;
        var led = first > 0 && (IsAny(first - 1, "in", "since", "until", "by") || IsAny(first - 1, "from", "before", "after", "during") || IsAny(first - 1, "till", "circa", "of", "year")
            || At(first - 1) is TimeClass.Phase or TimeClass.Fiscal or TimeClass.And);
        if (year is < 1900 or > 2050) return led && year >= 1000;
        if (At(first - 1) == TimeClass.Hyphen && Attached(first)) return true;
        // "2000 people" counts; "in 1990 prices" and "the 1992 protests" date.
        return !IsPluralNoun(end) || (At(first - 1) == TimeClass.The && year % 100 != 0) || (led && IsAny(first - 1, "in", "since", "until"));
    }

    private bool IsPluralNoun(int i)
    {
        if ((uint)i >= (uint)_words.Length || _words[i].Capital || _words[i].Class != TimeClass.None) return false;
        var form = _words[i].Span.In(text);
        return (form.Length > 4 && form[^1] == 's' && form[^2] != 's') || form is "people" or "men" or "women" or "km" or "miles" or "feet" or "more" or "others" or "tons" or "or";
    }
}
