namespace Demarche.Coding.Scoring;

/// <summary>
/// Which events of a report are told, by their confidence. What a report tells best is told also where it is doubtful, for that it tells something of the kind is
/// likelier than not; so is what another sentence tells best, where it is no worse than even; beside these only what is well likelier right than wrong. A measure's
/// words are exact, so it may be less sure; and what a measure answers is told with it.
/// </summary>
public static class Telling
{
    /// <summary>The least confidence of the surest event of a report.</summary>
    public const double Surest = 0.25;

    /// <summary>The least confidence of the surest event of a sentence.</summary>
    public const double SurestOfSentence = 0.45;

    /// <summary>The least confidence of any other event.</summary>
    public const double Others = 0.6;

    /// <summary>The least confidence of a measure, and of what it answers.</summary>
    public const double Measures = 0.25;

    /// <param name="least">What the caller asks for at least; 0 for no more than the above.</param>
    public static void Keep(List<EventMention> events, double least)
    {
        if (events.Count == 0) return;
        var surest = events.Max(e => e.Confidence);
        var measures = events.FindAll(e => e.Measure?.Response is not null && e.Confidence >= Measures);
        var ofSentence = new Dictionary<int, double>();
        foreach (var e in events) ofSentence[e.Sentence] = Math.Max(e.Confidence, ofSentence.GetValueOrDefault(e.Sentence));
        events.RemoveAll(e => e.Confidence < least || e.Confidence < Least(e, surest, ofSentence[e.Sentence], measures));
    }

    private static double Least(EventMention e, double surest, double surestOfSentence, List<EventMention> measures)
    {
        if (e.Confidence >= surest) return Surest;
        if (e.Measure is not null || measures.Exists(m => IsAnswered(e, m))) return Measures;
        return e.Confidence >= surestOfSentence ? SurestOfSentence : Others;
    }

    // "withdraws its ambassador after France declared …": told by the words of the provocation, and done by whom the measure is aimed at.
    private static bool IsAnswered(EventMention e, EventMention measure) =>
        measure.Measure!.Response!.Span.Contains(e.Trigger) && e.Source?.Actor.Country is { } source && source == measure.Target?.Actor.Country;
}
