using System.Numerics.Tensors;

namespace Demarche.Training.Syntax;

/// <summary>
/// Skip-gram vectors with negative sampling (Mikolov et al. 2013) over running text, by default with a narrow window, where grammar is
/// wanted more than topic. One thread, fixed seed.
/// </summary>
internal sealed class WordVectors
{
    private const int Negatives = 5;
    private const float Rate = 0.05f;

    private WordVectors(List<ulong> forms, float[] values, int size)
    {
        Forms = forms;
        Values = values;
        Size = size;
    }

    /// <summary>Hashes of the forms, most frequent first.</summary>
    public IReadOnlyList<ulong> Forms { get; }

    public int Size { get; }

    public float[] Values { get; }

    public static WordVectors Train(IReadOnlyList<ulong[]> texts, int minimum, int size, int epochs, int seed, int window = 3)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var text in texts)
            foreach (var w in text) counts[w] = counts.GetValueOrDefault(w) + 1;
        var forms = counts.Where(x => x.Value >= minimum).OrderByDescending(x => x.Value).ThenBy(x => x.Key).Select(x => x.Key).ToList();
        var ids = forms.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => x.i);
        var random = new Random(seed);
        var inner = new float[(long)forms.Count * size];
        var outer = new float[(long)forms.Count * size];
        for (var i = 0; i < inner.Length; i++) inner[i] = (random.NextSingle() - 0.5f) / size;
        var noise = Noise(forms, counts);
        double total = counts.Values.Sum(x => (long)x);
        var seen = 0L;
        var line = new List<int>();
        var gradient = new float[size];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var text in texts)
            {
                line.Clear();
                foreach (var w in text)
                {
                    seen++;
                    if (!ids.TryGetValue(w, out var id)) continue;
                    var keep = Math.Sqrt(2e-4 * total / counts[w]);
                    if (keep >= 1 || random.NextDouble() < keep) line.Add(id);
                }
                var rate = Rate * Math.Max(1e-3f, 1 - (float)(seen / (total * epochs)));
                for (var i = 0; i < line.Count; i++)
                {
                    var reach = random.Next(1, window + 1);
                    for (var j = Math.Max(0, i - reach); j <= Math.Min(line.Count - 1, i + reach); j++)
                        if (j != i) Pair(inner.AsSpan(line[j] * size, size), outer, line[i], noise, random, rate, gradient);
                }
            }
        }
        return new WordVectors(forms, inner, size);
    }

    private static void Pair(Span<float> vector, float[] outer, int target, int[] noise, Random random, float rate, float[] gradient)
    {
        var size = vector.Length;
        Array.Clear(gradient);
        for (var k = 0; k <= Negatives; k++)
        {
            var id = k == 0 ? target : noise[random.Next(noise.Length)];
            if (k > 0 && id == target) continue;
            var o = outer.AsSpan(id * size, size);
            var error = ((k == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-TensorPrimitives.Dot<float>(vector, o)))) * rate;
            TensorPrimitives.MultiplyAdd(o, error, gradient, gradient);
            TensorPrimitives.MultiplyAdd(vector, error, o, o);
        }
        TensorPrimitives.Add(vector, gradient, vector);
    }

    private static int[] Noise(List<ulong> forms, Dictionary<ulong, int> counts)
    {
        var table = new int[1 << 20];
        var mass = forms.Sum(w => Math.Pow(counts[w], 0.75));
        var id = 0;
        var reached = Math.Pow(counts[forms[0]], 0.75) / mass;
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = id;
            if ((double)i / table.Length <= reached || id == forms.Count - 1) continue;
            id++;
            reached += Math.Pow(counts[forms[id]], 0.75) / mass;
        }
        return table;
    }
}
