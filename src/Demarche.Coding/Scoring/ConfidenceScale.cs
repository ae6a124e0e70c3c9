namespace Demarche.Coding.Scoring;

/// <summary>
/// Turns the scorer's probability, which was trained on sentences that mostly tell one act between two parties, into the share of events that
/// have source, class and target right in the news as it comes: a logistic curve over its log odds (Platt), fitted on the events judged by hand in
/// bench/hand/events.tsv (docs/evaluation.md). It keeps the order.
/// </summary>
public static class ConfidenceScale
{
    private const double Intercept = 0.253;
    private const double Slope = 0.259;

    /// <param name="probability">The scorer's, 0 to 1.</param>
    public static double Of(double probability)
    {
        var p = Math.Clamp(probability, 0.005, 0.995);
        return 1 / (1 + Math.Exp(-(Intercept + Slope * Math.Log(p / (1 - p)))));
    }
}
