namespace Demarche.Coding;

/// <summary>What a word does in a time expression. <see cref="None"/>: nothing.</summary>
internal enum TimeClass : byte
{
    None,
    Month,
    MonthShort,
    Weekday,
    Weekdays,
    WeekdayShort,
    Unit,
    Units,
    Season,
    DayPart,
    Noon,
    RelativeDay,
    Tonight,
    Number,
    Scale,
    Vague,
    Ordinal,
    Digits,
    Clock,
    Meridiem,
    DecadeWord,
    DecadeDigits,
    Deictic,
    The,
    A,
    Phase,
    Edge,
    Of,
    And,
    Approximate,
    Ago,
    Later,
    Each,
    Frequency,
    Reference,
    Fiscal,
    Half,
    Century,
    Holiday,
    QuarterShort,
    Future,
    Past,
    Hyphen,
    Comma,
    Apostrophe,
    Punctuation,
}

internal enum TimeUnit : byte
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
    Fortnight,
    Season,
    Night,
    Period,
    Millennium,
}

/// <summary>Which one of its kind is meant: "last", "this", "next" and their kin.</summary>
internal enum Deixis : byte
{
    None,
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    This,
    Current,
    That,
    Same,
    Recent,
    Latest,
    Full,
}

/// <summary>A part of a period: "early", "the end of".</summary>
internal enum TimePhase : byte
{
    None,
    Start,
    Middle,
    End,
    Some,
}

/// <summary>A part of the day, with TIMEX3's two letters for it.</summary>
internal enum DayPart : byte
{
    None,
    MO,
    MI,
    AF,
    EV,
    NI,
    DT,
}
