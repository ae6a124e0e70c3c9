namespace Demarche.Language.Syntax;

/// <summary>
/// The best tree under arc scores: each word's best head, cycles broken by Chu, Liu and Edmonds' contraction, and a single root.
/// </summary>
public static class ArcDecoder
{
    /// <summary>
    /// Heads for n words. <paramref name="scores"/> has n rows of <paramref name="stride"/>; row i, column 0 is the score of the root
    /// as head of word i, column j+1 that of word j. Writes -1 for the root word; exactly one word gets it.
    /// </summary>
    public static void Decode(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        if (n == 1)
        {
            heads[0] = -1;
            return;
        }
        Greedy(scores, stride, n, heads);
        if (IsTree(heads, n)) return;
        ForceOneRoot(scores, stride, n, heads);
    }

    private static void Greedy(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * stride, n + 1);
            var best = -1;
            for (var j = 0; j <= n; j++)
                if (j != i + 1 && (best < 0 || row[j] > row[best])) best = j;
            heads[i] = best - 1;
        }
    }

    private static bool IsTree(ReadOnlySpan<int> heads, int n)
    {
        var roots = 0;
        Span<byte> state = n <= 512 ? stackalloc byte[n] : new byte[n];
        state.Clear();
        for (var i = 0; i < n; i++)
        {
            if (heads[i] < 0) roots++;
            var j = i;
            while (j >= 0 && state[j] == 0)
            {
                state[j] = 1;
                j = heads[j];
            }
            if (j >= 0 && state[j] == 1) return false;
            for (j = i; j >= 0 && state[j] == 1; j = heads[j]) state[j] = 2;
        }
        return roots == 1;
    }

    /// <summary>Tries the likeliest roots in turn with a maximum spanning tree under each, and keeps the best.</summary>
    private static void ForceOneRoot(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        const int tries = 3;
        var best = float.NegativeInfinity;
        var candidate = new int[n];
        var used = new bool[n];
        for (var k = 0; k < Math.Min(tries, n); k++)
        {
            var root = -1;
            for (var i = 0; i < n; i++)
                if (!used[i] && (root < 0 || RootMargin(scores, stride, n, i) > RootMargin(scores, stride, n, root))) root = i;
            used[root] = true;
            var tree = new SpanningTree(scores, stride, n, root);
            var total = tree.Solve(candidate) + scores[root * stride];
            if (total <= best) continue;
            best = total;
            candidate.CopyTo(heads);
        }
    }

    private static float RootMargin(ReadOnlySpan<float> scores, int stride, int n, int i)
    {
        var row = scores.Slice(i * stride, n + 1);
        var other = float.NegativeInfinity;
        for (var j = 1; j <= n; j++)
            if (j != i + 1) other = Math.Max(other, row[j]);
        return row[0] - other;
    }
}
