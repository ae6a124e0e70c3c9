using Demarche.Ledger;
using ScottPlot;

namespace Demarche.Cli.LedgerViews;

/// <summary>A relation's series as a picture: conflict below the axis, cooperation above, the index as a line, changes as marks.</summary>
internal static class SeriesPlot
{
    public static void Save(RelationSeries series, string path)
    {
        using var plot = new Plot();
        var width = series.By switch { SeriesPeriod.Day => 1.0, SeriesPeriod.Week => 7.0, _ => 28.0 };
        plot.Add.Bars(series.Points.Select(p => Bar(p, p.AToB.Cooperation + p.BToA.Cooperation, Colors.SteelBlue)).ToArray()).LegendText = "cooperation";
        plot.Add.Bars(series.Points.Select(p => Bar(p, -(p.AToB.Conflict + p.BToA.Conflict), Colors.IndianRed)).ToArray()).LegendText = "conflict";
        var line = plot.Add.Scatter(series.Points.Select(p => At(p.Start)).ToArray(), series.Points.Select(p => p.Index).ToArray(), Colors.Black);
        line.MarkerSize = 0;
        line.LineWidth = 2;
        line.LegendText = "smoothed index";
        line.Axes.YAxis = plot.Axes.Right;
        plot.Axes.Right.Label.Text = "index, -10 to 10";
        plot.Axes.SetLimitsY(-10, 10, plot.Axes.Right);
        foreach (var change in series.Changes) plot.Add.VerticalLine(At(change.Start), 1, Colors.Gray, LinePattern.Dashed);
        plot.Axes.DateTimeTicksBottom();
        plot.Axes.Left.Label.Text = "events a " + series.By.ToString().ToLowerInvariant();
        plot.Title($"{series.A} and {series.B}");
        plot.ShowLegend(Alignment.LowerLeft);
        if (Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase)) plot.SaveSvg(path, 1200, 600);
        else plot.SavePng(path, 1200, 600);

        Bar Bar(SeriesPoint p, double value, Color color) => new() { Position = At(p.Start), Value = value, Size = width, FillColor = color, LineWidth = 0 };
    }

    private static double At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToOADate();
}
