namespace Demarche.Coding.Scoring;

/// <summary>Logistic regression over <see cref="CandidateFeatures"/>: the probability that a candidate's reading is right.</summary>
public sealed class CandidateModel(float[] weights)
{
    public ReadOnlySpan<float> Weights => weights;

    public double Probability(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        for (var k = 0; k < values.Length; k++) sum += weights[k] * values[k];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The terms that weigh most, for people.</summary>
    public string Explain(ReadOnlySpan<float> values)
    {
        var terms = new List<(string Name, float Term)>();
        for (var k = 0; k < values.Length; k++) terms.Add((CandidateFeatures.Names[k], weights[k] * values[k]));
        return string.Join(", ", terms.OrderByDescending(t => Math.Abs(t.Term)).Take(4)
            .Select(t => FormattableString.Invariant($"{t.Name} {t.Term:+0.00;-0.00}")));
    }
}
