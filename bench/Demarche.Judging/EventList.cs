using System.Globalization;

namespace Demarche.Judging;

/// <summary>Counts the judgements of a list of events: how often each field is right, how often all are, by confidence and by cause of error.</summary>
internal static class EventList
{
    /// <param name="Source">y right; c the right country by the wrong words; n wrong; x missing though told; - rightly none.</param>
    private sealed record Row(string Draw, double Confidence, bool HasSource, bool HasTarget, string Source, string Target, string Class, string Status, string Cause)
    {
        public static Row Parse(string line)
        {
            var f = line.Split('\t');
            return new Row(f[0], double.Parse(f[7], CultureInfo.InvariantCulture), f[4] != "-", f[5] != "-", f[8], f[9], f[10], f[11], f.Length > 12 ? f[12] : "");
        }

        public bool IsRight => IsCountry(Source) && IsCountry(Target) && Class == "y";
    }

    private static bool IsCountry(string judgement) => judgement is "y" or "c" or "-";

    public static int Run(string list)
    {
        foreach (var draw in File.ReadLines(list).Where(l => l.Length > 0 && l[0] != '#').Select(Row.Parse).GroupBy(r => r.Draw)) Print(draw.Key, [.. draw]);
        return 0;
    }

    private static void Print(string name, List<Row> rows)
    {
        Console.WriteLine($"{name}: {rows.Count} events");
        Share("source, where one is told", rows.Where(r => r.HasSource), r => IsCountry(r.Source));
        Share("target, where one is told", rows.Where(r => r.HasTarget), r => IsCountry(r.Target));
        Share("source, missing ones too", rows, r => IsCountry(r.Source));
        Share("target, missing ones too", rows, r => IsCountry(r.Target));
        Share("class", rows, r => r.Class == "y");
        Share("status, of those with the right class", rows.Where(r => r.Status != "-"), r => r.Status == "y");
        Share("source, class and target", rows, r => r.IsRight);
        Share("the same by the right words", rows, r => r.IsRight && r.Source != "c" && r.Target != "c");
        foreach (var bin in rows.GroupBy(r => Math.Min(9, (int)(r.Confidence * 10))).OrderBy(b => b.Key))
            Share(string.Create(CultureInfo.InvariantCulture, $"confidence {bin.Key / 10.0:F1}, mean {bin.Average(r => r.Confidence):F2}"), bin, r => r.IsRight);
        foreach (var least in (ReadOnlySpan<double>)[.45, .6, .75, .8])
            Share(string.Create(CultureInfo.InvariantCulture, $"confidence from {least} on"), rows.Where(r => r.Confidence >= least), r => r.IsRight);
        foreach (var cause in rows.Where(r => r.Cause.Length > 0).GroupBy(r => r.Cause).OrderByDescending(c => c.Count()).ThenBy(c => c.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {cause.Count(),3} {cause.Key}");
    }

    private static void Share(string what, IEnumerable<Row> rows, Func<Row, bool> right)
    {
        var all = rows.ToList();
        var n = all.Count(right);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(all.Count == 0 ? 0 : (double)n / all.Count):F3}  {n}/{all.Count}  {what}"));
    }
}
