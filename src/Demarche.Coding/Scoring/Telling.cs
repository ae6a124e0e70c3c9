namespace Demarche.Coding.Scoring;

/// <summary>
/// Which events of a report are told, by their confidence. What a bare text tells best is told also where its parties are doubtful: somebody chose it, and that it tells
/// something of the kind is likelier than not; but within one country, or where one party is told, a verb is often no act at all, and must be surer where its class is
/// doubtful too. A report with its day comes from a stream of which much tells no act between parties: what it tells best must be well likelier right than wrong,
/// unless the caller asks for less. So must what another sentence tells best, and what stands beside these. A measure's words are exact, so it may be less sure; and what
/// a measure answers is told with it.
/// </summary>
public static class Telling
{
    /// <summary>The least confidence of the surest event of a text without a day.</summary>
    public const double Surest = 0.15;

    /// <summary>The least confidence of an event that is not between two countries and whose class is less likely than <see cref="LikelyClass"/>.</summary>
    public const double OfDoubtfulClass = 0.4;

    /// <summary>From this probability of its class an act is held to be told there, whoever its parties are.</summary>
    public const double LikelyClass = 0.6;

    /// <summary>The least confidence of the surest event of a sentence, and of a report with its day.</summary>
    public const double SurestOfSentence = 0.6;

    /// <summary>The least confidence of any other event.</summary>
    public const double Others = 0.7;

    /// <summary>The least confidence of a measure.</summary>
    public const double Measures = 0.4;

    /// <summary>The least confidence of what a measure answers.</summary>
    public const double Answered = 0.25;

    /// <param name="dated">True for a report that comes with its day.</param>
    /// <param name="least">What the caller asks for at least, also of a report's surest event; 0 for the above.</param>
    public static void Keep(List<EventMention> events, bool dated, double least)
    {
        if (events.Count == 0) return;
        var surest = events.Max(e => e.Confidence);
        var measures = events.FindAll(e => e.Measure?.Response is not null && e.Confidence >= Answered);
        var ofSentence = new Dictionary<int, double>();
        foreach (var e in events) ofSentence[e.Sentence] = Math.Max(e.Confidence, ofSentence.GetValueOrDefault(e.Sentence));
        events.RemoveAll(e => e.Confidence < least || e.Confidence < Least(e, dated && least == 0, surest, ofSentence[e.Sentence], measures));
    }

    private static double Least(EventMention e, bool ofStream, double surest, double surestOfSentence, List<EventMention> measures)
    {
        if (measures.Exists(m => IsAnswered(e, m))) return Answered;
        var least = e.Measure is not null ? Measures : e.Confidence >= surestOfSentence ? SurestOfSentence : Others;
        if (!ofStream && e.Confidence >= surest) least = Surest;
        return e.ClassConfidence < LikelyClass && !IsBetweenCountries(e) ? Math.Max(least, OfDoubtfulClass) : least;
    }

    private static bool IsBetweenCountries(EventMention e) => e.Source?.Actor.Country is { } source && e.Target?.Actor.Country is { } target && source != target;

    // "withdraws its ambassador after France declared …": told by the words of the provocation, and done by whom the measure is aimed at.
    private static bool IsAnswered(EventMention e, EventMention measure) =>
        measure.Measure!.Response!.Span.Contains(e.Trigger) && e.Source?.Actor.Country is { } source && source == measure.Target?.Actor.Country;
}
