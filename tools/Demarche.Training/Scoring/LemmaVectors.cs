using System.Numerics.Tensors;
using Demarche.Coding.Scoring;

namespace Demarche.Training.Scoring;

/// <summary>Clusters of lemma vectors by spherical k-means: the word classes of the classifier.</summary>
internal static class LemmaVectors
{
    private const int Rounds = 12;

    /// <param name="words">Most frequent first.</param>
    /// <param name="vectors">A row a word.</param>
    public static WordClasses Cluster(IReadOnlyList<string> words, float[] vectors, int size, int coarse, int fine)
    {
        var rows = new float[words.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = vectors.AsSpan(i * size, size).ToArray();
            Scale(rows[i]);
        }
        var small = Assign(rows, coarse);
        var large = Assign(rows, fine);
        return WordClasses.Build(words.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => (small[x.i], large[x.i])));
    }

    private static int[] Assign(float[][] rows, int count)
    {
        count = Math.Min(count, rows.Length);
        // Frequent words seed the classes, so the outcome does not hang on chance.
        var centres = Enumerable.Range(0, count).Select(k => rows[Math.Min(k * 2, rows.Length - 1)].ToArray()).ToArray();
        var assigned = new int[rows.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, rows.Length, i =>
            {
                var best = float.NegativeInfinity;
                for (var k = 0; k < count; k++)
                {
                    var likeness = TensorPrimitives.Dot<float>(centres[k], rows[i]);
                    if (likeness <= best) continue;
                    best = likeness;
                    assigned[i] = k;
                }
            });
            foreach (var c in centres) Array.Clear(c);
            for (var i = 0; i < rows.Length; i++) TensorPrimitives.Add(centres[assigned[i]], rows[i], centres[assigned[i]]);
            foreach (var c in centres) Scale(c);
        }
        return assigned;
    }

    private static void Scale(float[] row) => TensorPrimitives.Divide(row, TensorPrimitives.Norm<float>(row) + 1e-6f, row);
}
