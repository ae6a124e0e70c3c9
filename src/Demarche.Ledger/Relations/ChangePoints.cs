using System.Collections.Immutable;

namespace Demarche.Ledger.Relations;

/// <summary>
/// Where the mean tone of a series changes: optimal partitioning (Jackson et al. 2005) with the pruning of PELT (Killick et
/// al. 2012). The cost of a segment is the squared error of its periods' mean Goldstein values around the segment's mean, each
/// period weighing as many events as it has; a change must lower the cost by penalty · log(n) · variance.
/// </summary>
internal static class ChangePoints
{
    private const int MinEvents = 3;

    /// <summary>Change points without drivers, in order of time.</summary>
    public static ImmutableArray<ChangePoint> Find(IReadOnlyList<SeriesPoint> points, double penalty)
    {
        // Periods without events say nothing of tone.
        var used = points.Where(p => p.Events > 0).ToArray();
        var n = used.Length;
        if (n < 4) return [];
        var weight = new double[n + 1];
        var sum = new double[n + 1];
        var square = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            var mean = used[i].GoldsteinMean!.Value;
            weight[i + 1] = weight[i] + used[i].Events;
            sum[i + 1] = sum[i] + used[i].GoldsteinSum;
            square[i + 1] = square[i] + used[i].Events * mean * mean;
        }

        // The noise is taken from neighbours' differences, so that the changes sought do not count as noise.
        var price = penalty * Math.Log(n) * Noise(used);
        var best = new double[n + 1];
        var previous = new int[n + 1];
        best[0] = -price;
        List<int> open = [0];
        for (var end = 1; end <= n; end++)
        {
            best[end] = double.PositiveInfinity;
            foreach (var start in open)
            {
                if (weight[end] - weight[start] < MinEvents && start > 0) continue;
                var total = best[start] + Cost(start, end) + price;
                if (total < best[end]) (best[end], previous[end]) = (total, start);
            }
            var limit = best[end];
            open.RemoveAll(start => weight[end] - weight[start] >= MinEvents && best[start] + Cost(start, end) > limit);
            open.Add(end);
        }

        var starts = new List<int>();
        for (var end = n; end > 0; end = previous[end]) starts.Add(previous[end]);
        starts.Reverse();
        return
        [
            .. starts.Skip(1).Select((start, k) =>
            {
                var next = k + 2 < starts.Count ? starts[k + 2] : n;
                return new ChangePoint(used[start].Start, Math.Round(Mean(starts[k], start), 3), Math.Round(Mean(start, next), 3), []);
            }),
        ];

        double Cost(int start, int end)
        {
            var w = weight[end] - weight[start];
            var s = sum[end] - sum[start];
            return Math.Max(0, square[end] - square[start] - s * s / w);
        }

        double Mean(int start, int end) => (sum[end] - sum[start]) / (weight[end] - weight[start]);
    }

    /// <summary>Variance of a single event's share in a period's mean, from differences of neighbouring periods.</summary>
    private static double Noise(SeriesPoint[] used)
    {
        var total = 0.0;
        for (var i = 1; i < used.Length; i++)
        {
            var step = used[i].GoldsteinMean!.Value - used[i - 1].GoldsteinMean!.Value;
            total += step * step / (1.0 / used[i].Events + 1.0 / used[i - 1].Events);
        }
        return Math.Max(1.0, total / (used.Length - 1));
    }
}
