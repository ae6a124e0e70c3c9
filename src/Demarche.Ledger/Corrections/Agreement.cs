namespace Demarche.Ledger.Corrections;

/// <summary>How far people who judged the same things agree beyond chance.</summary>
public static class Agreement
{
    /// <summary>
    /// Cohen's kappa of two annotators over the units that both judged: (observed − expected) / (1 − expected), where expected is what their
    /// own shares of each verdict give by chance. After Cohen, Educational and Psychological Measurement 20 (1960).
    /// </summary>
    /// <returns>−1 to 1; null where there is no unit, or where both always give one and the same verdict.</returns>
    public static double? Kappa<T>(IReadOnlyCollection<(T A, T B)> pairs)
        where T : notnull
    {
        if (pairs.Count == 0) return null;
        double n = pairs.Count;
        var observed = pairs.Count(p => p.A.Equals(p.B)) / n;
        var first = pairs.CountBy(p => p.A).ToDictionary();
        var second = pairs.CountBy(p => p.B).ToDictionary();
        var expected = first.Sum(f => f.Value / n * second.GetValueOrDefault(f.Key) / n);
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    /// <summary>
    /// Krippendorff's alpha for nominal verdicts of any number of annotators, who need not all have judged every unit: 1 − observed over
    /// expected disagreement. After Krippendorff, Content Analysis (2004), ch. 11, by the matrix of coincidences.
    /// </summary>
    /// <param name="units">The verdicts on each unit; units with fewer than two say nothing and are passed over.</param>
    /// <returns>Up to 1; null where no unit has two verdicts, or where there is only one verdict in all.</returns>
    public static double? Alpha<T>(IEnumerable<IReadOnlyCollection<T>> units)
        where T : notnull
    {
        var totals = new Dictionary<T, double>();
        double pairable = 0, agreeing = 0;
        foreach (var unit in units)
        {
            if (unit.Count < 2) continue;
            pairable += unit.Count;
            foreach (var (verdict, n) in unit.CountBy(v => v))
            {
                totals[verdict] = totals.GetValueOrDefault(verdict) + n;
                // Ordered pairs of one verdict within the unit, each unit weighing as many as it has verdicts.
                agreeing += n * (n - 1.0) / (unit.Count - 1);
            }
        }
        var observed = pairable - agreeing;
        var expected = pairable * pairable - totals.Values.Sum(n => n * n);
        return expected <= 0 ? null : 1 - (pairable - 1) * observed / expected;
    }
}
