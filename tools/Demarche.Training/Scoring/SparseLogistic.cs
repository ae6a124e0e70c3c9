namespace Demarche.Training.Scoring;

/// <summary>An example of a logistic model over many features of which few are present.</summary>
internal readonly record struct SparseExample(IReadOnlyList<(ulong Key, float Value)> Features, bool Right, float Weight);

/// <summary>
/// Fits a logistic model by stochastic descent with AdaGrad; rare features shrink more. Fixed seed: the same examples give the same weights.
/// </summary>
/// <param name="LeastCount">Features seen less often are left out.</param>
internal sealed record SparseLogistic(int Epochs, float Rate, float Penalty, int LeastCount)
{
    public Dictionary<ulong, float> Fit(IReadOnlyList<SparseExample> rows)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var row in rows)
            foreach (var (key, _) in row.Features) counts[key] = counts.GetValueOrDefault(key) + 1;
        var numbers = counts.Where(x => x.Value >= LeastCount).Select(x => x.Key).Order().Select((k, i) => (k, i)).ToDictionary(x => x.k, x => x.i);
        var weights = new float[numbers.Count];
        var squares = new float[numbers.Count];
        var penalties = new float[numbers.Count];
        foreach (var (key, at) in numbers) penalties[at] = 1f / counts[key];
        var known = rows.Select(r => r.Features.Where(f => numbers.ContainsKey(f.Key)).Select(f => (At: numbers[f.Key], f.Value)).ToArray()).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var sum = 0f;
                foreach (var (at, value) in known[i]) sum += weights[at] * value;
                var error = (1 / (1 + MathF.Exp(-sum)) - (rows[i].Right ? 1 : 0)) * rows[i].Weight;
                foreach (var (at, value) in known[i])
                {
                    var g = error * value + Penalty * penalties[at] * weights[at];
                    squares[at] += g * g;
                    weights[at] -= Rate * g / (MathF.Sqrt(squares[at]) + 1e-2f);
                }
            }
        }
        return numbers.ToDictionary(x => x.Key, x => weights[x.Value]);
    }
}
