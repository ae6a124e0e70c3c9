namespace Demarche.Ledger.Canonical;

/// <summary>
/// What speaks for and against two mentions of one block being the same act, in log-odds; they are one from <see cref="Join"/> on.
/// docs/ledger.md prints this table.
/// </summary>
internal static class MatchWeights
{
    public const double Join = 1.0;

    /// <summary>A mention whose likeness to any report of the act is below this is of another, whatever a third resembles.</summary>
    public const double Contradicts = 0.0;

    public const double Measure = 1.5;
    public const double RepeatedMeasure = 0.5;
    public const double OtherAct = -1.3;

    public const double SameDay = 1.0;
    public const double NextDay = 0.5;
    public const double TwoDays = 0.0;
    public const double ThreeDays = -0.5;
    public const double ActDaysApart = -0.5;
    public const double OtherReportDay = -1.0;
    public const double OtherDayRepeated = -0.5;
    public const double WithinPeriod = 0.0;
    public const double WithinPeriodRepeated = -0.5;
    public const double LaterStage = -0.4;
    public const double LaterStageRepeated = -1.6;
    public const double UndatedBackground = -0.6;
    public const double UndatedBackgroundRepeated = -1.0;
    public const double UndatedBackgroundOther = -1.5;

    public const double SameCount = 1.5;
    public const double BothOne = 0.5;
    public const double NearCount = -0.5;
    public const double OtherCount = -2.5;

    public const double SameCity = 1.0;
    public const double OtherCity = -1.5;
    public const double OtherCountry = -2.5;

    public const double WordsFull = 3.0;
    public const double WordsNone = -0.75;
    public const double ActWordsFull = 3.5;
    public const double ActWordsNone = -1.25;
    public const double FewWordsRepeated = -0.75;
    public const double SameWords = 1.0;

    public const double SharedNumber = 0.75;
    public const double OtherNumbers = -1.5;
    public const double OtherNumbersMeasure = -0.5;
    public const double OtherNames = -1.0;
    public const double OtherNamesMeasure = -0.5;
    public const double EachOtherName = -0.5;
    public const double OtherToll = -2.5;
    public const double OtherYears = -4.0;
    public const double OtherExtent = -1.5;
    public const double BegunLater = -2.5;
    public const double OtherAccession = -4.0;
    public const double RefusedAgain = -2.5;
    public const double OneMore = -1.5;
    public const double GoesOn = -1.0;
    public const double OneList = -0.5;

    public const double OtherPerson = -2.0;
    public const double VictimNotNamed = -1.0;
    public const double OtherGroup = -4.0;

    public const double SameCode = 0.5;
    public const double OtherRoot = -0.5;
    public const double OtherSide = -2.0;
    public const double UnknownParty = -1.25;
    public const double UnknownPartySameWords = -0.75;
    public const double UnknownPartyMeasure = -2.0;
    public const double WithinOneParty = -0.75;
    public const double SameDocument = 0.5;

    /// <summary>Share of common words below which two measures of rounds have few.</summary>
    public const double FewWords = 0.3;

    /// <summary>Days over which a measure may pass from one stage to the next.</summary>
    public const int StageDays = 75;

    /// <summary>Days before a report within which undated background is looked for.</summary>
    public const int BackgroundDays = 60;
}
