namespace Demarche.Coding;

internal enum TimeKind : byte
{
    None,

    /// <summary>Year, month and day, or some of them.</summary>
    Calendar,
    Weekday,

    /// <summary>So many days from the document's.</summary>
    RelativeDay,

    /// <summary>"last year", "this week", "the quarter".</summary>
    Deictic,

    /// <summary>"two days ago", "a week later".</summary>
    Offset,
    Duration,
    Set,
    Reference,
    Quarter,
    Half,
    Season,
    Decade,
    Century,
    Holiday,
    Clock,
    DayPart,
}

/// <summary>What the grammar read, before any calendar: only what the words say. Zero is "not said", but for <see cref="Minutes"/>.</summary>
internal readonly record struct TimeReading(TimeKind Kind)
{
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public int Weekday { get; init; }

    /// <summary>Quarter, half, season, decade, century, holiday or day offset.</summary>
    public int Number { get; init; }

    public TimeUnit Unit { get; init; }

    /// <summary>How many units; -1 for "several".</summary>
    public int Count { get; init; }

    /// <summary>A half more: "2 1/2 years".</summary>
    public bool AndHalf { get; init; }

    public Deixis Deixis { get; init; }

    /// <summary>-1 before, 1 after the anchor.</summary>
    public int Direction { get; init; }

    /// <summary>The anchor is the narrative's date, not the document's.</summary>
    public bool Narrative { get; init; }

    /// <summary>A figure is compared with that of a year before: "from $10 million a year ago".</summary>
    public bool Compared { get; init; }

    /// <summary>Days from the day read: -1 for "the day before Tuesday".</summary>
    public int Shift { get; init; }

    public TimePhase Phase { get; init; }

    public DayPart Part { get; init; }

    /// <summary>Minutes after midnight, or null.</summary>
    public int? Minutes { get; init; }

    /// <summary>The TIMEX3 value where the words alone give it.</summary>
    public string? Value { get; init; }

    /// <summary>"the year ended March 31": the length, not the year.</summary>
    public bool Length { get; init; }
}
