namespace Demarche.Coding.Scoring;

/// <summary>What a feature of an event tells of; the name that an explanation shows.</summary>
public enum EventFeatureKind : byte
{
    Constant,
    Class,
    Parties,
    Source,
    Target,
    Frame,
    Place,
}

/// <summary>One feature of an event that is about to be told.</summary>
public readonly record struct EventFeature(ulong Key, float Value, EventFeatureKind Kind);

/// <summary>
/// Logistic regression over <see cref="EventFeatures"/>: the probability that source, class and target of an event are right. Safe for many threads at once.
/// </summary>
public sealed class EventModel
{
    private readonly KeyTable _keys;
    private readonly float[] _weights;

    internal EventModel(KeyTable keys, float[] weights)
    {
        _keys = keys;
        _weights = weights;
    }

    internal KeyTable Keys => _keys;

    internal ReadOnlySpan<float> Weights => _weights;

    public static EventModel Build(IReadOnlyDictionary<ulong, float> weights)
    {
        var keys = KeyTable.For(weights.Count);
        var values = new float[keys.Length];
        foreach (var (key, value) in weights.OrderBy(x => x.Key)) values[keys.Add(key)] = value;
        return new EventModel(keys, values);
    }

    public double Probability(List<EventFeature> features)
    {
        var sum = 0f;
        foreach (var f in features) sum += Weight(f.Key) * f.Value;
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The kinds of feature that weigh most, for people.</summary>
    public string Explain(List<EventFeature> features) =>
        string.Join(", ", features.GroupBy(f => f.Kind).Select(g => (g.Key, Sum: g.Sum(f => Weight(f.Key) * f.Value))).OrderByDescending(x => Math.Abs(x.Sum)).ThenBy(x => x.Key).Take(4)
            .Select(x => FormattableString.Invariant($"{x.Key.ToString().ToLowerInvariant()} {x.Sum:+0.00;-0.00}")));

    private float Weight(ulong key) => _keys.Find(key) is >= 0 and var at ? _weights[at] : 0;
}
