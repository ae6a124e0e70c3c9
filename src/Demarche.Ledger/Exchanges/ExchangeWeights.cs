namespace Demarche.Ledger.Exchanges;

/// <summary>
/// What speaks for one measure answering another where no report says so, in log-odds. docs/ledger.md prints this table.
/// </summary>
internal static class ExchangeWeights
{
    /// <summary>Chance that a told link is right, the events granted.</summary>
    public const double Told = 0.95;

    /// <summary>An inferred link below this chance is not kept.</summary>
    public const double Keep = 0.5;

    public const double Base = -1.2;
    public const double Uncalled = -1.0;
    public const double Mirror = 1.2;
    public const double SameNumber = 1.2;
    public const double BothOne = 0.4;
    public const double OtherNumber = -0.3;
    public const double Cue = 1.8;
    public const double WithinThreeDays = 0.9;
    public const double WithinAWeek = 0.5;
    public const double WithinTwoWeeks = 0.0;
    public const double Later = -0.7;
    public const double SameDayUntold = -0.6;
    public const double Unwinding = -0.8;
    public const double Military = -2.0;
    public const double OnlyAnnounced = -0.2;

    /// <summary>Days within which an untold answer is looked for.</summary>
    public const int Window = 30;

    /// <summary>The same for measures that come in rounds.</summary>
    public const int RepeatedWindow = 14;

    /// <summary>Days before the answer within which a told act that is no measure lies.</summary>
    public const int ToldWindow = 365;

    /// <summary>A link below this confidence is not kept: one that a report tells of, and one that we infer, which is wrong more often.</summary>
    public const double LeastTold = 0.5;
    public const double LeastInferred = 0.6;

    /// <summary>The same of one whose provocation stays within one party: behind it often stands another party, read wrongly.</summary>
    public const double LeastWithin = 0.7;
}
