using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Measures;

namespace Demarche.Ledger.Exchanges;

/// <summary>A measure as the search for exchanges sees it.</summary>
internal sealed record ExchangeMeasure(
    long Key, string? Source, string? Target, string? Kind, long? Count, DateOnly? Day, EventStatus Status, double Confidence, bool Undated, bool Answering,
    long Document, int Trigger, int Quad)
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
        if (act.Document == answer.Document && act.Trigger == answer.Trigger) return null;
        if (answer.Status is not (EventStatus.Actual or EventStatus.Announced or EventStatus.Threatened)) return null;
        if (!IsBetweenTwo(act, answer) || !IsOfOneTone(act, answer)) return null;
        if (act.Day is { } first && answer.Day is { } second)
        {
            if (first > second) return null;
            // What a report reaches back years for is history, unless it was a measure itself.
            if (act.Kind is null && second.DayNumber - first.DayNumber > ExchangeWeights.ToldWindow) return null;
        }
        var reason = FormattableString.Invariant($"a report says that it answers {ExchangeWeights.Told:.00}");
        return new(act, answer, true, ExchangeWeights.Told, act.Day is null ? [reason, "the act's day is not told"] : [reason]);
    }

    /// <summary>The answer goes back to whom the act came from; where a party is not told, at least the other fits.</summary>
    private static bool IsBetweenTwo(ExchangeMeasure act, ExchangeMeasure answer)
    {
        if (act.Source is not null && act.Source == answer.Source) return false;
        if (act.Source is null) return act.Quad >= 3 && act.Target == answer.Source;
        if (answer.Target is null) return act.Target == answer.Source;
        var both = MeasureKinds.Find(answer.Kind) is { Mutual: true };
        return act.Source == answer.Target && (!both || act.Target == answer.Source);
    }

    /// <summary>No one closes a border on a kindness done to him, nor lifts sanctions for a blow.</summary>
    private static bool IsOfOneTone(ExchangeMeasure act, ExchangeMeasure answer)
    {
        if (MeasureKinds.Find(answer.Kind) is not { } kind) return false;
        var first = MeasureKinds.Find(act.Kind);
        // A measure refused is none; what is refused besides measures may well be answered.
        if (first is not null && act.Status is EventStatus.Denied or EventStatus.Hypothetical) return false;
        if (kind.Conflict) return act.Quad >= 3 || act.Target != answer.Source;
        if (kind.Mutual && first is null) return false;
        return kind.Field switch
        {
            MeasureField.Membership => false,
            MeasureField.Military => first is not null && (act.Quad <= 2 || act.Status == EventStatus.Requested),
            _ when act.Status == EventStatus.Requested => first is null || first.Field == kind.Field,
            _ => act.Quad <= 2,
        };
    }

    /// <summary>Null where the two cannot be act and answer.</summary>
    /// <param name="cued">Whether a report calls the answer one, without its pointing to another act.</param>
    public static ExchangeCandidate? Infer(ExchangeMeasure act, ExchangeMeasure answer, bool cued)
    {
        if (act.Key == answer.Key || act.Source == act.Target || act.Source != answer.Target || act.Target != answer.Source || !act.Happened || !answer.Happened) return null;
        if (MeasureKinds.Find(act.Kind) is not { } first || MeasureKinds.Find(answer.Kind) is not { } second) return null;
        var lag = answer.Day!.Value.DayNumber - act.Day!.Value.DayNumber;
        if (first.Field != second.Field || first.Conflict != second.Conflict || lag < 0 || lag > ExchangeWeights.Window) return null;
        // What both do together is one act told by one word, not a blow and its answer; so are talks, ties and treaties, whoever ends them.
        if ((first.Mutual && second.Mutual) || (act.Document == answer.Document && act.Trigger == answer.Trigger)) return null;
        if (first.Name == "recognition_granted" || second.Name == "recognition_granted") return null;
        if (!first.Conflict && first.Field is MeasureField.Aid or MeasureField.Agreements or MeasureField.Talks or MeasureField.Membership) return null;
        // Where one report tells both and calls the first an answer, the second is what it answers, unless it comes later and is called one too.
        if (act.Document == answer.Document && ((act.Answering && !(cued && act.Trigger < answer.Trigger)) || !first.Conflict)) return null;
        // Sanctions and tariffs come so often that after two weeks the last of them is seldom the one that was meant.
        if (lag > ExchangeWeights.RepeatedWindow && (first.Repeats || second.Repeats)) return null;
        // Being called in is a protest, not a blow to answer.
        if (first.Name == "ambassador_summoned" && second.Name == "ambassador_summoned" && lag == 0 && !cued) return null;
        return Weigh(act, answer, first, second, lag, cued);
    }

    private static ExchangeCandidate Weigh(ExchangeMeasure act, ExchangeMeasure answer, MeasureKind first, MeasureKind second, int lag, bool cued)
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
        Add(cued ? ExchangeWeights.Cue : ExchangeWeights.Uncalled, cued ? "a report calls it an answer" : "no report calls it an answer");
        var days = string.Create(CultureInfo.InvariantCulture, $"after {lag} {(lag == 1 ? "day" : "days")}");
        Add(lag switch
        {
            0 when !cued => ExchangeWeights.SameDayUntold,
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
