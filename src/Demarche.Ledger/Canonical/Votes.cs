using System.Collections.Immutable;

namespace Demarche.Ledger.Canonical;

/// <summary>A reading of a field, with the independent reports behind it.</summary>
internal readonly record struct Vote<T>(T Value, double Weight, int Reports);

/// <summary>Counts readings of a field over the mentions of an event.</summary>
internal static class Votes
{
    /// <summary>
    /// Distinct values, best supported first; of equal support the smaller. A report votes for a value as surely as its most certain
    /// mention of it. Nulls do not vote.
    /// </summary>
    public static ImmutableArray<Vote<T>> Of<T>(IEnumerable<MentionFacts> mentions, Func<MentionFacts, T> field)
    {
        Dictionary<(T, long), double>? weights = null;
        foreach (var m in mentions)
        {
            var value = field(m);
            if (value is null) continue;
            weights ??= [];
            var key = (value, m.Document.Origin);
            weights[key] = Math.Max(weights.GetValueOrDefault(key), m.Mention.Confidence);
        }
        if (weights is null) return [];
        return
        [
            .. weights.GroupBy(w => w.Key.Item1)
                .Select(g => new Vote<T>(g.Key, g.OrderBy(w => w.Key.Item2).Sum(w => w.Value), g.Count()))
                .OrderByDescending(v => Math.Round(v.Weight, 9)).ThenBy(v => v.Value, Smaller<T>.First),
        ];
    }

    private sealed class Smaller<T> : IComparer<T>
    {
        public static readonly Smaller<T> First = new();

        public int Compare(T? x, T? y) => (x, y) switch
        {
            (string a, string b) => string.CompareOrdinal(a, b),
            (Demarche.Coding.CountRange a, Demarche.Coding.CountRange b) => (a.Low, a.High).CompareTo((b.Low, b.High)),
            _ => Comparer<T>.Default.Compare(x, y),
        };
    }
}
