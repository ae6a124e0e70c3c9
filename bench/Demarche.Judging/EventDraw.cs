using System.Globalization;

namespace Demarche.Judging;

/// <summary>Draws coded events of every year to be judged by a person.</summary>
internal static class EventDraw
{
    /// <summary>
    /// Prints for each event drawn a row of the list with the judgement left open (docs/evaluation.md), and under it, behind a #, the report
    /// and what was coded. Only the rows may be kept.
    /// </summary>
    /// <param name="seen">Lists whose first or second column names reports that are known already.</param>
    public static int Run(string events, string news, string seed, int perYear, string[] seen)
    {
        var known = seen.SelectMany(File.ReadLines).SelectMany(l => l.Split('\t', 3).Take(2)).ToHashSet();
        var drawn = CodedEvent.ReadAll(events)
            .Where(e => !known.Contains(e.Report))
            .GroupBy(e => e.Report[..4])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(e => Report.Lot(seed, e.Address), StringComparer.Ordinal).Take(perYear))
            .ToList();
        var wanted = drawn.Select(e => e.Report).ToHashSet();
        var texts = Report.ReadAll(news).Where(r => wanted.Contains(r.Id)).ToDictionary(r => r.Id, r => r.Text);
        foreach (var e in drawn)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{seed}\t{e.Report}\t{e.Offset}\t{e.Class}\t{e.Source}\t{e.Target}\t{e.Status}\t{e.Confidence}\t?\t?\t?\t?\t"));
            Console.WriteLine($"# {texts[e.Report].ReplaceLineEndings(" ")}");
            Console.WriteLine($"# {e.Shown.ReplaceLineEndings("\n# ")}");
        }
        return 0;
    }
}
