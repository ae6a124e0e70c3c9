using Demarche.Coding.Scoring;

namespace Demarche.Training.Scoring;

/// <summary>A text with its class and the features of all its sentences.</summary>
internal sealed record ClassExample(EventClass Class, float Weight, List<ClassFeature> Features);

/// <summary>Multinomial logistic regression with AdaGrad and an L2 penalty on the features at hand. Fixed seed.</summary>
internal static class ClassTrainer
{
    private const float Rate = 0.5f;
    private const float Penalty = 1e-3f;
    private const int Epochs = 30;

    public static ClassModel Train(IReadOnlyList<ClassExample> examples, WordClasses words, int minimum, int seed)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var e in examples)
            foreach (var f in e.Features) counts[f.Key] = counts.GetValueOrDefault(f.Key) + 1;
        var numbers = counts.Where(x => x.Value >= minimum).Select(x => x.Key).Order().Select((k, i) => (k, i)).ToDictionary(x => x.k, x => x.i);
        var known = examples.Select(e => e.Features.Where(f => numbers.ContainsKey(f.Key)).Select(f => (numbers[f.Key], f.Value)).ToArray()).ToArray();
        var weights = new float[numbers.Count][];
        var squares = new float[numbers.Count][];
        for (var i = 0; i < weights.Length; i++) (weights[i], squares[i]) = (new float[EventClasses.Count], new float[EventClasses.Count]);
        var bias = new float[EventClasses.Count];
        var biasSquares = new float[EventClasses.Count];
        var random = new Random(seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var p = new float[EventClasses.Count];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) Step(examples[i].Class, examples[i].Weight, known[i], weights, squares, bias, biasSquares, p);
        }
        return ClassModel.Build(numbers.ToDictionary(x => x.Key, x => weights[x.Value]), bias, words);
    }

    private static void Step(
        EventClass of, float weight, (int At, float Value)[] features, float[][] weights, float[][] squares, float[] bias, float[] biasSquares, float[] p)
    {
        bias.CopyTo(p, 0);
        foreach (var (at, value) in features)
            for (var c = 0; c < p.Length; c++) p[c] += value * weights[at][c];
        var top = p.Max();
        var sum = 0f;
        for (var c = 0; c < p.Length; c++) sum += p[c] = MathF.Exp(p[c] - top);
        for (var c = 0; c < p.Length; c++) p[c] = (p[c] / sum - (c == (int)of ? 1 : 0)) * weight;
        foreach (var (at, value) in features)
        {
            var (w, g) = (weights[at], squares[at]);
            for (var c = 0; c < p.Length; c++) Descend(ref w[c], ref g[c], p[c] * value + Penalty * w[c] * weight);
        }
        for (var c = 0; c < p.Length; c++) Descend(ref bias[c], ref biasSquares[c], p[c] * 0.1f);
    }

    private static void Descend(ref float weight, ref float square, float gradient)
    {
        square += gradient * gradient;
        weight -= Rate * gradient / (MathF.Sqrt(square) + 1e-3f);
    }
}
