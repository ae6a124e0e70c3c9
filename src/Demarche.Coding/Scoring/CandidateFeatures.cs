using Demarche.Coding.Events;

namespace Demarche.Coding.Scoring;

/// <summary>
/// What the second stage sees of one candidate: how sure the frame was, how likely the classifier holds its class, and how the
/// candidate stands in the sentence. Each value has a name, so that an explanation can show the sum.
/// </summary>
public static class CandidateFeatures
{
    public static readonly string[] Names =
    [
        "constant", "frame certainty", "class odds", "class probability", "class is the likeliest", "likelier class elsewhere", "no event", "nominal",
        "both parties", "source", "target", "depth", "first trigger", "proposed", "passive of no agent", "measure",
    ];

    public static int Count => Names.Length;

    /// <param name="probabilities">Of the classes, for the sentence.</param>
    /// <param name="depth">Steps from the trigger to the root.</param>
    /// <param name="first">True for the first candidate of the sentence.</param>
    public static void Fill(EventCandidate candidate, ReadOnlySpan<float> probabilities, int depth, bool first, Span<float> values)
    {
        var own = (int)ClassOf(candidate);
        var top = 0f;
        for (var k = 1; k < probabilities.Length; k++) top = Math.Max(top, probabilities[k]);
        var p = own == 0 ? 0.02f : probabilities[own];
        var certainty = Math.Clamp((float)candidate.Confidence, 0.02f, 0.98f);
        values[0] = 1;
        values[1] = MathF.Log(certainty / (1 - certainty));
        values[2] = MathF.Log(Math.Max(p, 1e-3f) / Math.Max(top, 1e-3f));
        values[3] = p;
        values[4] = p >= top ? 1 : 0;
        values[5] = top - p > 0.4f ? 1 : 0;
        values[6] = probabilities[0];
        values[7] = candidate.IsNominal ? 1 : 0;
        values[8] = candidate.Sources.Count > 0 && candidate.Targets.Count > 0 ? 1 : 0;
        values[9] = candidate.Sources.Count > 0 ? 1 : 0;
        values[10] = candidate.Targets.Count > 0 ? 1 : 0;
        values[11] = Math.Min(depth, 6) / 3f;
        values[12] = first ? 1 : 0;
        values[13] = candidate.Frame is null ? 1 : 0;
        values[14] = candidate.Sources.Count == 0 && candidate.Targets.Count > 0 ? 1 : 0;
        values[15] = candidate.Measure is not null ? 1 : 0;
    }

    public static EventClass ClassOf(EventCandidate candidate) =>
        candidate.PloverType is { } type ? EventClasses.OfPlover(type) : EventClasses.OfCameo(candidate.Code);
}
