using System.Buffers;

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
/// Boosted trees over <see cref="EventFeatures"/>: the probability that source, class and target of an event are right. Safe for many threads at once.
/// </summary>
public sealed class EventModel
{
    private readonly KeyTable _keys;
    private readonly int[] _columns;
    private readonly TreeEnsemble _trees;
    private readonly int _width;

    /// <param name="columns">The column of the key in each slot of the table.</param>
    internal EventModel(KeyTable keys, int[] columns, TreeEnsemble trees)
    {
        (_keys, _columns, _trees) = (keys, columns, trees);
        _width = columns.Length == 0 ? 0 : columns.Max() + 1;
    }

    /// <summary>Knows nothing: everything is as likely as not.</summary>
    public static EventModel Empty { get; } = Build([], new TreeEnsemble([], [], []));

    internal KeyTable Keys => _keys;

    internal ReadOnlySpan<int> Columns => _columns;

    internal TreeEnsemble Trees => _trees;

    internal bool IsSound => _columns.Length == _keys.Length && Array.TrueForAll(_columns, c => c >= 0) && _trees.IsSound(_width);

    /// <param name="keys">The feature of each column that the trees ask for.</param>
    public static EventModel Build(IReadOnlyList<ulong> keys, TreeEnsemble trees)
    {
        var table = KeyTable.For(keys.Count);
        var columns = new int[table.Length];
        for (var k = 0; k < keys.Count; k++) columns[table.Add(keys[k])] = k;
        return new EventModel(table, columns, trees);
    }

    public double Probability(List<EventFeature> features) => Probability(features, null);

    /// <summary>The kinds of feature that weigh most, for people: how far the odds move where the trees are not told of them.</summary>
    public string Explain(List<EventFeature> features)
    {
        var all = Odds(Probability(features));
        return string.Join(", ", features.Select(f => f.Kind).Distinct().Select(k => (Kind: k, Moved: all - Odds(Probability(features, k)))).OrderByDescending(x => Math.Abs(x.Moved)).ThenBy(x => x.Kind).Take(4)
            .Select(x => FormattableString.Invariant($"{x.Kind.ToString().ToLowerInvariant()} {x.Moved:+0.00;-0.00}")));
    }

    private double Probability(List<EventFeature> features, EventFeatureKind? without)
    {
        var values = ArrayPool<float>.Shared.Rent(_width);
        try
        {
            values.AsSpan(0, _width).Clear();
            foreach (var f in features)
                if (f.Kind != without && _keys.Find(f.Key) is >= 0 and var slot) values[_columns[slot]] = f.Value;
            return 1 / (1 + Math.Exp(-_trees.Sum(values)));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(values);
        }
    }

    private static double Odds(double p) => Math.Log(p / (1 - p));
}
