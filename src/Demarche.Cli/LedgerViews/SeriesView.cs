using System.Globalization;
using Demarche.Ledger;
using Spectre.Console;

namespace Demarche.Cli.LedgerViews;

/// <summary>A relation's series as a table or as a chart of characters: conflict to the left of the axis, cooperation to the right.</summary>
internal static class SeriesView
{
    private const int Half = 24;

    public static void Table(IAnsiConsole console, RelationSeries series)
    {
        var table = EventLines.Headed("from", "events", "coop →", "confl →", "coop ←", "confl ←", "Goldstein", "mean", "coop share", "index");
        foreach (var p in series.Points.Where(p => p.Events > 0))
            table.AddRow([.. new[]
            {
                EventLines.Iso(p.Start), N(p.Events), N(p.AToB.Cooperation), N(p.AToB.Conflict), N(p.BToA.Cooperation), N(p.BToA.Conflict), F(p.GoldsteinSum),
                F(p.GoldsteinMean), F(p.CooperationShare), F(p.Index),
            }.Select(EventLines.Cell)]);
        console.Write(table);
        Notes(console, series);
    }

    /// <param name="rows">So many rows at most; a longer series is shown by its last ones.</param>
    public static void Chart(IAnsiConsole console, RelationSeries series, int rows)
    {
        var shown = series.Points.Skip(Math.Max(0, series.Points.Length - rows)).ToList();
        if (shown.Count < series.Points.Length)
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"The last {shown.Count} of {series.Points.Length} periods; --since and --until show others.\n")));
        var most = Math.Max(1, shown.Select(p => Math.Max(p.AToB.Conflict + p.BToA.Conflict, p.AToB.Cooperation + p.BToA.Cooperation)).DefaultIfEmpty(1).Max());
        var changes = series.Changes.ToDictionary(c => c.Start);
        console.Write(new Text($"{"",10}  {"conflict",Half}│{"cooperation",-Half} index\n"));
        foreach (var p in shown)
        {
            var left = Bar(p.AToB.Conflict + p.BToA.Conflict, most);
            var right = Bar(p.AToB.Cooperation + p.BToA.Cooperation, most);
            var mark = changes.TryGetValue(p.Start, out var c) ? string.Create(CultureInfo.InvariantCulture, $"  ◀ {c.Before:+0.0;-0.0} to {c.After:+0.0;-0.0}") : "";
            console.Write(new Markup(
                $"{EventLines.Iso(p.Start)}  [red]{new string('█', left).PadLeft(Half)}[/]│[green]{new string('█', right).PadRight(Half)}[/] {p.Index.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture),5}{mark}\n"));
        }
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"A full bar is {most} events.\n")));
        Notes(console, series);
    }

    private static void Notes(IAnsiConsole console, RelationSeries series)
    {
        foreach (var c in series.Changes)
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
                $"{EventLines.Iso(c.Start)}: mean tone from {c.Before:+0.0;-0.0} to {c.After:+0.0;-0.0}; moved most by {(c.Drivers.IsEmpty ? "no one event" : string.Join(", ", c.Drivers))}\n")));
        var w = series.Weights;
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"index = S / (N + {w.Shrinkage}): sums of Goldstein values and events, halved every {w.HalfLifeDays} days; change penalty {w.ChangePenalty}\n")));
    }

    private static int Bar(int n, int most) => n == 0 ? 0 : Math.Max(1, (int)Math.Round((double)n / most * Half));

    private static string N(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string F(double? x) => x?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
