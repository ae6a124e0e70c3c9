namespace Demarche.Language.Syntax;

/// <summary>Maximum spanning arborescence from a fixed root word, by contraction of cycles (Chu and Liu 1965, Edmonds 1967).</summary>
internal sealed class SpanningTree
{
    private readonly int _n;
    private readonly int _root;
    private readonly float[] _score;

    /// <param name="scores">As for <see cref="ArcDecoder.Decode"/>; the root column is not used.</param>
    public SpanningTree(ReadOnlySpan<float> scores, int stride, int n, int root)
    {
        _n = n;
        _root = root;
        _score = new float[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                _score[j * n + i] = i == j ? float.NegativeInfinity : scores[i * stride + j + 1];
    }

    /// <summary>Fills the heads, -1 for the root, and gives the sum of the arc scores.</summary>
    public float Solve(Span<int> heads)
    {
        var found = Contract(_score, _n, _root);
        var total = 0f;
        for (var i = 0; i < _n; i++)
        {
            heads[i] = i == _root ? -1 : found[i];
            if (i != _root) total += _score[found[i] * _n + i];
        }
        return total;
    }

    /// <summary>score[h·n + d]; gives the head of every node but the root.</summary>
    private static int[] Contract(float[] score, int n, int root)
    {
        var head = new int[n];
        for (var d = 0; d < n; d++)
        {
            if (d == root) continue;
            var best = -1;
            for (var h = 0; h < n; h++)
                if (h != d && (best < 0 || score[h * n + d] > score[best * n + d])) best = h;
            head[d] = best;
        }
        head[root] = -1;
        var cycle = FindCycle(head, n);
        if (cycle is null) return head;

        var inCycle = new bool[n];
        foreach (var v in cycle) inCycle[v] = true;
        var map = new int[n];
        var outside = new List<int>();
        for (var v = 0; v < n; v++)
        {
            if (inCycle[v]) continue;
            map[v] = outside.Count;
            outside.Add(v);
        }
        var m = outside.Count + 1;
        var node = m - 1;
        var smaller = new float[m * m];
        Array.Fill(smaller, float.NegativeInfinity);
        var enter = new int[m];
        var leave = new int[m];
        foreach (var a in outside)
        {
            foreach (var b in outside) smaller[map[a] * m + map[b]] = score[a * n + b];
            foreach (var v in cycle)
            {
                var gain = score[a * n + v] - score[head[v] * n + v];
                if (gain > smaller[map[a] * m + node])
                {
                    smaller[map[a] * m + node] = gain;
                    enter[map[a]] = v;
                }
                if (score[v * n + a] > smaller[node * m + map[a]])
                {
                    smaller[node * m + map[a]] = score[v * n + a];
                    leave[map[a]] = v;
                }
            }
        }
        var sub = Contract(smaller, m, map[root]);
        foreach (var b in outside)
        {
            if (b == root) continue;
            head[b] = sub[map[b]] == node ? leave[map[b]] : outside[sub[map[b]]];
        }
        var from = outside[sub[node]];
        head[enter[map[from]]] = from;
        return head;
    }

    private static List<int>? FindCycle(int[] head, int n)
    {
        var state = new byte[n];
        for (var i = 0; i < n; i++)
        {
            var v = i;
            while (v >= 0 && state[v] == 0)
            {
                state[v] = 1;
                v = head[v];
            }
            if (v >= 0 && state[v] == 1)
            {
                var cycle = new List<int>();
                var w = v;
                do
                {
                    cycle.Add(w);
                    w = head[w];
                }
                while (w != v);
                return cycle;
            }
            for (v = i; v >= 0 && state[v] == 1; v = head[v]) state[v] = 2;
        }
        return null;
    }
}
