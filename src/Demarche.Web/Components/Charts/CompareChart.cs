using Demarche.Ledger;

namespace Demarche.Web.Components.Charts;

/// <summary>Several relations in one chart: the smoothed index of each above, its volume below.</summary>
internal static class CompareChart
{
    /// <summary>Distinct in light and dark, and to those who see red and green alike.</summary>
    public static readonly string[] Colours = ["$c1", "$c2", "$c3", "$c4", "$c5", "$c6", "$c7", "$c8"];

    public static string Options(IReadOnlyList<(string Name, RelationSeries Series)> relations, DateOnly first, DateOnly last)
    {
        var (min, max) = (ChartJson.Time(first), ChartJson.Time(last));
        object Axis(int grid) => new { type = "time", gridIndex = grid, min, max, axisLabel = new { show = grid == 1 }, axisLine = new { onZero = grid == 0 }, splitLine = new { show = true } };
        return ChartJson.Write(new
        {
            brushing = true,
            grid = new[] { new { left = 44, right = 12, top = 14, height = 230 }, new { left = 44, right = 12, top = 274, height = 110 } },
            title = new[] { Caption(16, "smoothed index"), Caption(276, "events a " + relations[0].Series.By.ToString().ToLowerInvariant()) },
            toolbox = ChartJson.Brush,
            tooltip = new { trigger = "axis", formatter = "@period", axisPointer = new { type = "line", lineStyle = new { color = "$line-strong" } } },
            axisPointer = new { link = new[] { new { xAxisIndex = "all" } } },
            xAxis = new[] { Axis(0), Axis(1) },
            yAxis = new object[]
            {
                new { gridIndex = 0, axisLabel = new { formatter = "@signed" }, splitNumber = 4 },
                new { gridIndex = 1, splitNumber = 3, minInterval = 1 },
            },
            dataZoom = ChartJson.Sliders(6, 0, 1),
            series = relations.SelectMany((r, i) => new[] { Index(r, Colours[i % Colours.Length]), Volume(r, Colours[i % Colours.Length]) }),
        });
    }

    private static object Index((string Name, RelationSeries Series) r, string colour) => new
    {
        type = "line",
        name = r.Name + ", index",
        color = colour,
        lineStyle = new { width = 1.6, color = colour },
        showSymbol = false,
        sampling = "lttb",
        data = ChartJson.Telling(r.Series).Select(p => new object[] { ChartJson.Middle(p.Start, r.Series.By), Math.Round(p.Index, 3), ChartJson.Title(p.Start, r.Series.By) }),
    };

    private static object Volume((string Name, RelationSeries Series) r, string colour) => new
    {
        type = "line",
        step = "middle",
        name = r.Name + ", events",
        color = colour,
        lineStyle = new { width = 1, color = colour },
        areaStyle = new { color = colour, opacity = 0.15 },
        showSymbol = false,
        xAxisIndex = 1,
        yAxisIndex = 1,
        data = ChartJson.Telling(r.Series).Select(p => new object[] { ChartJson.Middle(p.Start, r.Series.By), p.Events, ChartJson.Title(p.Start, r.Series.By) }),
    };

    private static object Caption(int top, string text) =>
        new { text, left = 46, top, padding = 2, textStyle = new { fontSize = 11, fontWeight = "normal", color = "$soft" }, z = 6 };
}
