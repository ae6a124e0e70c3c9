using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Measures;

namespace Demarche.Ledger.Exchanges;

/// <summary>A measure as the search for exchanges sees it.</summary>
internal sealed record ExchangeMeasure(
    long Key, string? Source, string? Target, string? Kind, long? Count, DateOnly? Day, EventStatus Status, double Confidence, bool Undated, bool Answering,
    long Document, int Trigger)
{
    public bool Happened => Status is EventStatus.Actual or EventStatus.Announced && !Undated && Day is not null;
}

/// <summary>A possible exchange with its chance and reasons.</summary>
internal sealed record ExchangeCandidate(ExchangeMeasure Act, ExchangeMeasure Answer, bool Told, double Chance, ImmutableArray<string> Reasons)
{
    public int Lag => Answer.Day is { } b && Act.Day is { } a ? b.DayNumber - a.DayNumber : 0;

    public bool Mirror => Act.Kind is not null && Act.Kind == Answer.Kind;

    public double? Proportion => Act.Count is > 0 && Answer.Count is { } n ? Math.Round((double)n / Act.Count.Value, 3) : null;

    /// <summary>The chance that the link holds and, on balance, that both events were read right.</summary>
    public double Confidence => Math.Round(Chance * Math.Sqrt(Act.Confidence * Answer.Confidence), 3);

    /// <summary>Null where the act is the answerer's own, or is dated after the answer: then the words told of something else.</summary>
    public static ExchangeCandidate? OfTold(ExchangeMeasure act, ExchangeMeasure answer)
    {
        if (act.Source is not null && act.Source == answer.Source) return null;
        if (act.Day is { } first && answer.Day is { } second && first > second) return null;
        var reason = FormattableString.Invariant($"a report says that it answers {ExchangeWeights.Told:.00}");
        return new(act, answer, true, ExchangeWeights.Told, act.Day is null ? [reason, "the act's day is not told"] : [reason]);
    }

    /// <summary>Null where the two cannot be act and answer.</summary>
    public static ExchangeCandidate? Infer(ExchangeMeasure act, ExchangeMeasure answer)
    {
        if (act.Key == answer.Key || act.Source == act.Target || act.Source != answer.Target || act.Target != answer.Source || !act.Happened || !answer.Happened) return null;
        if (MeasureKinds.Find(act.Kind) is not { } first || MeasureKinds.Find(answer.Kind) is not { } second) return null;
        var lag = answer.Day!.Value.DayNumber - act.Day!.Value.DayNumber;
        if (first.Field != second.Field || first.Conflict != second.Conflict || lag < 0 || lag > ExchangeWeights.Window) return null;
        // What both do together is one act told by one word, not a blow and its answer; so are talks, ties and treaties, whoever ends them.
        if ((first.Mutual && second.Mutual) || (act.Document == answer.Document && act.Trigger == answer.Trigger)) return null;
        if (!first.Conflict && first.Field is MeasureField.Aid or MeasureField.Agreements or MeasureField.Talks or MeasureField.Membership) return null;
        // Being called in is a protest, not a blow to answer.
        if (first.Name == "ambassador_summoned" && second.Name == "ambassador_summoned" && lag == 0 && !answer.Answering) return null;
        return Weigh(act, answer, first, second, lag);
    }

    private static ExchangeCandidate Weigh(ExchangeMeasure act, ExchangeMeasure answer, MeasureKind first, MeasureKind second, int lag)
    {
        var reasons = ImmutableArray.CreateBuilder<string>();
        var sum = 0.0;
        Add(ExchangeWeights.Base, "parties reversed, same field");
        if (first.Name == second.Name) Add(ExchangeWeights.Mirror, "of the same kind");
        if (act.Count is { } n && answer.Count is { } m)
        {
            if (n == m) Add(n == 1 ? ExchangeWeights.BothOne : ExchangeWeights.SameNumber, string.Create(CultureInfo.InvariantCulture, $"{m} for {n}"));
            else Add(ExchangeWeights.OtherNumber, string.Create(CultureInfo.InvariantCulture, $"{m} for {n}"));
        }
        if (answer.Answering) Add(ExchangeWeights.Cue, "a report calls it an answer");
        var days = string.Create(CultureInfo.InvariantCulture, $"after {lag} {(lag == 1 ? "day" : "days")}");
        Add(lag switch
        {
            0 when !answer.Answering => ExchangeWeights.SameDayUntold,
            <= 3 => ExchangeWeights.WithinThreeDays,
            <= 7 => ExchangeWeights.WithinAWeek,
            <= 14 => ExchangeWeights.WithinTwoWeeks,
            _ => ExchangeWeights.Later,
        }, lag == 0 ? "on the same day" : days);
        if (!first.Conflict) Add(ExchangeWeights.Unwinding, "both ease");
        if (first.Field == MeasureField.Military) Add(ExchangeWeights.Military, "moves of forces are seldom answers");
        if (answer.Status == EventStatus.Announced) Add(ExchangeWeights.OnlyAnnounced, "announced only");
        return new ExchangeCandidate(act, answer, false, 1 / (1 + Math.Exp(-sum)), reasons.ToImmutable());

        void Add(double weight, string reason)
        {
            sum += weight;
            reasons.Add($"{reason} {weight.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)}");
        }
    }
}
